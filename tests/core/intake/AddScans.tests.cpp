// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/AddScans.h"

#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "tests/core/store/StudyFixture.h"
#include "tests/support/ZipFiles.h"

#include <fstream>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

/// A study file with nothing in it, and a folder with two scans, a text and an empty file.
struct FolderOfScans {
    TemporaryFolder folder;
    StudyStore store = require(StudyStore::create(folder.path() / "a.vertestudy", StudyFixture::named("A"),
                                                  {person("Cora", {Role::Coordinator})}));
    fs::path scans = folder.path() / "scans";

    FolderOfScans() {
        fs::create_directories(scans);
        PhantomOptions options;
        options.standardSize = true;
        require(writePhantomDicom(scans / "a.dcm", makePhantom(options, 0), options.seed, 0));
        require(writePhantomPng(scans / "b.png", makePhantom(options, 1)));
        std::ofstream(scans / "notes.txt") << "not a scan";
        std::ofstream(scans / "empty.dcm");
    }
    AnnotatorSession session() { return require(store.openAnnotatorSession({PersonId{1}, {}})); }
};

} // namespace

TEST_CASE("a folder is added as far as it holds scans, and the rest is named", "[intake]") {
    FolderOfScans given;
    auto session = given.session();
    const auto report = require(addScans(session, {given.scans}));
    CHECK(report.added.size() == 2);
    CHECK(report.alreadyThere == 0);
    REQUIRE(report.skipped.size() == 2);
    CHECK(report.skipped[0].path.filename() == "empty.dcm");
    CHECK(report.skipped[0].error.code == ErrorCode::FileEmpty);
    CHECK(report.skipped[1].error.code == ErrorCode::UnsupportedFormat);
    const auto again = require(addScans(session, {given.scans}));
    CHECK(again.added.empty());
    CHECK(again.alreadyThere == 2);
}

TEST_CASE("what a study keeps of a scan is what the file says", "[intake]") {
    FolderOfScans given;
    auto session = given.session();
    const auto report = require(addScans(session, {given.scans / "a.dcm"}));
    const auto scan = require(readScan(given.scans / "a.dcm"));
    const auto kept = require(session.scan(report.added.at(0)));
    CHECK(kept.geometry == scan.geometry);
    CHECK(kept.bitsStored == scan.source.bitsStored);
    CHECK(kept.pixelSha256 == scan.pixelSha256);
    CHECK(kept.path == fs::absolute(given.scans / "a.dcm"));
}

TEST_CASE("adding stops between two files when asked to, and keeps what it has", "[intake]") {
    FolderOfScans given;
    auto session = given.session();
    std::stop_source stop;
    IntakeOptions options;
    options.stop = stop.get_token();
    options.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == 4);
        if (done == 1) stop.request_stop();
    };
    const auto report = require(addScans(session, {given.scans}, options));
    CHECK(report.isCancelled);
    CHECK(report.added.size() == 1);
    CHECK(require(given.store.scanCount()) == 1);
}

TEST_CASE("a study that fails ends the adding with its own error", "[intake]") {
    FolderOfScans given;
    given.store = require(StudyStore::open(given.folder.path() / "a.vertestudy",
                                           {StudyAccess::ReadOnly, 1, true, std::nullopt}));
    auto session = given.session();
    const auto report = addScans(session, {given.scans});
    CHECK(codeOf(report) == ErrorCode::StudyReadOnly);
}

TEST_CASE("scans can be called like their files, and two files of one name are told apart", "[intake]") {
    FolderOfScans given;
    fs::create_directories(given.scans / "more");
    PhantomOptions options;
    options.standardSize = true;
    require(writePhantomPng(given.scans / "more" / "b.png", makePhantom(options, 2)));
    auto session = given.session();
    IntakeOptions named;
    named.codesFromFileNames = true;
    const auto report = require(addScans(session, {given.scans}, named));
    REQUIRE(report.added.size() == 3);
    CHECK(report.first == report.added.front());
    const auto list = require(session.worklist());
    CHECK(list[0].code == "a");
    CHECK(list[1].code == "b");
    CHECK(list[2].code.starts_with("b ("));
}

TEST_CASE("the scans of an archive go into a study, stay in the archive, and are known again", "[intake]") {
    FolderOfScans given;
    const fs::path zip = given.folder.path() / "scans.zip";
    writeZip(zip, {{"in/a.dcm", readBytes(given.scans / "a.dcm")},
                   {"b.png", readBytes(given.scans / "b.png")},
                   {"notes.txt", "not a scan"},
                   {"../c.dcm", "x"}});
    auto session = given.session();
    const auto report = require(addScans(session, {zip}));
    REQUIRE(report.added.size() == 2);
    REQUIRE(report.skipped.size() == 2);
    CHECK(report.skipped[0].error.code == ErrorCode::NotAllowed);
    CHECK(report.skipped[1].path == zip / "notes.txt");
    const auto kept = require(session.scan(report.added[1]));
    CHECK(kept.path == zip / "in" / "a.dcm");
    CHECK(require(readScan(kept.path)).pixelSha256 == kept.pixelSha256);
    // Found in a folder too: the archive is still there, so it stays the place.
    const auto again = require(addScans(session, {given.scans}));
    CHECK(again.alreadyThere == 2);
    CHECK(require(session.scan(report.added[1])).path == zip / "in" / "a.dcm");
    fs::remove(zip);
    require(addScans(session, {given.scans}));
    CHECK(require(session.scan(report.added[1])).path == given.scans / "a.dcm");
}
