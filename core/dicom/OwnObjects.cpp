// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/OwnObjects.h"

#include "core/dicom/DicomElements.h"

namespace vertescore::dicom {
namespace {

bool isOwn(DcmItem& dataset, const char* classUid) {
    return text(dataset, DCM_SOPClassUID) == classUid && text(dataset, DCM_Manufacturer) == kManufacturer;
}

} // namespace

bool isOwnReport(DcmItem& dataset) {
    return isOwn(dataset, UID_ComprehensiveSRStorage);
}

bool isOwnPresentation(DcmItem& dataset) {
    return isOwn(dataset, UID_GrayscaleSoftcopyPresentationStateStorage);
}

} // namespace vertescore::dicom
