// SPDX-License-Identifier: GPL-3.0-or-later
// Names and codes as in the codebook of DXXAAC_H (NHANES 2013-2014, National Center for Health Statistics,
// 2018). That file has one reader and one invalidity code a level; what it has no column for stands in
// columns of plain names.
#include "core/exchange/formats/RatingForms_p.h"

#include <algorithm>

namespace vertescore {

namespace {

enum Column : std::size_t {
    Seqn,
    Posterior1,
    Anterior1,
    Posterior2,
    Anterior2,
    Posterior3,
    Anterior3,
    Posterior4,
    Anterior4,
    Code1,
    Code2,
    Code3,
    Code4,
    Status_,
    TotalCode,
    Total,
    Reader,
    Condition,
    Session,
    Patient,
    Notice,
    Anterior8,
    Posterior8,
    Total8,
    FirstReason,
    FirstReason8 = FirstReason + kSegmentCount * kWallCount,
    Unread = FirstReason8 + kWallCount, ///< a column of NHANES that is not read
};
constexpr std::size_t kRequired = Code1;
constexpr std::string_view kReaderOfNhanes = "NHANES";

const std::vector<std::string>& columnNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names{
            "SEQN",     "DXXAL1",    "DXXAL1AN", "DXXAL2",     "DXXAL2AN", "DXXAL3",   "DXXAL3AN", "DXXAL4",
            "DXXAL4AN", "DXXAL1CC",  "DXXAL2CC", "DXXAL3CC",   "DXXAL4CC", "DXDAACST", "DXXAACTV", "DXXAAC24",
            "reader",   "condition", "session",  "patient_id", "notice",   "DXXAC8AN", "DXXAC8PO", "DXXAAC8"};
        for (const AnswerPlace& place : kAnswerPlaces)
            names.push_back(wallColumnName(place) + "_not_readable");
        names.emplace_back("DXXAL4MD");
        return names;
    }();
    return kNames;
}

std::size_t gradeColumn(Segment segment, Wall wall) {
    return Posterior1 + 2 * static_cast<std::size_t>(segment) + (wall == Wall::Anterior ? 1 : 0);
}
std::size_t codeColumn(Segment segment) {
    return Code1 + static_cast<std::size_t>(segment);
}
std::size_t reasonColumn(Segment segment, Wall wall) {
    return FirstReason + static_cast<std::size_t>(segment) * kWallCount + static_cast<std::size_t>(wall);
}

struct ReasonCode {
    NotReadableReason reason;
    std::string_view code;
};
constexpr std::array kReasonCodes{
    // the codebook has no 2
    ReasonCode{NotReadableReason::Object, "1"}, ReasonCode{NotReadableReason::Noise, "3"},
    ReasonCode{NotReadableReason::InsufficientArea, "4"}, ReasonCode{NotReadableReason::Motion, "5"},
    ReasonCode{NotReadableReason::Other, "6"}};
constexpr std::string_view kValid = "0";

std::string_view codeOf(NotReadableReason reason) {
    return std::ranges::find(kReasonCodes, reason, &ReasonCode::reason)->code;
}

/// Of the level's first wall that is not readable; 0 when both have a grade; empty when one was not read.
std::string levelCode(const ScoreSheet& sheet, Segment segment) {
    bool isBlank = false;
    for (const Wall wall : kWalls) {
        const ScoreCell& cell = sheet.at(segment, wall);
        if (cell.notReadable) return std::string(codeOf(*cell.notReadable));
        isBlank = isBlank || cell.isBlank();
    }
    return isBlank ? std::string() : std::string(kValid);
}

/// DXDAACST 1: all valid, 2: some invalid; DXXAACTV 0, 1 likewise. Empty while a wall is blank.
std::string statusText(const ScoreSheet& sheet, std::string_view valid, std::string_view invalid) {
    if (!sheet.isComplete()) return {};
    return std::string(sheet.total() ? valid : invalid);
}

