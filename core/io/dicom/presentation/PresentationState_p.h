// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/WindowLevel.h"
#include "core/io/Scan.h"

#include <optional>
#include <string>

namespace vertescore::dicom {

/// The image that a presentation state must speak of.
struct PresentedImage {
    std::filesystem::path path;
    std::string sopInstanceUid;
    int frame = 0;
    bool isSigned = false;
};

/// How the image is to be shown, as a Grayscale Softcopy Presentation State says (PS3.3 A.33.1).
struct Presentation {
    std::filesystem::path path;
    GreyPipeline pipeline; ///< replaces the image's own (PS3.4 N.2), all but the padding
    std::vector<ScanGraphic> graphics;
    bool isPartial = false; ///< it also rotates, flips, has a presentation table or draws shapes other than
                            ///< points and polylines: landmarks keep the pixels
};

/// The newest state in the folder of the image that refers to it, if any. Files above 1 MiB and those whose
/// start does not name the object class are not opened. What was found in a folder is kept until the folder
/// changes, so that reading all scans of a folder looks once. Any thread.
std::optional<Presentation> findPresentation(const PresentedImage& image);

} // namespace vertescore::dicom
