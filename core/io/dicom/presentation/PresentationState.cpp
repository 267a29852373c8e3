// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/presentation/PresentationState_p.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/io/dicom/pixels/DicomPipeline_p.h"
#include "core/io/dicom/presentation/PresentationFolder_p.h"
#include "core/io/dicom/presentation/PresentationGraphics_p.h"

#include <algorithm>

namespace vertescore::dicom {
namespace {

bool isAbout(DcmItem& state, const PresentedImage& image) {
    const auto series = itemsOf(state, DCM_ReferencedSeriesSequence);
    return std::any_of(series.begin(), series.end(),
                       [&image](DcmItem* one) { return refersTo(*one, image); });
}

/// The VOI of this image; an item without references is for all (PS3.3 C.11.8).
DcmItem* voiItem(DcmItem& state, const PresentedImage& image) {
    for (DcmItem* item : itemsOf(state, DCM_SoftcopyVOILUTSequence))
        if (!has(*item, DCM_ReferencedImageSequence) || refersTo(*item, image)) return item;
    return nullptr;
}

std::optional<Presentation> presentationOf(DcmItem& state, const PresentedImage& image) {
    Presentation presentation;
    // Without a modality stage in the state there is none, whatever the image says (PS3.4 N.2).
    if (!readModality(state, image.isSigned, presentation.pipeline)) return std::nullopt;
    const bool isSigned = image.isSigned || presentation.pipeline.rescaleIntercept < 0;
    if (DcmItem* voi = voiItem(state, image)) readVoi(*voi, isSigned, presentation.pipeline);
    presentation.pipeline.inverted = text(state, DCM_PresentationLUTShape) == "INVERSE";
    const bool hasOtherShapes = !readGraphics(state, image, presentation.graphics);
    presentation.isPartial = hasOtherShapes || firstItem(state, DCM_PresentationLUTSequence) != nullptr ||
                             integer(state, DCM_ImageRotation).value_or(0) != 0 ||
                             text(state, DCM_ImageHorizontalFlip) == "Y";
    return presentation;
}

std::string creationTime(DcmItem& state) {
    return text(state, DCM_PresentationCreationDate) + text(state, DCM_PresentationCreationTime);
}

} // namespace

std::optional<Presentation> findPresentation(const PresentedImage& image) {
    if (image.sopInstanceUid.empty()) return std::nullopt;
    std::optional<Presentation> newest;
    std::string newestTime;
    for (const std::filesystem::path& path : presentationFilesBeside(image.path)) {
        const auto file = loadDicom(path);
        if (!file) continue;
        DcmDataset& state = *(*file)->getDataset();
        if (text(state, DCM_SOPClassUID) != UID_GrayscaleSoftcopyPresentationStateStorage) continue;
        const std::string time = creationTime(state);
        if (!isAbout(state, image) || (newest && time <= newestTime)) continue;
        auto presentation = presentationOf(state, image);
        if (!presentation) continue;
        presentation->path = path;
        newest = std::move(presentation);
        newestTime = time;
    }
    return newest;
}

} // namespace vertescore::dicom
