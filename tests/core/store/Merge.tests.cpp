// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/StudyRules.h"
#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Database_p.h"
#include "tests/core/store/DropGuards.h"
#include "tests/core/store/StudyFixture.h"

#include <algorithm>
#include <random>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

/// A copy of the study file, as another workstation has it.
class Desk {
public:
    Desk(const StudyFixture& study, const std::string& name)
        : Desk(study.file(), study.folder.path(), name) {}
    Desk(const fs::path& original, const fs::path& folder, const std::string& name)
        : file(folder / (name + ".vertestudy")), store(copied(original, file)) {}

    PersonId id(const std::string& name) const {
        const auto people = require(store.people());
        const auto found =
            std::find_if(people.begin(), people.end(), [&](const Person& p) { return p.name == name; });
        REQUIRE(found != people.end());
        return found->id;
    }
    ReaderSession reader(const std::string& name, const ReadingPass& pass = kFirstPass) {
        return require(store.openReaderSession({id(name), {}}, pass));
    }
    CoordinatorSession coordinator() { return require(store.openCoordinatorSession({id("Cora"), {}})); }
    AnnotatorSession annotator() { return require(store.openAnnotatorSession({id("Anna"), {}})); }
    MergeReport merge(const Desk& other) { return require(coordinator().merge(other.file)); }
    SQLite::Database shell() const { return {file.string(), SQLite::OPEN_READWRITE, 1000}; }
    int count(const std::string& table) const {
        return shell().execAndGet("SELECT count(*) FROM " + table).getInt();
    }

    fs::path file;
    StudyStore store;

private:
    static StudyStore copied(const fs::path& from, const fs::path& to) {
        SQLite::Database source(from.string(), SQLite::OPEN_READWRITE, 1000);
        source.backup(to.string().c_str(), SQLite::Database::Save);
        return require(StudyStore::open(to));
    }
};

/// What is read, whoever put it together: ratings without regard to order.
std::vector<std::string> content(Desk& desk) {
    std::vector<std::string> lines;
    for (const auto& r : require(desk.coordinator().ratings()))
        lines.push_back(r.imageId + r.reader + r.condition + std::to_string(static_cast<int>(r.segment)) +
                        std::to_string(static_cast<int>(r.wall)) + std::to_string(r.grade.value_or(9)) +
                        std::to_string(r.session));
    std::sort(lines.begin(), lines.end());
    return lines;
}

constexpr std::array kTables{"people",         "scans",    "identities",     "landmark_versions",
                             "reading_passes", "readings", "reading_events", "audit_log",
                             "merged_log",     "merges"};

std::vector<int> counts(const Desk& desk) {
    std::vector<int> all;
    for (const auto* table : kTables)
        all.push_back(desk.count(table));
    return all;
}

} // namespace

TEST_CASE("the readings of two workstations come together, with their log, and the file verifies",
          "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r1 = a.reader("R1");
    readAll(r1, study.scans[0], 1);
    auto r2 = b.reader("R2");
    ReadingContext context;
    context.landmarks = require(b.annotator().savePrediction(study.scans[1], detection())).id;
    readAll(r2, study.scans[1], 3, context);
    const auto logOfB = require(b.coordinator().auditLog());

    const auto report = a.merge(b);
    CHECK(report.conflicts.empty());
    CHECK(report.readings == 1);
    CHECK(report.readingEvents == 9);
    CHECK(report.landmarkVersions == 1);
    CHECK(content(a).size() == 16);
    const auto reading = require(a.reader("R2").reading(study.scans[1]));
    CHECK(reading.state == ReadingState::Submitted);
    CHECK(!reading.isStale);
    CHECK(reading.landmarks == require(a.annotator().landmarks(study.scans[1]))->id);
    const auto check = require(a.store.verify());
    CHECK(check.isSound());
    CHECK(check.mergedEntries == report.logEntries);
    const auto log = require(a.coordinator().auditLog());
    for (const auto& entry : logOfB)
        CHECK(std::any_of(log.begin(), log.end(), [&](const AuditEntry& e) {
            return e.hash == entry.hash && e.person == entry.person && e.action == entry.action;
        }));
}

