// SPDX-License-Identifier: GPL-3.0-or-later
// One file, two programs; and a file from which somebody took a person away.
#include "tests/core/store/DropGuards.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("two programs write into one file in turn, and every keystroke of both is there",
          "[store][shared]") {
    StudyFixture study;
    auto other = require(StudyStore::open(study.file()));
    auto r1 = study.reader("R1");
    auto r2 = require(other.openReaderSession({study.id("R2"), {}}, kFirstPass));
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            require(r1.setCell(study.scans[0], segment, wall, {1, std::nullopt}, {}));
            require(r2.setCell(study.scans[0], segment, wall, {2, std::nullopt}, {}));
        }
    }
    require(r1.submit(study.scans[0], {}));
    require(r2.submit(study.scans[0], {}));
    const auto ratings = require(require(other.openCoordinatorSession({study.id("Cora"), {}})).ratings());
    CHECK(ratings.size() == 16);
    CHECK(std::ranges::count(ratings, std::optional(1), &WallRating::grade) == 8);
    CHECK(require(study.store.verify()).isSound());
    const auto log = require(study.coordinator().auditLog());
    for (std::size_t i = 0; i < log.size(); ++i)
        CHECK(log[i].number == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("a reading that was submitted in one program is locked in the other, which is told why",
          "[store][shared]") {
    StudyFixture study;
    auto other = require(StudyStore::open(study.file()));
    auto here = study.reader("R1");
    auto there = require(other.openReaderSession({study.id("R1"), {}}, kFirstPass));
    gradeAll(here, study.scans[0], 1);
    require(there.submit(study.scans[0], {})); // sees what was graded here
    const auto late = here.setCell(study.scans[0], Segment::L1, Wall::Anterior, {3, std::nullopt}, {});
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::ReadingLocked);
    CHECK(require(here.reading(study.scans[0])).sheet.total() == 8);
    CHECK(codeOf(here.submit(study.scans[0], {})) == ErrorCode::ReadingLocked);
}

TEST_CASE("a reader who was taken out of the file is named, and the file is taken in nowhere",
          "[store][shared][audit]") {
    StudyFixture study;
    const auto copy = study.folder / "copy.vertestudy";
    auto session = study.reader("R2");
    readAll(session, study.scans[0], 1);
    study.shell().backup(copy.string().c_str(), SQLite::Database::Save);
    const auto row = "people " + std::to_string(static_cast<std::int64_t>(study.id("R2")));
    {
        SQLite::Database shell(copy.string(), SQLite::OPEN_READWRITE, 1000);
        dropGuards(shell);
        shell.exec("PRAGMA foreign_keys = OFF; DELETE FROM people WHERE name = 'R2'");
    }
    const auto opened = require(StudyStore::open(copy, {StudyAccess::ReadOnly, 1000, true, {}}));
    const auto check = require(opened.verify());
    CHECK_FALSE(check.isSound());
    CHECK(check.alteredRows == std::vector{row});
    REQUIRE_FALSE(check.databaseFindings.empty());
    CHECK_THAT(check.databaseFindings.front(), Catch::Contains("refers to a row that is not there"));
    const auto merged = study.coordinator().merge(copy);
    REQUIRE_FALSE(merged);
    CHECK(merged.error().code == ErrorCode::StudyCorrupt);
    CHECK(merged.error().detail == row + " was changed outside the program");
    CHECK(require(study.coordinator().ratings()).size() == 8); // the reader is still here
}
