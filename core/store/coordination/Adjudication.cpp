// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/Adjudication_p.h"

#include "core/store/rows/ScanRows_p.h"
#include "core/store/sheet/SheetEvents_p.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vertescore {

namespace {

constexpr std::size_t kFewestReaders = 2;

void appendRatings(std::vector<WallRating>& ratings, const FoldedReading& reading) {
    for (const auto& place : kAnswerPlaces) {
        const auto& cell = reading.fold.submitted()->at(place);
        if (place.isAac8() && cell.isBlank()) continue; // not asked for
        ratings.push_back({reading.originalCode, reading.reader, reading.arm,
                           place.segment.value_or(Segment::L1), place.wall, cell.grade, reading.session,
                           cell.notReadable, reading.showing, cell.measured, cell.followsMeasured,
                           place.isAac8()});
    }
}

bool differ(const Disagreement& cell, int moreThan) {
    if (cell.grades.size() < kFewestReaders) return false;
    std::vector<int> graded;
    for (const auto& [reader, grade] : cell.grades)
        if (grade) graded.push_back(*grade);
    if (graded.empty()) return false;
    const auto [lowest, highest] = std::ranges::minmax(graded);
    return graded.size() < cell.grades.size() || highest - lowest > moreThan;
}

/// Who stands for what the panel settled; the same in every copy of a study, so that merging takes both for
/// one.
PersonId panelOf(Database& database, const Study& study, PersonId by) {
    const std::string uid = "consensus-" + study.uid;
    auto found = database.statement("SELECT id FROM people WHERE uid = ?", uid);
    if (found.executeStep()) return PersonId{found.getColumn(0).getInt64()};
    std::string name(kPanelName);
    for (int number = 2; database.statement("SELECT 1 FROM people WHERE name = ?", name).executeStep();
         ++number)
        name = std::string(kPanelName) + " " + std::to_string(number);
    const auto row =
        database.run("INSERT INTO people (uid, name, is_reader, is_annotator, is_coordinator,"
                     " is_simulated, added_at, purpose) VALUES (?, ?, 0, 0, 0, 0, ?, 'consensus')",
                     uid, name, database.utcNow());
    writeAudit(database, {by, "addPanel", "people", row, "", name});
    return PersonId{row};
}

/// As many readers as an agreement needs have submitted this scan in that arm and session.
void checkReaders(Database& database, ScanId scan, const ReadingPass& pass) {
    if (findSubmitted(database, scan, pass).size() < kFewestReaders)
        refuse(ErrorCode::NotAllowed,
               "fewer than two readers have submitted this scan in this arm and session");
}

} // namespace

bool counts(const FoldedReading& reading, ReadingHolder holder) {
    return reading.holder == holder && !reading.isTraining && reading.fold.submitted();
}

std::vector<WallRating> submittedRatings(Database& database, ReadingHolder holder) {
    std::vector<WallRating> ratings;
    for (const auto& reading : allReadings(database))
        if (counts(reading, holder)) appendRatings(ratings, reading);
    return ratings;
}

std::vector<Disagreement> findDisagreements(Database& database, int moreThan) {
    using Scan = std::tuple<std::string, std::string, int>;     // code, arm, session
    std::map<std::pair<Scan, std::size_t>, Disagreement> cells; // by scan, then in the order of kAnswerPlaces
    std::map<Scan, bool> settled;
    for (const auto& reading : allReadings(database)) {
        const Scan scan{reading.code, reading.arm, reading.session};
        if (counts(reading, ReadingHolder::Consensus)) settled[scan] = true;
        if (!counts(reading, ReadingHolder::Reader) || reading.showing > 1) continue;
        for (std::size_t i = 0; i < kAnswerPlaces.size(); ++i) {
            const auto& place = kAnswerPlaces[i];
            const auto& answer = reading.fold.submitted()->at(place);
            if (answer.isBlank()) continue; // AAC-8 that was not asked for
            auto& cell = cells[{scan, i}];
            cell = {reading.scan, reading.code,           reading.arm, reading.session,
                    place,        std::move(cell.grades), false};
            cell.grades.emplace_back(reading.reader, answer.grade);
        }
    }
    std::vector<Disagreement> found;
    for (auto& [key, cell] : cells) {
        if (!differ(cell, moreThan)) continue;
        cell.isSettled = settled.contains(key.first);
        found.push_back(std::move(cell));
    }
    return found;
}

