// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/MergeStudies_p.h"

#include "core/store/merge/MergeSteps_p.h"
#include "core/store/merge/ReadingPlaces_p.h"
#include "core/store/merge/StudyRules.h"
#include "core/store/merge/log/MergedLog_p.h"
#include "core/store/rows/ScanRows_p.h"
#include "core/store/sqlite/BulkAccess_p.h"
#include "core/store/verification/VerificationAside_p.h"

#include <algorithm>

namespace vertescore {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 5> kConflictNames{"readTwice", "landmarksTwice", "personAddedTwice",
                                                         "scanAddedTwice", "codeTaken"};

// ---- whether the two belong together

void checkRules(const Study& here, const Study& there) {
    const auto differing = differingRules(here, there);
    if (differing.empty()) return;
    const auto rule = differing.front();
    if (rule == StudyRule::Identity) refuse(ErrorCode::InvalidArgument, "it is another study");
    refuse(ErrorCode::InvalidArgument,
           "the same study with other rules: " + std::string(studyRuleName(rule)) + " is " +
               ruleText(rule, here) + " here and " + ruleText(rule, there) + " there");
}

/// The first that is wrong; nothing when the file is sound.
std::optional<std::string> firstFault(const StudyCheck& check) {
    if (check.firstBrokenEntry)
        return "log entry " + std::to_string(*check.firstBrokenEntry) + " does not fit the one before";
    if (check.firstBrokenMerge) return *check.firstBrokenMerge + " does not fit";
    if (!check.alteredRows.empty()) return check.alteredRows.front() + " was changed outside the program";
    if (!check.databaseFindings.empty()) return check.databaseFindings.front();
    return std::nullopt;
}

void checkSound(const StudyFile& source, const StudyCheck& check) {
    if (const auto fault = firstFault(check)) throw Refusal{ErrorCode::StudyCorrupt, *fault, source.path};
}

/// Whether both files have the same rules for what a row may hold.
bool haveSameChecks(Database& here, Database& there) {
    const std::string rules = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema"
                              " WHERE type = 'table' ORDER BY name)";
    return here.text(rules) == there.text(rules);
}

// ---- the work

/// One merge, table by table in the order in which rows refer to each other.
class StudyMerge {
public:
    StudyMerge(StudyFile& target, StudyFile& source, PersonId by, MergeSteps& steps)
        : m_steps(steps),
          m_log(target.database, source.database), m_context{target,    source,   m_log,
                                                             m_numbers, m_report, toUtf8(source.path.stem()),
                                                             by},
          m_places(m_context), m_target(target.database) {}

    MergeReport run() {
        if (m_log.knownEntries() == 0)
            throw Refusal{ErrorCode::InvalidArgument,
                          "its log and that of " + toUtf8(m_context.target.path) +
                              " have no common beginning",
                          m_context.source.path};
        collect();
        if (m_report.logEntries == 0) return std::move(m_report);
        m_steps.expect(rowsOf("landmark_versions").size() + rowsOf("reading_events").size() +
                       m_report.logEntries);
        bringPeople();
        bringScans();
        bringLandmarks();
        bringReadings();
        bringTruths();
        writeLog();
        return std::move(m_report);
    }

private:
    RowCopier copier(const std::string& table) {
        return {m_context.source.database, m_target, table, m_numbers};
    }
    /// Rows of a table that new entries speak of, each once, in the order of its first entry.
    const std::vector<std::int64_t>& rowsOf(const std::string& table) { return m_rows[table].inOrder(); }
    /// The row that was copied last came from that one.
    void carried(const std::string& table, std::int64_t row, std::int64_t here, const RowCopier& rows) {
        m_carried[table].set(row, {here, rows.copiedSha256()});
    }

