// SPDX-License-Identifier: GPL-3.0-or-later
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
    TempFolder folder;
    auto database = Database::create(folder.path() / "a.db");
    constexpr std::array kSteps{Migration{1, "CREATE TABLE a (b)"},
                                Migration{2, "CREATE TABLE c (d); CREATE TABLE a (b)"}};
    CHECK_THROWS_AS(migrate(database, kSteps), SQLite::Exception);
    CHECK(database.number("PRAGMA user_version") == 1);
    CHECK(database.number("SELECT count(*) FROM sqlite_schema") == 1);
}

TEST_CASE("a step runs once", "[store][migrations]") {
    TempFolder folder;
    auto database = Database::create(folder.path() / "a.db");
    constexpr std::array kSteps{Migration{1, "CREATE TABLE a (b); INSERT INTO a VALUES (1)"},
                                Migration{2, "INSERT INTO a VALUES (2)"}};
    migrate(database, std::span(kSteps).first(1));
    migrate(database, kSteps);
    migrate(database, kSteps);
    CHECK(database.number("SELECT count(*) FROM a") == 2);
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
    CHECK(fs::directory_iterator(study.folder.path()) != fs::directory_iterator());
}
