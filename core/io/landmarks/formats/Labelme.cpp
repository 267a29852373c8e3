// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/JsonAccess_p.h"
#include "core/io/landmarks/LandmarkJson_p.h"
#include "core/io/landmarks/formats/Formats_p.h"

// labelme: a JSON file beside each image, with a shape for each point; the state of a point is its
// description. A polygon of four points that is labelled with a level is read as its corners.
namespace vertescore::formats {
namespace {

using Json = OrderedJson;

Status addShape(const Json& shape, ImagePoints& image) {
    const auto label = pointLabelFrom(textMember(shape, "label").value_or(""));
    const std::string kind = textMember(shape, "shape_type").value_or("point");
    if (!label || (kind != "point" && kind != "points" && kind != "polygon")) return {};
    const std::string state = textMember(shape, "description").value_or("");
    for (const Json& place : arrayMember(shape, "points")) {
        const auto point = pointFrom(place);
        if (!point) return malformed("a point of " + std::string(levelName(label->level)) + " is no place");
        image.points.push_back(placedPoint(*label, *point, state));
    }
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto parsed = parsedJson(file.text);
    if (!parsed) return failure(parsed.error());
    const Json& root = *parsed;
    ImagePoints image;
    const std::string path = textMember(root, "imagePath").value_or("");
    image.image = path.substr(path.find_last_of("/\\") + 1);
    image.width = sizeMember(root, "imageWidth").value_or(0);
    image.height = sizeMember(root, "imageHeight").value_or(0);
    for (const Json& shape : arrayMember(root, "shapes"))
        if (const Status added = addShape(shape, image); !added) return failure(added.error());
    return std::vector{std::move(image)};
}

Json shapeObject(Level level, Corner corner, const Landmark& landmark) {
    return {{"label", pointLabel(level, corner)},
            {"points", Json::array({pointArray(*landmark.position)})},
            {"group_id", indexOf(level) + 1},
            {"description", pointStateName(landmark.state)},
            {"shape_type", "point"},
            {"flags", Json::object()}};
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::vector<NamedText> files;
    for (const ExchangedLandmarks& scan : scans) {
        Json root{{"version", "5.4.1"},
                  {"flags", Json::object()},
                  {"shapes", Json::array()},
                  {"imagePath", imageName(scan)},
                  {"imageData", nullptr},
                  {"imageHeight", scan.record.height},
                  {"imageWidth", scan.record.width}};
        for (const Level level : kLevels)
            for (const Corner corner : kCorners)
                if (const Landmark& landmark = scan.record.landmarks.at(level).at(corner); landmark.position)
                    root["shapes"].push_back(shapeObject(level, corner, landmark));
        files.push_back({toUtf8(scan.record.scanPath.stem()) + ".json", jsonText(root, false) + "\n"});
    }
    return files;
}

} // namespace

const FormatCode kLabelme{LandmarkFormat::Labelme, "labelme", ".json", true, read, write};

} // namespace vertescore::formats
