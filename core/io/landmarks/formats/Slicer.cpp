// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/JsonAccess_p.h"
#include "core/io/landmarks/LandmarkJson_p.h"
#include "core/io/landmarks/formats/Formats_p.h"

// Slicer markups, SCAN.mrk.json: control points in millimetres, with x along the rows and y down the columns
// as Slicer loads a single picture (LPS, origin in the first pixel); in pixels where the spacing is not
// known.
namespace vertescore::formats {
namespace {

using Json = OrderedJson;

constexpr std::string_view kEnding = ".mrk.json";
constexpr const char* kSchema = "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/"
                                "Markups/Resources/Schema/markups-schema-v1.0.3.json#";

PixelSpacing scaleOf(const std::optional<PixelSpacing>& spacing) {
    return spacing.value_or(PixelSpacing{1, 1, SpacingSource::PixelSpacing});
}

/// sign: -1 for RAS, whose first two axes run the other way.
Status addPoint(const Json& point, double sign, ImagePoints& image) {
    const auto label = pointLabelFrom(textMember(point, "label").value_or(""));
    if (!label) return {};
    ImagePoint read = placedPoint(*label, {}, textMember(point, "description").value_or(""));
    if (textMember(point, "positionStatus").value_or("defined") != "defined") return {};
    const Json& position = arrayMember(point, "position");
    if (position.size() != 3 || !position[0].is_number() || !position[1].is_number())
        return malformed("a point of " + std::string(levelName(label->level)) + " is no place");
    const PixelSpacing scale = scaleOf(image.spacing);
    read.landmark.position = PixelPoint{sign * position[0].get<double>() / scale.xMm,
                                        sign * position[1].get<double>() / scale.yMm};
    const Json* locked = member(point, "locked");
    read.landmark.locked = locked != nullptr && *locked == true;
    image.points.push_back(read);
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings& around) {
    const auto parsed = parsedJson(file.text);
    if (!parsed) return failure(parsed.error());
    const Json& root = *parsed;
    const bool isEnded = file.name.ends_with(kEnding);
    const std::string name = isEnded ? file.name.substr(0, file.name.size() - kEnding.size()) : file.name;
    const auto scan = around.options.findScan ? around.options.findScan(name) : std::nullopt;
    if (!scan) return failure(ErrorCode::InvalidArgument, "there is no scan " + name);
    ImagePoints image{
        scan->fileName, scan->geometry.width, scan->geometry.height, scan->geometry.spacing, {}};
    for (const Json& markup : arrayMember(root, "markups")) {
        const std::string system = textMember(markup, "coordinateSystem").value_or("LPS");
        if (system != "LPS" && system != "RAS")
            return malformed("the coordinate system is neither LPS nor RAS");
        for (const Json& point : arrayMember(markup, "controlPoints"))
            if (const Status added = addPoint(point, system == "LPS" ? 1 : -1, image); !added)
                return failure(added.error());
    }
    return std::vector{std::move(image)};
}

Json controlPoint(Level level, Corner corner, const Landmark& landmark, const PixelSpacing& scale) {
    const PixelPoint place = landmark.position.value_or(PixelPoint{});
    return {{"id", std::to_string(indexOf(level) * kCornerCount + indexOf(corner) + 1)},
            {"label", pointLabel(level, corner)},
            {"description", pointStateName(landmark.state)},
            {"position", {place.x * scale.xMm, place.y * scale.yMm, 0.0}},
            {"selected", true},
            {"locked", landmark.locked},
            {"visibility", true},
            {"positionStatus", landmark.position ? "defined" : "undefined"}};
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::vector<NamedText> files;
    for (const ExchangedLandmarks& scan : scans) {
        Json points = Json::array();
        for (const Level level : kLevels)
            for (const Corner corner : kCorners)
                points.push_back(controlPoint(level, corner, scan.record.landmarks.at(level).at(corner),
                                              scaleOf(scan.spacing)));
        Json markup{{"type", "Fiducial"},
                    {"coordinateSystem", "LPS"},
                    {"coordinateUnits", scan.spacing ? "mm" : ""},
                    {"controlPoints", std::move(points)}};
        const Json root{{"@schema", kSchema}, {"markups", Json::array({std::move(markup)})}};
        files.push_back({imageName(scan) + std::string(kEnding), jsonText(root, false) + "\n"});
    }
    return files;
}

} // namespace

const FormatCode kSlicer{LandmarkFormat::Slicer, "slicer", kEnding, true, read, write};

} // namespace vertescore::formats
