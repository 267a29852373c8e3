// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/ReadRatings.h"

#include "core/base/AtomicFile.h"
#include "core/base/CsvText.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace vertescore {
namespace {

enum Column : std::size_t { Image, Reader, Condition, Level, WallColumn, Score, Patient, Session };
constexpr std::array<std::string_view, 8> kColumnNames{"image_id", "reader", "condition",  "level",
                                                       "wall",     "score",  "patient_id", "session"};
constexpr std::size_t kRequiredColumns = 6;

/// Where each column is in the rows; nothing for an optional one that is not there.
using ColumnPlaces = std::array<std::optional<std::size_t>, kColumnNames.size()>;

tl::unexpected<Error> malformed(std::size_t line, const std::string& what) {
    return failure(ErrorCode::FileMalformed, "line " + std::to_string(line) + ": " + what);
}

std::string inQuotes(std::string_view text) {
    return std::string("'").append(text).append("'");
}

Result<ColumnPlaces> placesOf(const CsvRow& header) {
    ColumnPlaces places;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto name = std::ranges::find(kColumnNames, std::string_view(header.fields[i]));
        const std::string where = "column " + std::to_string(i + 1) + ", ";
        if (name == kColumnNames.end())
            return malformed(header.line, where + "unknown column " + inQuotes(header.fields[i]));
        auto& place = places[static_cast<std::size_t>(name - kColumnNames.begin())];
        if (place) return malformed(header.line, where + inQuotes(*name) + " is there twice");
        place = i;
    }
    for (std::size_t column = 0; column < kRequiredColumns; ++column)
        if (!places[column])
            return malformed(header.line, "the column " + inQuotes(kColumnNames[column]) + " is missing");
    return places;
}

/// One row with its fields by column.
class RatingRow {
public:
    RatingRow(const CsvRow& row, const ColumnPlaces& places) : m_row(row), m_places(places) {}

    std::string text(Column column) const {
        return m_places[column] ? m_row.fields[*m_places[column]] : std::string();
    }
    std::size_t line() const { return m_row.line; }
    tl::unexpected<Error> wrong(Column column, const std::string& what) const {
        return malformed(line(), "column " + std::to_string(*m_places[column] + 1) + " (" +
                                     std::string(kColumnNames[column]) + "): " + what);
    }

private:
    const CsvRow& m_row;
    const ColumnPlaces& m_places;
};

struct Cell {
    Segment segment = Segment::L1;
    Wall wall = Wall::Anterior;
    ScoreCell content;
};

Result<Cell> cellOf(const RatingRow& row) {
    const auto segment = segmentFromName(row.text(Level));
    if (!segment) return row.wrong(Level, inQuotes(row.text(Level)) + " is not one of L1, L2, L3, L4");
    const auto wall = wallFromName(row.text(WallColumn));
    if (!wall) return row.wrong(WallColumn, inQuotes(row.text(WallColumn)) + " is not anterior or posterior");
    Cell cell{*segment, *wall, {}};
    const std::string score = row.text(Score);
    if (score.empty()) {
        cell.content.notReadable = NotReadableReason::Other;
    } else if (score.size() == 1 && score.front() >= '0' && score.front() <= '3') {
        cell.content.grade = score.front() - '0';
    } else {
        return row.wrong(Score, inQuotes(score) + " is not a grade 0, 1, 2 or 3, nor empty (not assessable)");
    }
    return cell;
}

/// The readings found so far, with the line of each cell for telling about duplicates.
class RatingCollector {
public:
    Status take(const RatingRow& row) {
        for (const Column column : {Image, Reader})
            if (row.text(column).empty()) return row.wrong(column, "is empty");
        const auto cell = cellOf(row);
        if (!cell) return failure(cell.error());
        RatingKey key{row.text(Image), row.text(Reader), row.text(Condition), row.text(Session)};
        const auto [patient, isNewImage] = m_patients.try_emplace(key.image, row.text(Patient));
        if (!isNewImage && patient->second != row.text(Patient))
            return row.wrong(Patient, "another patient than before for this image");
        const auto [line, isNewCell] = m_lines.try_emplace({key, cell->segment, cell->wall}, row.line());
        if (!isNewCell)
            return failure(ErrorCode::DuplicateEntry, "line " + std::to_string(row.line()) +
                                                          ": the same wall was on line " +
                                                          std::to_string(line->second));
        m_ratings[key].sheet.at(cell->segment, cell->wall) = cell->content;
        return {};
    }

    Result<RatingTable> table() && {
        RatingTable table;
        for (auto& [key, rating] : m_ratings) {
            rating.patient = m_patients[key.image];
            if (auto added = table.add(key, std::move(rating)); !added) return failure(added.error());
        }
        return table;
    }

private:
    std::map<RatingKey, Rating> m_ratings;
    std::map<std::string, std::string> m_patients;
    std::map<std::tuple<RatingKey, Segment, Wall>, std::size_t> m_lines;
};

} // namespace

Result<RatingTable> parseRatingsCsv(std::string_view text) {
    const auto rows = parseCsv(text);
    if (!rows) return failure(rows.error());
    if (rows->empty()) return failure(ErrorCode::FileEmpty, "no header line");
    const auto places = placesOf(rows->front());
    if (!places) return failure(places.error());
    RatingCollector collector;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        if (row->fields.size() != rows->front().fields.size())
            return malformed(row->line, std::to_string(row->fields.size()) + " fields where the header has " +
                                            std::to_string(rows->front().fields.size()));
        if (auto taken = collector.take(RatingRow(*row, *places)); !taken) return failure(taken.error());
    }
    return std::move(collector).table();
}

Result<RatingTable> readRatingsCsv(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return failure(text.error());
    auto table = parseRatingsCsv(*text);
    if (!table) table.error().path = path;
    return table;
}

std::string ratingsToCsv(const RatingTable& table) {
    bool hasPatients = false, hasSessions = false;
    for (const auto& [key, rating] : table.ratings()) {
        hasPatients = hasPatients || !rating.patient.empty();
        hasSessions = hasSessions || !key.session.empty();
    }
    std::string text = "image_id,reader,condition,level,wall,score";
    if (hasPatients) text += ",patient_id";
    if (hasSessions) text += ",session";
    text += '\n';
    for (const auto& [key, rating] : table.ratings()) {
        for (const Segment segment : kSegments) {
            for (const Wall wall : kWalls) {
                const ScoreCell& cell = rating.sheet.at(segment, wall);
                if (cell.isBlank()) continue;
                text += csvField(key.image) + ',' + csvField(key.reader) + ',' + csvField(key.condition) +
                        ',' + std::string(segmentName(segment)) + ',' + std::string(wallName(wall)) + ',' +
                        (cell.grade ? std::to_string(*cell.grade) : std::string());
                if (hasPatients) text += ',' + csvField(rating.patient);
                if (hasSessions) text += ',' + csvField(key.session);
                text += '\n';
            }
        }
    }
    return text;
}

} // namespace vertescore
