// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/MeasuredColumns.h"
#include "core/exchange/formats/RatingForms_p.h"

#include <array>

namespace vertescore {

namespace {

enum Column : std::size_t { Image, Reader, Condition, Session, Patient, Total, Aac8Sum, Notice, FirstAnswer };
constexpr std::size_t kRequired = 2;
constexpr std::size_t kCells = kSegmentCount * kWallCount; ///< the first so many of kAnswerPlaces
constexpr std::size_t kAnswers = kAnswerPlaces.size();

/// What the columns of one answer say; each part has a column for every answer.
enum class Part : std::size_t { Grade, Reason, Measured, Source };
constexpr std::array kPartNames{"", "_not_readable", "_measured", "_source"};

std::size_t columnOf(Part part, std::size_t answer) {
    return FirstAnswer + static_cast<std::size_t>(part) * kAnswers + answer;
}

const std::vector<std::string>& columnNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names{"image_id",   "reader", "condition", "session",
                                       "patient_id", "total",  "AAC8",      "notice"};
        for (const char* ending : kPartNames)
            for (const AnswerPlace& place : kAnswerPlaces)
                names.push_back(wallColumnName(place) + ending);
        return names;
    }();
    return kNames;
}

Result<ScoreCell> cellOf(const CsvRecord& row, std::size_t answer) {
    const std::size_t gradeColumn = columnOf(Part::Grade, answer), whyColumn = columnOf(Part::Reason, answer);
    const AnswerPlace& place = kAnswerPlaces[answer];
    ScoreCell cell;
    const std::string& grade = row.text(gradeColumn);
    const std::string& why = row.text(whyColumn);
    if (!grade.empty()) {
        cell.grade = gradeFromText(grade, place.highestGrade());
        if (!cell.grade)
            return row.wrong(gradeColumn, inQuotes(grade) + " is not a grade " +
                                              gradesText(place.highestGrade()) + ", nor empty");
        if (!why.empty()) return row.wrong(whyColumn, "there is a grade, too");
    } else if (!why.empty()) {
        cell.notReadable = notReadableReasonFromName(why);
        if (!cell.notReadable) return row.wrong(whyColumn, inQuotes(why) + " is no reason");
    }
    const auto measured = takeMeasured(
        row, {columnOf(Part::Measured, answer), columnOf(Part::Source, answer)}, place.isAac8(), cell);
    if (!measured) return failure(measured.error());
    return cell;
}

Result<Rating> ratingOf(const CsvRecord& row) {
    Rating rating;
    rating.patient = row.text(Patient);
    for (std::size_t answer = 0; answer < kAnswers; ++answer) {
        const auto cell = cellOf(row, answer);
        if (!cell) return failure(cell.error());
        rating.sheet.at(kAnswerPlaces[answer]) = *cell;
    }
    const std::string& total = row.text(Total);
    if (!total.empty() && total != totalText(rating.sheet))
        return row.wrong(Total, inQuotes(total) + " is not the sum of the eight walls");
    const std::string& sum = row.text(Aac8Sum);
    if (!sum.empty() && sum != aac8Text(rating.sheet))
        return row.wrong(Aac8Sum, inQuotes(sum) + " is not the sum of its two walls");
    return rating;
}

/// What of a table needs columns of its own.
struct WideForm {
    std::size_t answers = kCells;
    bool hasMeasures = false;
};

WideForm formOf(const RatingTable& table) {
    WideForm form;
    if (table.hasAac8()) form.answers = kAnswers;
    for (const auto& [key, rating] : table.ratings())
        for (const AnswerPlace& place : kAnswerPlaces)
            form.hasMeasures = form.hasMeasures || rating.sheet.at(place).measured;
    return form;
}

/// The header line, or with texts one reading: grades, sums, reasons, measures.
template <typename Text>
std::string lineOf(const WideForm& form, const Text& text) {
    std::string line;
    const auto addPart = [&](Part part, std::size_t from, std::size_t to) {
        for (std::size_t answer = from; answer < to; ++answer)
            line += ',' + text(columnOf(part, answer), part, answer);
    };
    addPart(Part::Grade, 0, kCells);
    line += ',' + text(Total, Part::Grade, 0);
    addPart(Part::Grade, kCells, form.answers);
    if (form.answers > kCells) line += ',' + text(Aac8Sum, Part::Grade, 0);
    addPart(Part::Reason, 0, form.answers);
    if (form.hasMeasures) {
        addPart(Part::Measured, 0, form.answers);
        addPart(Part::Source, 0, form.answers);
    }
    return line;
}

std::string fieldOf(const ScoreSheet& sheet, std::size_t column, Part part, std::size_t answer) {
    if (column == Total) return totalText(sheet);
    if (column == Aac8Sum) return aac8Text(sheet);
    const ScoreCell& cell = sheet.at(kAnswerPlaces[answer]);
    switch (part) {
    case Part::Grade:
        return gradeText(cell);
    case Part::Reason:
        return reasonText(cell);
    case Part::Measured:
        return measuredText(cell);
    case Part::Source:
        return sourceText(cell);
    }
    return {};
}

} // namespace

std::string wideCsv(const RatingTable& table, const RatingExport& about) {
    const WideForm form = formOf(table);
    std::string text =
        "image_id,reader,condition,session,patient_id" +
        lineOf(form, [](std::size_t column, Part, std::size_t) { return columnNames()[column]; }) +
        ",notice\n";
    for (const auto& [key, rating] : table.ratings())
        text += csvField(key.image) + ',' + csvField(key.reader) + ',' + csvField(key.condition) + ',' +
                csvField(key.session) + ',' + csvField(rating.patient) +
                lineOf(form,
                       [&sheet = rating.sheet](std::size_t column, Part part, std::size_t answer) {
                           return fieldOf(sheet, column, part, answer);
                       }) +
                ',' + csvField(ratingsNotice(about.isSynthetic)) + '\n';
    return text;
}

Result<LocatedRatings> parseWideCsv(std::string_view text) {
    const std::vector<std::string_view> names(columnNames().begin(), columnNames().end());
    const auto csv = CsvTable::parse(text, names, kRequired);
    if (!csv) return failure(csv.error());
    for (std::size_t cell = 0; cell < kCells; ++cell)
        if (!csv->columns.has(FirstAnswer + cell))
            return malformedAt(csv->headerLine,
                               "the column " + inQuotes(names[FirstAnswer + cell]) + " is missing");
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