TEST_CASE("merging twice changes nothing, and later work comes in alone", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r2 = b.reader("R2");
    readAll(r2, study.scans[0], 3);
    a.merge(b);
    const auto before = counts(a);
    const auto head = require(a.store.verify()).logHead;
    const auto again = a.merge(b);
    CHECK(again.logEntries == 0);
    CHECK(counts(a) == before);
    CHECK(require(a.store.verify()).logHead == head);

    require(r2.reopen(study.scans[0], "typo"));
    require(r2.setCell(study.scans[0], Segment::L1, Wall::Anterior, {0, std::nullopt}, {}));
    require(r2.submit(study.scans[0], {}));
    readAll(r2, study.scans[2], 2);
    const auto later = a.merge(b);
    CHECK(later.conflicts.empty());
    CHECK(later.readings == 1);
    CHECK(later.readingEvents == 12);
    CHECK(content(a) == content(b));
    CHECK(require(a.reader("R2").reading(study.scans[0])).revision == 2);
    CHECK(require(a.store.verify()).isSound());
}

TEST_CASE("a scan that a reader read on both workstations is kept twice and counted once", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto here = a.reader("R1");
    readAll(here, study.scans[0], 1);
    auto there = b.reader("R1");
    readAll(there, study.scans[0], 2);
    readAll(there, study.scans[1], 3);
    const auto report = a.merge(b);
    REQUIRE(report.conflicts.size() == 1);
    CHECK(report.conflicts[0].kind == MergeConflictKind::ReadTwice);
    CHECK(report.conflicts[0].subject == "S0001");
    CHECK(report.conflicts[0].other == "R1 (desk2)");
    CHECK(report.conflicts[0].pass == kFirstPass);
    CHECK(require(a.reader("R1").reading(study.scans[0])).sheet.total() == 8);
    CHECK(require(a.reader("R1").reading(study.scans[1])).sheet.total() == 24);
    CHECK(content(a).size() == 16);
    const auto twice = require(a.coordinator().duplicateReadings());
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].reader == "R1");
    CHECK(twice[0].keptAs == "R1 (desk2)");
    CHECK(twice[0].counted.sheet.total() == 8);
    CHECK(twice[0].kept.sheet.total() == 16);
    CHECK(twice[0].kept.state == ReadingState::Submitted);
    CHECK(require(a.store.people()).size() == 4);
    CHECK(require(a.store.verify()).isSound());
    CHECK(a.merge(b).logEntries == 0);
}

TEST_CASE("a reading that was in progress when the file was copied and went on in both is parted",
          "[store][merge]") {
    StudyFixture study;
    auto begun = study.reader("R1");
    require(begun.setCell(study.scans[0], Segment::L1, Wall::Anterior, {3, std::nullopt}, {}));
    Desk a(study, "desk1"), b(study, "desk2");
    const auto finish = [&](Desk& desk, int grade) {
        auto session = desk.reader("R1");
        for (const auto segment : kSegments)
            for (const auto wall : kWalls)
                if (segment != Segment::L1 || wall != Wall::Anterior)
                    require(session.setCell(study.scans[0], segment, wall, {grade, std::nullopt}, {}));
        require(session.submit(study.scans[0], {}));
    };
    finish(a, 0);
    finish(b, 1);
    const auto report = a.merge(b);
    REQUIRE(report.conflicts.size() == 1);
    auto twice = require(a.coordinator().duplicateReadings());
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].counted.sheet.total() == 3);
    CHECK(twice[0].kept.sheet.total() == 10);
    CHECK(require(a.reader("R1").reading(study.scans[0])).sheet.total() == 3);
    CHECK(require(a.store.verify()).isSound());

    SECTION("and what is done there later goes to its own side") {
        auto session = b.reader("R1");
        require(session.reopen(study.scans[0], "typo"));
        require(session.setCell(study.scans[0], Segment::L2, Wall::Anterior, {3, std::nullopt}, {}));
        require(session.submit(study.scans[0], {}));
        CHECK(a.merge(b).conflicts.empty());
        twice = require(a.coordinator().duplicateReadings());
        REQUIRE(twice.size() == 1);
        CHECK(twice[0].kept.sheet.total() == 12);
        CHECK(twice[0].kept.revision == 2);
        CHECK(require(a.reader("R1").reading(study.scans[0])).sheet.total() == 3);
        CHECK(require(a.store.verify()).isSound());
    }
}

