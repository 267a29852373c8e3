// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/AddScans.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/deidentify/Deidentify.h"
#include "tests/core/store/StudyFixture.h"
#include "tests/support/SharedTestData.h"

#include <unistd.h>

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

struct StudyWithFolder {
    TemporaryFolder folder;
    fs::path file = folder.path() / "a.vertestudy";
    fs::path scans = folder.path() / "scans";
    StudyStore store =
        require(StudyStore::create(file, StudyFixture::named("A"), {person("Cora", {Role::Coordinator})}));
    AnnotatorSession session = require(store.openAnnotatorSession({PersonId{1}, {}}));

    StudyWithFolder() { fs::create_directories(scans); }
};

void writeScan(const fs::path& path, std::uint64_t index) {
    PhantomOptions options;
    options.standardSize = true;
    require(writePhantomDicom(path, makePhantom(options, index), options.seed, index));
}

bool lists(const std::vector<SkippedFile>& skipped, const fs::path& path, ErrorCode code) {
    return std::any_of(skipped.begin(), skipped.end(),
                       [&](const SkippedFile& file) { return file.path == path && file.error.code == code; });
}

} // namespace

TEST_CASE("names with line ends and bytes that are no UTF-8 go into a study and come back",
          "[intake][paths]") {
    StudyWithFolder given;
    const std::vector<fs::path> paths{given.scans / "line\nend.dcm", given.scans / "no \xff\xfe utf8.dcm",
                                      given.scans / "\x1b[31m red\r.dcm"};
    for (std::size_t i = 0; i < paths.size(); ++i)
        writeScan(paths[i], i);
    const auto report = require(addScans(given.session, {given.scans}));
    CHECK(report.added.size() == 3);
    CHECK(report.skipped.empty());
    const auto again = require(StudyStore::open(given.file));
    const auto worklist = require(given.session.worklist());
    std::vector<fs::path> kept;
    for (const WorklistRow& row : worklist)
        kept.push_back(require(given.session.scan(row.scan)).path);
    CHECK(std::is_permutation(kept.begin(), kept.end(), paths.begin(), paths.end()));
    for (const fs::path& path : kept)
        CHECK(readScan(path).has_value());
}

TEST_CASE("a study may itself lie at a path that is no UTF-8", "[intake][paths]") {
    StudyWithFolder given;
    const fs::path odd = given.folder.path() / "a\xff\nb";
    fs::create_directories(odd);
    {
        require(StudyStore::create(odd / "s.vertestudy", StudyFixture::named("A"),
                                   {person("C", {Role::Coordinator})}));
    }
    OpenOptions reading;
    reading.access = StudyAccess::ReadOnly;
    CHECK(StudyStore::open(odd / "s.vertestudy").has_value());
    CHECK(StudyStore::open(odd / "s.vertestudy", reading).has_value());
}

TEST_CASE("links that lead in circles end, and what lies beside them is added", "[intake][paths]") {
    StudyWithFolder given;
    writeScan(given.scans / "scan.dcm", 0);
    fs::create_symlink(given.scans / "b", given.scans / "a");
    fs::create_symlink(given.scans / "a", given.scans / "b");
    fs::create_directory_symlink(given.scans, given.scans / "itself");
    fs::create_symlink(given.scans / "nowhere", given.scans / "broken.dcm");
    const auto report = require(addScans(given.session, {given.scans}));
    CHECK(report.added.size() == 1);
    CHECK(report.alreadyThere == 0);
    CHECK(lists(report.skipped, given.scans / "a", ErrorCode::FileUnreadable));
    CHECK(lists(report.skipped, given.scans / "broken.dcm", ErrorCode::FileNotFound));
    CHECK(readScan(given.scans / "a").error().code == ErrorCode::FileUnreadable);
}

TEST_CASE("files that go or change while a folder is added are named, and the rest is added",
          "[intake][paths]") {
    StudyWithFolder given;
    for (std::uint64_t i = 0; i < 4; ++i)
        writeScan(given.scans / (std::to_string(i) + ".dcm"), i);
    IntakeOptions options;
    options.progress = [&](std::size_t done, std::size_t) {
        if (done != 1) return;
        fs::remove(given.scans / "1.dcm");
        fs::resize_file(given.scans / "2.dcm", 5000);
        fs::remove(given.scans / "3.dcm");
        fs::create_directory(given.scans / "3.dcm");
    };
    const auto report = require(addScans(given.session, {given.scans}, options));
    CHECK(report.added.size() == 1);
    CHECK(lists(report.skipped, given.scans / "1.dcm", ErrorCode::FileNotFound));
    CHECK(lists(report.skipped, given.scans / "2.dcm", ErrorCode::FileTruncated));
    CHECK(lists(report.skipped, given.scans / "3.dcm", ErrorCode::FileUnreadable));
}

TEST_CASE("a folder that may not be read is named, and the folders beside it are added", "[intake][paths]") {
    if (::getuid() == 0) VERTESCORE_SKIP("root may read everything");
    StudyWithFolder given;
    fs::create_directories(given.scans / "closed");
    fs::create_directories(given.scans / "open");
    writeScan(given.scans / "open" / "scan.dcm", 0);
    fs::permissions(given.scans / "closed", fs::perms::none);
    const auto report = require(addScans(given.session, {given.scans}));
    fs::permissions(given.scans / "closed", fs::perms::owner_all);
    CHECK(report.added.size() == 1);
    CHECK(lists(report.skipped, given.scans / "closed", ErrorCode::FileUnreadable));
}
