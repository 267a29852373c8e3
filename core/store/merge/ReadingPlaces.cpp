// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/ReadingPlaces_p.h"

#include "core/store/rows/ReadingRows_p.h"

#include <algorithm>

namespace vertescore {

namespace {

std::optional<std::int64_t> readingAt(Database& database, std::int64_t pass, std::int64_t scan) {
    auto row = database.statement("SELECT id FROM readings WHERE pass_id = ? AND scan_id = ?", pass, scan);
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getInt64();
}

std::int64_t numberOf(Database& database, const std::string& sql, std::int64_t value) {
    auto row = database.statement(sql, value);
    row.executeStep();
    return row.getColumn(0).getInt64();
}

} // namespace

ReadingPlaces::ReadingPlaces(MergeContext& context) : m_context(context), m_target(context.target.database) {}

bool ReadingPlaces::placePass(std::int64_t row, RowCopier& passes) {
    const auto reader = m_context.numbers.at("people", passes.number(row, "reader_id"));
    const auto arm = m_context.numbers.at("arms", passes.number(row, "arm_id"));
    auto same =
        m_target.statement("SELECT id FROM reading_passes WHERE reader_id = ? AND arm_id = ? AND session = ?",
                           reader, arm, passes.number(row, "session"));
    const bool isThere = same.executeStep();
    if (isThere)
        m_context.numbers.set("reading_passes", row, same.getColumn(0).getInt64());
    else
        passes.copy(row);
    return !isThere;
}

void ReadingPlaces::placeReading(std::int64_t row, RowCopier& readings) {
    const auto pass = m_context.numbers.at("reading_passes", readings.number(row, "pass_id"));
    const auto scan = m_context.numbers.at("scans", readings.number(row, "scan_id"));
    ++m_context.report.readings;
    if (!readingAt(m_target, pass, scan)) {
        readings.copy(row);
        return;
    }
    const auto kept = duplicatePass(pass, scan);
    readings.copy(row, {{"pass_id", kept}});
    report(scan, kept);
}

ReadingPlaces::Place ReadingPlaces::placeOf(std::int64_t pass) {
    auto row = m_target.statement("SELECT coalesce(p.stands_for, p.id), q.arm_id, q.session, r.name, a.name"
                                  " FROM reading_passes q JOIN people p ON p.id = q.reader_id"
                                  " JOIN people r ON r.id = coalesce(p.stands_for, p.id)"
                                  " JOIN arms a ON a.id = q.arm_id WHERE q.id = ?",
                                  pass);
    row.executeStep();
    return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
            row.getColumn(3).getString(), row.getColumn(4).getString()};
}

/// Who stands for the reader under that name, made when nobody has it; nothing when somebody else has.
std::optional<std::int64_t> ReadingPlaces::standIn(const Place& place, const std::string& name) {
    auto taken =
        m_target.statement("SELECT id, stands_for IS ? FROM people WHERE name = ?", place.reader, name);
    if (taken.executeStep())
        return taken.getColumn(1).getInt() != 0 ? std::optional(taken.getColumn(0).getInt64()) : std::nullopt;
    const auto person = m_target.run(
        "INSERT INTO people (uid, name, is_reader, is_annotator, is_coordinator, is_simulated, added_at,"
        " purpose, stands_for) VALUES (?, ?, 0, 0, 0, 0, ?, 'duplicate', ?)",
        newUuid(), name, m_target.utcNow(), place.reader);
    writeAudit(m_target, {m_context.by, "keepDuplicate", "people", person, "", name});
    return person;
}

std::int64_t ReadingPlaces::duplicatePass(std::int64_t pass, std::int64_t scan) {
    const auto place = placeOf(pass);
    for (int number = 1;; ++number) {
        const auto ending = number > 1 ? ", " + std::to_string(number) : std::string();
        const auto person = standIn(place, place.readerName + " (" + m_context.sourceName + ending + ")");
        if (!person) continue;
        const ReadingPass wanted{place.armName, static_cast<int>(place.session)};
        if (!findPass(m_target, PersonId{*person}, wanted))
            insertPass(m_target, PersonId{*person}, wanted, m_context.by, "read twice");
        const auto kept = findPass(m_target, PersonId{*person}, wanted)->row;
        if (!readingAt(m_target, kept, scan)) return kept;
    }
}

