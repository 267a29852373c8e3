// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

#include <fstream>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

void writeText(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("a study that is opened again has the settings it was made with", "[store]") {
    StudySettings settings;
    settings.name = "Ä study";
    settings.isSynthetic = true;
    settings.convention = ScoringConvention::Kauppila;
    settings.bounds = {3, 9};
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    settings.shufflesScans = true;
    settings.washoutDays = 30;
    StudyFixture study(settings);
    const auto uid = study.store.study().uid;
    study.reopen();
    CHECK(study.store.study().settings == settings);
    CHECK(study.store.study().uid == uid);
    CHECK(uid.size() == 36);
}

TEST_CASE("a study is made whole or not at all", "[store]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "a.vertestudy";
    const auto settings = StudyFixture::named("A");
    CHECK(codeOf(StudyStore::create(path, settings, {person("R1", {Role::Reader})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(StudyStore::create(path, StudyFixture::named(""), {person("C", {Role::Coordinator})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(StudyStore::create(path, settings,
                                    {person("C", {Role::Coordinator}), person("C", {Role::Reader})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(StudyStore::create(path, settings, {person("C", {Role::Coordinator}), person("R", {})})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(StudyStore::create(folder.path() / "none" / "a", settings,
                                    {person("C", {Role::Coordinator})})) == ErrorCode::FileNotWritable);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("making a study never replaces one", "[store]") {
    StudyFixture study;
    const auto again =
        StudyStore::create(study.file(), StudyFixture::named("B"), {person("C", {Role::Coordinator})});
    CHECK(codeOf(again) == ErrorCode::StudyExists);
    study.reopen();
    CHECK(study.store.study().settings.name == "Study");
}

TEST_CASE("each kind of wrong file has its own code", "[store]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "x.vertestudy";
    CHECK(codeOf(StudyStore::open(path)) == ErrorCode::StudyNotFound);
    CHECK(codeOf(StudyStore::open(folder.path())) == ErrorCode::FileUnreadable);
    writeText(path, "");
    CHECK(codeOf(StudyStore::open(path)) == ErrorCode::FileEmpty);
    writeText(path, "image,reader\n1,2\n");
    CHECK(codeOf(StudyStore::open(path)) == ErrorCode::StudyNotSqlite);
    writeText(path, std::string("SQLite format 3\0", 16) + "and then nothing that makes sense");
    CHECK(codeOf(StudyStore::open(path)) == ErrorCode::StudyCorrupt);
}

TEST_CASE("another program's SQLite file is not a study", "[store]") {
    TemporaryFolder folder;
    const auto path = folder.path() / "other.db";
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)");
    CHECK(codeOf(StudyStore::open(path)) == ErrorCode::StudyNotSqlite);
}

TEST_CASE("a study that lost its end, or has a page overwritten, is corrupt", "[store]") {
    StudyFixture study;
    const auto copy = study.folder.path() / "copy.vertestudy";
    { const auto closed = std::move(study.store); }
    fs::copy_file(study.file(), copy);
    const auto isCorrupt = [&copy] { return codeOf(StudyStore::open(copy)) == ErrorCode::StudyCorrupt; };
    SECTION("cut off") {
        fs::resize_file(copy, fs::file_size(copy) / 2);
        CHECK(isCorrupt());
    }
    SECTION("cut off within a page") {
        fs::resize_file(copy, fs::file_size(copy) - 1000);
        CHECK(isCorrupt());
    }
    SECTION("overwritten") {
        std::fstream file(copy, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(fs::file_size(copy) / 4096 / 2 * 4096));
        file << std::string(4096, '\x5a');
        file.close();
        CHECK(isCorrupt());
    }
    study.store = require(StudyStore::open(study.file()));
}

TEST_CASE("a study that another program holds is locked, and nothing is lost", "[store]") {
    StudyFixture study;
    study.reopen({StudyAccess::ReadWrite, 1, true, std::nullopt});
    auto session = study.reader("R1");
    require(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {2, std::nullopt}, {}));
    {
        auto other = study.shell();
        other.exec("BEGIN IMMEDIATE");
        CHECK(codeOf(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {3, std::nullopt}, {})) ==
              ErrorCode::StudyLocked);
        CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L1, Wall::Anterior).grade == 2);
        other.exec("ROLLBACK");
    }
    require(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {3, std::nullopt}, {}));
    CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L1, Wall::Anterior).grade == 3);
}

TEST_CASE("a study that another program locks as a whole does not open", "[store]") {
    StudyFixture study;
    { const auto closed = std::move(study.store); }
    auto other = study.shell();
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE people SET password_hash = NULL");
    CHECK(codeOf(StudyStore::open(study.file(), {StudyAccess::ReadWrite, 1, true, std::nullopt})) ==
          ErrorCode::StudyLocked);
    other.exec("ROLLBACK");
}

TEST_CASE("a study opened for looking shows everything and takes nothing", "[store]") {
    StudyFixture study;
    auto writer = study.reader("R1");
    readAll(writer, study.scans[0], 1);
    study.reopen({StudyAccess::ReadOnly, 100, true, std::nullopt});
    auto session = study.reader("R1");
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::Submitted);
    CHECK(codeOf(session.setCell(study.scans[1], Segment::L1, Wall::Anterior, {1, std::nullopt}, {})) ==
          ErrorCode::StudyReadOnly);
    CHECK(codeOf(study.annotator().addScan(scanNumber(9))) == ErrorCode::StudyReadOnly);
    auto firstTime = study.reader("R2");
    CHECK(require(firstTime.worklist()).size() == 3);
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("a full disk is told, loses nothing, and hurts no more once there is room", "[store]") {
    StudyFixture study;
    OpenOptions options;
    options.maxFileBytes = fs::file_size(study.file()) + 64 * 1024;
    study.reopen(options);
    std::vector<int> saved;
    {
        auto session = study.reader("R1");
        auto status = Status{};
        for (int i = 0; i < 5000 && status; ++i) {
            status = session.setCell(study.scans[0], Segment::L2, Wall::Posterior, {i % 4, std::nullopt}, {});
            if (status) saved.push_back(i % 4);
        }
        REQUIRE(!status);
        CHECK(status.error().code == ErrorCode::DiskFull);
        CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L2, Wall::Posterior).grade ==
              saved.back());
    }
    study.reopen();
    CHECK(require(study.store.verify()).isSound());
    auto session = study.reader("R1");
    CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L2, Wall::Posterior).grade ==
          saved.back());
    require(session.setCell(study.scans[0], Segment::L2, Wall::Posterior, {std::nullopt, std::nullopt}, {}));
    std::size_t keystrokes = 0;
    for (const auto& entry : require(study.coordinator().auditLog()))
        keystrokes += entry.action == "gradeCell";
    CHECK(keystrokes == saved.size() + 1);
}

