// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "core/geometry/ScanGeometry.h"
#include "core/guides/Guides.h"
#include "core/image/GreyImage.h"
#include "core/landmarks/Landmarks.h"
#include "core/roi/Roi.h"

#include <QImage>
#include <QString>

namespace vertescore {

struct AnnotatedPictureOptions {
    int scanHeight = 1400;               ///< height of the scan in the picture, output pixels, 200...8000
    QString title;                       ///< above the scan; never a patient's name. Empty: no line
    std::optional<DetectionModel> model; ///< nothing: no network took part
    bool synthetic = false;              ///< a phantom: said in the caption
};

/// The scan in its true pixel aspect (square pixels where the spacing is unknown) with corners by state,
/// level names and confidence, guides, the ROI curve with its samples outside the field in red, and a
/// caption: crop in words, missing levels, legend, model and weights, the research-use notice. A scale bar
/// only when the spacing is known. roi: nullptr when it could not be computed. Needs a QGuiApplication (the
/// offscreen platform will do); GUI thread.
QImage drawAnnotatedPicture(const DisplayImage& scan, const ScanGeometry& geometry,
                            const Landmarks& landmarks, const Guides& guides, const Roi* roi,
                            const AnnotatedPictureOptions& options);

/// The same as a PNG file, written atomically. Errors: FileNotWritable, DiskFull.
Status saveAnnotatedPicture(const std::filesystem::path& path, const DisplayImage& scan,
                            const ScanGeometry& geometry, const Landmarks& landmarks, const Guides& guides,
                            const Roi* roi, const AnnotatedPictureOptions& options);

/// Where and how much the region was cropped, as one sentence; nullptr: that it was not computed.
QString cropInWords(const Roi* roi);

/// "For research use only. Not for diagnosis.": under everything that leaves the program.
QString researchUseNotice();

} // namespace vertescore
