// SPDX-License-Identifier: GPL-3.0-or-later
// The input file of iMRMC (Gallas, FDA): free text, the numbers of readers, cases and modalities, BEGIN
// DATA:, then rows "reader,case,modality,score"; reader -1 gives a case's truth. What the rows cannot hold
// stands in the free text.
#include "core/exchange/formats/RatingForms_p.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace vertescore {

namespace {

constexpr std::string_view kBegin = "BEGIN DATA:";
constexpr std::string_view kNotReadable = "NOT READABLE: ";
constexpr std::string_view kPatient = "PATIENT: ";
constexpr std::string_view kTruthReader = "-1";
constexpr std::string_view kTotal = "total"; // the sum of AAC-8 is kAac8Name
constexpr std::string_view kEscaped = "%,;/@\"\t\r\n";

// ---- names without separators

std::string escaped(std::string_view name) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isOuterBlank = name[i] == ' ' && (i == 0 || i + 1 == name.size());
        if (kEscaped.find(name[i]) == std::string_view::npos && !isOuterBlank) {
            text += name[i];
        } else {
            const auto byte = static_cast<unsigned char>(name[i]);
            text += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return text;
}

std::string unescaped(std::string_view text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const bool isEscape =
            text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
        name += isEscape ? static_cast<char>(value) : text[i];
        if (isEscape) i += 2;
    }
    return name;
}

// ---- writing

/// "L1-anterior", "AAC-8-anterior"
std::string unitText(const AnswerPlace& place) {
    return std::string(place.segment ? segmentName(*place.segment) : kAac8Name)
        .append("-")
        .append(wallName(place.wall));
}

std::optional<AnswerPlace> placeOf(const std::string& unit) {
    const auto found = std::ranges::find(kAnswerPlaces, unit, unitText);
    return found == kAnswerPlaces.end() ? std::nullopt : std::optional(*found);
}

/// "R1,S0001,ivg@2/L1-anterior"
std::string rowStart(const RatingKey& key, std::string_view unit) {
    std::string text = escaped(key.reader) + ',' + escaped(key.image) + ',' + escaped(key.condition);
    if (!key.session.empty()) text += '@' + escaped(key.session);
    return text.append("/").append(unit);
}

struct Counts {
    std::set<std::string> readers, modalities, patientsOf;
    std::size_t normal = 0, diseased = 0;
};

std::string truthRows(const RatingTable& table, const RatingExport& about, Counts& counts) {
    std::string rows;
    std::set<std::string> told;
    for (const auto& [key, rating] : table.ratings()) {
        const auto total = rating.sheet.total();
        if (about.referenceReader.empty() || key.reader != about.referenceReader || !total) continue;
        if (!told.insert(key.image).second) continue;
        const bool isDiseased = burdenCategory(*total, about.bounds) == BurdenCategory::High;
        ++(isDiseased ? counts.diseased : counts.normal);
        rows.append(kTruthReader)
            .append(",")
            .append(escaped(key.image))
            .append(isDiseased ? ",0,1\n" : ",0,0\n");
    }
    return rows;
}

struct Body {
    std::string notes; ///< what rows cannot hold
    std::string rows;
};

void appendReading(Body& body, const RatingKey& key, const Rating& rating, Counts& counts) {
    const auto addRow = [&](std::string_view unit, int score) {
        const auto start = rowStart(key, unit);
        counts.modalities.insert(start.substr(start.rfind(',')));
        body.rows += start + ',' + std::to_string(score) + '\n';
    };
    counts.readers.insert(key.reader);
    if (!rating.patient.empty() && counts.patientsOf.insert(key.image).second)
        body.notes.append(kPatient).append(escaped(key.image) + ',' + escaped(rating.patient) + '\n');
    if (const auto total = rating.sheet.total()) addRow(kTotal, *total);
    if (const auto sum = rating.sheet.aac8.sum()) addRow(kAac8Name, *sum);
    for (const AnswerPlace& place : kAnswerPlaces) {
        const ScoreCell& cell = rating.sheet.at(place);
        if (cell.grade) addRow(unitText(place), *cell.grade);
        if (cell.notReadable)
            body.notes.append(kNotReadable)
                .append(rowStart(key, unitText(place)) + ',' + reasonText(cell) + '\n');
    }
}

// ---- reading

/// One line "reader,case,modality,content", of the rows or of the notes.
struct Line {
    RatingKey key;
    std::string unit;
    std::string content;
    std::size_t number = 0;
};

tl::unexpected<Error> wrongAt(std::size_t line, int column, const std::string& what) {
    return malformedAt(line, "column " + std::to_string(column) + ": " + what);
}

Result<Line> lineOf(const CsvRow& row) {
    if (row.fields.size() != 4)
        return malformedAt(row.line, std::to_string(row.fields.size()) + " fields where rows have 4");
    const std::string& modality = row.fields[2];
    const auto slash = modality.rfind('/');
    if (slash == std::string::npos)
        return wrongAt(row.line, 3, inQuotes(modality) + " has no unit, as ivg/total has");
    const std::string condition = modality.substr(0, slash);
    const auto at = condition.find('@');
    Line line{{unescaped(row.fields[1]), unescaped(row.fields[0]), unescaped(condition.substr(0, at)),
               at == std::string::npos ? std::string() : unescaped(condition.substr(at + 1))},
              modality.substr(slash + 1),
              row.fields[3],
              row.line};
    if (line.key.reader.empty()) return wrongAt(row.line, 1, "is empty");
    if (line.key.image.empty()) return wrongAt(row.line, 2, "is empty");
    return line;
}

