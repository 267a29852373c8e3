// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/PixelReview.h"

#include <new>

class DcmDataset;

namespace vertescore::dicom {

/// Images and our own results: what others say in reports, states and documents cannot be cleaned by a table.
Status checkIsKnown(DcmDataset& dataset);

/// As reviewPixels, of a data set with pixels.
Result<PixelReview> reviewOf(DcmDataset& dataset);

/// work gives a Result; what a library throws on content that no check foresaw becomes one, and every error
/// gets the path.
template <class Work>
auto guardedWork(const std::filesystem::path& path, Work work) -> decltype(work()) {
    decltype(work()) result = failure(ErrorCode::OutOfMemory);
    try {
        result = work();
    } catch (const std::bad_alloc&) {
        result = failure(ErrorCode::OutOfMemory);
    } catch (const std::exception& error) {
        result = failure(ErrorCode::FileMalformed, error.what());
    }
    if (!result && !result.error().path) result.error().path = path;
    return result;
}

} // namespace vertescore::dicom