    void collect();
    void bringPeople();
    void bringScans();
    void bringScan(std::int64_t row, RowCopier& scans, RowCopier& identities);
    void bringLandmarks();
    void keepNewestLandmarks(std::int64_t scan, std::int64_t newestHere, std::int64_t newestThere);
    void bringReadings();
    void bringTruths();
    void writeLog();
    std::optional<MergedRow> hereOf(const SourceEntry& entry) const;

    MergeSteps& m_steps;
    RowNumbers m_numbers;
    MergeReport m_report;
    SourceLog m_log;
    MergeContext m_context;
    ReadingPlaces m_places;
    Database& m_target;
    std::map<std::string, RowList> m_rows;
    std::map<std::string, SourceRows<MergedRow>> m_carried;
};

void StudyMerge::collect() {
    m_log.forEachKnownRow([&](const std::string& table, std::int64_t there, std::int64_t here) {
        m_numbers.set(table, there, here);
    });
    m_log.forEachNewRow([&](const std::string& table, std::optional<std::int64_t> row) {
        ++m_report.logEntries;
        if (row && !m_numbers.find(table, *row)) m_rows[table].add(*row);
    });
}

void StudyMerge::bringPeople() {
    auto people = copier("people");
    for (const auto row : rowsOf("people")) {
        const auto name = people.text(row, "name");
        auto same = m_target.statement("SELECT id, uid = ?1 FROM people WHERE uid = ?1 OR name = ?2"
                                       " ORDER BY uid = ?1 DESC",
                                       people.text(row, "uid"), name);
        if (same.executeStep()) {
            m_numbers.set("people", row, same.getColumn(0).getInt64());
            if (same.getColumn(1).getInt() == 0)
                m_report.conflicts.push_back({.kind = MergeConflictKind::PersonAddedTwice, .subject = name});
            continue;
        }
        const auto here = people.copy(row);
        writeAudit(m_target, {m_context.by, "mergePerson", "people", here, "", name});
        ++m_report.people;
    }
}

void StudyMerge::bringScans() {
    auto scans = copier("scans");
    auto identities = copier("identities");
    for (const auto row : rowsOf("scans"))
        bringScan(row, scans, identities);
    for (const auto row : rowsOf("identities"))
        if (const auto scan = m_numbers.find("scans", row)) m_numbers.set("identities", row, *scan);
}

void StudyMerge::bringScan(std::int64_t row, RowCopier& scans, RowCopier& identities) {
    const auto code = scans.text(row, "code");
    auto same = m_target.statement("SELECT id, code FROM scans WHERE uid = ?1"
                                   " OR (sop_instance_uid = ?2 AND pixel_sha256 = ?3) ORDER BY uid = ?1 DESC",
                                   scans.text(row, "uid"), scans.text(row, "sop_instance_uid"),
                                   scans.text(row, "pixel_sha256"));
    if (same.executeStep()) {
        m_numbers.set("scans", row, same.getColumn(0).getInt64());
        if (same.getColumn(1).getString() != code)
            m_report.conflicts.push_back({.kind = MergeConflictKind::ScanAddedTwice,
                                          .subject = same.getColumn(1).getString(),
                                          .other = code});
        return;
    }
    const auto path = rebasedPath(m_context.source.path, m_context.target.path, scans.text(row, "path"),
                                  scans.number(row, "is_relative") != 0);
    Replacements replacements{{"path", path.text}, {"is_relative", path.isRelative ? 1 : 0}};
    auto taken = m_target.statement("SELECT 1 FROM scans WHERE code = ?", code);
    if (taken.executeStep()) {
        const auto free = freeScanCode(m_target);
        replacements["code"] = free;
        m_report.conflicts.push_back({.kind = MergeConflictKind::CodeTaken, .subject = free, .other = code});
    }
    const auto here = scans.copy(row, replacements);
    m_target.run("INSERT INTO identities (id, patient_id, patient_name, study_date) VALUES (?, ?, ?, ?)",
                 here, identities.text(row, "patient_id"), identities.text(row, "patient_name"),
                 identities.text(row, "study_date"));
    writeAudit(m_target, {m_context.by, "mergeScan", "scans", here, "", code});
    writeAudit(m_target, {m_context.by, "mergeIdentity", "identities", here});
    ++m_report.scans;
}

void StudyMerge::bringLandmarks() {
    auto landmarks = copier("landmark_versions");
    const auto before = m_target.number("SELECT coalesce(max(id), 0) FROM landmark_versions");
    std::set<std::int64_t> knownThere;
    auto known = m_context.source.database.statement("SELECT id FROM landmark_versions");
    while (known.executeStep())
        if (const auto here = m_numbers.find("landmark_versions", known.getColumn(0).getInt64()))
            knownThere.insert(*here);
    std::map<std::int64_t, std::int64_t> newest; // shared version that came in last, by scan
    for (const auto row : rowsOf("landmark_versions")) {
        const auto here = landmarks.copy(row);
        carried("landmark_versions", row, here, landmarks);
        ++m_report.landmarkVersions;
        m_steps.step();
        if (landmarks.text(row, "reader_id").empty())
            newest[m_numbers.at("scans", landmarks.number(row, "scan_id"))] = here;
    }
    for (const auto& [scan, there] : newest) {
        auto own =
            m_target.statement("SELECT max(id) FROM landmark_versions WHERE scan_id = ? AND reader_id IS NULL"
                               " AND id <= ?",
                               scan, before);
        if (own.executeStep() && !own.getColumn(0).isNull() &&
            !knownThere.contains(own.getColumn(0).getInt64()))
            keepNewestLandmarks(scan, own.getColumn(0).getInt64(), there);
    }
}

/// Both sides went on: what was saved last stays the newest, so it may have to be written once more.
void StudyMerge::keepNewestLandmarks(std::int64_t scan, std::int64_t newestHere, std::int64_t newestThere) {
    auto row = m_target.statement("SELECT s.code, h.saved_at > t.saved_at FROM scans s, landmark_versions h,"
                                  " landmark_versions t WHERE s.id = ? AND h.id = ? AND t.id = ?",
                                  scan, newestHere, newestThere);
    row.executeStep();
    const bool isNewerHere = row.getColumn(1).getInt() != 0;
    m_report.conflicts.push_back({.kind = MergeConflictKind::LandmarksTwice,
                                  .subject = row.getColumn(0).getString(),
                                  .isNewerHere = isNewerHere});
    if (!isNewerHere) return;
    const auto again = m_target.run(
        "INSERT INTO landmark_versions (uid, scan_id, based_on, source, person_id, reader_id, model_name,"
        " model_sha256, model_device, model_precision, weights_sha256, content, sha256, shape_sha256, state,"
        " least_confidence, saved_at) SELECT ?, scan_id, id, source, person_id, reader_id, model_name,"
        " model_sha256, model_device, model_precision, weights_sha256, content, sha256, shape_sha256, state,"
        " least_confidence, saved_at FROM landmark_versions WHERE id = ?",
        newUuid(), newestHere);
    writeAudit(m_target, {m_context.by, "keepLandmarks", "landmark_versions", again, "", "",
                          "saved after those of " + m_context.sourceName});
}

void StudyMerge::bringReadings() {
    auto passes = copier("reading_passes");
    for (const auto row : rowsOf("reading_passes"))
        if (m_places.placePass(row, passes))
            carried("reading_passes", row, m_numbers.at("reading_passes", row), passes);
    auto readings = copier("readings");
    for (const auto row : rowsOf("readings")) {
        m_places.placeReading(row, readings);
        carried("readings", row, m_numbers.at("readings", row), readings);
    }
    auto events = copier("reading_events");
    m_places.partKnownReadings(rowsOf("reading_events"), events, RowSet(rowsOf("readings")));
    for (const auto row : rowsOf("reading_events")) {
        carried("reading_events", row, events.copy(row), events);
        ++m_report.readingEvents;
        m_steps.step();
    }
}

void StudyMerge::bringTruths() {
    auto truths = copier("truths");
    for (const auto row : rowsOf("truths"))
        carried("truths", row, truths.copy(row), truths);
}

/// Where the row of an entry is here: a carried one, or one that the log here vouches for.
std::optional<MergedRow> StudyMerge::hereOf(const SourceEntry& entry) const {
    if (!entry.row) return std::nullopt;
    if (const auto table = m_carried.find(entry.link.table); table != m_carried.end())
        if (const auto* row = table->second.find(*entry.row)) return *row;
    const auto here = m_numbers.find(entry.link.table, *entry.row);
    return here ? std::optional(MergedRow{*here, {}}) : std::nullopt;
}

void StudyMerge::writeLog() {
    MergedLogWriter writer(m_target);
    m_log.forEachNew([&](const SourceEntry& entry) {
        writer.add(entry, m_numbers.at("people", entry.person), hereOf(entry));
        m_steps.step();
    });
    writer.finish(m_context.sourceName, m_log.head(), m_context.by);
}

/// The file of another workstation, read only, once it is found to be a copy of the same study.
StudyFile openForMerge(StudyFile& target, const fs::path& other) {
    const auto path = fs::absolute(other).lexically_normal();
    std::error_code ignored;
    if (fs::equivalent(path, target.path, ignored)) refuse(ErrorCode::InvalidArgument, "it is the same file");
    auto source = openToRead(path, FileCheck::Later);
    checkRules(target.study, source.study);
    return source;
}

/// Takes the rows in while the source is being verified aside; nothing stays unless it is sound.
MergeReport mergeStudy(StudyFile& target, StudyFile& source, PersonId by, MergeSteps& steps) {
    VerificationAside aside(source.path);
    const SQLite::Transaction snapshot(source.database.connection()); // nobody's writing in between shows
    const BulkWriting quickly(target.database, haveSameChecks(target.database, source.database));
    WriteTransaction transaction(target.database);
    const auto work = [&] {
        try {
            return StudyMerge(target, source, by, steps).run();
        } catch (...) {
            // What a file that is not sound makes stumble is its own fault, which says more.
            if (!steps.isStopped()) checkSound(source, aside.check());
            throw;
        }
    };
    auto report = work();
    checkSound(source, aside.check());
    // Somebody wrote into it after one of the two had begun.
    if (aside.check().logHead != source.database.text("SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1"))
        checkSound(source, verifyDatabase(source.database));
    transaction.commit();
    return report;
}

} // namespace