void ReadingPlaces::report(std::int64_t scan, std::int64_t keptPass) {
    auto row = m_target.statement("SELECT s.code, p.name, a.name, q.session FROM scans s, reading_passes q"
                                  " JOIN people p ON p.id = q.reader_id JOIN arms a ON a.id = q.arm_id"
                                  " WHERE s.id = ? AND q.id = ?",
                                  scan, keptPass);
    row.executeStep();
    m_context.report.conflicts.push_back({.kind = MergeConflictKind::ReadTwice,
                                          .subject = row.getColumn(0).getString(),
                                          .other = row.getColumn(1).getString(),
                                          .pass = {row.getColumn(2).getString(), row.getColumn(3).getInt()}});
}

/// A reading that an earlier merge parted goes on where its last known event went.
void ReadingPlaces::followEarlierMerges(const std::set<std::int64_t>& readings) {
    auto& source = m_context.source.database;
    std::map<std::int64_t, std::pair<std::int64_t, std::string>> last; // number and hash by reading
    auto row =
        source.statement("SELECT e.reading_id, l.hash, l.number FROM (SELECT number, hash, subject_table,"
                         " subject_row FROM merged_log UNION ALL SELECT id, hash, subject_table, subject_row"
                         " FROM audit_log WHERE id <= ?) l JOIN reading_events e ON e.id = l.subject_row"
                         " WHERE l.subject_table = 'reading_events' ORDER BY e.id",
                         m_context.log.knownEntries());
    while (row.executeStep())
        if (const auto reading = row.getColumn(0).getInt64(); readings.contains(reading))
            last[reading] = {row.getColumn(2).getInt64(), row.getColumn(1).getString()};
    for (const auto& [reading, entry] : last)
        if (const auto event = m_context.log.targetRow(entry.first, entry.second))
            m_context.numbers.set(
                "readings", reading,
                numberOf(m_target, "SELECT reading_id FROM reading_events WHERE id = ?", *event));
}

/// Whether the target's reading went on with something of the reader's that the source does not know. A
/// coordinator's question in between parts nothing.
bool ReadingPlaces::isParted(std::int64_t reading, const RowSet& newEvents) {
    constexpr auto kCount = "SELECT count(*) FROM reading_events WHERE kind <> 'disputed' AND reading_id = ?";
    std::int64_t fresh = 0;
    auto event = m_context.source.database.statement(
        "SELECT id FROM reading_events WHERE kind <> 'disputed' AND reading_id = ?", reading);
    while (event.executeStep())
        fresh += newEvents.contains(event.getColumn(0).getInt64()) ? 1 : 0;
    const auto known = numberOf(m_context.source.database, kCount, reading) - fresh;
    return fresh > 0 && numberOf(m_target, kCount, m_context.numbers.at("readings", reading)) > known;
}

/// The source's side becomes a reading of its own, which begins with what both sides know.
void ReadingPlaces::part(std::int64_t reading, const RowSet& newEvents, RowCopier& events) {
    const auto here = m_context.numbers.at("readings", reading);
    auto common = m_target.statement("SELECT pass_id, scan_id, opened_at FROM readings WHERE id = ?", here);
    common.executeStep();
    const auto scan = common.getColumn(1).getInt64();
    const auto pass = duplicatePass(common.getColumn(0).getInt64(), scan);
    const auto kept =
        m_target.run("INSERT INTO readings (uid, pass_id, scan_id, opened_at) VALUES (?, ?, ?, ?)", newUuid(),
                     pass, scan, common.getColumn(2).getString());
    writeAudit(m_target, {m_context.by, "keepDuplicate", "readings", kept});
    m_context.numbers.set("readings", reading, kept);
    auto event = m_context.source.database.statement(
        "SELECT id FROM reading_events WHERE reading_id = ? ORDER BY id", reading);
    while (event.executeStep()) {
        if (newEvents.contains(event.getColumn(0).getInt64())) continue;
        const auto copy = events.copy(event.getColumn(0).getInt64());
        writeAudit(m_target, {m_context.by, "keepDuplicate", "reading_events", copy});
    }
    report(scan, pass);
}

void ReadingPlaces::partKnownReadings(const std::vector<std::int64_t>& newEvents, RowCopier& events,
                                      const RowSet& newReadings) {
    if (newEvents.empty()) return;
    const RowSet fresh(newEvents);
    std::set<std::int64_t> known;
    auto row = m_context.source.database.statement("SELECT id, reading_id FROM reading_events WHERE id >= ?",
                                                   *std::ranges::min_element(newEvents));
    while (row.executeStep())
        if (const auto reading = row.getColumn(1).getInt64();
            !newReadings.contains(reading) && fresh.contains(row.getColumn(0).getInt64()))
            known.insert(reading);
    if (known.empty()) return;
    followEarlierMerges(known);
    for (const auto reading : known)
        if (isParted(reading, fresh)) part(reading, fresh, events);
}

} // namespace vertescore