TEST_CASE("a coordinator's question on one side and the reader's answer on the other are no conflict",
          "[store][merge]") {
    StudyFixture study;
    auto session = study.reader("R1");
    readAll(session, study.scans[0], 1);
    Desk a(study, "desk1"), b(study, "desk2");
    require(a.coordinator().dispute(study.scans[0], a.id("R1"), kFirstPass, "see L4"));
    auto there = b.reader("R1");
    require(there.reopen(study.scans[0], "own doubt"));
    require(there.setCell(study.scans[0], Segment::L4, Wall::Anterior, {2, std::nullopt}, {}));
    require(there.submit(study.scans[0], {}));
    CHECK(a.merge(b).conflicts.empty());
    CHECK(require(a.reader("R1").reading(study.scans[0])).sheet.total() == 9);
}

TEST_CASE("a merge is tried out file after file, and nothing changes", "[store][merge]") {
    StudyFixture study, other;
    Desk a(study, "desk1"), b(study, "desk2"), c(study, "desk3"), d(study, "desk4");
    for (auto* desk : {&b, &c}) {
        auto session = desk->reader("R1");
        readAll(session, study.scans[0], desk == &b ? 2 : 3);
    }
    auto shell = d.shell();
    dropGuards(shell);
    shell.exec("UPDATE study SET convention = 'kauppila'");
    const auto before = counts(a);
    const auto head = require(a.store.verify()).logHead;
    const std::vector<fs::path> files{b.file, c.file,       b.file,
                                      d.file, other.file(), a.file.parent_path() / "no"};
    const auto previews = require(a.coordinator().previewMerge(files));
    REQUIRE(previews.size() == files.size());
    CHECK(require(previews[0].report).readings == 1);
    CHECK(require(previews[0].report).conflicts.empty());
    // The third file meets what the second one would have brought.
    REQUIRE(require(previews[1].report).conflicts.size() == 1);
    CHECK(require(previews[1].report).conflicts[0].other == "R1 (desk3)");
    CHECK(require(previews[2].report).logEntries == 0);
    CHECK(codeOf(previews[3].report) == ErrorCode::InvalidArgument);
    REQUIRE(previews[3].refused);
    CHECK(differingRules(a.store.study(), *previews[3].refused) == std::vector{StudyRule::Convention});
    REQUIRE(previews[4].refused);
    CHECK(differingRules(a.store.study(), *previews[4].refused) == std::vector{StudyRule::Identity});
    CHECK(codeOf(previews[5].report) == ErrorCode::StudyNotFound);
    CHECK(!previews[5].refused);
    CHECK(counts(a) == before);
    CHECK(require(a.store.verify()).logHead == head);

    const auto merged = a.merge(b);
    CHECK(merged.readingEvents == require(previews[0].report).readingEvents);
    CHECK(a.merge(c).conflicts == require(previews[1].report).conflicts);
}

TEST_CASE("a merge that is stopped takes nothing in, and one that runs tells every step", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto session = b.reader("R1");
    readAll(session, study.scans[0], 1);
    const auto before = counts(a);
    std::stop_source stop;
    MergeWatch watch;
    watch.stop = stop.get_token();
    std::vector<std::pair<std::size_t, std::size_t>> steps;
    watch.progress = [&](const fs::path& file, std::size_t done, std::size_t total) {
        CHECK(file == b.file);
        steps.emplace_back(done, total);
        stop.request_stop();
    };
    CHECK(codeOf(a.coordinator().merge(b.file, watch)) == ErrorCode::Cancelled);
    CHECK(codeOf(a.coordinator().previewMerge(std::vector{b.file}, watch)) == ErrorCode::Cancelled);
    CHECK(counts(a) == before);
    CHECK(steps == std::vector<std::pair<std::size_t, std::size_t>>{{0, 0}});

    watch.stop = {};
    steps.clear();
    const auto report = require(a.coordinator().merge(b.file, watch));
    const auto total = report.readingEvents + report.logEntries;
    CHECK(steps.front() == std::pair<std::size_t, std::size_t>{0, 0});
    CHECK(steps.back() == std::pair{total, total});
}