std::string rowText(const RatingKey& key, const Rating& rating, const RatingExport& about, bool hasAac8) {
    const ScoreSheet& sheet = rating.sheet;
    std::string text =
        csvField(key.image) + ',' + statusText(sheet, "1", "2") + ',' + statusText(sheet, "0", "1");
    for (const Segment segment : kSegments)
        text += ',' + levelCode(sheet, segment);
    for (const Segment segment : kSegments)
        text += ',' + gradeText(sheet.at(segment, Wall::Posterior)) + ',' +
                gradeText(sheet.at(segment, Wall::Anterior));
    text += ',' + totalText(sheet) + ',' + csvField(key.reader) + ',' + csvField(key.condition) + ',' +
            csvField(key.session) + ',' + csvField(rating.patient);
    for (const auto& segment : sheet.cells)
        for (const ScoreCell& cell : segment)
            text += ',' + reasonText(cell);
    if (hasAac8) {
        for (const ScoreCell& wall : sheet.aac8.walls)
            text += ',' + gradeText(wall);
        text += ',' + aac8Text(sheet);
        for (const ScoreCell& wall : sheet.aac8.walls)
            text += ',' + reasonText(wall);
    }
    return text + ',' + csvField(ratingsNotice(about.isSynthetic)) + '\n';
}

/// Without the point that some programs write for a missing value, and the decimals that others give a whole
/// number.
std::string_view plain(std::string_view text) {
    if (text == ".") return {};
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

/// Why a wall without a grade has none: as its own column says, else by the level's code.
Result<std::optional<NotReadableReason>> reasonOf(const CsvRecord& row, const CsvColumns& columns,
                                                  Segment segment, Wall wall) {
    const std::size_t own = reasonColumn(segment, wall);
    if (columns.has(own)) {
        const std::string& name = row.text(own);
        if (name.empty()) return std::nullopt;
        const auto reason = notReadableReasonFromName(name);
        if (!reason) return row.wrong(own, inQuotes(name) + " is no reason");
        return reason;
    }
    const auto code = plain(row.text(codeColumn(segment)));
    if (code.empty() || code == kValid) return std::nullopt;
    return std::ranges::find(kReasonCodes, code, &ReasonCode::code)->reason; // checkCodes() has been there
}

Status checkCodes(const CsvRecord& row) {
    for (const Segment segment : kSegments) {
        const auto code = plain(row.text(codeColumn(segment)));
        const bool isKnown = code.empty() || code == kValid ||
                             std::ranges::find(kReasonCodes, code, &ReasonCode::code) != kReasonCodes.end();
        if (!isKnown) return row.wrong(codeColumn(segment), inQuotes(code) + " is no invalidity code");
    }
    return {};
}

Result<ScoreCell> cellOf(const CsvRecord& row, const CsvColumns& columns, Segment segment, Wall wall) {
    const auto reason = reasonOf(row, columns, segment, wall);
    if (!reason) return failure(reason.error());
    const std::size_t column = gradeColumn(segment, wall);
    const auto text = plain(row.text(column));
    ScoreCell cell;
    if (text.empty()) {
        cell.notReadable = *reason;
        return cell;
    }
    cell.grade = gradeFromText(text);
    if (!cell.grade) return row.wrong(column, inQuotes(text) + " is not a grade 0, 1, 2 or 3, nor missing");
    if (columns.has(reasonColumn(segment, wall)) && *reason)
        return row.wrong(reasonColumn(segment, wall), "there is a grade, too");
    return cell;
}

Result<ScoreCell> aac8Of(const CsvRecord& row, Wall wall) {
    const auto index = static_cast<std::size_t>(wall);
    const auto text = plain(row.text(Anterior8 + index));
    const std::string& why = row.text(FirstReason8 + index);
    ScoreCell cell;
    if (!text.empty()) {
        cell.grade = gradeFromText(text, kHighestAac8);
        if (!cell.grade)
            return row.wrong(Anterior8 + index, inQuotes(text) + " is not a score " +
                                                    gradesText(kHighestAac8) + ", nor missing");
        if (!why.empty()) return row.wrong(FirstReason8 + index, "there is a score, too");
    } else if (!why.empty()) {
        cell.notReadable = notReadableReasonFromName(why);
        if (!cell.notReadable) return row.wrong(FirstReason8 + index, inQuotes(why) + " is no reason");
    }
    return cell;
}

Status takeAac8(const CsvRecord& row, ScoreSheet& sheet) {
    for (const Wall wall : kWalls) {
        const auto cell = aac8Of(row, wall);
        if (!cell) return failure(cell.error());
        sheet.aac8.at(wall) = *cell;
    }
    const auto sum = plain(row.text(Total8));
    if (!sum.empty() && sum != aac8Text(sheet))
        return row.wrong(Total8, inQuotes(sum) + " is not the sum of its two walls");
    return {};
}

Result<Rating> ratingOf(const CsvRecord& row, const CsvColumns& columns) {
    if (const auto checked = checkCodes(row); !checked) return failure(checked.error());
    Rating rating;
    rating.patient = row.text(Patient);
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            const auto cell = cellOf(row, columns, segment, wall);
            if (!cell) return failure(cell.error());
            rating.sheet.at(segment, wall) = *cell;
        }
    }
    const auto total = plain(row.text(Total));
    if (!total.empty() && total != totalText(rating.sheet))
        return row.wrong(Total, inQuotes(total) + " is not the sum of the eight walls");
    if (const auto taken = takeAac8(row, rating.sheet); !taken) return failure(taken.error());
    return rating;
}

} // namespace

