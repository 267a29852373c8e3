// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/PhantomFiles.h"

#include "core/base/AtomicFile.h"
#include "core/guides/BuildGuides.h"
#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkJson_p.h"
#include "core/roi/CropRoi.h"

#include <nlohmann/json.hpp>

namespace vertescore {
namespace {

using Json = nlohmann::ordered_json;

Json wallArray(const std::vector<PixelPoint>& wall) {
    Json points = Json::array();
    for (const PixelPoint& point : wall)
        points.push_back(pointArray(point));
    return points;
}

Json plaqueArray(const std::vector<PhantomPlaque>& plaques) {
    Json list = Json::array();
    for (const PhantomPlaque& plaque : plaques)
        list.push_back({{"segment", segmentName(plaque.segment)},
                        {"wall", wallName(plaque.wall)},
                        {"from", plaque.fromShare},
                        {"to", plaque.toShare}});
    return list;
}

Json sheetObject(const ScoreSheet& sheet) {
    Json levels;
    for (const Segment segment : kSegments) {
        Json walls;
        for (const Wall wall : kWalls) {
            const auto grade = sheet.at(segment, wall).grade;
            walls[std::string(wallName(wall))] = grade ? Json(*grade) : Json();
        }
        levels[std::string(segmentName(segment))] = std::move(walls);
    }
    return levels;
}

Json cropArray(const Phantom& phantom) {
    const Guides guides = buildGuides(phantom.landmarks);
    const ScanGeometry geometry{phantom.image.width, phantom.image.height, phantom.spacing};
    Json list = Json::array();
    for (const double factor : kTruthFactors) {
        const auto roi = cropRoi(guides, geometry, phantom.blackRegions, CropOptions{factor, 1});
        Json entry{{"factor", factor}, {"cropped", nullptr}, {"percent", nullptr}};
        if (roi) {
            entry["cropped"] = roi->isCropped;
            entry["percent"] = roi->percent;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

Scan scanOfPhantom(const Phantom& phantom) {
    Scan scan;
    scan.image = phantom.image;
    const double values = 1 << phantom.bitsStored;
    scan.pipeline.window = WindowLevel{values / 2, values, VoiFunction::Linear};
    scan.geometry = {phantom.image.width, phantom.image.height, phantom.spacing};
    scan.geometry.spacing->source = SpacingSource::Phantom;
    scan.source.kind = ScanKind::Dicom;
    scan.source.bitsStored = phantom.bitsStored;
    scan.source.bitsAllocated = phantom.bitsStored > 8 ? 16 : 8;
    scan.source.photometric = "MONOCHROME2";
    scan.source.modality = phantom.bitsStored > 8 ? "OT" : "CR";
    scan.source.manufacturer = kPhantomManufacturer;
    scan.source.model = "style " + std::string(phantomStyleName(phantom.style));
    scan.source.statedAnterior = phantom.landmarks.anterior;
    scan.source.isPhantom = true;
    scan.pixelSha256 = pixelSha256(scan.image);
    return scan;
}

Status writePhantomPng(const std::filesystem::path& path, const Phantom& phantom) {
    return writePng(path, scanOfPhantom(phantom), phantom.bitsStored > 8 ? 16 : 8);
}

Status writePhantomTruth(const std::filesystem::path& path, const Phantom& phantom,
                         const std::filesystem::path& scanPath) {
    Json truth = landmarkObject(
        {scanPath, phantom.image.width, phantom.image.height, phantom.landmarks, std::nullopt}, "truth");
    truth["style"] = phantomStyleName(phantom.style);
    truth["domain"] = phantomDomainName(phantom.domain);
    truth["spacingMm"] = {phantom.spacing.xMm, phantom.spacing.yMm};
    truth["walls"] = {{"anterior", wallArray(phantom.anteriorWall)},
                      {"posterior", wallArray(phantom.posteriorWall)}};
    truth["plaques"] = plaqueArray(phantom.plaques);
    truth["aac24"] = sheetObject(phantom.aac24);
    truth["crop"] = cropArray(phantom);
    return writeFileAtomically(path, jsonText(truth, true) + "\n");
}

} // namespace vertescore