std::string_view mergeConflictName(MergeConflictKind kind) {
    return kConflictNames[static_cast<std::size_t>(kind)];
}

Result<MergeReport> mergeFile(StudyFile& target, const fs::path& other, PersonId by,
                              const MergeWatch& watch) {
    std::optional<MergeSteps> steps;
    auto source = attempt(other, [&] {
        steps.emplace(watch, other);
        return openForMerge(target, other);
    });
    if (!source) return failure(std::move(source.error()));
    return attempt(target.path, [&] { return mergeStudy(target, *source, by, *steps); });
}

Result<std::vector<MergePreview>> tryMerges(const StudyFile& study, std::span<const fs::path> others,
                                            PersonId by, const MergeWatch& watch) {
    auto copy = attempt(study.path, [&] {
        return StudyFile{study.path, StudyAccess::ReadWrite, study.study, study.database.copyApart()};
    });
    if (!copy) return failure(std::move(copy.error()));
    std::vector<MergePreview> previews;
    for (const auto& other : others) {
        MergePreview preview{other, mergeFile(*copy, other, by, watch), std::nullopt};
        if (!preview.report && preview.report.error().code == ErrorCode::Cancelled)
            return failure(preview.report.error());
        if (!preview.report)
            if (const auto refused = attempt(other, [&] { return openToRead(other).study; }))
                preview.refused = *refused;
        previews.push_back(std::move(preview));
    }
    return previews;
}

} // namespace vertescore
