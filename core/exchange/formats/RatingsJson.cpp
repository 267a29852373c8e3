// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formats/RatingForms_p.h"

#include "core/base/JsonDepth.h"

#include <nlohmann/json.hpp>

namespace vertescore {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "vertescore-ratings";
constexpr int kVersion = 2; // since 2: marks; 1 is read as well
constexpr const char* kMeasured = "measured";
constexpr const char* kTyped = "typed";

/// A grade alone is a number; with anything beside it an object.
Json cellJson(const ScoreCell& cell) {
    if (cell.grade && !cell.measured) return *cell.grade;
    Json json = Json::object();
    if (cell.grade) json["grade"] = *cell.grade;
    if (cell.notReadable) json["notReadable"] = reasonText(cell);
    if (cell.measured) {
        json["measured"] = *cell.measured;
        json["source"] = cell.followsMeasured ? kMeasured : kTyped;
    }
    return json;
}

std::string levelName(const AnswerPlace& place) {
    return std::string(place.segment ? segmentName(*place.segment) : kAac8Name);
}

Json marksJson(const MarkedWalls& walls) {
    Json json = Json::object();
    for (const Wall wall : kWalls)
        for (const WallStretch& one : walls[static_cast<std::size_t>(wall)])
            json[std::string(wallName(wall))].push_back({{"from", one.from},
                                                         {"to", one.to},
                                                         {"upper", {one.upper.x, one.upper.y}},
                                                         {"lower", {one.lower.x, one.lower.y}}});
    return json;
}

Json readingJson(const RatingKey& key, const Rating& rating, const ReadingMarks& marks) {
    Json json{
        {"image", key.image}, {"reader", key.reader}, {"condition", key.condition}, {"session", key.session}};
    if (!rating.patient.empty()) json["patient"] = rating.patient;
    json["cells"] = Json::object();
    for (const AnswerPlace& place : kAnswerPlaces)
        if (const ScoreCell& cell = rating.sheet.at(place); !cell.isBlank())
            json["cells"][levelName(place)][std::string(wallName(place.wall))] = cellJson(cell);
    if (const auto marked = marks.find(key); marked != marks.end()) json["marks"] = marksJson(marked->second);
    if (const auto total = rating.sheet.total()) json["total"] = *total;
    if (const auto sum = rating.sheet.aac8.sum()) json["aac8"] = *sum;
    return json;
}

tl::unexpected<Error> malformed(const std::string& place, const std::string& what) {
    return failure(ErrorCode::FileMalformed, place + ": " + what);
}

Result<std::string> textOf(const Json& reading, const char* name, const std::string& place) {
    const auto found = reading.find(name);
    if (found == reading.end()) return std::string();
    if (!found->is_string()) return malformed(place, inQuotes(name) + " is no text");
    return found->get<std::string>();
}

/// One answer of a file, and where it stands.
struct CellReader {
    const Json& json;
    AnswerPlace answer;
    std::string place;

    Status takeGrade(const Json& grade, ScoreCell& cell) const {
        const int highest = answer.highestGrade();
        const bool isGrade = grade.is_number_integer() && grade.get<std::int64_t>() >= 0 &&
                             grade.get<std::int64_t>() <= highest;
        if (!isGrade) return malformed(place, grade.dump() + " is not a grade " + gradesText(highest));
        cell.grade = grade.get<int>();
        return {};
    }

    Status takeMeasured(ScoreCell& cell) const {
        const auto measured = json.find("measured");
        const auto source = json.find("source");
        if (measured == json.end() && source == json.end()) return {};
        const double length = measured != json.end() && measured->is_number() ? measured->get<double>() : 0;
        if (!(length > 0) || (!answer.isAac8() && length > 1))
            return malformed(place, "what was measured is no length");
        cell.measured = length;
        if (source != json.end() && *source != kMeasured && *source != kTyped)
            return malformed(place, source->dump() + " is neither measured nor typed");
        cell.followsMeasured = source != json.end() && *source == kMeasured;
        if (cell.followsMeasured && !cell.grade) return malformed(place, "there is no grade");
        return {};
    }

