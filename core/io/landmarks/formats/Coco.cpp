// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/JsonAccess_p.h"
#include "core/io/landmarks/LandmarkJson_p.h"
#include "core/io/landmarks/formats/Formats_p.h"

#include <algorithm>
#include <map>

// COCO keypoints: a category for each vertebra with its corners as keypoints, an annotation for each vertebra
// of an image. A category of the whole spine, whose keypoints name vertebra and corner, is read as well.
namespace vertescore::formats {
namespace {

using Json = OrderedJson;

constexpr std::size_t kNumbersOfPoint = 3; ///< x, y, visibility: 0 absent, 1 hidden, 2 visible

/// What each keypoint of a category is; nothing for one that is no corner of ours.
using Category = std::vector<std::optional<PointLabel>>;

Category categoryFrom(const Json& object) {
    Category category;
    const auto own = pointLabelFrom(textMember(object, "name").value_or(""));
    const Json& keypoints = arrayMember(object, "keypoints");
    for (const Json& keypoint : keypoints) {
        const std::string name = keypoint.is_string() ? keypoint.get<std::string>() : "";
        auto label = pointLabelFrom(name);
        if (!label && own) {
            label = pointLabelFrom(std::string(levelName(own->level)) + name);
            if (!label && keypoints.size() == kCornerCount) label = PointLabel{own->level, std::nullopt};
        }
        category.push_back(label);
    }
    return category;
}

std::optional<std::int64_t> idOf(const Json& object, const char* name) {
    const Json* id = member(object, name);
    return id != nullptr && id->is_number_integer() ? std::optional(id->get<std::int64_t>()) : std::nullopt;
}

Status addAnnotation(const Json& annotation, const Category& category, ImagePoints& image) {
    const Json& keypoints = arrayMember(annotation, "keypoints");
    if (keypoints.size() != category.size() * kNumbersOfPoint)
        return malformed(image.image + ": " + std::to_string(keypoints.size()) + " numbers of " +
                         std::to_string(category.size()) + " keypoints");
    if (!std::all_of(keypoints.begin(), keypoints.end(), [](const Json& n) { return n.is_number(); }))
        return malformed(image.image + ": a keypoint is no number");
    const Json& states = arrayMember(annotation, "states");
    for (std::size_t i = 0; i < category.size(); ++i) {
        if (!category[i]) continue;
        const auto at = [&](std::size_t n) { return keypoints[i * kNumbersOfPoint + n].get<double>(); };
        if (at(2) == 0) continue;
        const bool hasState = i < states.size() && states[i].is_string();
        std::string state = hasState ? states[i].get<std::string>() : "";
        if (at(2) == 1) state = pointStateName(PointState::NotVisible);
        image.points.push_back(placedPoint(*category[i], {at(0), at(1)}, state));
    }
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto parsed = parsedJson(file.text);
    if (!parsed) return failure(parsed.error());
    const Json& root = *parsed;
    std::map<std::int64_t, Category> categories;
    for (const Json& object : arrayMember(root, "categories"))
        if (const auto id = idOf(object, "id")) categories[*id] = categoryFrom(object);
    std::vector<ImagePoints> images;
    std::map<std::int64_t, std::size_t> places;
    for (const Json& object : arrayMember(root, "images")) {
        const auto id = idOf(object, "id");
        if (!id) return malformed("an image has no id");
        places[*id] = images.size();
        images.push_back({textMember(object, "file_name").value_or(""),
                          sizeMember(object, "width").value_or(0),
                          sizeMember(object, "height").value_or(0),
                          std::nullopt,
                          {}});
    }
    for (const Json& annotation : arrayMember(root, "annotations")) {
        const auto category = categories.find(idOf(annotation, "category_id").value_or(-1));
        const bool isOurs =
            category != categories.end() && std::any_of(category->second.begin(), category->second.end(),
                                                        [](const auto& label) { return label.has_value(); });
        if (!isOurs) continue;
        const auto place = places.find(idOf(annotation, "image_id").value_or(-1));
        if (place == places.end()) return malformed("an annotation is of no image");
        if (const Status added = addAnnotation(annotation, category->second, images[place->second]); !added)
            return failure(added.error());
    }
    return images;
}

Json categoryObject(Level level) {
    Json keypoints = Json::array();
    for (const Corner corner : kCorners)
        keypoints.push_back(cornerName(corner));
    return {{"id", indexOf(level) + 1},
            {"name", levelName(level)},
            {"supercategory", "vertebra"},
            {"keypoints", std::move(keypoints)},
            {"skeleton", {{1, 2}, {2, 4}, {4, 3}, {3, 1}}}};
}

/// Nothing when no corner has a place.
std::optional<Json> annotationObject(const VertebraLandmarks& vertebra) {
    Json keypoints = Json::array(), states = Json::array();
    std::vector<PixelPoint> places;
    for (const Landmark& corner : vertebra.corners) {
        const PixelPoint place = corner.position.value_or(PixelPoint{});
        const bool isVisible = corner.state != PointState::NotVisible;
        keypoints.insert(keypoints.end(), {place.x, place.y, !corner.position ? 0 : isVisible ? 2 : 1});
        states.push_back(pointStateName(corner.state));
        if (corner.position) places.push_back(place);
    }
    if (places.empty()) return std::nullopt;
    const auto byX = [](PixelPoint a, PixelPoint b) { return a.x < b.x; };
    const auto byY = [](PixelPoint a, PixelPoint b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(places.begin(), places.end(), byX);
    const auto [top, bottom] = std::minmax_element(places.begin(), places.end(), byY);
    const double width = right->x - left->x, height = bottom->y - top->y;
    return Json{{"keypoints", std::move(keypoints)},
                {"num_keypoints", places.size()},
                {"states", std::move(states)},
                {"bbox", {left->x, top->y, width, height}},
                {"area", width * height},
                {"iscrowd", 0}};
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    Json root{
        {"info", {{"description", "Landmarks of T12 to L5. For research use only. Not for diagnosis."}}},
        {"images", Json::array()},
        {"annotations", Json::array()},
        {"categories", Json::array()}};
    for (const Level level : kLevels)
        root["categories"].push_back(categoryObject(level));
    for (std::size_t i = 0; i < scans.size(); ++i) {
        root["images"].push_back({{"id", i + 1},
                                  {"file_name", imageName(scans[i])},
                                  {"width", scans[i].record.width},
                                  {"height", scans[i].record.height}});
        for (const Level level : kLevels) {
            auto annotation = annotationObject(scans[i].record.landmarks.at(level));
            if (!annotation) continue;
            (*annotation)["id"] = root["annotations"].size() + 1;
            (*annotation)["image_id"] = i + 1;
            (*annotation)["category_id"] = indexOf(level) + 1;
            root["annotations"].push_back(std::move(*annotation));
        }
    }
    return std::vector{NamedText{"", jsonText(root, false) + "\n"}};
}

} // namespace

const FormatCode kCoco{LandmarkFormat::Coco, "coco", ".json", false, read, write};

} // namespace vertescore::formats
