// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/DropGuards.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// A study in which every table has a row.
void fill(StudyFixture& study) {
    ReadingContext context;
    context.landmarks = require(study.annotator().savePrediction(study.scans[0], detection())).id;
    auto session = study.reader("R1");
    readAll(session, study.scans[0], 2, context);
}

} // namespace

TEST_CASE("no row can be changed, deleted or replaced by SQL", "[store][audit]") {
    StudyFixture study;
    fill(study);
    auto shell = study.shell();
    for (const std::string table : {"study", "arms", "people", "scans", "identities", "landmark_versions",
                                    "reading_passes", "readings", "reading_events", "audit_log"}) {
        INFO(table);
        REQUIRE(shell.execAndGet("SELECT count(*) FROM " + table).getInt() > 0);
        CHECK_THROWS_AS(shell.exec("UPDATE " + table + " SET id = id + 1000"), SQLite::Exception);
        CHECK_THROWS_AS(shell.exec("DELETE FROM " + table), SQLite::Exception);
    }
    for (const std::string table : {"landmark_versions", "reading_events", "audit_log"})
        CHECK_THROWS_AS(shell.exec("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table),
                        SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("UPDATE reading_events SET grade = 0"), SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("UPDATE people SET name = 'X' WHERE id = 1"), SQLite::Exception);
    CHECK_THROWS_AS(shell.exec("UPDATE scans SET pixel_sha256 = 'x'"), SQLite::Exception);
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("every write has an entry that says who, what and when", "[store][audit]") {
    StudyFixture study;
    fill(study);
    auto session = study.reader("R1");
    require(session.reopen(study.scans[0], "typo in L2"));
    const auto log = require(study.coordinator().auditLog());
    CHECK(log.front().number == 1);
    CHECK(log.back().number == static_cast<std::int64_t>(log.size()));
    CHECK(log.back().action == "reopenReading");
    CHECK(log.back().person == "R1");
    CHECK(log.back().before == "submitted");
    CHECK(log.back().reason == "typo in L2");
    CHECK(log.back().atUtc.size() == std::string("2026-11-20T21:55:21.123Z").size());
    const auto check = require(study.store.verify());
    CHECK(check.logEntries == log.size());
    CHECK(check.logHead == log.back().hash);
}

TEST_CASE("a grade that was changed behind the program's back shows", "[store][audit]") {
    StudyFixture study;
    fill(study);
    auto shell = study.shell();
    dropGuards(shell);
    shell.exec("UPDATE reading_events SET grade = 0 WHERE id = 3");
    const auto check = require(study.store.verify());
    CHECK(!check.isSound());
    CHECK(!check.firstBrokenEntry);
    CHECK(check.alteredRows == std::vector<std::string>{"reading_events 3"});
}

TEST_CASE("a row that was added or removed behind the program's back shows", "[store][audit]") {
    StudyFixture study;
    fill(study);
    auto shell = study.shell();
    dropGuards(shell);
    SECTION("added") {
        shell.exec("INSERT INTO arms (id, name, guides) VALUES (7, 'more', 'none')");
        CHECK(require(study.store.verify()).alteredRows == std::vector<std::string>{"arms 7"});
    }
    SECTION("removed") {
        shell.exec("DELETE FROM reading_events WHERE id = 9");
        CHECK(require(study.store.verify()).alteredRows == std::vector<std::string>{"reading_events 9"});
    }
    SECTION("a password put in place of another") {
        shell.exec("UPDATE people SET password_hash = 'x' WHERE id = 2");
        CHECK(require(study.store.verify()).alteredRows == std::vector<std::string>{"people 2"});
    }
}

TEST_CASE("the first entry of the log that does not fit is named", "[store][audit]") {
    StudyFixture study;
    fill(study);
    auto shell = study.shell();
    dropGuards(shell);
    SECTION("another person") {
        shell.exec("UPDATE audit_log SET person_id = 3 WHERE id = 12");
        CHECK(require(study.store.verify()).firstBrokenEntry == 12);
    }
    SECTION("an entry taken out") {
        shell.exec("DELETE FROM audit_log WHERE id = 12");
        CHECK(require(study.store.verify()).firstBrokenEntry == 13);
    }
    SECTION("a reason put in") {
        shell.exec("UPDATE audit_log SET reason = 'because' WHERE id = 5");
        CHECK(require(study.store.verify()).firstBrokenEntry == 5);
    }
    SECTION("a table name that is none") {
        shell.exec("UPDATE audit_log SET subject_table = 'people; DROP TABLE people' WHERE id = 5");
        CHECK(require(study.store.verify()).firstBrokenEntry == 5);
    }
}
