// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formats/RatingForms_p.h"

namespace vertescore {

namespace {

enum Column : std::size_t { Image, Reader, Condition, Session, Patient, Total, Notice, FirstWall };
constexpr std::size_t kRequired = 2;
constexpr std::size_t kWallColumns = kSegmentCount * kWallCount;

std::size_t wallColumn(Segment segment, Wall wall) {
    return FirstWall + static_cast<std::size_t>(segment) * kWallCount + static_cast<std::size_t>(wall);
}

std::size_t reasonColumn(Segment segment, Wall wall) {
    return wallColumn(segment, wall) + kWallColumns;
}

const std::vector<std::string>& columnNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names{"image_id",   "reader", "condition", "session",
                                       "patient_id", "total",  "notice"};
        for (const char* ending : {"", "_not_readable"})
            for (const Segment segment : kSegments)
                for (const Wall wall : kWalls)
                    names.push_back(wallColumnName(segment, wall) + ending);
        return names;
    }();
    return kNames;
}

Result<ScoreCell> cellOf(const CsvRecord& row, std::size_t gradeColumn, std::size_t whyColumn) {
    ScoreCell cell;
    const std::string& grade = row.text(gradeColumn);
    const std::string& why = row.text(whyColumn);
    if (!grade.empty()) {
        cell.grade = gradeFromText(grade);
        if (!cell.grade)
            return row.wrong(gradeColumn, inQuotes(grade) + " is not a grade 0, 1, 2 or 3, nor empty");
        if (!why.empty()) return row.wrong(whyColumn, "there is a grade, too");
    } else if (!why.empty()) {
        cell.notReadable = notReadableReasonFromName(why);
        if (!cell.notReadable) return row.wrong(whyColumn, inQuotes(why) + " is no reason");
    }
    return cell;
}

Result<Rating> ratingOf(const CsvRecord& row) {
    Rating rating;
    rating.patient = row.text(Patient);
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            const auto cell = cellOf(row, wallColumn(segment, wall), reasonColumn(segment, wall));
            if (!cell) return failure(cell.error());
            rating.sheet.at(segment, wall) = *cell;
        }
    }
    const std::string& total = row.text(Total);
    if (!total.empty() && total != totalText(rating.sheet))
        return row.wrong(Total, inQuotes(total) + " is not the sum of the eight walls");
    return rating;
}

} // namespace

std::string wideCsv(const RatingTable& table, const RatingExport& about) {
    std::string text = "image_id,reader,condition,session,patient_id";
    for (std::size_t i = FirstWall; i < FirstWall + kWallColumns; ++i)
        text += ',' + columnNames()[i];
    text += ",total";
    for (std::size_t i = FirstWall + kWallColumns; i < columnNames().size(); ++i)
        text += ',' + columnNames()[i];
    text += ",notice\n";
    for (const auto& [key, rating] : table.ratings()) {
        text += csvField(key.image) + ',' + csvField(key.reader) + ',' + csvField(key.condition) + ',' +
                csvField(key.session) + ',' + csvField(rating.patient);
        for (const auto& segment : rating.sheet.cells)
            for (const ScoreCell& cell : segment)
                text += ',' + gradeText(cell);
        text += ',' + totalText(rating.sheet);
        for (const auto& segment : rating.sheet.cells)
            for (const ScoreCell& cell : segment)
                text += ',' + reasonText(cell);
        text += ',' + csvField(ratingsNotice(about.isSynthetic)) + '\n';
    }
    return text;
}

Result<LocatedRatings> parseWideCsv(std::string_view text) {
    const std::vector<std::string_view> names(columnNames().begin(), columnNames().end());
    const auto csv = CsvTable::parse(text, names, kRequired);
    if (!csv) return failure(csv.error());
    for (std::size_t wall = FirstWall; wall < FirstWall + kWallColumns; ++wall)
        if (!csv->columns.has(wall))
            return malformedAt(csv->headerLine, "the column " + inQuotes(names[wall]) + " is missing");
    LocatedRatings found;
    for (const CsvRow& row : csv->rows) {
        const auto record = csv->columns.record(row);
        if (!record) return failure(record.error());
        for (const Column column : {Image, Reader})
            if (record->text(column).empty()) return record->wrong(column, "is empty");
        auto rating = ratingOf(*record);
        if (!rating) return failure(rating.error());
        const auto added = addLocated(
            found,
            {record->text(Image), record->text(Reader), record->text(Condition), record->text(Session)},
            std::move(*rating), "line " + std::to_string(row.line));
        if (!added) return failure(added.error());
    }
    return found;
}

} // namespace vertescore
