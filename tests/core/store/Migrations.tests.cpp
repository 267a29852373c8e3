// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/store/sqlite/Database_p.h"
#include "core/store/sqlite/Migrations_p.h"
#include "tests/core/store/StudyFixture.h"

#include <array>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

TEST_CASE("the steps are numbered from one without gaps", "[store][migrations]") {
    int expected = 1;
    for (const auto& step : studyMigrations())
        CHECK(step.version == expected++);
}

TEST_CASE("a step that fails leaves the file as the step before made it", "[store][migrations]") {
    TemporaryFolder folder;
    auto database = Database::create(folder.path() / "a.db");
    constexpr std::array kSteps{Migration{1, "CREATE TABLE a (b)"},
                                Migration{2, "CREATE TABLE c (d); CREATE TABLE a (b)"}};
    CHECK_THROWS_AS(migrate(database, kSteps), SQLite::Exception);
    CHECK(database.number("PRAGMA user_version") == 1);
    CHECK(database.number("SELECT count(*) FROM sqlite_schema") == 1);
}

TEST_CASE("a step runs once", "[store][migrations]") {
    TemporaryFolder folder;
    auto database = Database::create(folder.path() / "a.db");
    constexpr std::array kSteps{Migration{1, "CREATE TABLE a (b); INSERT INTO a VALUES (1)"},
                                Migration{2, "INSERT INTO a VALUES (2)"}};
    migrate(database, std::span(kSteps).first(1));
    migrate(database, kSteps);
    migrate(database, kSteps);
    CHECK(database.number("SELECT count(*) FROM a") == 2);
}

namespace {

/// A study file of that version (1 or 6), as that program left it.
void writeOldStudy(const fs::path& path, std::size_t version = 1) {
    auto database = Database::create(path);
    migrate(database, studyMigrations().first(version));
    const auto name = "study-v" + std::to_string(version) + ".sql";
    const auto rows = readFile(fs::path(VERTESCORE_SOURCE_DIR) / "tests/core/store/data" / name);
    database.runScript(require(rows));
}

std::vector<fs::path> backupsIn(const fs::path& folder) {
    std::vector<fs::path> backups;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".backup") backups.push_back(entry.path());
    return backups;
}

} // namespace

TEST_CASE("a study of an older program is brought up to date with everything in it", "[store][migrations]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "old.vertestudy";
    writeOldStudy(path);
    auto store = require(StudyStore::open(path));
    CHECK(store.study().settings.name == "Old study");
    CHECK(!store.study().settings.washoutDays);
    CHECK(require(store.verify()).isSound());
    const auto session = require(store.openReaderSession({PersonId{2}, {}}, kFirstPass));
    CHECK(require(session.reading(ScanId{1})).state == ReadingState::Submitted);
    CHECK(require(session.reading(ScanId{1})).sheet.total() == 8);
    CHECK(!store.study().settings.asksAac8);
}

TEST_CASE("what an older program wrote stays append-only once its table was rebuilt", "[store][migrations]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "old.vertestudy";
    writeOldStudy(path);
    require(StudyStore::open(path));
    SQLite::Database shell(path.string(), SQLite::OPEN_READWRITE, 1000);
    shell.exec("PRAGMA recursive_triggers = ON");
    CHECK(shell.execAndGet("SELECT count(*) FROM reading_events").getInt() == 9);
    CHECK_THROWS(shell.exec("DELETE FROM reading_events"));
    CHECK_THROWS(shell.exec("UPDATE reading_events SET grade = 0"));
    CHECK_THROWS(shell.exec("INSERT OR REPLACE INTO reading_events SELECT * FROM reading_events"));
    CHECK(shell.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'reading_events_by_reading'")
              .getInt() == 1);
}

TEST_CASE("before an upgrade the old file is put beside, whole; without one it is not",
          "[store][migrations]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "old.vertestudy";
    writeOldStudy(path);
    require(StudyStore::open(path));
    const auto backups = backupsIn(folder.path());
    REQUIRE(backups.size() == 1);
    CHECK(backups[0].filename().string().starts_with("old.vertestudy.v1-"));
    SQLite::Database backup(backups[0].string());
    CHECK(backup.execAndGet("PRAGMA user_version").getInt() == 1);
    CHECK(backup.execAndGet("PRAGMA integrity_check").getString() == "ok");
    CHECK(backup.execAndGet("SELECT count(*) FROM reading_events").getInt() == 9);
    require(StudyStore::open(path));
    CHECK(backupsIn(folder.path()).size() == 1);
}

