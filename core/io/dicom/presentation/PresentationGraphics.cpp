// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/presentation/PresentationGraphics_p.h"

#include "core/dicom/DicomElements.h"

#include <algorithm>

namespace vertescore::dicom {

bool refersTo(DcmItem& holder, const PresentedImage& image) {
    const auto references = itemsOf(holder, DCM_ReferencedImageSequence);
    return std::any_of(references.begin(), references.end(), [&image](DcmItem* reference) {
        if (text(*reference, DCM_ReferencedSOPInstanceUID) != image.sopInstanceUid) return false;
        const auto frames = numbers(*reference, DCM_ReferencedFrameNumber);
        return !frames || std::find(frames->begin(), frames->end(), image.frame + 1) != frames->end();
    });
}

bool readGraphics(DcmItem& state, const PresentedImage& image, std::vector<ScanGraphic>& graphics) {
    bool isWhole = true;
    for (DcmItem* annotation : itemsOf(state, DCM_GraphicAnnotationSequence)) {
        if (has(*annotation, DCM_ReferencedImageSequence) && !refersTo(*annotation, image)) continue;
        const std::string layer = text(*annotation, DCM_GraphicLayer);
        for (DcmItem* graphic : itemsOf(*annotation, DCM_GraphicObjectSequence)) {
            if (text(*graphic, DCM_GraphicAnnotationUnits) != "PIXEL") continue;
            const std::string type = text(*graphic, DCM_GraphicType);
            std::vector<PixelPoint> points = graphicPoints(*graphic);
            const bool isLine = type == "POLYLINE" && points.size() >= 2;
            if (isLine || (type == "POINT" && points.size() == 1))
                graphics.push_back({layer, text(*graphic, DCM_TrackingID), std::move(points)});
            else
                isWhole = false;
        }
    }
    return isWhole;
}

} // namespace vertescore::dicom