TEST_CASE("the same scan twice adds nothing, and other pixels under the same UID are another scan",
          "[store]") {
    StudyFixture study;
    auto session = study.annotator();
    const auto again = require(session.addScan(scanNumber(2)));
    CHECK(!again.isNew);
    CHECK(again.id == study.scans[1]);
    CHECK(require(study.store.scanCount()) == 3);
    auto changed = scanNumber(2);
    changed.pixelSha256 = "other";
    CHECK(require(session.addScan(changed)).isNew);
    CHECK(require(session.worklist()).back().code == "S0004");
}

TEST_CASE("a scan found again elsewhere is opened from there once its old file is gone", "[store]") {
    StudyFixture study;
    auto session = study.annotator();
    const auto oldPath = study.folder.path() / "scans" / "old.dcm";
    fs::create_directories(oldPath.parent_path());
    writeText(oldPath, "x");
    auto scan = scanNumber(7);
    scan.path = oldPath;
    const auto id = require(session.addScan(scan)).id;
    scan.path = "/elsewhere/new.dcm";
    require(session.addScan(scan));
    CHECK(require(session.scan(id)).path == oldPath);
    fs::remove(oldPath);
    require(session.addScan(scan));
    CHECK(require(session.scan(id)).path == "/elsewhere/new.dcm");
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("study and scans can move together", "[store]") {
    StudyFixture study;
    auto scan = scanNumber(7);
    scan.path = study.folder.path() / "scäns" / "a.dcm";
    const auto id = require(study.annotator().addScan(scan)).id;
    { const auto closed = std::move(study.store); }
    const auto moved = study.folder.path() / "moved";
    fs::create_directories(moved);
    fs::rename(study.file(), moved / "study.vertestudy");
    study.store = require(StudyStore::open(moved / "study.vertestudy"));
    CHECK(require(study.annotator().scan(id)).path == moved / "scäns" / "a.dcm");
}

TEST_CASE("a scan without hash, size or with a code that is taken is refused", "[store]") {
    StudyFixture study;
    auto session = study.annotator();
    auto scan = scanNumber(8);
    scan.pixelSha256.clear();
    CHECK(codeOf(session.addScan(scan)) == ErrorCode::InvalidArgument);
    scan = scanNumber(8);
    scan.geometry.width = 0;
    CHECK(codeOf(session.addScan(scan)) == ErrorCode::InvalidArgument);
    scan = scanNumber(8);
    scan.code = "S0001";
    CHECK(codeOf(session.addScan(scan)) == ErrorCode::DuplicateEntry);
    CHECK(require(study.store.scanCount()) == 3);
}

TEST_CASE("a scan comes back as it went in, unknown spacing included", "[store]") {
    StudyFixture study;
    auto session = study.annotator();
    const auto known = require(session.scan(study.scans[0]));
    CHECK(known.geometry == scanNumber(1).geometry);
    CHECK(known.bitsStored == 12);
    CHECK(known.scannerGroup == "hologicHorizon");
    auto scan = scanNumber(8);
    scan.geometry.spacing.reset();
    CHECK(!require(session.scan(require(session.addScan(scan)).id)).geometry.spacing);
}

TEST_CASE("a password lets in its owner alone, and a role that one has not stays closed", "[store]") {
    StudyFixture study;
    require(study.reader("R1").setPassword("correct horse"));
    study.reopen();
    const auto r1 = study.id("R1");
    CHECK(codeOf(study.store.openReaderSession({r1, ""}, kFirstPass)) == ErrorCode::WrongPassword);
    CHECK(codeOf(study.store.openReaderSession({r1, "Correct horse"}, kFirstPass)) ==
          ErrorCode::WrongPassword);
    CHECK(require(study.store.openReaderSession({r1, "correct horse"}, kFirstPass)).reader().name == "R1");
    CHECK(codeOf(study.store.openCoordinatorSession({r1, "correct horse"})) == ErrorCode::NotAllowed);
    CHECK(codeOf(study.store.openAnnotatorSession({r1, "correct horse"})) == ErrorCode::NotAllowed);
    CHECK(codeOf(study.store.openReaderSession({study.id("Anna"), ""}, kFirstPass)) == ErrorCode::NotAllowed);
    CHECK(codeOf(study.store.openReaderSession({PersonId{99}, ""}, kFirstPass)) == ErrorCode::NotAllowed);
    CHECK(codeOf(study.reader("R2").setPassword("")) == ErrorCode::InvalidArgument);
}

TEST_CASE("a password that was proven once opens sessions until it is changed", "[store]") {
    StudyFixture study;
    const auto r1 = study.id("R1");
    CHECK_FALSE(require(study.store.passwordLock(r1)));
    require(study.reader("R1").setPassword("correct horse"));
    study.reopen();
    const auto lock = require(study.store.passwordLock(r1));
    REQUIRE(lock);
    CHECK(codeOf(lock->prove("Correct horse")) == ErrorCode::WrongPassword);
    const auto proof = require(lock->prove("correct horse"));
    CHECK(study.store.openReaderSession({r1, "", proof}, kFirstPass));
    require(study.coordinator().setPassword(r1, "another horse"));
    CHECK(codeOf(study.store.openReaderSession({r1, "", proof}, kFirstPass)) == ErrorCode::WrongPassword);
    CHECK(codeOf(study.store.passwordLock(PersonId{99})) == ErrorCode::NotAllowed);
}

TEST_CASE("a password is stored as an Argon2id hash only", "[store]") {
    StudyFixture study;
    require(study.coordinator().setPassword(study.id("R2"), "open sesame"));
    auto shell = study.shell();
    const std::string hash = shell.execAndGet("SELECT password_hash FROM people WHERE name = 'R2'");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash.find("sesame") == std::string::npos);
}

TEST_CASE("an arm or session that does not exist cannot be entered", "[store]") {
    StudyFixture study;
    CHECK(codeOf(study.store.openReaderSession({study.id("R1"), ""}, {"no_such", 1})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(study.store.openReaderSession({study.id("R1"), ""}, {"ivg", 0})) ==
          ErrorCode::InvalidArgument);
}