TEST_CASE("an older study that may only be read is shown whole and stays as it is", "[store][migrations]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "old.vertestudy";
    writeOldStudy(path);
    const auto before = require(readFile(path));
    auto store = require(StudyStore::open(path, {StudyAccess::ReadOnly, 1, true, std::nullopt}));
    CHECK(store.study().settings.name == "Old study");
    CHECK(store.access() == StudyAccess::ReadOnly);
    CHECK(require(store.verify()).isSound());
    auto session = require(store.openReaderSession({PersonId{2}, {}}, kFirstPass));
    CHECK(require(session.reading(ScanId{1})).sheet.total() == 8);
    CHECK(codeOf(session.reopen(ScanId{1}, "to see whether it can be written")) == ErrorCode::StudyReadOnly);
    CHECK(require(session.reading(ScanId{1})).state == ReadingState::Submitted);
    CHECK(backupsIn(folder.path()).empty());
    CHECK(require(readFile(path)) == before);
}

TEST_CASE("a copy of the study that an older program wrote can be merged", "[store][migrations][merge]") {
    TemporaryFolder folder;
    const auto old = folder.path() / "old.vertestudy";
    const auto here = folder.path() / "here.vertestudy";
    writeOldStudy(old);
    fs::copy_file(old, here);
    auto store = require(StudyStore::open(here));
    auto session = require(store.openCoordinatorSession({PersonId{1}, {}}));
    const auto before = require(readFile(old));
    CHECK(require(session.merge(old)).logEntries == 0); // nothing that is not here
    CHECK(require(readFile(old)) == before);
    CHECK(require(store.verify()).isSound());
}

TEST_CASE("what an older program had merged is whole, and known when it comes again",
          "[store][migrations][merge]") {
    TemporaryFolder folder;
    const auto old = folder.path() / "old.vertestudy";
    const auto here = folder.path() / "here.vertestudy";
    writeOldStudy(old, 6);
    fs::copy_file(old, here);
    auto store = require(StudyStore::open(here));
    const auto check = require(store.verify());
    CHECK(check.isSound());
    CHECK(check.mergedEntries == 24);
    SQLite::Database shell(here.string(), SQLite::OPEN_READWRITE, 1000);
    // The work of two desks, and what the file that had merged them wrote of that: all from entry 17 on.
    CHECK(
        shell.execAndGet("SELECT group_concat(id || ' ' || entries || ' ' || first_number) FROM merged_runs")
            .getString() == "1 11 17,12 11 17,23 2 17");
    CHECK(
        shell.execAndGet("SELECT group_concat(id) FROM merged_log WHERE previous IS NOT NULL").getString() ==
        "1,12,23");
    auto session = require(store.openCoordinatorSession({PersonId{1}, {}}));
    CHECK(require(session.merge(old)).logEntries == 0);
    CHECK(require(session.ratings()).size() == 16);
}

TEST_CASE(
    "merged entries of an older program fall into runs wherever their numbers stop following each other",
    "[store][migrations][merge]") {
    TemporaryFolder folder;
    auto database = Database::create(folder.path() / "a.db");
    migrate(database, studyMigrations().first(6));
    database.runScript(
        "INSERT INTO people VALUES (1, 'u', 'Cora', 0, 0, 1, 0, NULL, '', NULL, NULL);"
        "INSERT INTO merges VALUES (1, 'u1', 'desk', '', 5, '', 1, ''), (2, 'u2', 'desk', '', 1, '', 1, '')");
    // The third goes its own way; the fourth goes on as if it had not been there; the sixth is of another
    // merge.
    int id = 0;
    for (const int number : {10, 11, 5, 13, 14, 15}) {
        ++id;
        database.run("INSERT INTO merged_log VALUES (?, ?, ?, '', 1, 1, 'a', 't', 1, NULL, '', '', '', '', "
                     "'', ?, NULL)",
                     id, id == 6 ? 2 : 1, number, std::to_string(id));
    }
    migrate(database, studyMigrations());
    CHECK(database.text("SELECT group_concat(merge_id || ' ' || id || ' ' || entries || ' ' || first_number)"
                        " FROM merged_runs") == "1 1 2 10,1 3 1 5,1 4 2 13,2 6 1 15");
}

TEST_CASE("a study of a newer program is refused and left alone", "[store][migrations]") {
    StudyFixture study;
    { const auto closed = std::move(study.store); }
    const auto newer = static_cast<int>(studyMigrations().size()) + 1;
    study.shell().exec("PRAGMA user_version = " + std::to_string(newer));
    CHECK(codeOf(StudyStore::open(study.file())) == ErrorCode::StudyNewer);
    CHECK(study.shell().execAndGet("PRAGMA user_version").getInt() == newer);
    study.shell().exec("PRAGMA user_version = " + std::to_string(newer - 1));
    study.store = require(StudyStore::open(study.file()));
}
