// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TrainingBundleEntry_p.h"

#include "core/base/JsonDepth.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <limits>

namespace vertescore {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kSmallestSide = 8; ///< pixels; nothing smaller is a scan

tl::unexpected<Error> broken(const std::string& entry, const std::string& what) {
    return failure(ErrorCode::FileMalformed, "scan " + entry + " " + what);
}

std::string shapeText(const TensorView& view) {
    std::string text;
    for (const std::int64_t side : view.shape)
        text += (text.empty() ? "" : " x ") + std::to_string(side);
    return "[" + text + "] " + std::string(tensorTypeName(view.type));
}

/// The numbers of a tensor that must have this type and shape, copied to where they are wanted.
template <typename Number, std::size_t count>
Status readNumbers(const SafetensorsFile& file, const std::string& entry, const std::string& part,
                   const TensorView& wanted, std::array<Number, count>& numbers) {
    const auto found = file.tensors().find(entry + "." + part);
    if (found == file.tensors().end()) return broken(entry, "has no " + part);
    const TensorView& view = found->second;
    if (view.type != wanted.type || view.shape != wanted.shape)
        return broken(entry,
                      "has " + part + " of form " + shapeText(view) + ", wanted is " + shapeText(wanted));
    std::memcpy(numbers.data(), view.bytes.data(), view.bytes.size());
    return {};
}

Result<BundlePoints> readPoints(const SafetensorsFile& file, const std::string& entry) {
    constexpr auto count = static_cast<std::int64_t>(kPointCount);
    BundlePoints points;
    if (const Status read =
            readNumbers(file, entry, "landmarks", {TensorType::F64, {count, 2}, {}}, points.places);
        !read)
        return failure(read.error());
    if (const Status read = readNumbers(file, entry, "placed", {TensorType::U8, {count}, {}}, points.placed);
        !read)
        return failure(read.error());
    if (const Status read = readNumbers(file, entry, "states", {TensorType::U8, {count}, {}}, points.states);
        !read)
        return failure(read.error());
    return points;
}

Status readLandmark(const BundlePoints& points, std::size_t number, const std::string& entry,
                    Landmark& landmark) {
    const double x = points.places[2 * number];
    const double y = points.places[2 * number + 1];
    const std::string which = "has a point " + std::to_string(number + 1) + " of 24 ";
    if (points.states[number] > static_cast<std::uint8_t>(PointState::NotVisible))
        return broken(entry, which + "in an unknown state");
    landmark.state = static_cast<PointState>(points.states[number]);
    const bool isPlaced = points.placed[number] != 0;
    const bool hasNumbers = std::isfinite(x) && std::isfinite(y);
    if (isPlaced != hasNumbers) return broken(entry, which + "whose place and mark «placed» do not agree");
    if (isPlaced) landmark.position = PixelPoint{x, y};
    const bool mayLackPlace = landmark.state == PointState::Unset || landmark.state == PointState::NotVisible;
    if (isPlaced ? landmark.state == PointState::Unset : !mayLackPlace)
        return broken(entry, which + "whose place and state do not agree");
    return {};
}

Status readPicture(const SafetensorsFile& file, const std::string& entry, BundleScan& scan) {
    const auto found = file.tensors().find(entry + ".image");
    if (found == file.tensors().end()) return broken(entry, "has no image");
    const TensorView& view = found->second;
    const bool isGrey = view.type == TensorType::U8 || view.type == TensorType::U16;
    if (!isGrey || view.shape.size() != 2 || std::min(view.shape[0], view.shape[1]) < kSmallestSide)
        return broken(entry, "has a broken image: " + shapeText(view) + " is no grey picture");
    scan.geometry.height = static_cast<int>(view.shape[0]);
    scan.geometry.width = static_cast<int>(view.shape[1]);
    scan.bits = view.type == TensorType::U8 ? 8 : 16;
    scan.pixels = view.bytes;
    return {};
}

std::optional<std::string> textAt(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

/// Where it lies: what is nested without end must not be copied, which recurses.
const Json& membersOf(const Json& object, const char* name) {
    static const Json kNone = Json::object();
    const auto found = object.find(name);
    return found == object.end() ? kNone : *found;
}

Status readSpacing(const Json& facts, const std::string& entry, BundleScan& scan) {
    const auto found = facts.find("spacing");
    if (found == facts.end() || found->is_null()) return {};
    const Json& spacing = *found;
    const auto source =
        spacing.is_object() ? spacingSourceFromName(textAt(spacing, "source").value_or("")) : std::nullopt;
    const auto length = [&spacing](const char* axis) {
        const auto value = spacing.find(axis);
        return value != spacing.end() && value->is_number() ? value->get<double>() : 0.0;
    };
    if (!source || !(length("xMm") > 0) || !(length("yMm") > 0))
        return broken(entry, "has an impossible spacing");
    scan.geometry.spacing = PixelSpacing{length("xMm"), length("yMm"), *source};
    return {};
}

Status readByLevel(const Json& facts, const std::string& entry, Landmarks& landmarks) {
    for (const auto& [name, value] : membersOf(facts, "missingReasons").items()) {
        const auto level = levelFromName(name);
        const auto reason =
            value.is_string() ? missingReasonFromName(value.get<std::string>()) : std::nullopt;
        if (!level || !reason)
            return broken(entry, "misses a vertebra of unknown name or for an unknown reason");
        landmarks.at(*level).missing = *reason;
    }
    for (const auto& [name, value] : membersOf(facts, "confidences").items()) {
        const auto level = levelFromName(name);
        const double confidence = value.is_number() ? value.get<double>() : -1;
        if (!level || !(confidence >= 0 && confidence <= 1))
            return broken(entry, "has an impossible confidence");
        landmarks.at(*level).confidence = confidence;
    }
    return {};
}

Status readFacts(const SafetensorsFile& file, const std::string& entry, BundleScan& scan) {
    const auto text = file.metadata().find(entry);
    const bool isReadable = text != file.metadata().end() && jsonDepth(text->second) <= kDeepestJson;
    const Json facts = isReadable ? Json::parse(text->second, nullptr, false) : Json();
    if (!facts.is_object()) return broken(entry, "has no metadata");
    const auto anterior = anteriorSideFromName(textAt(facts, "anterior").value_or(""));
    if (!anterior) return broken(entry, "does not say where anterior is");
    scan.landmarks.anterior = *anterior;
    scan.patient = textAt(facts, "patient").value_or("");
    scan.group = textAt(facts, "group").value_or("");
    if (const Status read = readSpacing(facts, entry, scan); !read) return read;
    return readByLevel(facts, entry, scan.landmarks);
}

} // namespace

BundlePoints pointsOf(const Landmarks& landmarks) {
    BundlePoints points;
    std::size_t number = 0;
    for (const VertebraLandmarks& vertebra : landmarks.vertebrae)
        for (const Landmark& corner : vertebra.corners) {
            constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
            points.places[2 * number] = corner.position ? corner.position->x : nowhere;
            points.places[2 * number + 1] = corner.position ? corner.position->y : nowhere;
            points.placed[number] = corner.position ? 1 : 0;
            points.states[number] = static_cast<std::uint8_t>(corner.state);
            ++number;
        }
    return points;
}

std::string entryText(const BundleScan& scan) {
    Json facts{{"anterior", anteriorSideName(scan.landmarks.anterior)},
               {"patient", scan.patient},
               {"group", scan.group},
               {"spacing", nullptr}};
    if (const auto& spacing = scan.geometry.spacing)
        facts["spacing"] = {
            {"xMm", spacing->xMm}, {"yMm", spacing->yMm}, {"source", spacingSourceName(spacing->source)}};
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = scan.landmarks.at(level);
        const std::string name(levelName(level));
        if (vertebra.missing != MissingReason::None)
            facts["missingReasons"][name] = missingReasonName(vertebra.missing);
        if (vertebra.confidence) facts["confidences"][name] = *vertebra.confidence;
    }
    return facts.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<BundleScan> readEntry(const SafetensorsFile& file, const std::string& entry) {
    BundleScan scan;
    if (const Status read = readPicture(file, entry, scan); !read) return failure(read.error());
    if (const Status read = readFacts(file, entry, scan); !read) return failure(read.error());
    const auto points = readPoints(file, entry);
    if (!points) return failure(points.error());
    for (std::size_t i = 0; i < kPointCount; ++i) {
        Landmark& landmark = scan.landmarks.vertebrae[i / kCornerCount].corners[i % kCornerCount];
        if (const Status read = readLandmark(*points, i, entry, landmark); !read)
            return failure(read.error());
    }
    return scan;
}

} // namespace vertescore
