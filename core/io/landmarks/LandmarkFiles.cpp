// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFiles.h"

#include "core/base/Assert.h"
#include "core/io/landmarks/LandmarkJson_p.h"
#include "core/scoring/ScoreSheet.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vertescore {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFrame = "source-pixels";

bool hasPoint(const VertebraLandmarks& vertebra) {
    return std::any_of(vertebra.corners.begin(), vertebra.corners.end(),
                       [](const Landmark& corner) { return corner.position.has_value(); });
}

PointState stateOf(const VertebraLandmarks& vertebra) {
    std::optional<PointState> common;
    for (const Landmark& corner : vertebra.corners) {
        if (corner.state == PointState::Edited) return PointState::Edited;
        if (corner.state == PointState::NotVisible || corner.state == PointState::Unset) continue;
        common = common && *common != corner.state ? PointState::Edited : corner.state;
    }
    return common.value_or(PointState::NotVisible);
}

std::string_view stateName(PointState state, std::string_view imposed) {
    const bool isSeen = state != PointState::NotVisible && state != PointState::Unset;
    return isSeen && !imposed.empty() ? imposed : pointStateName(state);
}

Json vertebraObject(Level level, const VertebraLandmarks& vertebra, std::string_view imposedState) {
    Json corners = Json::object();
    Json states = Json::object();
    Json locked = Json::array();
    Json uncertainties = Json::object();
    for (const Corner corner : kCorners) {
        const Landmark& landmark = vertebra.at(corner);
        if (landmark.position) corners[std::string(cornerName(corner))] = pointArray(*landmark.position);
        states[std::string(cornerName(corner))] = stateName(landmark.state, imposedState);
        if (landmark.locked) locked.push_back(cornerName(corner));
        if (landmark.uncertaintyPx) uncertainties[std::string(cornerName(corner))] = *landmark.uncertaintyPx;
    }
    Json object;
    object["level"] = levelName(level);
    object["confidence"] = vertebra.confidence ? Json(*vertebra.confidence) : Json();
    object["corners"] = std::move(corners);
    if (!uncertainties.empty()) object["uncertaintyPx"] = std::move(uncertainties);
    object["state"] = imposedState.empty() ? pointStateName(stateOf(vertebra)) : imposedState;
    object["states"] = std::move(states);
    if (!locked.empty()) object["locked"] = std::move(locked);
    return object;
}

Json modelObject(const std::optional<DetectionModel>& model) {
    if (!model) return nullptr;
    return {{"name", model->name},
            {"sha256", model->sha256},
            {"device", model->device},
            {"precision", model->precision}};
}

} // namespace

Json pointArray(PixelPoint point) {
    return Json::array({point.x, point.y});
}

std::string jsonText(const Json& object, bool compact) {
    return object.dump(compact ? -1 : 2, ' ', false, Json::error_handler_t::replace);
}

Json landmarkObject(const LandmarkRecord& record, std::string_view state) {
    Json vertebrae = Json::array();
    Json missing = Json::array();
    Json reasons = Json::object();
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = record.landmarks.at(level);
        if (hasPoint(vertebra)) {
            vertebrae.push_back(vertebraObject(level, vertebra, state));
            continue;
        }
        missing.push_back(levelName(level));
        if (vertebra.missing != MissingReason::None)
            reasons[std::string(levelName(level))] = missingReasonName(vertebra.missing);
    }
    Json object;
    object["scan"] = {{"path", toUtf8(record.scanPath)}, {"width", record.width}, {"height", record.height}};
    object["frame"] = kFrame;
    object["anterior"] = anteriorSideName(record.landmarks.anterior);
    object["vertebrae"] = std::move(vertebrae);
    object["missing"] = std::move(missing);
    if (!reasons.empty()) object["missingReasons"] = std::move(reasons);
    object["model"] = modelObject(record.model);
    return object;
}

std::string landmarksToJson(const LandmarkRecord& record, bool compact) {
    return jsonText(landmarkObject(record), compact);
}

std::string cropToJson(const std::filesystem::path& scanPath, const Guides& guides, const Roi& roi,
                       bool compact) {
    VERTESCORE_ASSERT(guides.isComplete());
    Json object;
    object["path"] = toUtf8(scanPath);
    object["factor"] = roi.curve.factor;
    object["d"] = roi.curve.distance;
    object["meanWidth"] = roi.curve.meanWidth;
    object["cropped"] = roi.isCropped;
    object["percent"] = roi.percent;
    for (const Segment segment : kSegments)
        object["segments"][std::string(segmentName(segment))] =
            roi.segmentPercent[static_cast<std::size_t>(segment)];
    const auto has = [&roi](CropCause cause) {
        return std::find(roi.causes.begin(), roi.causes.end(), cause) != roi.causes.end();
    };
    object["cause"] = Json::array();
    if (has(CropCause::Border)) object["cause"].push_back("border");
    if (has(CropCause::BlackRegion)) object["cause"].push_back("blackRegion");
    for (std::size_t i = 0; i < kGuideCount; ++i) {
        const Guide& guide = *guides.guides[i];
        object["guides"].push_back({{"name", kGuideNames[i]},
                                    {"kind", guide.kind == GuideKind::Inter ? "inter" : "intra"},
                                    {"anterior", pointArray(guide.anterior)},
                                    {"posterior", pointArray(guide.posterior)}});
    }
    for (const PixelPoint& knot : roi.curve.knots)
        object["knots"].push_back(pointArray(knot));
    for (const PixelPoint& sample : roi.curve.samples)
        object["curve"].push_back(pointArray(sample));
    return jsonText(object, compact);
}

} // namespace vertescore
