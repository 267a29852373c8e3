// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sheet/EventRows_p.h"

#include <nlohmann/json.hpp>

#include <array>

namespace vertescore {

namespace {

using Json = nlohmann::ordered_json;

std::string_view voiFunctionName(VoiFunction function) {
    constexpr std::array<std::string_view, 3> kNames{"linear", "linearExact", "sigmoid"};
    return kNames[static_cast<std::size_t>(function)];
}

bool isOfWall(EventKind kind) {
    return kind == EventKind::Cell || kind == EventKind::Aac8 || kind == EventKind::Stretches;
}

std::string cellText(const ScoreCell& cell) {
    if (!cell.grade)
        return cell.notReadable ? std::string(notReadableReasonName(*cell.notReadable)) : "blank";
    return std::to_string(*cell.grade) + (cell.followsMeasured ? " as measured" : "");
}

std::string stretchCount(const WallStretches& stretches) {
    return std::to_string(stretches.size()) + (stretches.size() == 1 ? " stretch" : " stretches");
}

/// What the log says of the wall that an event is of.
std::string wallText(const ReadingEvent& event, const ScoreCell& cell, const WallStretches& stretches) {
    const std::string wall(wallName(event.wall));
    if (event.kind == EventKind::Stretches) return wall + " " + stretchCount(stretches);
    if (event.kind == EventKind::Aac8) return "AAC-8 " + wall + " " + cellText(cell);
    return std::string(segmentName(event.segment)) + " " + wall + " " + cellText(cell);
}

AuditNote auditNoteOf(const ReadingEvent& event, const Reading& before, PersonId by, std::int64_t row) {
    constexpr std::array<std::string_view, 7> kActions{"gradeCell",     "gradeAac8",         "markStretches",
                                                       "submitReading", "invalidateReading", "disputeReading",
                                                       "reopenReading"};
    AuditNote note{by, kActions[static_cast<std::size_t>(event.kind)], "reading_events", row};
    note.reason = event.reason;
    if (isOfWall(event.kind)) {
        const auto& cell = event.kind == EventKind::Aac8 ? before.sheet.aac8.at(event.wall)
                                                         : before.sheet.at(event.segment, event.wall);
        note.before = wallText(event, cell, before.stretches[static_cast<std::size_t>(event.wall)]);
        note.after = wallText(event, event.cell, event.stretches);
    } else {
        note.before = readingStateName(before.state);
        note.after = eventKindName(event.kind);
    }
    return note;
}

} // namespace

const std::string kEventColumns = " e.kind, e.segment, e.wall, e.grade, e.not_readable, e.reason,"
                                  " e.landmark_version_id, v.shape_sha256, e.active_seconds, e.measured,"
                                  " e.follows_measured, e.stretches ";

ReadingEvent eventAt(Statement& row, int first) {
    ReadingEvent event;
    const std::string kind = row.getColumn(first);
    event.kind = known(eventKindFromName(kind), kind);
    if (const auto segment = optionalText(row, first + 1))
        event.segment = known(segmentFromName(*segment), *segment);
    if (const auto wall = optionalText(row, first + 2)) event.wall = known(wallFromName(*wall), *wall);
    if (!row.getColumn(first + 3).isNull()) event.cell.grade = row.getColumn(first + 3).getInt();
    if (const auto reason = optionalText(row, first + 4))
        event.cell.notReadable = known(notReadableReasonFromName(*reason), *reason);
    event.reason = row.getColumn(first + 5).getString();
    if (!row.getColumn(first + 6).isNull())
        event.landmarks = LandmarkVersionId{row.getColumn(first + 6).getInt64()};
    event.shapeSha256 = optionalText(row, first + 7).value_or("");
    event.activeSeconds = row.getColumn(first + 8).getDouble();
    event.cell.measured = optionalDouble(row, first + 9);
    event.cell.followsMeasured = !row.getColumn(first + 10).isNull();
    if (const auto stretches = optionalText(row, first + 11)) event.stretches = stretchesFromText(*stretches);
    return event;
}

void insertEvent(Database& database, const EventPlace& place, const ReadingEvent& event,
                 const ReadingContext& context, const Reading& before) {
    const auto& window = context.window;
    const auto& cell = event.cell;
    const auto row = database.run(
        "INSERT INTO reading_events (reading_id, kind, person_id, segment, wall, grade, not_readable, reason,"
        " landmark_version_id, weights_sha256, guides_shown, window_centre, window_width, window_function,"
        " is_inverted, active_seconds, app_version, at, measured, follows_measured, stretches)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        place.reading, eventKindName(event.kind), place.by,
        event.kind == EventKind::Cell ? std::optional(segmentName(event.segment)) : std::nullopt,
        isOfWall(event.kind) ? std::optional(wallName(event.wall)) : std::nullopt, cell.grade,
        cell.notReadable ? std::optional(notReadableReasonName(*cell.notReadable)) : std::nullopt,
        event.reason, context.landmarks, place.weightsSha256, context.guidesShown,
        window ? std::optional(window->centre) : std::nullopt,
        window ? std::optional(window->width) : std::nullopt,
        window ? std::optional(voiFunctionName(window->function)) : std::nullopt, context.isInverted,
        context.activeSeconds, std::string_view(VERTESCORE_VERSION), database.utcNow(), cell.measured,
        cell.followsMeasured ? std::optional(1) : std::nullopt,
        event.kind == EventKind::Stretches ? std::optional(stretchesToText(event.stretches)) : std::nullopt);
    writeAudit(database, auditNoteOf(event, before, place.by, row));
}

std::string stretchesToText(const WallStretches& stretches) {
    Json json = Json::array();
    for (const auto& stretch : stretches)
        json.push_back({{"upper", {stretch.upper.x, stretch.upper.y}},
                        {"lower", {stretch.lower.x, stretch.lower.y}},
                        {"from", stretch.from},
                        {"to", stretch.to}});
    return json.dump();
}

WallStretches stretchesFromText(const std::string& text) {
    try {
        WallStretches stretches;
        for (const auto& json : nlohmann::json::parse(text)) {
            const auto& upper = json.at("upper");
            const auto& lower = json.at("lower");
            stretches.push_back({{upper.at(0).get<double>(), upper.at(1).get<double>()},
                                 {lower.at(0).get<double>(), lower.at(1).get<double>()},
                                 json.at("from").get<double>(),
                                 json.at("to").get<double>()});
        }
        return stretches;
    } catch (const Json::exception& problem) {
        refuse(ErrorCode::StudyCorrupt, std::string("marked stretches: ") + problem.what());
    }
}

} // namespace vertescore
