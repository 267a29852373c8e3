// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/MarksCsv.h"

#include "core/base/CsvColumns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace vertescore {

namespace {

enum Column : std::size_t {
    Image,
    Reader,
    WallColumn,
    From,
    To,
    UpperX,
    UpperY,
    LowerX,
    LowerY,
    Condition,
    Session,
    Format,
    Notice
};
constexpr std::array<std::string_view, 13> kNames{"image_id", "reader",  "wall",    "from",    "to",
                                                  "upper_x",  "upper_y", "lower_x", "lower_y", "condition",
                                                  "session",  "format",  "notice"};
constexpr std::size_t kRequired = Condition;
constexpr std::string_view kFormat = "vertescore-marks 1";
constexpr std::string_view kAnyFormat = "vertescore-marks ";

std::string numberText(double number) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

Result<double> numberOf(const CsvRecord& row, Column column) {
    const std::string& text = row.text(column);
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return row.wrong(column, inQuotes(text) + " is no number");
    return number;
}

Result<WallStretch> stretchOf(const CsvRecord& row) {
    WallStretch stretch;
    const std::array<std::pair<Column, double*>, 6> fields{{{From, &stretch.from},
                                                            {To, &stretch.to},
                                                            {UpperX, &stretch.upper.x},
                                                            {UpperY, &stretch.upper.y},
                                                            {LowerX, &stretch.lower.x},
                                                            {LowerY, &stretch.lower.y}}};
    for (const auto& [column, field] : fields) {
        const auto number = numberOf(row, column);
        if (!number) return failure(number.error());
        *field = *number;
    }
    if (!liesOnWall(stretch)) return row.wrong(From, "the stretch lies nowhere on the wall");
    return stretch;
}

Status take(const CsvRecord& row, const LocatedRatings& ratings, ReadingMarks& marks) {
    const std::string& format = row.text(Format);
    if (!format.empty() && format != kFormat)
        return failure(format.starts_with(kAnyFormat) ? ErrorCode::UnsupportedFormat
                                                      : ErrorCode::FileMalformed,
                       "line " + std::to_string(row.line()) + ": the format is " + inQuotes(format));
    const RatingKey key{row.text(Image), row.text(Reader), row.text(Condition), row.text(Session)};
    if (!ratings.table.ratings().contains(key))
        return row.wrong(Image, "there is no such reading of " + inQuotes(key.image) + " by " +
                                    inQuotes(key.reader) + " among the readings");
    if (ratings.marks.contains(key))
        return failure(ErrorCode::DuplicateEntry,
                       "line " + std::to_string(row.line()) + ": the reading has marks already");
    const auto wall = wallFromName(row.text(WallColumn));
    if (!wall) return row.wrong(WallColumn, inQuotes(row.text(WallColumn)) + " is not anterior or posterior");
    const auto stretch = stretchOf(row);
    if (!stretch) return failure(stretch.error());
    auto& stretches = marks[key][static_cast<std::size_t>(*wall)];
    if (std::ranges::find(stretches, *stretch) != stretches.end())
        return failure(ErrorCode::DuplicateEntry,
                       "line " + std::to_string(row.line()) + ": the same stretch was there before");
    stretches.push_back(*stretch);
    return {};
}

} // namespace

std::string marksToCsv(const ReadingMarks& marks, bool isSynthetic) {
    std::string text =
        "image_id,reader,condition,session,wall,from,to,upper_x,upper_y,lower_x,lower_y,format,"
        "notice\n";
    const std::string ending = ',' + std::string(kFormat) + ',' + csvField(ratingsNotice(isSynthetic)) + '\n';
    for (const auto& [key, walls] : marks) {
        for (const Wall wall : kWalls) {
            for (const WallStretch& stretch : walls[static_cast<std::size_t>(wall)]) {
                text += csvField(key.image) + ',' + csvField(key.reader) + ',' + csvField(key.condition) +
                        ',' + csvField(key.session) + ',' + std::string(wallName(wall));
                for (const double number : {stretch.from, stretch.to, stretch.upper.x, stretch.upper.y,
                                            stretch.lower.x, stretch.lower.y})
                    text += ',' + numberText(number);
                text += ending;
            }
        }
    }
    return text;
}

Status addMarks(LocatedRatings& ratings, std::string_view csv) {
    const auto table = CsvTable::parse(csv, kNames, kRequired);
    if (!table) return failure(table.error());
    ReadingMarks marks;
    for (const CsvRow& row : table->rows) {
        const auto record = table->columns.record(row);
        if (!record) return failure(record.error());
        if (const auto taken = take(*record, ratings, marks); !taken) return taken;
    }
    ratings.marks.merge(marks);
    return {};
}

} // namespace vertescore
