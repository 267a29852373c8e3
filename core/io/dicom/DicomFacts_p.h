// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"

class DcmItem;

// What a DICOM data set says about the scan beside its pixels. Any thread, one data set at a time.
namespace vertescore::dicom {

struct SpacingFinding {
    std::optional<PixelSpacing> spacing;
    bool hadInvalid = false; ///< an attribute was there but zero, negative, not two numbers or absurd
};

/// PixelSpacing, else ImagerPixelSpacing, else NominalScannedPixelSpacing, else ExposedArea over the matrix.
/// The first that is valid counts; square pixels are never assumed.
SpacingFinding findSpacing(DcmItem& dataset, int frame, int rows, int columns);

/// By manufacturer, model and, for GE, the words for single and dual energy.
ScannerGroup findScannerGroup(DcmItem& dataset);

/// From PatientOrientation; nothing when it does not say.
std::optional<AnteriorSide> findAnterior(DcmItem& dataset);

/// What view position, view code, orientation or description say; nothing when they are silent.
std::optional<PatientView> findView(DcmItem& dataset);

/// Modality and proportions as lateral-spine DXA scans have them (spec scans.md).
bool isTypicalScan(DcmItem& dataset, int rows, int columns);

/// Fails with NotAnImage for objects without pixels (says what they are) and with NotAScan for result pages.
Status checkIsScan(DcmItem& dataset);

ScanIdentity findIdentity(DcmItem& dataset);

} // namespace vertescore::dicom