TEST_CASE("landmarks changed on both sides are both kept, and those saved last are the newest",
          "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    const auto first = GENERATE(true, false);
    const auto save = [&](Desk& desk, double x) {
        require(desk.annotator().saveLandmarks(study.scans[0], spine(PointState::Edited, x)));
    };
    save(first ? a : b, 150);
    save(first ? b : a, 170);
    const auto report = a.merge(b);
    REQUIRE(report.conflicts.size() == 1);
    CHECK(report.conflicts[0].kind == MergeConflictKind::LandmarksTwice);
    const auto newest = require(a.annotator().landmarks(study.scans[0])).value();
    CHECK(newest.landmarks == spine(PointState::Edited, 170));
    CHECK(require(a.store.verify()).isSound());
    CHECK(a.merge(b).logEntries == 0);
}

TEST_CASE("people and scans that were added on both sides are one, and told", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    for (auto* desk : {&a, &b})
        require(desk->coordinator().addPerson(person("R3", {Role::Reader})));
    require(b.coordinator().addPerson(person("R4", {Role::Reader})));
    require(a.annotator().addScan(scanNumber(10)));
    require(b.annotator().addScan(scanNumber(11)));
    const auto same = require(b.annotator().addScan(scanNumber(10))).id;
    auto session = b.reader("R3");
    readAll(session, same, 2);
    const auto report = a.merge(b);
    CHECK(report.people == 1);
    CHECK(report.scans == 1);
    std::vector<MergeConflictKind> kinds;
    for (const auto& conflict : report.conflicts)
        kinds.push_back(conflict.kind);
    CHECK(kinds == std::vector{MergeConflictKind::PersonAddedTwice, MergeConflictKind::CodeTaken,
                               MergeConflictKind::ScanAddedTwice});
    CHECK(require(a.store.people()).size() == 6);
    CHECK(require(a.store.scanCount()) == 5);
    CHECK(require(a.reader("R3").reading(ScanId{4})).sheet.total() == 16);
    CHECK(require(a.coordinator().identity(ScanId{5})).patientId == "ID-11");
    CHECK(require(a.store.verify()).isSound());
}

TEST_CASE("a scan below the other file's folder is found from here, too", "[store][merge]") {
    StudyFixture study;
    const auto elsewhere = study.folder.path() / "elsewhere";
    fs::create_directories(elsewhere);
    Desk a(study, "desk1"), b(study.file(), elsewhere, "desk2");
    auto scan = scanNumber(12);
    scan.path = elsewhere / "12.dcm";
    require(b.annotator().addScan(scan));
    a.merge(b);
    CHECK(require(a.coordinator().scans()).back().path == elsewhere / "12.dcm");
}

TEST_CASE("a file that is no sound copy of the study is refused with the reason, and nothing changes",
          "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto session = b.reader("R1");
    readAll(session, study.scans[0], 1);
    const auto before = counts(a);
    const auto refusal = [&](const fs::path& file) {
        const auto merged = a.coordinator().merge(file);
        REQUIRE(!merged);
        CHECK(counts(a) == before);
        return merged.error();
    };
    SECTION("the same file") {
        CHECK(refusal(a.file).code == ErrorCode::InvalidArgument);
    }
    SECTION("no file") {
        CHECK(refusal(a.file.parent_path() / "no").code == ErrorCode::StudyNotFound);
    }
    SECTION("another study") {
        StudyFixture other;
        const auto error = refusal(other.file());
        CHECK(error.code == ErrorCode::InvalidArgument);
        CHECK_THAT(error.detail, Catch::Contains("another study"));
        CHECK(error.path == other.file());
    }
    SECTION("other rules") {
        auto shell = b.shell();
        dropGuards(shell);
        shell.exec("UPDATE study SET convention = 'kauppila'");
        const auto error = refusal(b.file);
        CHECK(error.code == ErrorCode::InvalidArgument);
        CHECK_THAT(error.detail, Catch::Contains("convention") && Catch::Contains("kauppila"));
    }
    SECTION("a grade that was changed behind the program") {
        auto shell = b.shell();
        dropGuards(shell);
        shell.exec("UPDATE reading_events SET grade = 3 WHERE id = 2");
        const auto error = refusal(b.file);
        CHECK(error.code == ErrorCode::StudyCorrupt);
        CHECK_THAT(error.detail, Catch::Contains("reading_events 2"));
    }
    SECTION("a log that was changed") {
        auto shell = b.shell();
        dropGuards(shell);
        shell.exec("UPDATE audit_log SET reason = 'x' WHERE id = 5");
        CHECK_THAT(refusal(b.file).detail, Catch::Contains("log entry 5"));
    }
}

