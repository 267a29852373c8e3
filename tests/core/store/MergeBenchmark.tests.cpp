// SPDX-License-Identifier: GPL-3.0-or-later
// How long merging takes: ten workstations with VERTESCORE_MERGE_READINGS readings together (5,000 unless
// told).
#include "tests/core/store/StudyFixture.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr int kDesks = 10;

int wantedReadings() {
    const char* wanted = std::getenv("VERTESCORE_MERGE_READINGS");
    return wanted ? std::atoi(wanted) : 5000;
}

/// A copy of the study in which one reader read every scan.
void fillDesk(const StudyFixture& study, const std::filesystem::path& file, const std::string& reader,
              const std::vector<ScanId>& scans) {
    SQLite::Database(study.file().string(), SQLite::OPEN_READWRITE, 1000)
        .backup(file.string().c_str(), SQLite::Database::Save);
    auto store = require(StudyStore::open(file, {StudyAccess::ReadWrite, 1000, false, std::nullopt}));
    auto session = require(store.openReaderSession({study.id(reader), {}}, kFirstPass));
    for (const auto scan : scans)
        readAll(session, scan, static_cast<int>(scan) % 4);
}

} // namespace

TEST_CASE("ten workstations come together within seconds", "[store][merge]") {
    StudyFixture study;
    const int each = wantedReadings() / kDesks;
    std::vector<ScanId> scans;
    study.reopen({StudyAccess::ReadWrite, 1000, false, std::nullopt});
    auto annotator = study.annotator();
    for (int number = 0; number < each; ++number)
        scans.push_back(require(annotator.addScan(scanNumber(100 + number))).id);
    auto coordinator = study.coordinator();
    std::vector<std::filesystem::path> files;
    for (int desk = 0; desk < kDesks; ++desk)
        require(coordinator.addPerson(person("Reader " + std::to_string(desk), {Role::Reader})));
    for (int desk = 0; desk < kDesks; ++desk) {
        files.push_back(study.folder.path() / ("desk" + std::to_string(desk) + ".vertestudy"));
        fillDesk(study, files.back(), "Reader " + std::to_string(desk), scans);
    }
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::duration time) { return std::chrono::duration<double>(time).count(); };
    const auto start = Clock::now();
    const auto startOfWork = std::clock();
    std::size_t readings = 0;
    for (const auto& file : files)
        readings += require(coordinator.merge(file)).readings;
    const auto merged = Clock::now();
    const double work = static_cast<double>(std::clock() - startOfWork) / CLOCKS_PER_SEC;
    CHECK(readings == static_cast<std::size_t>(each * kDesks));
    CHECK(require(study.store.verify()).isSound());
    const auto verified = Clock::now();
    std::printf(
        "%zu readings of %d workstations: merged in %.2f s (%.2f s of one core), verified in %.2f s\n",
        readings, kDesks, seconds(merged - start), work, seconds(verified - merged));
}
