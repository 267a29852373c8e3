// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoStudy.h"

#include "app/demo/SimulatedReader.h"
#include "core/io/ScanReader.h"
#include "tests/core/store/StudyFixture.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

PersonId visitorOf(const StudyStore& store) {
    for (const auto& one : require(store.people()))
        if (one.name == kDemoVisitor) return one.id;
    FAIL("there is no visitor");
    return {};
}

} // namespace

TEST_CASE("the demo study holds 24 scans that open, two readings of each, and nothing of the visitor",
          "[demo]") {
    TemporaryFolder folder;
    double lastShare = 0;
    const auto path = require(makeDemoStudy(folder.path(), [&](double share) {
        CHECK(share >= lastShare);
        lastShare = share;
    }));
    CHECK(lastShare == 1.0);
    auto store = require(StudyStore::open(path));
    CHECK(store.study().settings.isSynthetic);
    CHECK(store.study().settings.name.find("synthetic") != std::string::npos);
    CHECK(require(store.verify()).isSound());

    auto coordinator = require(store.openCoordinatorSession({visitorOf(store), {}}));
    const auto scans = require(coordinator.scans());
    REQUIRE(scans.size() == kDemoScanCount);
    std::set<std::string> hashes;
    for (const auto& scan : scans) {
        const auto read = require(readScan(scan.path));
        CHECK(read.pixelSha256 == scan.pixelSha256);
        CHECK(read.source.isPhantom);
        hashes.insert(scan.pixelSha256);
    }
    CHECK(hashes.size() == kDemoScanCount);

    std::map<std::string, std::size_t> ratingsOf;
    for (const auto& rating : require(coordinator.ratings()))
        ++ratingsOf[rating.reader];
    CHECK(ratingsOf == std::map<std::string, std::size_t>{{"R1 (simulated)", 192}, {"R2 (simulated)", 192}});

    const auto session = require(store.openReaderSession({visitorOf(store), {}}, kFirstPass));
    const auto list = require(session.worklist());
    CHECK(readingProgress(list) == Progress{0, kDemoScanCount});
    CHECK(nextUnread(list, std::nullopt) == scans.front().id);
}

TEST_CASE("a demo study that is there is kept with the visitor's work", "[demo]") {
    TemporaryFolder folder;
    const auto path = require(makeDemoStudy(folder.path()));
    ScanId scan{};
    {
        auto store = require(StudyStore::open(path));
        auto session = require(store.openReaderSession({visitorOf(store), {}}, kFirstPass));
        scan = require(session.worklist()).front().scan;
        readAll(session, scan, 2);
    }
    CHECK(require(makeDemoStudy(folder.path())) == path);
    auto store = require(StudyStore::open(path));
    auto session = require(store.openReaderSession({visitorOf(store), {}}, kFirstPass));
    CHECK(require(session.reading(scan)).state == ReadingState::Submitted);
}

TEST_CASE("a making that was cut off is done again from the start", "[demo]") {
    TemporaryFolder folder;
    const auto leftover = folder.path() / "demo-17.part";
    fs::create_directories(leftover / "scans");
    std::ofstream(leftover / "demo.vertestudy") << "half";
    fs::last_write_time(leftover, fs::file_time_type::clock::now() - std::chrono::hours(1));
    const auto path = require(makeDemoStudy(folder.path()));
    CHECK(require(require(StudyStore::open(path)).scanCount()) == kDemoScanCount);
    CHECK(!fs::exists(leftover));
}

TEST_CASE("a folder that cannot be made is told and nothing is left", "[demo]") {
    TemporaryFolder folder;
    std::ofstream(folder.path() / "file") << "x";
    CHECK(codeOf(makeDemoStudy(folder.path() / "file")) == ErrorCode::FileNotWritable);
    CHECK(fs::file_size(folder.path() / "file") == 1);
}

TEST_CASE("a simulated reader is mostly right, never off by more than one, and always the same", "[demo]") {
    const SimulatedReader reader{"R", 0.1, 0.1, 0.02, 5};
    ScoreSheet truth;
    for (const auto segment : kSegments)
        for (const auto wall : kWalls)
            truth.at(segment, wall).grade = 1;
    int same = 0;
    int unreadable = 0;
    for (std::uint64_t scan = 0; scan < 200; ++scan) {
        const auto sheet = simulateReading(reader, truth, scan);
        CHECK(sheet == simulateReading(reader, truth, scan));
        for (const auto segment : kSegments) {
            for (const auto wall : kWalls) {
                const auto& cell = sheet.at(segment, wall);
                unreadable += cell.notReadable.has_value();
                same += cell.grade == 1;
                CHECK((cell.notReadable || (*cell.grade >= 0 && *cell.grade <= 2)));
            }
        }
    }
    CHECK(same > 1600 * 7 / 10);
    CHECK(same < 1600 * 85 / 100);
    CHECK(unreadable > 0);
}
