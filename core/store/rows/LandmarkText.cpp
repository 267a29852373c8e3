// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/LandmarkText_p.h"

#include "core/base/JsonDepth.h"
#include "core/base/Sha256.h"
#include "core/store/sqlite/Database_p.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace vertescore {

namespace {

using Json = nlohmann::ordered_json;

double finite(double value) {
    if (!std::isfinite(value)) refuse(ErrorCode::InvalidArgument, "a landmark is no finite number");
    return value;
}

Json cornerToJson(const Landmark& corner) {
    Json json;
    if (corner.position) {
        json["x"] = finite(corner.position->x);
        json["y"] = finite(corner.position->y);
    }
    json["state"] = pointStateName(corner.state);
    json["locked"] = corner.locked;
    if (corner.uncertaintyPx) json["uncertaintyPx"] = finite(*corner.uncertaintyPx);
    if (corner.isRounded) json["rounded"] = true;
    return json;
}

Landmark cornerFromJson(const Json& json) {
    Landmark corner;
    if (json.contains("x")) corner.position = PixelPoint{json.at("x"), json.at("y")};
    const std::string state = json.at("state");
    corner.state = known(pointStateFromName(state), state);
    corner.locked = json.at("locked");
    if (json.contains("uncertaintyPx")) corner.uncertaintyPx = json.at("uncertaintyPx").get<double>();
    corner.isRounded = json.value("rounded", false);
    return corner;
}

Json vertebraToJson(const VertebraLandmarks& vertebra, Level level) {
    Json json;
    json["level"] = levelName(level);
    if (vertebra.confidence) json["confidence"] = finite(*vertebra.confidence);
    json["missing"] = missingReasonName(vertebra.missing);
    for (const auto corner : kCorners)
        json["corners"][cornerName(corner)] = cornerToJson(vertebra.at(corner));
    return json;
}

MissingReason missingReasonNamed(const std::string& name) {
    for (const auto reason :
         {MissingReason::None, MissingReason::BelowThreshold, MissingReason::OutsidePicture})
        if (missingReasonName(reason) == name) return reason;
    refuse(ErrorCode::StudyCorrupt, "unknown word: " + name);
}

VertebraLandmarks vertebraFromJson(const Json& json) {
    VertebraLandmarks vertebra;
    if (json.contains("confidence")) vertebra.confidence = json.at("confidence").get<double>();
    vertebra.missing = missingReasonNamed(json.at("missing"));
    for (const auto corner : kCorners)
        vertebra.at(corner) = cornerFromJson(json.at("corners").at(std::string(cornerName(corner))));
    return vertebra;
}

} // namespace

std::string landmarksToText(const Landmarks& landmarks) {
    Json json;
    json["anterior"] = anteriorSideName(landmarks.anterior);
    json["vertebrae"] = Json::array();
    for (const auto level : kLevels)
        json["vertebrae"].push_back(vertebraToJson(landmarks.at(level), level));
    return json.dump();
}

Landmarks landmarksFromText(const std::string& text) {
    if (jsonDepth(text) > kDeepestJson) refuse(ErrorCode::StudyCorrupt, "landmarks nest deeper than they do");
    const auto json = Json::parse(text);
    Landmarks landmarks;
    const std::string anterior = json.at("anterior");
    landmarks.anterior = known(anteriorSideFromName(anterior), anterior);
    for (const auto& vertebra : json.at("vertebrae")) {
        const std::string name = vertebra.at("level");
        landmarks.at(known(levelFromName(name), name)) = vertebraFromJson(vertebra);
    }
    return landmarks;
}

std::string shapeSha256(const Landmarks& landmarks) {
    Json shape = Json::array({anteriorSideName(landmarks.anterior)});
    for (const auto& vertebra : landmarks.vertebrae)
        for (const auto& corner : vertebra.corners)
            shape.push_back(corner.position ? Json::array({corner.position->x, corner.position->y}) : Json());
    return sha256Hex(shape.dump());
}

} // namespace vertescore
