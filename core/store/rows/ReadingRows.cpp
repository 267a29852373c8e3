// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/ReadingRows_p.h"

#include "core/base/Sha256.h"
#include "core/store/rows/LandmarkRows_p.h"
#include "core/store/sheet/EventRows_p.h"
#include "core/store/verification/LogClock_p.h"

#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace vertescore {

namespace {

const std::string kEventTables = " readings r JOIN reading_events e ON e.reading_id = r.id"
                                 " LEFT JOIN landmark_versions v ON v.id = e.landmark_version_id ";

std::map<std::int64_t, ReadingFold> foldPass(Database& database, const PassKey& pass,
                                             std::optional<ScanId> only) {
    const std::string condition =
        only ? "AND r.scan_id = ?2 " : "AND ?2 IS NULL "; // so that SQLite uses the index
    auto row = database.statement("SELECT" + kEventColumns + ", r.scan_id FROM" + kEventTables +
                                      "WHERE r.pass_id = ?1 " + condition + "ORDER BY r.scan_id, e.id",
                                  pass.row, only);
    std::map<std::int64_t, ReadingFold> folds;
    while (row.executeStep())
        folds[row.getColumn(kEventColumnCount).getInt64()].add(eventAt(row, 0));
    return folds;
}

LandmarkViewer viewerOf(const PassKey& pass) {
    return {pass.reader};
}

struct WorklistLine {
    WorklistRow row;
    std::string uid;         ///< of the scan
    std::string originalUid; ///< of the scan that it repeats; empty: it is no repeat
    bool isRepeated = false; ///< another scan repeats it
    std::string shapeSha256; ///< of its newest landmarks; empty without
};

LandmarkState landmarkStateNamed(const std::string& name) {
    for (const auto state : {LandmarkState::None, LandmarkState::Predicted, LandmarkState::Edited})
        if (landmarkStateName(state) == name) return state;
    return LandmarkState::Confirmed; // the table's CHECK leaves no other
}

/// Scans in the order of adding, with the newest landmarks that the viewer may see.
std::vector<WorklistLine> worklistLines(StudyFile& file, const LandmarkViewer& viewer, bool seesLandmarks,
                                        std::optional<ScanId> only, std::string_view which) {
    const std::string condition = (only ? "s.id = ?2" : "?2 IS NULL") + std::string(which);
    auto row = file.database.statement(
        "SELECT s.id, s.code, s.uid, n.state, n.least_confidence, n.shape_sha256, s.path,"
        " (SELECT o.uid FROM scans o WHERE o.id = s.repeat_of),"
        " EXISTS (SELECT 1 FROM scans r WHERE r.repeat_of = s.id) FROM scans s"
        " LEFT JOIN landmark_versions n ON n.id = (SELECT max(v.id) FROM landmark_versions v"
        " WHERE (v.scan_id = s.id OR (v.scan_id = s.repeat_of AND v.reader_id IS NULL)) AND " +
            std::string(kVisibleLandmarks) + ") WHERE " + condition + " ORDER BY s.id",
        viewer.reader, only);
    std::vector<WorklistLine> lines;
    while (row.executeStep()) {
        WorklistLine line;
        line.row.scan = ScanId{row.getColumn(0).getInt64()};
        line.row.code = row.getColumn(1).getString();
        line.uid = row.getColumn(2).getString();
        line.originalUid = optionalText(row, 7).value_or("");
        line.isRepeated = row.getColumn(8).getInt() != 0;
        if (const auto state = optionalText(row, 3); state && seesLandmarks) {
            line.row.landmarks = landmarkStateNamed(*state);
            line.row.leastConfidence = optionalDouble(row, 4);
            line.shapeSha256 = row.getColumn(5).getString();
        }
        if (!viewer.reader)
            line.row.fileName = toUtf8(std::filesystem::path(row.getColumn(6).getString()).filename());
        lines.push_back(std::move(line));
    }
    return lines;
}

/// 0...1, from the seed and a scan alone.
double placeOf(std::int64_t seed, const std::string& uid) {
    constexpr std::size_t kDigits = 13; // 52 bits: what a double holds exactly
    const auto digits = sha256Hex(std::to_string(seed) + ":" + uid).substr(0, kDigits);
    return std::ldexp(static_cast<double>(std::stoull(digits, nullptr, 16)), -4 * static_cast<int>(kDigits));
}

/// Each reader and session has an own order, which scans added later do not disturb. A scan that is repeated
/// comes in the first half, its repeat about a quarter of the list later or more.
void shuffle(std::vector<WorklistLine>& lines, std::int64_t seed) {
    std::vector<std::pair<double, std::size_t>> places;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto place = placeOf(seed, lines[i].uid);
        if (lines[i].isRepeated) place /= 2;
        if (!lines[i].originalUid.empty()) {
            const auto soonest = placeOf(seed, lines[i].originalUid) / 2 + 0.25;
            place = soonest + (1 - soonest) * place;
        }
        places.emplace_back(place, i);
    }
    std::sort(places.begin(), places.end());
    std::vector<WorklistLine> shuffled;
    for (const auto& [place, i] : places)
        shuffled.push_back(std::move(lines[i]));
    lines = std::move(shuffled);
}

