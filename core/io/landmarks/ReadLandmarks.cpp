// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/io/landmarks/JsonAccess_p.h"
#include "core/io/landmarks/LandmarkFiles.h"
#include "core/io/landmarks/LandmarkJson_p.h"

#include <cmath>

namespace vertescore {
namespace {

using Json = OrderedJson;

constexpr std::uintmax_t kMaxFileBytes = 16U << 20;
constexpr std::string_view kTruthState = "truth";

tl::unexpected<Error> malformed(std::string what) {
    return failure(ErrorCode::LandmarksMalformed, std::move(what));
}

std::optional<PointState> stateFrom(const std::string& name) {
    if (name == kTruthState) return PointState::Confirmed;
    return pointStateFromName(name);
}

/// State of one corner: its own, else the vertebra's, else Edited (a point of unknown origin is nobody's
/// prediction).
std::optional<PointState> cornerState(const Json& vertebra, Corner corner) {
    if (const Json* states = member(vertebra, "states"))
        if (const auto own = textMember(*states, std::string(cornerName(corner)).c_str()))
            return stateFrom(*own);
    if (const auto common = textMember(vertebra, "state")) return stateFrom(*common);
    return PointState::Edited;
}

Status readCorners(const Json& object, const std::string& level, VertebraLandmarks& vertebra) {
    const Json* corners = member(object, "corners");
    if (corners == nullptr || !corners->is_object()) return malformed(level + " has no corners");
    for (const auto& [name, value] : corners->items())
        if (!cornerFromName(name)) return malformed(level + " has an unknown corner");
    for (const Corner corner : kCorners) {
        const std::string where = level + " " + std::string(cornerName(corner));
        Landmark& landmark = vertebra.at(corner);
        if (const Json* value = member(*corners, std::string(cornerName(corner)).c_str())) {
            landmark.position = pointFrom(*value);
            if (!landmark.position) return malformed(where + " is no point");
        }
        const auto state = cornerState(object, corner);
        if (!state) return malformed(where + " has an unknown state");
        landmark.state = *state;
        if (!landmark.position && landmark.state != PointState::NotVisible)
            landmark.state = PointState::Unset;
        if (landmark.position && landmark.state == PointState::Unset)
            return malformed(where + " is unset and has a place");
    }
    return {};
}

Status readLocks(const Json& object, const std::string& level, VertebraLandmarks& vertebra) {
    const Json* locked = member(object, "locked");
    if (locked == nullptr) return {};
    for (const Json& name : *locked) {
        const auto corner = name.is_string() ? cornerFromName(name.get<std::string>()) : std::nullopt;
        if (!corner) return malformed(level + " locks an unknown corner");
        vertebra.at(*corner).locked = true;
    }
    return {};
}

Status readUncertainties(const Json& object, const std::string& level, VertebraLandmarks& vertebra) {
    const Json* uncertainties = member(object, "uncertaintyPx");
    if (uncertainties == nullptr || uncertainties->is_null()) return {};
    if (!uncertainties->is_object()) return malformed("the uncertainties of " + level + " are no object");
    for (const auto& [name, value] : uncertainties->items()) {
        const auto corner = cornerFromName(name);
        const double radius = value.is_number() ? value.get<double>() : 0;
        if (!corner || !(radius > 0)) return malformed(level + " has an impossible uncertainty");
        vertebra.at(*corner).uncertaintyPx = radius;
    }
    return {};
}

Status readVertebra(const Json& object, Landmarks& landmarks) {
    const auto name = textMember(object, "level");
    const auto level = name ? levelFromName(*name) : std::nullopt;
    if (!level) return malformed("a vertebra has no level T12, L1, ... L5");
    VertebraLandmarks& vertebra = landmarks.at(*level);
    if (vertebra != VertebraLandmarks{}) return malformed(*name + " is there twice");
    if (const Json* confidence = member(object, "confidence");
        confidence != nullptr && !confidence->is_null()) {
        const double value = confidence->is_number() ? confidence->get<double>() : -1;
        if (!(value >= 0 && value <= 1))
            return malformed("the confidence of " + *name + " is not between 0 and 1");
        vertebra.confidence = value;
    }
    if (auto corners = readCorners(object, *name, vertebra); !corners) return corners;
    if (auto radii = readUncertainties(object, *name, vertebra); !radii) return radii;
    return readLocks(object, *name, vertebra);
}

Status readMissingReasons(const Json& root, Landmarks& landmarks) {
    const Json* reasons = member(root, "missingReasons");
    if (reasons == nullptr || !reasons->is_object()) return {};
    for (const auto& [name, value] : reasons->items()) {
        const auto level = levelFromName(name);
        if (!level) return malformed("an unknown level is missing");
        for (const MissingReason reason : {MissingReason::BelowThreshold, MissingReason::OutsidePicture})
            if (value == missingReasonName(reason)) landmarks.at(*level).missing = reason;
    }
    return {};
}

std::optional<DetectionModel> modelOf(const Json& root) {
    const Json* model = member(root, "model");
    if (model == nullptr || !model->is_object()) return std::nullopt;
    return DetectionModel{textMember(*model, "name").value_or(""), textMember(*model, "sha256").value_or(""),
                          textMember(*model, "device").value_or(""),
                          textMember(*model, "precision").value_or("")};
}

Result<LandmarkRecord> recordOf(const Json& root) {
    LandmarkRecord record;
    const Json* scan = member(root, "scan");
    const auto width = scan != nullptr ? sizeMember(*scan, "width") : std::nullopt;
    const auto height = scan != nullptr ? sizeMember(*scan, "height") : std::nullopt;
    if (!width || !height) return malformed("the size of the scan is missing");
    record.width = *width;
    record.height = *height;
    const std::string path = textMember(*scan, "path").value_or("");
    record.scanPath = std::filesystem::path(std::u8string(path.begin(), path.end()));
    if (textMember(root, "frame") != "source-pixels") return malformed("the frame is not source-pixels");
    const auto anterior = anteriorSideFromName(textMember(root, "anterior").value_or(""));
    if (!anterior) return malformed("the anterior side is neither left nor right");
    record.landmarks.anterior = *anterior;
    const Json* vertebrae = member(root, "vertebrae");
    if (vertebrae == nullptr || !vertebrae->is_array()) return malformed("there is no list of vertebrae");
    for (const Json& vertebra : *vertebrae)
        if (const Status read = readVertebra(vertebra, record.landmarks); !read) return failure(read.error());
    if (const Status read = readMissingReasons(root, record.landmarks); !read) return failure(read.error());
    record.model = modelOf(root);
    return record;
}

} // namespace

std::optional<PixelPoint> pointFrom(const Json& value) {
    constexpr double kFarthestPixel = 1e6;
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number())
        return std::nullopt;
    const PixelPoint point{value[0].get<double>(), value[1].get<double>()};
    const bool isNear = std::abs(point.x) <= kFarthestPixel && std::abs(point.y) <= kFarthestPixel;
    return isNear ? std::optional(point) : std::nullopt;
}

Result<LandmarkRecord> landmarksFromJson(const std::string& text) {
    const auto root = parsedJson(text);
    if (!root) return failure(root.error());
    return recordOf(*root);
}

Result<LandmarkRecord> readLandmarkFile(const std::filesystem::path& path) {
    const auto text = readFile(path, kMaxFileBytes);
    if (!text) return failure(text.error());
    auto record = landmarksFromJson(*text);
    if (!record) record.error().path = path;
    return record;
}

} // namespace vertescore