std::string nhanesCsv(const RatingTable& table, const RatingExport& about) {
    std::string text =
        "SEQN,DXDAACST,DXXAACTV,DXXAL1CC,DXXAL2CC,DXXAL3CC,DXXAL4CC,DXXAL1,DXXAL1AN,DXXAL2,DXXAL2AN,"
        "DXXAL3,DXXAL3AN,DXXAL4,DXXAL4AN,DXXAAC24,reader,condition,session,patient_id";
    const bool hasAac8 = table.hasAac8();
    for (std::size_t i = FirstReason; i < FirstReason8; ++i)
        text += ',' + columnNames()[i];
    if (hasAac8)
        for (const std::size_t column : {+Anterior8, +Posterior8, +Total8, +FirstReason8, FirstReason8 + 1})
            text += ',' + columnNames()[column];
    text += ",notice\n";
    for (const auto& [key, rating] : table.ratings())
        text += rowText(key, rating, about, hasAac8);
    return text;
}

Result<LocatedRatings> parseNhanesCsv(std::string_view text) {
    const std::vector<std::string_view> names(columnNames().begin(), columnNames().end());
    const auto csv = CsvTable::parse(text, names, kRequired);
    if (!csv) return failure(csv.error());
    LocatedRatings found;
    for (const CsvRow& row : csv->rows) {
        const auto record = csv->columns.record(row);
        if (!record) return failure(record.error());
        if (record->text(Seqn).empty()) return record->wrong(Seqn, "is empty");
        if (csv->columns.has(Reader) && record->text(Reader).empty())
            return record->wrong(Reader, "is empty");
        auto rating = ratingOf(*record, csv->columns);
        if (!rating) return failure(rating.error());
        RatingKey key{std::string(plain(record->text(Seqn))), record->text(Reader), record->text(Condition),
                      record->text(Session)};
        if (!csv->columns.has(Reader)) key.reader = kReaderOfNhanes;
        const auto added =
            addLocated(found, std::move(key), std::move(*rating), "line " + std::to_string(row.line));
        if (!added) return failure(added.error());
    }
    return found;
}

} // namespace vertescore
