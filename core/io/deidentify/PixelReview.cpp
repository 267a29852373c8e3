// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/PixelReview.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/dicom/OwnObjects.h"
#include "core/io/deidentify/BlankPixels_p.h"
#include "core/io/deidentify/PixelReview_p.h"
#include "core/io/dicom/DicomFacts_p.h"

#include <algorithm>

namespace vertescore {
namespace dicom {
namespace {

bool isOwnResult(DcmDataset& dataset) {
    return isOwnReport(dataset) || isOwnPresentation(dataset);
}

} // namespace

Status checkIsKnown(DcmDataset& dataset) {
    if (isOwnResult(dataset)) return {};
    if (dataset.tagExists(DCM_PixelData) && !dataset.tagExists(DCM_EncapsulatedDocument)) return {};
    const Status isScan = checkIsScan(dataset);
    return isScan ? failure(ErrorCode::NotAnImage) : failure(isScan.error());
}

Result<PixelReview> reviewOf(DcmDataset& dataset) {
    PixelReview review;
    const Status looked = lookAtFrames(dataset, [&review](int frame, const DisplayImage& picture) {
        review.width = picture.width;
        review.height = picture.height;
        review.frameCount = frame + 1;
        for (const PixelArea& area : findBurnedInText(picture))
            review.text.push_back({frame, area});
    });
    if (!looked) return failure(looked.error());
    if (const Status isScan = checkIsScan(dataset); !isScan && isScan.error().code == ErrorCode::NotAScan)
        return failure(ErrorCode::NotAllowed, "a page of results is full of writing: it cannot be cleaned");
    review.isDeclared = text(dataset, DCM_BurnedInAnnotation) == "YES";
    return review;
}

} // namespace dicom

Result<PixelReview> reviewPixels(const std::filesystem::path& path) {
    return dicom::guardedWork(path, [&path]() -> Result<PixelReview> {
        const auto loaded = dicom::loadDicom(path);
        if (!loaded) return failure(loaded.error());
        DcmDataset& dataset = *(*loaded)->getDataset();
        if (const Status known = dicom::checkIsKnown(dataset); !known) return failure(known.error());
        if (dicom::isOwnResult(dataset)) return PixelReview{};
        return dicom::reviewOf(dataset);
    });
}

Result<DisplayImage> reviewPicture(const std::filesystem::path& path, int frame) {
    return dicom::guardedWork(path, [&path, frame]() -> Result<DisplayImage> {
        const auto loaded = dicom::loadDicom(path);
        if (!loaded) return failure(loaded.error());
        return dicom::frameToLookAt(*(*loaded)->getDataset(), frame);
    });
}

std::vector<PixelArea> areasOf(const std::vector<TextPlace>& places) {
    std::vector<PixelArea> areas;
    for (const TextPlace& place : places)
        if (std::ranges::find(areas, place.area) == areas.end()) areas.push_back(place.area);
    return areas;
}

} // namespace vertescore