std::int64_t readingRow(Database& database, const PassKey& pass, ScanId scan, PersonId by) {
    auto row =
        database.statement("SELECT id FROM readings WHERE pass_id = ? AND scan_id = ?", pass.row, scan);
    if (row.executeStep()) return row.getColumn(0).getInt64();
    const auto reading =
        database.run("INSERT INTO readings (uid, pass_id, scan_id, opened_at) VALUES (?, ?, ?, ?)", newUuid(),
                     pass.row, scan, database.utcNow());
    writeAudit(database, {by, "openReading", "readings", reading});
    return reading;
}

/// The weights hash behind the landmarks of a keystroke; the landmarks must be of that scan and visible in
/// that pass.
std::string weightsOf(Database& database, const PassKey& pass, ScanId scan,
                      const std::optional<LandmarkVersionId>& landmarks) {
    if (!landmarks) return {};
    if (!pass.seesLandmarks) refuse(ErrorCode::InvalidArgument, "this arm shows no landmarks");
    auto row = database.statement("SELECT v.weights_sha256 FROM landmark_versions v WHERE " +
                                      std::string(kLandmarksOfScan) + " AND " +
                                      std::string(kVisibleLandmarks) + " AND v.id = ?",
                                  scan, std::optional(pass.reader), *landmarks);
    if (!row.executeStep()) refuse(ErrorCode::InvalidArgument, "these are no landmarks of this scan");
    return row.getColumn(0).getString();
}

/// A new pass waits until so many days went by since this reader's last keystroke in any other.
void checkWashout(Database& database, PersonId reader, const std::optional<int>& days) {
    if (!days) return;
    const auto last = lastKeystroke(database, reader);
    auto row = database.statement("SELECT julianday(?) - julianday(nullif(?, ''))", database.utcNow(), last);
    row.executeStep();
    const auto gone = optionalDouble(row, 0);
    if (gone && *gone < *days)
        refuse(ErrorCode::NotAllowed, "the washout of " + std::to_string(*days) + " days ends in " +
                                          std::to_string(static_cast<int>(std::ceil(*days - *gone))) +
                                          " days");
}

/// Of a new pass: what the study's own seed gives for it, so that a copy of the study elsewhere has the same
/// order; else a random number.
std::int64_t orderSeed(Database& database, PersonId reader, const ReadingPass& pass) {
    auto row =
        database.statement("SELECT s.order_seed, p.name FROM study s, people p WHERE p.id = ?", reader);
    row.executeStep();
    if (row.getColumn(0).isNull()) {
        sodiumReady();
        return static_cast<std::int64_t>(randombytes_random());
    }
    constexpr std::size_t kDigits = 8; // as many bits as a random one has
    const auto digits = sha256Hex(row.getColumn(0).getString() + ":" + row.getColumn(1).getString() + ":" +
                                  pass.arm + ":" + std::to_string(pass.session));
    return static_cast<std::int64_t>(std::stoull(digits.substr(0, kDigits), nullptr, 16));
}

} // namespace

std::optional<PassKey> findPass(Database& database, PersonId reader, const ReadingPass& pass) {
    auto row = database.statement(
        "SELECT p.id, p.order_seed, a.guides, a.is_training IS NOT NULL FROM reading_passes p JOIN arms a"
        " ON a.id = p.arm_id WHERE p.reader_id = ? AND a.id = ? AND p.session = ?",
        reader, armRow(database, pass.arm), pass.session);
    if (!row.executeStep()) return std::nullopt;
    const bool seesLandmarks = row.getColumn(2).getString() != guideDisplayName(GuideDisplay::None);
    return PassKey{row.getColumn(0).getInt64(), reader, row.getColumn(1).getInt64(), seesLandmarks,
                   row.getColumn(3).getInt() != 0};
}

void insertPass(Database& database, PersonId reader, const ReadingPass& pass, PersonId by,
                const std::string& reason) {
    const auto row =
        database.run("INSERT INTO reading_passes (reader_id, arm_id, session, order_seed, opened_at)"
                     " VALUES (?, ?, ?, ?, ?)",
                     reader, armRow(database, pass.arm), pass.session, orderSeed(database, reader, pass),
                     database.utcNow());
    writeAudit(database, {by, "openPass", "reading_passes", row, "",
                          pass.arm + " session " + std::to_string(pass.session), reason});
}

void checkSession(const StudySettings& settings, int session) {
    if (session < 1) refuse(ErrorCode::InvalidArgument, "sessions count from 1");
    if (settings.sessions && session > *settings.sessions)
        refuse(ErrorCode::InvalidArgument,
               "the study has " + std::to_string(*settings.sessions) + " sessions in each arm");
}

