// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"
#include "core/io/landmarks/formats/Formats_p.h"

#include <map>

// make-sense point CSV: label,x,y,image,width,height, with or without that header; 24 rows an image, four for
// each vertebra, in any order.
namespace vertescore::formats {
namespace {

constexpr std::size_t kColumns = 6;

/// The rows of one image.
struct ImageRows {
    ImagePoints image;
    std::size_t lastLine = 0;
    std::array<std::size_t, kLevelCount> counts{};
};

tl::unexpected<Error> malformedLine(std::size_t line, const std::string& what) {
    return malformed("line " + std::to_string(line) + ": " + what);
}

Status addRow(const CsvRow& row, ImageRows& rows) {
    const auto level = levelFromName(row.fields[0]);
    const auto x = numberFrom(row.fields[1]), y = numberFrom(row.fields[2]);
    const auto width = integerFrom(row.fields[4]), height = integerFrom(row.fields[5]);
    if (!level) return malformedLine(row.line, "the label is none of T12, L1, ... L5");
    if (!x || !y) return malformedLine(row.line, "x or y is no number");
    if (!width || !height || *width < 1 || *height < 1)
        return malformedLine(row.line, "the size is not valid");
    if (rows.image.width != 0 && (rows.image.width != *width || rows.image.height != *height))
        return malformedLine(row.line, "the size of the image differs from the rows before");
    rows.image.width = *width;
    rows.image.height = *height;
    rows.lastLine = row.line;
    if (++rows.counts[indexOf(*level)] > kCornerCount)
        return malformedLine(row.line, "a fifth point of " + std::string(levelName(*level)));
    rows.image.points.push_back(placedPoint({*level, std::nullopt}, {*x, *y}));
    return {};
}

Status checkComplete(const ImageRows& rows) {
    for (const Level level : kLevels)
        if (const std::size_t count = rows.counts[indexOf(level)]; count != kCornerCount)
            return malformedLine(rows.lastLine, "the image ends with " + std::to_string(count) +
                                                    " points of " + std::string(levelName(level)) +
                                                    ", 4 are needed");
    return {};
}

Result<std::vector<ImagePoints>> read(const NamedText& file, const Surroundings&) {
    const auto rows = parseCsv(file.text);
    if (!rows) return malformed(rows.error().detail);
    std::vector<ImageRows> images; // in the order of their first rows
    std::map<std::string, std::size_t> places;
    for (const CsvRow& row : *rows) {
        const bool isHeader = &row == &rows->front() && row.fields.size() == kColumns && row.fields[1] == "x";
        if (isHeader) continue;
        if (row.fields.size() != kColumns)
            return malformedLine(row.line, std::to_string(row.fields.size()) + " fields, 6 are needed");
        const auto [place, isNew] = places.try_emplace(row.fields[3], images.size());
        if (isNew) {
            images.emplace_back();
            images.back().image.image = row.fields[3];
        }
        if (const Status added = addRow(row, images[place->second]); !added) return failure(added.error());
    }
    std::vector<ImagePoints> result;
    for (ImageRows& image : images) {
        if (const Status complete = checkComplete(image); !complete) return failure(complete.error());
        result.push_back(std::move(image.image));
    }
    return result;
}

Result<std::vector<NamedText>> write(const std::vector<ExchangedLandmarks>& scans) {
    std::string text;
    for (const ExchangedLandmarks& scan : scans) {
        const LandmarkRecord& record = scan.record;
        const std::string rest = "," + csvField(imageName(scan)) + "," + std::to_string(record.width) + "," +
                                 std::to_string(record.height) + "\n";
        for (const Level level : kLevels) {
            const std::string label(levelName(level));
            for (const Landmark& corner : record.landmarks.at(level).corners) {
                if (!corner.position)
                    return failure(ErrorCode::LandmarksMissing, label + " of " + imageName(scan));
                text +=
                    label + "," + shortest(corner.position->x) + "," + shortest(corner.position->y) + rest;
            }
        }
    }
    return std::vector{NamedText{"", std::move(text)}};
}

} // namespace

const FormatCode kMakeSense{LandmarkFormat::MakeSense, "makesense", ".csv", false, read, write};

} // namespace vertescore::formats