/// The readings as their lines come together.
class ImrmcCollector {
public:
    Status takePatient(const CsvRow& row) {
        if (row.fields.size() != 2)
            return malformedAt(row.line, "a patient line names a case and its patient");
        m_patients[unescaped(row.fields[0])] = unescaped(row.fields[1]);
        return {};
    }

    Status takeReason(const CsvRow& row) {
        const auto line = lineOf(row);
        if (!line) return failure(line.error());
        const auto reason = notReadableReasonFromName(line->content);
        if (!reason) return wrongAt(row.line, 4, inQuotes(line->content) + " is no reason");
        return setCell(*line, {std::nullopt, reason});
    }

    Status takeRow(const CsvRow& row) {
        if (row.fields.size() == 4 && (row.fields[0] == kTruthReader || row.fields[0] == "truth")) return {};
        const auto line = lineOf(row);
        if (!line) return failure(line.error());
        if (line->unit == kTotal || line->unit == kAac8Name) {
            m_sums.push_back(*line);
            return {};
        }
        const auto place = placeOf(line->unit);
        const int highest = place ? place->highestGrade() : kHighestGrade;
        const auto grade = gradeFromText(line->content, highest);
        if (!grade)
            return wrongAt(row.line, 4, inQuotes(line->content) + " is not a grade " + gradesText(highest));
        return setCell(*line, {grade, std::nullopt});
    }

    Result<LocatedRatings> located() && {
        for (const Line& sum : m_sums) {
            const ScoreSheet& sheet = m_sheets[sum.key];
            const bool isTotal = sum.unit == kTotal;
            if ((isTotal ? totalText(sheet) : aac8Text(sheet)) != sum.content)
                return wrongAt(sum.number, 4,
                               inQuotes(sum.content) + " is not the sum of the " +
                                   (isTotal ? "eight" : "two") + " walls");
        }
        LocatedRatings found;
        for (auto& [key, sheet] : m_sheets) {
            const auto patient = m_patients.find(key.image);
            Rating rating{sheet, patient == m_patients.end() ? std::string() : patient->second};
            if (auto added = addLocated(found, key, std::move(rating), m_places[key]); !added)
                return failure(added.error());
        }
        return found;
    }

private:
    Status setCell(const Line& line, const ScoreCell& cell) {
        const auto place = placeOf(line.unit);
        if (!place)
            return wrongAt(line.number, 3,
                           inQuotes(line.unit) + " is no unit: total, L1-anterior ... L4-posterior, AAC-8");
        const auto [first, isNew] = m_lines.try_emplace({line.key, *place}, line.number);
        if (!isNew)
            return failure(ErrorCode::DuplicateEntry, "line " + std::to_string(line.number) +
                                                          ": the same wall was on line " +
                                                          std::to_string(first->second));
        m_sheets[line.key].at(*place) = cell;
        m_places.try_emplace(line.key, "line " + std::to_string(line.number));
        return {};
    }

    std::map<RatingKey, ScoreSheet> m_sheets;
    std::map<RatingKey, std::string> m_places;
    std::map<std::pair<RatingKey, AnswerPlace>, std::size_t> m_lines;
    std::map<std::string, std::string> m_patients; ///< by image
    std::vector<Line> m_sums;
};

struct TextLine {
    std::size_t number = 0;
    std::string_view text;
};

std::vector<TextLine> linesOf(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    std::vector<TextLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back({number, line});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<CsvRow> rowOf(const TextLine& line, std::size_t skipped) {
    auto rows = parseCsv(line.text.substr(skipped));
    if (!rows) return malformedAt(line.number, "a quotation does not end");
    if (rows->empty()) return CsvRow{line.number, {}};
    rows->front().line = line.number;
    return std::move(rows->front());
}

Status takeNote(const TextLine& line, ImrmcCollector& collector) {
    for (const auto prefix : {kNotReadable, kPatient}) {
        if (!line.text.starts_with(prefix)) continue;
        const auto row = rowOf(line, prefix.size());
        if (!row) return failure(row.error());
        return prefix == kPatient ? collector.takePatient(*row) : collector.takeReason(*row);
    }
    return {}; // free text
}

} // namespace

std::string imrmcText(const RatingTable& table, const RatingExport& about) {
    Counts counts;
    const std::string truth = truthRows(table, about, counts);
    Body body;
    for (const auto& [key, rating] : table.ratings())
        appendReading(body, key, rating, counts);
    std::string text = escaped(about.study) + " (AAC-24, convention " +
                       std::string(scoringConventionName(about.convention)) + "). " +
                       ratingsNotice(about.isSynthetic) + '\n' + body.notes;
    text += "NR: " + std::to_string(counts.readers.size()) + "\nN0: " + std::to_string(counts.normal) +
            "\nN1: " + std::to_string(counts.diseased) + "\nNM: " + std::to_string(counts.modalities.size()) +
            '\n';
    return text.append(kBegin).append("\n").append(truth).append(body.rows);
}

Result<LocatedRatings> parseImrmcText(std::string_view text) {
    const auto lines = linesOf(text);
    if (lines.empty()) return failure(ErrorCode::FileEmpty, "no line");
    ImrmcCollector collector;
    bool hasBegun = false;
    for (const TextLine& line : lines) {
        if (!hasBegun) {
            hasBegun = line.text == kBegin || line.text == "readerID,caseID,modalityID,score";
            if (const auto noted = takeNote(line, collector); !noted) return failure(noted.error());
            continue;
        }
        const auto row = rowOf(line, 0);
        if (!row) return failure(row.error());
        if (row->fields.empty()) continue;
        if (const auto taken = collector.takeRow(*row); !taken) return failure(taken.error());
    }
    if (!hasBegun) return malformedAt(lines.back().number, "there is no line " + inQuotes(kBegin));
    return std::move(collector).located();
}

} // namespace vertescore
