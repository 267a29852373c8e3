// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/PresentedLandmarks.h"

#include "core/dicom/DicomElements.h"
#include "core/dicom/DicomFile.h"
#include "core/io/dicom/presentation/PresentationGraphics_p.h"
#include "core/io/landmarks/formats/LandmarkPoints_p.h"

#include <set>

namespace vertescore {
namespace {

using namespace dicom;
using namespace formats;

/// "L1 superiorAnterior" or "L1 superiorAnterior edited".
std::optional<ImagePoint> pointNamed(const std::string& name, PixelPoint place) {
    if (const auto label = pointLabelFrom(name)) return placedPoint(*label, place);
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos) return std::nullopt;
    const std::string state = name.substr(space + 1);
    const auto label = pointLabelFrom(name.substr(0, space));
    if (!label || !pointStateFromName(state)) return std::nullopt;
    return placedPoint(*label, place, state);
}

std::vector<ImagePoint> namedPlaces(DcmItem& state, const PresentedImage& image) {
    std::vector<ScanGraphic> graphics;
    readGraphics(state, image, graphics);
    std::vector<ImagePoint> points;
    for (const ScanGraphic& graphic : graphics)
        if (graphic.points.size() == 1)
            if (const auto point = pointNamed(graphic.name, graphic.points.front())) points.push_back(*point);
    return points;
}

/// What other programs write: a text beside a mark, anchored to it. The corner of the first pixel is 0, 0.
std::vector<ImagePoint> anchoredTexts(DcmItem& state, const PresentedImage& image) {
    std::vector<ImagePoint> points;
    for (DcmItem* annotation : itemsOf(state, DCM_GraphicAnnotationSequence)) {
        if (has(*annotation, DCM_ReferencedImageSequence) && !refersTo(*annotation, image)) continue;
        for (DcmItem* object : itemsOf(*annotation, DCM_TextObjectSequence)) {

            if (text(*object, DCM_AnchorPointAnnotationUnits) != "PIXEL") continue;
            const auto place = numbers(*object, DCM_AnchorPoint);
            if (!place || place->size() != 2) continue;
            if (const auto point = pointNamed(text(*object, DCM_UnformattedTextValue),
                                              {(*place)[0] - 0.5, (*place)[1] - 0.5}))
                points.push_back(*point);
        }
    }
    return points;
}

std::set<std::string> referencedImages(DcmItem& state) {
    std::set<std::string> uids;
    for (DcmItem* series : itemsOf(state, DCM_ReferencedSeriesSequence))
        for (DcmItem* image : itemsOf(*series, DCM_ReferencedImageSequence))
            uids.insert(text(*image, DCM_ReferencedSOPInstanceUID));
    return uids;
}

Result<std::vector<ExchangedLandmarks>> landmarksOf(DcmItem& state, const LandmarkReadOptions& options) {
    if (text(state, DCM_SOPClassUID) != UID_GrayscaleSoftcopyPresentationStateStorage)
        return failure(ErrorCode::UnsupportedFormat, "no presentation state");
    std::vector<ExchangedLandmarks> scans;
    bool isAnyKnown = false;
    for (const std::string& uid : referencedImages(state)) {
        const auto scan = options.findScan ? options.findScan(uid) : std::nullopt;
        if (!scan) continue;
        isAnyKnown = true;
        PresentedImage image;
        image.sopInstanceUid = uid;
        ImagePoints points{scan->fileName, scan->geometry.width, scan->geometry.height,
                           scan->geometry.spacing};
        points.points = namedPlaces(state, image);
        if (points.points.empty()) points.points = anchoredTexts(state, image);
        if (points.points.empty()) continue;
        auto landmarks = assemble(points, options.anterior);
        if (!landmarks) return failure(landmarks.error());
        scans.push_back(std::move(*landmarks));
    }
    if (!isAnyKnown)
        return failure(ErrorCode::InvalidArgument, "none of the scans that it refers to is known");
    if (scans.empty())
        return failure(ErrorCode::LandmarksMissing,
                       "it names no corner; guides alone do not tell where they are");
    return scans;
}

} // namespace

Result<std::vector<ExchangedLandmarks>> readPresentedLandmarks(const std::filesystem::path& path,
                                                               const LandmarkReadOptions& options) {
    Result<std::vector<ExchangedLandmarks>> scans = failure(ErrorCode::Internal);
    if (const auto file = loadDicom(path))
        scans = landmarksOf(*(*file)->getDataset(), options);
    else
        scans = failure(file.error());
    if (!scans) scans.error().path = path;
    return scans;
}

} // namespace vertescore
