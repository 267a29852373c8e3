// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formats/RatingForms_p.h"

#include <nlohmann/json.hpp>

namespace vertescore {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "vertescore-ratings";
constexpr int kVersion = 1;

Json cellJson(const ScoreCell& cell) {
    if (cell.grade) return *cell.grade;
    return {{"notReadable", reasonText(cell)}};
}

Json readingJson(const RatingKey& key, const Rating& rating) {
    Json json{
        {"image", key.image}, {"reader", key.reader}, {"condition", key.condition}, {"session", key.session}};
    if (!rating.patient.empty()) json["patient"] = rating.patient;
    json["cells"] = Json::object();
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            if (const ScoreCell& cell = rating.sheet.at(segment, wall); !cell.isBlank())
                json["cells"][std::string(segmentName(segment))][std::string(wallName(wall))] =
                    cellJson(cell);
    if (const auto total = rating.sheet.total()) json["total"] = *total;
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

Result<ScoreCell> cellOf(const Json& json, const std::string& place) {
    ScoreCell cell;
    if (json.is_null()) return cell;
    if (json.is_number_integer()) {
        const auto grade = json.get<std::int64_t>();
        if (grade < 0 || grade > 3) return malformed(place, json.dump() + " is not a grade 0, 1, 2 or 3");
        cell.grade = static_cast<int>(grade);
        return cell;
    }
    if (json.is_object() && json.size() == 1 && json.contains("notReadable") &&
        json["notReadable"].is_string())
        cell.notReadable = notReadableReasonFromName(json["notReadable"].get<std::string>());
    if (!cell.notReadable) return malformed(place, "neither a grade nor a reason");
    return cell;
}

Result<ScoreSheet> sheetOf(const Json& reading, const std::string& place) {
    ScoreSheet sheet;
    const auto cells = reading.find("cells");
    if (cells == reading.end() || !cells->is_object()) return malformed(place, "it has no cells");
    for (const auto& [level, walls] : cells->items()) {
        const auto segment = segmentFromName(level);
        if (!segment || !walls.is_object())
            return malformed(place, inQuotes(level) + " is not one of L1, L2, L3, L4");
        for (const auto& [name, content] : walls.items()) {
            const auto wall = wallFromName(name);
            if (!wall) return malformed(place, inQuotes(name) + " is not anterior or posterior");
            const auto cell =
                cellOf(content, std::string(place).append(", ").append(level).append(" ").append(name));
            if (!cell) return failure(cell.error());
            sheet.at(*segment, *wall) = *cell;
        }
    }
    const auto total = reading.find("total");
    if (total != reading.end() && *total != Json(sheet.total().value_or(-1)))
        return malformed(place, "the total is not the sum of the eight walls");
    return sheet;
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
    return addLocated(to, {texts[0], texts[1], texts[2], texts[3]}, {*sheet, texts[4]}, place);
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
        json["readings"].push_back(readingJson(key, rating));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<LocatedRatings> parseRatingsJson(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return failure(ErrorCode::FileEmpty, "no object");
    try {
        const auto json = Json::parse(text);
        if (!json.is_object() || json.value("format", "") != kFormat)
            return failure(ErrorCode::FileMalformed,
                           "line 1: it does not say that its format is " + inQuotes(kFormat));
        if (!json.contains("version") || json["version"] != Json(kVersion))
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
