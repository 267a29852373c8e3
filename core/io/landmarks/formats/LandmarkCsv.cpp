// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"
#include "core/io/landmarks/formats/Formats_p.h"

#include <algorithm>
#include <map>

// A table that keeps everything a scan's landmarks hold: a row for each corner, 24 a scan; blank where there
// is no place, no confidence or no uncertainty. Tables written before there was an uncertainty lack its
// column.
namespace vertescore::formats {
namespace {

constexpr std::string_view kHeader =
    "image,width,height,anterior,level,corner,x,y,state,locked,confidence,missing,uncertainty_px";
enum Column {
    Image,
    Width,
    Height,
    Anterior,
    LevelName,
    CornerName,
    X,
    Y,
    State,
    Locked,
    Confidence,
    Missing,
    Uncertainty
};
constexpr std::size_t kColumns = 13;
constexpr std::size_t kOlderColumns = 12;

tl::unexpected<Error> malformedLine(const CsvRow& row, const std::string& what) {
    return malformed("line " + std::to_string(row.line) + ": " + what);
}

std::optional<MissingReason> missingFrom(std::string_view name) {
    for (const MissingReason reason :
         {MissingReason::None, MissingReason::BelowThreshold, MissingReason::OutsidePicture})
        if (missingReasonName(reason) == name || (reason == MissingReason::None && name.empty()))
            return reason;
    return std::nullopt;
}

Result<ImagePoint> pointOf(const CsvRow& row) {
    const auto level = levelFromName(row.fields[LevelName]);
    const auto corner = cornerFromName(row.fields[CornerName]);
    const auto state = pointStateFromName(row.fields[State]);
    if (!level || !corner) return malformedLine(row, "an unknown level or corner");
    if (!state) return malformedLine(row, "an unknown state");
    ImagePoint point{*level, corner, {std::nullopt, *state, row.fields[Locked] == "1"}};
    if (!row.fields[X].empty() || !row.fields[Y].empty()) {
        const auto x = numberFrom(row.fields[X]), y = numberFrom(row.fields[Y]);
        if (!x || !y) return malformedLine(row, "x or y is no number");
        point.landmark.position = PixelPoint{*x, *y};
    }
    const bool isUnset = *state == PointState::Unset;
    if (isUnset == point.landmark.position.has_value() && *state != PointState::NotVisible)
        return malformedLine(row, "the state does not go with the place");
    if (!row.fields[Confidence].empty()) {
        const auto confidence = numberFrom(row.fields[Confidence]);
        if (!confidence || !(*confidence >= 0 && *confidence <= 1))
            return malformedLine(row, "the confidence is not between 0 and 1");
        point.confidence = confidence;
    }
    const auto missing = missingFrom(row.fields[Missing]);
    if (!missing) return malformedLine(row, "an unknown reason");
    point.missing = *missing;
    if (row.fields.size() > Uncertainty && !row.fields[Uncertainty].empty()) {
        point.landmark.uncertaintyPx = numberFrom(row.fields[Uncertainty]);
        if (!(point.landmark.uncertaintyPx > 0.0))
            return malformedLine(row, "the uncertainty is not above 0");
    }
    return point;
}

Status addRow(const CsvRow& row, ImagePoints& image) {
    const auto width = integerFrom(row.fields[Width]), height = integerFrom(row.fields[Height]);
    const auto anterior = anteriorSideFromName(row.fields[Anterior]);
    if (!width || !height) return malformedLine(row, "the size is not valid");
    if (!anterior) return malformedLine(row, "the front is neither left nor right");
    const bool isFirst = image.points.empty();
    if (!isFirst && (image.width != *width || image.height != *height || image.anterior != anterior))
        return malformedLine(row, "size or front differ from the rows before");
    image.width = *width;
    image.height = *height;
    image.anterior = anterior;
    auto point = pointOf(row);
    if (!point) return failure(point.error());
    image.points.push_back(std::move(*point));
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto rows = parseCsv(file.text);
    if (!rows) return malformed(rows.error().detail);
    const std::size_t columns = rows->empty() ? 0 : rows->front().fields.size();
    if ((columns != kColumns && columns != kOlderColumns) || rows->front().fields[Image] != "image")
        return malformed("the first line is not " + std::string(kHeader));
    std::vector<ImagePoints> images;
    std::map<std::string, std::size_t> places;
    for (const CsvRow& row : *rows) {
        if (&row == &rows->front()) continue;
        if (row.fields.size() != columns)
            return malformedLine(row, std::to_string(row.fields.size()) + " fields, " +
                                          std::to_string(columns) + " are needed");
        const auto [place, isNew] = places.try_emplace(row.fields[Image], images.size());
        if (isNew) {
            images.emplace_back();
            images.back().image = row.fields[Image];
        }
        if (const Status added = addRow(row, images[place->second]); !added) return failure(added.error());
    }
    return images;
}

std::string rowOf(const ExchangedLandmarks& scan, Level level, Corner corner) {
    const LandmarkRecord& record = scan.record;
    const VertebraLandmarks& vertebra = record.landmarks.at(level);
    const Landmark& landmark = vertebra.at(corner);
    const auto number = [](std::optional<double> value) { return value ? shortest(*value) : std::string(); };
    const auto place = landmark.position;
    const std::array<std::string, kColumns> fields{
        csvField(imageName(scan)),
        std::to_string(record.width),
        std::to_string(record.height),
        std::string(anteriorSideName(record.landmarks.anterior)),
        std::string(levelName(level)),
        std::string(cornerName(corner)),
        number(place ? std::optional(place->x) : std::nullopt),
        number(place ? std::optional(place->y) : std::nullopt),
        std::string(pointStateName(landmark.state)),
        landmark.locked ? "1" : "0",
        number(vertebra.confidence),
        vertebra.missing == MissingReason::None ? "" : std::string(missingReasonName(vertebra.missing)),
        number(landmark.uncertaintyPx)};
    std::string row = fields.front();
    for (std::size_t i = 1; i < fields.size(); ++i)
        row += ',' + fields[i];
    return row + '\n';
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::string text = std::string(kHeader) + "\n";
    for (const ExchangedLandmarks& scan : scans)
        for (const Level level : kLevels)
            for (const Corner corner : kCorners)
                text += rowOf(scan, level, corner);
    return std::vector{NamedText{"", std::move(text)}};
}

} // namespace

const FormatCode kCsv{LandmarkFormat::Csv, "csv", ".csv", false, read, write};

} // namespace vertescore::formats