PassKey enterPass(StudyFile& file, PersonId reader, const ReadingPass& pass) {
    auto& database = file.database;
    if (const auto found = findPass(database, reader, pass)) return *found;
    checkSession(file.study.settings, pass.session);
    if (file.access == StudyAccess::ReadOnly) {
        const auto& arms = file.study.settings.arms;
        const auto entered =
            std::find_if(arms.begin(), arms.end(), [&](const Arm& a) { return a.name == pass.arm; });
        return PassKey{0, reader, 0, entered->guides != GuideDisplay::None, entered->isTraining};
    }
    WriteTransaction transaction(database);
    checkWashout(database, reader, file.study.settings.washoutDays);
    insertPass(database, reader, pass, reader, {});
    transaction.commit();
    return findPass(database, reader, pass).value();
}

Worklist readingWorklist(StudyFile& file, const PassKey& pass, std::optional<ScanId> only) {
    auto lines = worklistLines(file, viewerOf(pass), pass.seesLandmarks, only,
                               pass.isTraining ? " AND s.id IN (SELECT scan_id FROM truths)" : "");
    if (file.study.settings.shufflesScans) shuffle(lines, pass.orderSeed);
    const auto folds = foldPass(file.database, pass, only);
    Worklist list;
    for (auto& line : lines) {
        line.row.reading = ReadingState::Unread;
        const auto fold = folds.find(static_cast<std::int64_t>(line.row.scan));
        if (fold != folds.end()) {
            line.row.reading = fold->second.reading().state;
            line.row.isStale = fold->second.isStaleAgainst(line.shapeSha256);
        }
        list.push_back(std::move(line.row));
    }
    return list;
}

Worklist landmarkWorklist(StudyFile& file, std::optional<ScanId> only) {
    Worklist list;
    for (auto& line : worklistLines(file, {}, true, only, " AND s.repeat_of IS NULL"))
        list.push_back(std::move(line.row));
    return list;
}

ReadingFold foldReading(Database& database, const PassKey& pass, ScanId scan) {
    auto folds = foldPass(database, pass, scan);
    const auto found = folds.find(static_cast<std::int64_t>(scan));
    return found == folds.end() ? ReadingFold{} : found->second;
}

Reading readReading(Database& database, const PassKey& pass, ScanId scan) {
    const auto fold = foldReading(database, pass, scan);
    auto reading = fold.reading();
    auto newest = database.statement("SELECT v.shape_sha256 FROM landmark_versions v WHERE " +
                                         std::string(kLandmarksOfScan) + " AND " +
                                         std::string(kVisibleLandmarks) + " ORDER BY v.id DESC LIMIT 1",
                                     scan, std::optional(pass.reader));
    if (newest.executeStep()) reading.isStale = fold.isStaleAgainst(newest.getColumn(0).getString());
    return reading;
}

void appendEvent(Database& database, const PassKey& pass, ScanId scan, PersonId by, const ReadingEvent& event,
                 const ReadingContext& context) {
    const auto before = foldReading(database, pass, scan);
    const EventPlace place{readingRow(database, pass, scan, by), by,
                           weightsOf(database, pass, scan, context.landmarks)};
    insertEvent(database, place, event, context, before.reading());
}

namespace {

/// The columns of allReadings() after those of the event.
FoldedReading folded(Statement& row, int first) {
    FoldedReading reading;
    reading.row = row.getColumn(first).getInt64();
    reading.scan = ScanId{row.getColumn(first + 1).getInt64()};
    reading.code = row.getColumn(first + 2).getString();
    reading.arm = row.getColumn(first + 3).getString();
    reading.reader = row.getColumn(first + 4).getString();
    reading.session = row.getColumn(first + 5).getInt();
    reading.standsFor = optionalText(row, first + 6).value_or("");
    const auto purpose = optionalText(row, first + 7);
    if (purpose)
        reading.holder = *purpose == "consensus" ? ReadingHolder::Consensus : ReadingHolder::Duplicate;
    const auto original = optionalText(row, first + 8);
    reading.originalCode = original.value_or(reading.code);
    reading.showing = original ? 2 : 1;
    reading.isTraining = row.getColumn(first + 9).getInt() != 0;
    return reading;
}

} // namespace

std::vector<FoldedReading> allReadings(Database& database, std::optional<ScanId> only) {
    const std::string condition = only ? " WHERE r.scan_id = ?1" : " WHERE ?1 IS NULL"; // for the index
    auto row =
        database.statement("SELECT" + kEventColumns +
                               ", r.id, s.id, s.code, a.name, p.name, q.session, f.name, p.purpose, o.code,"
                               " a.is_training IS NOT NULL FROM" +
                               kEventTables +
                               "JOIN scans s ON s.id = r.scan_id JOIN reading_passes q ON q.id = r.pass_id"
                               " JOIN arms a ON a.id = q.arm_id JOIN people p ON p.id = q.reader_id"
                               " LEFT JOIN people f ON f.id = p.stands_for"
                               " LEFT JOIN scans o ON o.id = s.repeat_of" +
                               condition + " ORDER BY s.code, a.id, p.name, q.session, e.id",
                           only);
    std::vector<FoldedReading> readings;
    while (row.executeStep()) {
        const auto reading = row.getColumn(kEventColumnCount).getInt64();
        if (readings.empty() || readings.back().row != reading)
            readings.push_back(folded(row, kEventColumnCount));
        readings.back().fold.add(eventAt(row, 0));
    }
    return readings;
}

} // namespace vertescore
