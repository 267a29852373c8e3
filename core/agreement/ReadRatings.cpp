// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/ReadRatings.h"

#include "core/agreement/MeasuredColumns.h"
#include "core/base/AtomicFile.h"

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

enum Column : std::size_t {
    Image,
    Reader,
    Condition,
    Level,
    WallColumn,
    Score,
    Patient,
    Session,
    NotReadable,
    Measured,
    Source,
    Notice
};
constexpr std::array<std::string_view, 12> kColumnNames{"image_id",     "reader",   "condition",  "level",
                                                        "wall",         "score",    "patient_id", "session",
                                                        "not_readable", "measured", "source",     "notice"};
constexpr std::size_t kRequiredColumns = 6;

struct Cell {
    AnswerPlace place;
    ScoreCell content;
};

Result<ScoreCell> contentOf(const CsvRecord& row, int highest) {
    const std::string& score = row.text(Score);
    const std::string& why = row.text(NotReadable);
    ScoreCell content;
    if (score.empty()) {
        content.notReadable = NotReadableReason::Other;
        if (!why.empty()) content.notReadable = notReadableReasonFromName(why);
        if (!content.notReadable) return row.wrong(NotReadable, inQuotes(why) + " is no reason");
    } else if (score.size() == 1 && score.front() >= '0' && score.front() <= '0' + highest) {
        content.grade = score.front() - '0';
        if (!why.empty()) return row.wrong(NotReadable, "there is a grade, too");
    } else {
        return row.wrong(Score, inQuotes(score) + " is not a grade 0 to " + std::to_string(highest) +
                                    ", nor empty (not assessable)");
    }
    if (auto measured = takeMeasured(row, {Measured, Source}, highest == kHighestAac8, content); !measured)
        return failure(measured.error());
    return content;
}

Result<Cell> cellOf(const CsvRecord& row) {
    const auto segment = segmentFromName(row.text(Level));
    if (!segment && row.text(Level) != kAac8Name)
        return row.wrong(Level, inQuotes(row.text(Level)) + " is not one of L1, L2, L3, L4, AAC-8");
    const auto wall = wallFromName(row.text(WallColumn));
    if (!wall) return row.wrong(WallColumn, inQuotes(row.text(WallColumn)) + " is not anterior or posterior");
    const AnswerPlace place{segment, *wall};
    const auto content = contentOf(row, place.highestGrade());
    if (!content) return failure(content.error());
    return Cell{place, *content};
}

/// The readings found so far, with the line of each cell for telling about duplicates.
class RatingCollector {
public:
    Status take(const CsvRecord& row) {
        for (const Column column : {Image, Reader})
            if (row.text(column).empty()) return row.wrong(column, "is empty");
        const auto cell = cellOf(row);
        if (!cell) return failure(cell.error());
        RatingKey key{row.text(Image), row.text(Reader), row.text(Condition), row.text(Session)};
        const auto [patient, isNewImage] = m_patients.try_emplace(key.image, row.text(Patient));
        if (!isNewImage && patient->second != row.text(Patient))
            return row.wrong(Patient, "another patient than before for this image");
        const auto [line, isNewCell] = m_lines.try_emplace({key, cell->place}, row.line());
        if (!isNewCell)
            return failure(ErrorCode::DuplicateEntry, "line " + std::to_string(row.line()) +
                                                          ": the same wall was on line " +
                                                          std::to_string(line->second));
        m_ratings[key].sheet.at(cell->place) = cell->content;
        m_places.try_emplace(key, "line " + std::to_string(row.line()));
        return {};
    }

    Result<LocatedRatings> located() && {
        LocatedRatings found;
        for (auto& [key, rating] : m_ratings) {
            rating.patient = m_patients[key.image];
            if (auto added = found.table.add(key, std::move(rating)); !added) return failure(added.error());
        }
        found.places = std::move(m_places);
        return found;
    }

private:
    std::map<RatingKey, Rating> m_ratings;
    std::map<RatingKey, std::string> m_places;
    std::map<std::string, std::string> m_patients;
    std::map<std::pair<RatingKey, AnswerPlace>, std::size_t> m_lines;
};

/// Which of the optional columns are needed.
struct OptionalColumns {
    bool patients = false;
    bool sessions = false;
    bool reasons = false;
    bool measures = false;
};

OptionalColumns columnsFor(const RatingTable& table) {
    OptionalColumns needed;
    for (const auto& [key, rating] : table.ratings()) {
        needed.patients = needed.patients || !rating.patient.empty();
        needed.sessions = needed.sessions || !key.session.empty();
        for (const AnswerPlace& place : kAnswerPlaces) {
            const ScoreCell& cell = rating.sheet.at(place);
            const auto reason = cell.notReadable.value_or(NotReadableReason::Other);
            needed.reasons = needed.reasons || reason != NotReadableReason::Other;
            needed.measures = needed.measures || (cell.measured && !cell.isBlank());
        }
    }
    return needed;
}

} // namespace

Result<LocatedRatings> parseLocatedRatingsCsv(std::string_view text) {
    const auto csv = CsvTable::parse(text, kColumnNames, kRequiredColumns);
    if (!csv) return failure(csv.error());
    RatingCollector collector;
    for (const CsvRow& row : csv->rows) {
        const auto record = csv->columns.record(row);
        if (!record) return failure(record.error());
        if (auto taken = collector.take(*record); !taken) return failure(taken.error());
    }
    return std::move(collector).located();
}

Result<RatingTable> parseRatingsCsv(std::string_view text) {
    auto located = parseLocatedRatingsCsv(text);
    if (!located) return failure(std::move(located.error()));
    return std::move(located->table);
}

Result<RatingTable> readRatingsCsv(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) return failure(text.error());
    auto table = parseRatingsCsv(*text);
    if (!table) table.error().path = path;
    return table;
}

std::string ratingsNotice(bool isSynthetic) {
    return std::string(isSynthetic ? "Synthetic: simulated scans or readers. " : "") +
           "For research use only. Not for diagnosis.";
}

std::string ratingsToCsv(const RatingTable& table, bool isSynthetic) {
    const auto needed = columnsFor(table);
    std::string text = "image_id,reader,condition,level,wall,score";
    if (needed.patients) text += ",patient_id";
    if (needed.sessions) text += ",session";
    if (needed.reasons) text += ",not_readable";
    if (needed.measures) text += ",measured,source";
    text += ",notice\n";
    const std::string ending = "," + csvField(ratingsNotice(isSynthetic)) + "\n";
    for (const auto& [key, rating] : table.ratings()) {
        for (const AnswerPlace& place : kAnswerPlaces) {
            const ScoreCell& cell = rating.sheet.at(place);
            if (cell.isBlank()) continue;
            text += csvField(key.image) + ',' + csvField(key.reader) + ',' + csvField(key.condition) + ',' +
                    std::string(place.segment ? segmentName(*place.segment) : kAac8Name) + ',' +
                    std::string(wallName(place.wall)) + ',' +
                    (cell.grade ? std::to_string(*cell.grade) : std::string());
            if (needed.patients) text += ',' + csvField(rating.patient);
            if (needed.sessions) text += ',' + csvField(key.session);
            if (needed.reasons)
                text += ',' + (cell.notReadable ? std::string(notReadableReasonName(*cell.notReadable))
                                                : std::string());
            if (needed.measures) text += ',' + measuredText(cell) + ',' + sourceText(cell);
            text += ending;
        }
    }
    return text;
}

} // namespace vertescore
