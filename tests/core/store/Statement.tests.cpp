// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/BulkAccess_p.h"
#include "core/store/sqlite/Database_p.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

Database openTable(const TemporaryFolder& folder) {
    auto database = Database::create(folder.path() / "table.db");
    database.runScript(
        "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT CHECK (text <> 'no')) STRICT;"
        "CREATE TRIGGER a_new BEFORE INSERT ON a WHEN EXISTS (SELECT 1 FROM a WHERE id = NEW.id)"
        " BEGIN SELECT RAISE(ABORT, 'append-only'); END;"
        "INSERT INTO a VALUES (1, 'one'), (2, 'two'), (3, 'three')");
    return database;
}

const std::string kFind = "SELECT text FROM a WHERE id >= ? ORDER BY id";

} // namespace

TEST_CASE("a statement that is used again begins at its start and without the values before",
          "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    {
        auto first = database.statement(kFind, 2);
        REQUIRE(first.executeStep());
        CHECK(first.getColumn(0).getString() == "two");
    }
    auto again = database.statement(kFind);
    CHECK(!again.executeStep()); // compared with NULL nothing is found
    again.reset();
    again.bind(1, 3);
    REQUIRE(again.executeStep());
    CHECK(again.getColumn(0).getString() == "three");
    CHECK(!again.executeStep());
}

TEST_CASE("the same statement in use twice at once stands at two places", "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    auto outer = database.statement(kFind, 1);
    REQUIRE(outer.executeStep());
    auto inner = database.statement(kFind, 3);
    REQUIRE(inner.executeStep());
    CHECK(outer.getColumn(0).getString() == "one");
    CHECK(inner.getColumn(0).getString() == "three");
    REQUIRE(outer.executeStep());
    CHECK(outer.getColumn(0).getString() == "two");
}

TEST_CASE("a statement that failed works with other values afterwards", "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    const std::string insert = "INSERT INTO a (text) VALUES (?)";
    CHECK_THROWS_AS(database.run(insert, "no"), SQLite::Exception);
    CHECK(database.run(insert, "yes") == 4);
    CHECK(database.number("SELECT count(*) FROM a") == 4);
}

TEST_CASE("an empty text is no missing one, and what is bound can be changed at once", "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    std::string text = "abc";
    auto insert = database.statement("INSERT INTO a (text) VALUES (?)", text);
    text = "xyz";
    insert.exec();
    CHECK(database.text("SELECT text FROM a WHERE id = 4") == "abc");
    database.run("INSERT INTO a (text) VALUES (?)", std::string_view());
    CHECK(database.number("SELECT text = '' FROM a WHERE id = 5") == 1);
    database.run("INSERT INTO a (text) VALUES (?)", std::optional<std::string>());
    CHECK(database.number("SELECT text IS NULL FROM a WHERE id = 6") == 1);
}

TEST_CASE("a connection keeps only so many statements, however many it is asked for", "[store][sqlite]") {
    TemporaryFolder folder;
    SQLite::Database connection((folder.path() / "x.db").string(),
                                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    StatementPool pool(connection.getHandle());
    for (int number = 0; number < 5000; ++number)
        CHECK(pool.take("SELECT " + std::to_string(number)).executeStep());
    CHECK(pool.idleStatements() >= 100);
    CHECK(pool.idleStatements() <= 300);
}

TEST_CASE("after much was written at once, rows are guarded again", "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    {
        const BulkWriting quickly(database, true);
        CHECK(database.run("INSERT INTO a (text) VALUES ('no')") == 4);
    }
    CHECK_THROWS_AS(database.run("INSERT INTO a (text) VALUES ('no')"), SQLite::Exception);
    CHECK_THROWS_AS(database.run("INSERT OR REPLACE INTO a VALUES (1, 'other')"), SQLite::Exception);
    CHECK(database.text("SELECT text FROM a WHERE id = 1") == "one");
    const BulkWriting unchecked(database, false);
    CHECK_THROWS_AS(database.run("INSERT INTO a (text) VALUES ('no')"), SQLite::Exception);
}

TEST_CASE("a copy apart has everything, and what is done to it the file never sees", "[store][sqlite]") {
    TemporaryFolder folder;
    auto database = openTable(folder);
    auto copy = database.copyApart();
    copy.run("INSERT INTO a (text) VALUES ('four')");
    CHECK(copy.number("SELECT count(*) FROM a") == 4);
    CHECK(database.number("SELECT count(*) FROM a") == 3);
    copy.forbidWriting();
    CHECK_THROWS_AS(copy.run("INSERT INTO a (text) VALUES ('five')"), SQLite::Exception);
    CHECK(copy.number("SELECT count(*) FROM a") == 4);
}