namespace {

/// A keystroke that no program of ours writes, with a log that fits it.
void forgeGrade(const fs::path& file, int grade) {
    auto database = Database::open(file, {});
    database.runScript("PRAGMA ignore_check_constraints = ON");
    WriteTransaction transaction(database);
    const auto row = database.run("INSERT INTO reading_events (reading_id, kind, person_id, segment, wall, "
                                  "grade, reason, weights_sha256,"
                                  " guides_shown, is_inverted, active_seconds, app_version, at) SELECT id, "
                                  "'cell', 1, 'L1', 'anterior', ?,"
                                  " '', '', 0, 0, 0, '', opened_at FROM readings",
                                  grade);
    writeAudit(database, {PersonId{1}, "gradeCell", "reading_events", row});
    transaction.commit();
}

} // namespace

TEST_CASE("a forged grade is refused, though its log fits, and nothing changes", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r2 = b.reader("R2");
    gradeAll(r2, study.scans[0], 3);
    const auto before = counts(a);
    const bool hasOwnRules = GENERATE(false, true);
    CAPTURE(hasOwnRules);
    if (hasOwnRules) { // whoever forges may also take out what forbids it
        b.shell().exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(replace(sql,"
                       " 'BETWEEN 0 AND 4', 'BETWEEN 0 AND 9'), 'grade <= 3', 'grade <= 9')"
                       " WHERE name = 'reading_events'");
        const auto rules =
            b.shell().execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'reading_events'").getString();
        REQUIRE_THAT(rules, Catch::Contains("BETWEEN 0 AND 9") && Catch::Contains("grade <= 9"));
    }
    forgeGrade(b.file, 9);
    if (!hasOwnRules) {
        const auto looking = require(StudyStore::open(b.file, {StudyAccess::ReadOnly, 1000, true, {}}));
        CHECK(require(looking.verify()).databaseFindings ==
              std::vector<std::string>{"CHECK constraint failed in reading_events"});
    }
    const auto merged = a.coordinator().merge(b.file);
    REQUIRE(!merged);
    if (!hasOwnRules) CHECK(merged.error().code == ErrorCode::StudyCorrupt);
    if (!hasOwnRules) CHECK(merged.error().path == b.file);
    CHECK_THAT(merged.error().detail, Catch::Contains("CHECK constraint failed"));
    CHECK(counts(a) == before);
    CHECK(require(a.store.verify()).isSound());
}

TEST_CASE("a row with words that mean nothing is refused, though its log fits, and nothing changes",
          "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r2 = b.reader("R2");
    gradeAll(r2, study.scans[0], 3);
    require(b.annotator().saveLandmarks(study.scans[0], spine(PointState::Edited)));
    ScoreSheet truth;
    for (auto& segment : truth.cells)
        for (auto& cell : segment)
            cell.grade = 1;
    require(b.coordinator().setTruth(study.scans[0], truth, "known"));
    const auto before = counts(a);
    struct Forgery {
        std::string table, row, finding;
    };
    const std::string event = "INSERT INTO reading_events (reading_id, kind, person_id, wall, segment,"
                              " not_readable, stretches, reason, weights_sha256, guides_shown, is_inverted,"
                              " active_seconds, app_version, at) SELECT id, ";
    const auto forgery = GENERATE_COPY(
        Forgery{"reading_events",
                event + "'cell', 1, 'anterior', 'L1', 'fog', NULL, '', '', 0, 0, 0, '', ''"
                        " FROM readings",
                "unknown word: fog"},
        Forgery{"reading_events",
                event + "'stretches', 1, 'anterior', NULL, NULL, '[7]', '', '', 0, 0, 0, '',"
                        " '' FROM readings",
                "marked stretches"},
        Forgery{
            "landmark_versions",
            "INSERT INTO landmark_versions (uid, scan_id, source, person_id, weights_sha256, content, sha256,"
            " shape_sha256, state, saved_at) SELECT 'u', scan_id, source, person_id, '', '{}', sha256,"
            " shape_sha256, state, saved_at FROM landmark_versions LIMIT 1",
            "landmark_versions"},
        Forgery{
            "truths",
            "INSERT INTO truths (uid, scan_id, content, reason, person_id, set_at) SELECT 'u', scan_id, '{}',"
            " reason, person_id, set_at FROM truths LIMIT 1",
            "truths"});
    CAPTURE(forgery.finding);
    {
        auto database = Database::open(b.file, {});
        WriteTransaction transaction(database);
        const auto row = database.run(forgery.row);
        writeAudit(database, {PersonId{1}, "forge", forgery.table, row});
        transaction.commit();
    }
    const auto check = require(b.store.verify());
    REQUIRE(check.databaseFindings.size() == 1);
    CHECK_THAT(check.databaseFindings.front(),
               Catch::StartsWith(forgery.table) && Catch::Contains(forgery.finding));
    const auto merged = a.coordinator().merge(b.file);
    REQUIRE(!merged);
    CHECK(merged.error().code == ErrorCode::StudyCorrupt);
    CHECK(merged.error().path == b.file);
    CHECK(counts(a) == before);
}

TEST_CASE("merging leaves the other file as it is, also when its newest work is in the log beside it",
          "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r2 = b.reader("R2");
    readAll(r2, study.scans[0], 3);
    // As if the workstation had lost its power: nobody has it open.
    const auto left = study.folder / "left.vertestudy", log = study.folder / "left.vertestudy-wal";
    fs::copy_file(b.file, left);
    fs::copy_file(fs::path(b.file) += "-wal", log);
    const auto before = std::pair(readBytes(left), readBytes(log));
    REQUIRE_FALSE(before.second.empty());
    CHECK(require(a.coordinator().merge(left)).readings == 1);
    CHECK(std::pair(readBytes(left), readBytes(log)) == before);
}

TEST_CASE("somebody who goes on reading in the other file disturbs no merge", "[store][merge]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto r2 = b.reader("R2");
    readAll(r2, study.scans[0], 3);
    bool wrote = false;
    MergeWatch watch;
    watch.progress = [&](const fs::path&, std::size_t done, std::size_t) {
        if (done == 0 || wrote) return;
        wrote = true;
        gradeAll(r2, study.scans[1], 2);
    };
    CHECK(require(a.coordinator().merge(b.file, watch)).readings == 1);
    CHECK(wrote);
    CHECK(require(a.store.verify()).isSound());
    CHECK(a.merge(b).readingEvents == 8);
    CHECK(require(a.store.verify()).isSound());
}

TEST_CASE("what is changed after a merge is named: the entry, the row, or the merge",
          "[store][merge][audit]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto session = b.reader("R1");
    readAll(session, study.scans[0], 1);
    a.merge(b);
    auto shell = a.shell();
    dropGuards(shell);
    const auto check = [&] { return require(a.store.verify()); };
    const auto number = shell.execAndGet("SELECT number FROM merged_log WHERE id = 4").getInt();
    SECTION("an entry") {
        shell.exec("UPDATE merged_log SET reason = 'because' WHERE id = 4");
        CHECK(check().firstBrokenMerge == "entry " + std::to_string(number) + " of desk2");
    }
    SECTION("an entry taken out") {
        shell.exec("DELETE FROM merged_log WHERE id = 4");
        CHECK(check().firstBrokenMerge == "entry " + std::to_string(number + 1) + " of desk2");
    }
    SECTION("the newest entries and their rows cut off") {
        shell.exec("DELETE FROM merged_log WHERE id = (SELECT max(id) FROM merged_log)");
        shell.exec("DELETE FROM reading_events WHERE id = (SELECT max(id) FROM reading_events)");
        CHECK(check().firstBrokenMerge == "the merge of desk2");
    }
    SECTION("a row") {
        shell.exec("UPDATE reading_events SET grade = 3 WHERE id = 2");
        CHECK(check().alteredRows == std::vector<std::string>{"reading_events 2"});
    }
    SECTION("a row and what its entry says of it") {
        shell.exec("UPDATE merged_log SET local_sha256 = 'x' WHERE id = 4");
        CHECK(check().firstBrokenMerge == "the merge of desk2");
    }
    SECTION("by which its entries are found") {
        shell.exec("UPDATE merged_runs SET first_number = first_number + 1");
        CHECK(check().firstBrokenMerge == "the merge of desk2");
    }
    SECTION("to which merge it belongs") {
        shell.exec("UPDATE merged_log SET merge_id = 7 WHERE id = 4");
        CHECK(check().firstBrokenMerge == "the merge of desk2");
    }
    SECTION("whose reading it is") {
        shell.exec("UPDATE reading_passes SET reader_id = (SELECT id FROM people WHERE name = 'R2')");
        CHECK(check().alteredRows == std::vector<std::string>{"reading_passes 1"});
    }
    SECTION("the merge itself") {
        shell.exec("UPDATE merges SET source_head = 'x'");
        CHECK(check().alteredRows == std::vector<std::string>{"merges 1"});
    }
    CHECK(!check().isSound());
}

TEST_CASE("merged rows cannot be changed, deleted or replaced by SQL", "[store][merge][audit]") {
    StudyFixture study;
    Desk a(study, "desk1"), b(study, "desk2");
    auto session = b.reader("R1");
    readAll(session, study.scans[0], 1);
    a.merge(b);
    auto shell = a.shell();
    for (const std::string table : {"merges", "merged_log", "merged_runs"}) {
        CHECK_THROWS_AS(shell.exec("UPDATE " + table + " SET id = id + 1000"), SQLite::Exception);
        CHECK_THROWS_AS(shell.exec("DELETE FROM " + table), SQLite::Exception);
    }
    CHECK_THROWS_AS(shell.exec("UPDATE people SET purpose = 'consensus' WHERE id = 1"), SQLite::Exception);
}

TEST_CASE("in whatever order random work of four workstations is merged, all of it is there once",
          "[store][merge]") {
    const auto seed = GENERATE(range(0U, 6U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    auto settings = StudyFixture::named("Arms");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Editable}};
    StudyFixture study(settings);
    std::vector<std::unique_ptr<Desk>> desks;
    for (const char* name : {"w0", "w1", "w2", "w3"})
        desks.push_back(std::make_unique<Desk>(study, name));
    const auto work = [&](Desk& desk) {
        auto session = desk.reader(random() % 2 ? "R1" : "R2", {random() % 2 ? "ivg" : "no_ivg", 1});
        const auto scan = study.scans[random() % 3];
        const auto state = require(session.reading(scan)).state;
        if (state == ReadingState::Submitted) require(session.reopen(scan, "again"));
        gradeAll(session, scan, static_cast<int>(random() % 4));
        if (random() % 3 != 0) require(session.submit(scan, {}));
    };
    for (int step = 0; step < 30; ++step) {
        auto& desk = *desks[random() % 4];
        if (random() % 4 == 0) {
            auto& other = *desks[random() % 4];
            if (&other != &desk) desk.merge(other);
        } else {
            work(desk);
        }
    }
    // Everybody tells everybody, twice round: then no one has what another has not.
    for (int round = 0; round < 2; ++round)
        for (auto& to : desks)
            for (auto& from : desks)
                if (to != from) to->merge(*from);
    for (auto& desk : desks) {
        CAPTURE(desk->file.filename().string());
        const auto check = require(desk->store.verify());
        INFO((check.alteredRows.empty() ? "" : check.alteredRows.front()));
        CHECK(check.isSound());
        for (auto& other : desks) {
            auto shell = desk->shell();
            shell.exec("ATTACH '" + other->file.string() + "' AS other");
            const auto missing = shell.execAndGet(
                "SELECT count(*) FROM other.audit_log o WHERE o.action NOT IN ('mergeStudy', 'mergePerson',"
                " 'keepDuplicate', 'openPass') AND o.hash NOT IN (SELECT hash FROM main.audit_log)"
                " AND o.hash NOT IN (SELECT hash FROM main.merged_log)");
            CHECK(missing.getInt() == 0);
        }
    }
}
