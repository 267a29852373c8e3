// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/JsonAccess_p.h"
#include "core/io/landmarks/formats/Formats_p.h"

// VoTT: an asset file, or an export of a whole project with "assets". A region of points is labelled by its
// tags.
namespace vertescore::formats {
namespace {

using Json = OrderedJson;

std::optional<PointLabel> labelOf(const Json& region) {
    for (const Json& tag : arrayMember(region, "tags"))
        if (const auto label = pointLabelFrom(tag.is_string() ? tag.get<std::string>() : "")) return label;
    return std::nullopt;
}

Status addRegion(const Json& region, ImagePoints& image) {
    const auto label = labelOf(region);
    const std::string kind = textMember(region, "type").value_or("");
    if (!label || (kind != "POINT" && kind != "POLYGON")) return {};
    for (const Json& point : arrayMember(region, "points")) {
        const auto x = numberMember(point, "x"), y = numberMember(point, "y");
        if (!x || !y) return malformed("a point of " + std::string(levelName(label->level)) + " is no place");
        image.points.push_back(placedPoint(*label, {*x, *y}));
    }
    return {};
}

Result<ImagePoints> imageFrom(const Json& object) {
    const Json* asset = member(object, "asset");
    if (asset == nullptr) return malformed("no asset in it");
    ImagePoints image;
    image.image = textMember(*asset, "name").value_or("");
    if (const Json* size = member(*asset, "size")) {
        image.width = sizeMember(*size, "width").value_or(0);
        image.height = sizeMember(*size, "height").value_or(0);
    }
    for (const Json& region : arrayMember(object, "regions"))
        if (const Status added = addRegion(region, image); !added) return failure(added.error());
    return image;
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto parsed = parsedJson(file.text);
    if (!parsed) return failure(parsed.error());
    const Json& root = *parsed;
    std::vector<ImagePoints> images;
    const Json* assets = member(root, "assets");
    if (assets == nullptr || !assets->is_object()) {
        auto image = imageFrom(root);
        if (!image) return failure(image.error());
        images.push_back(std::move(*image));
        return images;
    }
    for (const auto& entry : assets->items()) {
        auto image = imageFrom(entry.value());
        if (!image) return failure(image.error());
        images.push_back(std::move(*image));
    }
    return images;
}

} // namespace

const FormatCode kVott{LandmarkFormat::Vott, "vott", ".json", false, read, nullptr};

} // namespace vertescore::formats