    Result<ScoreCell> read() const {
        ScoreCell cell;
        if (json.is_null()) return cell;
        if (!json.is_object()) {
            if (const auto taken = takeGrade(json, cell); !taken) return failure(taken.error());
            return cell;
        }
        if (const auto grade = json.find("grade"); grade != json.end())
            if (const auto taken = takeGrade(*grade, cell); !taken) return failure(taken.error());
        if (const auto reason = json.find("notReadable"); reason != json.end() && reason->is_string())
            cell.notReadable = notReadableReasonFromName(reason->get<std::string>());
        if (cell.grade.has_value() == cell.notReadable.has_value())
            return malformed(place, "neither a grade nor a reason");
        if (const auto taken = takeMeasured(cell); !taken) return failure(taken.error());
        return cell;
    }
};

Status checkSum(const Json& reading, const char* name, std::optional<int> sum, const std::string& problem) {
    const auto found = reading.find(name);
    if (found == reading.end() || *found == Json(sum.value_or(-1))) return {};
    return failure(ErrorCode::FileMalformed, problem);
}

Result<ScoreSheet> sheetOf(const Json& reading, const std::string& place) {
    ScoreSheet sheet;
    const auto cells = reading.find("cells");
    if (cells == reading.end() || !cells->is_object()) return malformed(place, "it has no cells");
    for (const auto& [level, walls] : cells->items()) {
        const auto segment = segmentFromName(level);
        if ((!segment && level != kAac8Name) || !walls.is_object())
            return malformed(place, inQuotes(level) + " is not one of L1, L2, L3, L4, AAC-8");
        for (const auto& [name, content] : walls.items()) {
            const auto wall = wallFromName(name);
            if (!wall) return malformed(place, inQuotes(name) + " is not anterior or posterior");
            const AnswerPlace answer{segment, *wall};
            const auto cell =
                CellReader{content, answer,
                           std::string(place).append(", ").append(level).append(" ").append(name)}
                    .read();
            if (!cell) return failure(cell.error());
            sheet.at(answer) = *cell;
        }
    }
    auto summed =
        checkSum(reading, "total", sheet.total(), place + ": the total is not the sum of the eight walls");
    if (summed)
        summed =
            checkSum(reading, "aac8", sheet.aac8.sum(), place + ": AAC-8 is not the sum of its two walls");
    if (!summed) return failure(summed.error());
    return sheet;
}

Result<WallStretch> stretchOf(const Json& json, const std::string& place) {
    const auto isPoint = [&](const char* name) {
        return json.contains(name) && json[name].is_array() && json[name].size() == 2 &&
               json[name][0].is_number() && json[name][1].is_number();
    };
    const auto isNumber = [&](const char* name) { return json.contains(name) && json[name].is_number(); };
    if (!json.is_object() || !isPoint("upper") || !isPoint("lower") || !isNumber("from") || !isNumber("to"))
        return malformed(place, "a marked stretch has from, to, upper and lower");
    const auto point = [&](const char* name) {
        return PixelPoint{json[name][0].get<double>(), json[name][1].get<double>()};
    };
    const WallStretch stretch{point("upper"), point("lower"), json["from"].get<double>(),
                              json["to"].get<double>()};
    if (!liesOnWall(stretch)) return malformed(place, "a marked stretch lies nowhere on the wall");
    return stretch;
}

Result<MarkedWalls> marksOf(const Json& reading, const std::string& place) {
    MarkedWalls marks;
    const auto walls = reading.find("marks");
    if (walls == reading.end()) return marks;
    if (!walls->is_object()) return malformed(place, "its marks are no object");
    for (const auto& [name, stretches] : walls->items()) {
        const auto wall = wallFromName(name);
        if (!wall || !stretches.is_array())
            return malformed(place,
                             inQuotes(name) + " is not anterior or posterior, with a list of stretches");
        for (const Json& json : stretches) {
            const auto stretch = stretchOf(json, place + ", " + name);
            if (!stretch) return failure(stretch.error());
            marks[static_cast<std::size_t>(*wall)].push_back(*stretch);
        }
    }
    return marks;
}

Status take(const Json& reading, const std::string& place, LocatedRatings& to) {
    if (!reading.is_object()) return malformed(place, "it is no object");
    std::array<std::string, 5> texts;
    std::size_t next = 0;
    for (const char* name : {"image", "reader", "condition", "session", "patient"}) {
        auto text = textOf(reading, name, place);
        if (!text) return failure(text.error());
        texts[next++] = std::move(*text);
    }
    const auto sheet = sheetOf(reading, place);
    if (!sheet) return failure(sheet.error());
    const auto marks = marksOf(reading, place);
    if (!marks) return failure(marks.error());
    const RatingKey key{texts[0], texts[1], texts[2], texts[3]};
    if (const auto added = addLocated(to, key, {*sheet, texts[4]}, place); !added) return added;
    if (*marks != MarkedWalls{} && to.table.ratings().contains(key)) to.marks[key] = *marks;
    return {};
}

} // namespace

std::string ratingsJson(const RatingTable& table, const RatingExport& about) {
    Json json{
        {"format", kFormat},
        {"version", kVersion},
        {"notice", ratingsNotice(about.isSynthetic)},
        {"study", about.study},
        {"synthetic", about.isSynthetic},
        {"convention", scoringConventionName(about.convention)},
        {"categories", {{"moderateFrom", about.bounds.moderateFrom}, {"highFrom", about.bounds.highFrom}}},
        {"readings", Json::array()}};
    for (const auto& [key, rating] : table.ratings())
        json["readings"].push_back(readingJson(key, rating, about.marks));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<LocatedRatings> parseRatingsJson(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return failure(ErrorCode::FileEmpty, "no object");
    if (jsonDepth(text) > kDeepestJson)
        return failure(ErrorCode::FileMalformed, "line 1: it nests deeper than readings do");
    try {
        const auto json = Json::parse(text);
        if (!json.is_object() || json.value("format", "") != kFormat)
            return failure(ErrorCode::FileMalformed,
                           "line 1: it does not say that its format is " + inQuotes(kFormat));
        const int version =
            json.value("version", Json()).is_number_integer() ? json["version"].get<int>() : 0;
        if (version < 1 || version > kVersion)
            return failure(ErrorCode::UnsupportedFormat, "a newer version of the format");
        const auto readings = json.find("readings");
        if (readings == json.end() || !readings->is_array())
            return failure(ErrorCode::FileMalformed, "line 1: it has no readings");
        LocatedRatings found;
        std::size_t number = 0;
        for (const Json& reading : *readings)
            if (const auto taken = take(reading, "reading " + std::to_string(++number), found); !taken)
                return failure(taken.error());
        return found;
    } catch (const Json::exception& problem) { // its text names line and column
        return failure(ErrorCode::FileMalformed, problem.what());
    }
}

} // namespace vertescore
