// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/dicom/DatasetWriter.h"
#include "core/dicom/OwnObjects.h"

#include <memory>

namespace vertescore::results {

using dicom::kManufacturer;
using dicom::kResearchOnly;

/// The scan that results are about.
struct SourceImage {
    std::unique_ptr<DcmFileFormat> file;
    std::string studyUid;
    std::string seriesUid;
    std::string classUid;
    std::string instanceUid;
    std::string modality;
    int width = 0;
    int height = 0;
    int frame = 0; ///< from 0
    int frameCount = 1;

    DcmDataset& dataset() const { return *file->getDataset(); }
};

/// Errors as writeReport, with the path.
Result<SourceImage> openSource(const std::filesystem::path& path, int frame);

/// Patient and study modules (PS3.3 C.7.1.1, C.7.2) as the scan has them, in UTF-8; the character set is set
/// to that.
void copyPatientAndStudy(const SourceImage& source, dicom::DatasetWriter& writer,
                         const std::optional<std::string>& code);

/// Now in local time: YYYYMMDD and HHMMSS.
struct DicomTime {
    std::string date;
    std::string time;
};
DicomTime dicomNow();

} // namespace vertescore::results
