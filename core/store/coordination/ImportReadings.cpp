// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/ImportReadings_p.h"

#include "core/store/coordination/Adjudication_p.h"
#include "core/store/rows/PersonRows_p.h"
#include "core/store/rows/ReadingRows_p.h"
#include "core/store/sheet/SheetEvents_p.h"

#include <algorithm>

namespace vertescore {

namespace {

[[noreturn]] void refuseAt(const ImportedReading& reading, ErrorCode code, const std::string& what) {
    refuse(code, reading.place.empty() ? what : reading.place + ": " + what);
}

ScanId scanOf(Database& database, const ImportedReading& reading) {
    const bool isRepeat = reading.showing > 1;
    auto row = database.statement(
        isRepeat ? "SELECT r.id FROM scans r JOIN scans o ON o.id = r.repeat_of WHERE o.code = ?"
                 : "SELECT id FROM scans WHERE code = ? AND repeat_of IS NULL",
        reading.code);
    if (reading.showing > 2 || !row.executeStep())
        refuseAt(reading, ErrorCode::InvalidArgument,
                 "the study has no " + std::string(isRepeat ? "hidden repeat of the " : "") + "scan " +
                     reading.code);
    return ScanId{row.getColumn(0).getInt64()};
}

PersonId readerOf(const std::vector<Person>& people, const ImportedReading& reading) {
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& person) {
        return person.name == reading.reader && person.hasRole(Role::Reader);
    });
    if (found == people.end())
        refuseAt(reading, ErrorCode::InvalidArgument, "the study has no reader " + reading.reader);
    return found->id;
}

PassKey passOf(StudyFile& file, PersonId reader, const ImportedReading& reading, const std::string& reason,
               PersonId by) {
    const auto& arms = file.study.settings.arms;
    if (std::none_of(arms.begin(), arms.end(), [&](const Arm& arm) { return arm.name == reading.pass.arm; }))
        refuseAt(reading, ErrorCode::InvalidArgument, "the study has no arm " + reading.pass.arm);
    if (const auto found = findPass(file.database, reader, reading.pass)) return *found;
    try {
        checkSession(file.study.settings, reading.pass.session);
    } catch (const Refusal& refusal) {
        refuseAt(reading, refusal.code, refusal.detail);
    }
    insertPass(file.database, reader, reading.pass, by, reason);
    return findPass(file.database, reader, reading.pass).value();
}

/// Whether it is complete.
bool importReading(StudyFile& file, const std::vector<Person>& people, const ImportedReading& reading,
                   const std::string& reason, PersonId by) {
    auto& database = file.database;
    const auto scan = scanOf(database, reading);
    const auto reader = readerOf(people, reading);
    const auto pass = passOf(file, reader, reading, reason, by);
    if (foldReading(database, pass, scan).reading().state != ReadingState::Unread)
        refuseAt(reading, ErrorCode::DuplicateEntry,
                 reading.reader + " has read " + reading.code + " in this arm and session already");
    const auto& settings = file.study.settings;
    const auto append = [&](ReadingEvent event) {
        event.reason = reason;
        appendEvent(database, pass, scan, by, event, {});
    };
    try {
        for (const auto& edit : editsOf(reading.sheet))
            append(eventOf(edit, settings, {}));
        for (const auto wall : kWalls) {
            const auto& stretches = reading.marks[static_cast<std::size_t>(wall)];
            checkStretches(stretches);
            if (!stretches.empty())
                append({.kind = EventKind::Stretches, .wall = wall, .stretches = stretches});
        }
    } catch (const Refusal& refusal) {
        refuseAt(reading, ErrorCode::InvalidArgument, refusal.detail);
    }
    const bool isComplete = isAnswered(reading.sheet, settings);
    if (isComplete) append({.kind = EventKind::Submitted});
    return isComplete;
}

/// What a panel settled goes under its name in files.
bool isOfPanel(const std::vector<Person>& people, const ImportedReading& reading) {
    return reading.reader == kPanelName &&
           std::none_of(people.begin(), people.end(),
                        [](const Person& person) { return person.name == kPanelName; });
}

void importConsensus(StudyFile& file, const ImportedReading& reading, const std::string& reason,
                     PersonId by) {
    const auto scan = scanOf(file.database, reading);
    try {
        adjudicateReading(file, scan, reading.pass, reading.sheet, reason, by);
    } catch (const Refusal& refusal) {
        refuseAt(reading, refusal.code, refusal.detail);
    }
}

} // namespace

ImportedCount importReadingRows(StudyFile& file, std::span<const ImportedReading> readings,
                                const std::string& reason, PersonId by) {
    if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
    const auto people = readPeople(file.database);
    ImportedCount count;
    for (const auto& reading : readings)
        if (!isOfPanel(people, reading))
            ++(importReading(file, people, reading, reason, by) ? count.submitted : count.inProgress);
    for (const auto& reading : readings) { // once there are the readings that it settles
        if (!isOfPanel(people, reading)) continue;
        importConsensus(file, reading, reason, by);
        ++count.settled;
    }
    return count;
}

} // namespace vertescore