std::vector<MarkedReading> findMarked(Database& database) {
    std::vector<MarkedReading> found;
    for (const auto& reading : allReadings(database))
        if (counts(reading, ReadingHolder::Reader) && reading.fold.submittedMarks() != MarkedWalls{})
            found.push_back({reading.originalCode, reading.reader, reading.arm, reading.session,
                             reading.showing, reading.fold.submittedMarks()});
    return found;
}

std::vector<SubmittedReading> findSubmitted(Database& database, ScanId scan, const ReadingPass& pass) {
    std::vector<SubmittedReading> found;
    for (const auto& reading : allReadings(database, scan))
        if (counts(reading, ReadingHolder::Reader) && reading.arm == pass.arm &&
            reading.session == pass.session)
            found.push_back({reading.reader, *reading.fold.submitted()});
    return found;
}

std::vector<DuplicateReading> findDuplicates(Database& database) {
    using Key = std::tuple<ScanId, std::string, std::string, int>; // scan, reader, arm, session
    std::map<Key, Reading> counted;
    const auto readings = allReadings(database);
    for (const auto& reading : readings)
        if (reading.holder == ReadingHolder::Reader)
            counted[{reading.scan, reading.reader, reading.arm, reading.session}] = reading.fold.reading();
    std::vector<DuplicateReading> found;
    for (const auto& kept : readings)
        if (kept.holder == ReadingHolder::Duplicate)
            found.push_back({kept.scan,
                             kept.code,
                             kept.standsFor,
                             {kept.arm, kept.session},
                             kept.reader,
                             counted[{kept.scan, kept.standsFor, kept.arm, kept.session}],
                             kept.fold.reading()});
    return found;
}

void adjudicateReading(StudyFile& file, ScanId scan, const ReadingPass& pass, const ScoreSheet& sheet,
                       const std::string& reason, PersonId by) {
    auto& database = file.database;
    if (reason.empty()) refuse(ErrorCode::InvalidArgument, "a reason is needed");
    checkSheet(sheet, file.study.settings);
    readScanRow(file, scan);
    checkReaders(database, scan, pass);
    const auto panel = panelOf(database, file.study, by);
    if (!findPass(database, panel, pass)) insertPass(database, panel, pass, by, reason);
    const auto key = findPass(database, panel, pass).value();
    const auto append = [&](ReadingEvent event) {
        event.reason = reason;
        appendEvent(database, key, scan, by, event, {});
    };
    const auto before = foldReading(database, key, scan);
    if (before.isLocked()) append({.kind = EventKind::Reopened});
    for (const auto& edit : editsOf(sheet))
        append(eventOf(edit, file.study.settings, {}));
    if (sheet.aac8.isBlank() && !before.reading().sheet.aac8.isBlank())
        for (const auto wall : kWalls) // settled before, left out now
            append({.kind = EventKind::Aac8, .wall = wall});
    append({.kind = EventKind::Submitted});
}

std::vector<Consensus> readConsensus(Database& database) {
    std::vector<Consensus> found;
    for (const auto& reading : allReadings(database)) {
        if (!counts(reading, ReadingHolder::Consensus)) continue;
        auto row = database.statement("SELECT p.name, e.at, e.reason FROM reading_events e"
                                      " JOIN people p ON p.id = e.person_id WHERE e.reading_id = ?"
                                      " AND e.kind = 'submitted' ORDER BY e.id DESC LIMIT 1",
                                      reading.row);
        row.executeStep();
        found.push_back({reading.scan, reading.code, reading.arm, reading.session, *reading.fold.submitted(),
                         row.getColumn(0).getString(), row.getColumn(1).getString(),
                         row.getColumn(2).getString(), reading.fold.reading().revision});
    }
    return found;
}

} // namespace vertescore
