// SPDX-License-Identifier: GPL-3.0-or-later
// Studies on computers whose clock was set back. Times are minutes after the study was made.
#include "core/store/verification/LogClock_p.h"
#include "tests/core/store/DropGuards.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24 * 60min;

/// A study with two arms whose clock stands where a test puts it.
struct ClockedStudy : StudyFixture {
    explicit ClockedStudy(std::optional<int> washoutDays = std::nullopt)
        : StudyFixture(settings(washoutDays)) {
        at(1min);
    }

    void at(std::chrono::minutes time) {
        OpenOptions options;
        options.clock = [now = m_start + time] { return now; };
        reopen(options);
    }
    void read(const std::string& name, ScanId scan, const ReadingPass& pass = {"no_ivg", 1}) {
        auto session = reader(name, pass);
        readAll(session, scan, 1);
    }
    bool mayBegin(const std::string& name) {
        const auto opened = store.openReaderSession({id(name), {}}, {"ivg", 1});
        if (!opened) CHECK(opened.error().code == ErrorCode::NotAllowed);
        return opened.has_value();
    }

private:
    static StudySettings settings(std::optional<int> washoutDays) {
        auto made = named("Clock");
        made.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
        made.washoutDays = washoutDays;
        return made;
    }

    const std::chrono::system_clock::time_point m_start = std::chrono::system_clock::now();
};

} // namespace

TEST_CASE("with the clock set back everything is recorded, in the order in which it was done",
          "[store][clock]") {
    ClockedStudy study;
    study.at(600min);
    study.read("R1", study.scans[0]);
    study.at(566min);
    study.read("R2", study.scans[0]);
    const auto r2 = require(study.reader("R2", {"no_ivg", 1}).reading(study.scans[0]));
    CHECK(r2.state == ReadingState::Submitted);
    const auto log = require(study.coordinator().auditLog());
    for (std::size_t i = 0; i < log.size(); ++i)
        CHECK(log[i].number == static_cast<std::int64_t>(i) + 1);
    CHECK(log.back().person == "R2");
    CHECK(log.back().atUtc < log[log.size() - 15].atUtc); // as the clock said
    CHECK(require(study.coordinator().ratings()).size() == 16);
}

TEST_CASE("a clock that is behind the last entry is told in whole minutes, until it no longer is",
          "[store][clock]") {
    ClockedStudy study;
    study.at(600min);
    CHECK_FALSE(require(study.store.clockBehind()));
    study.read("R1", study.scans[0]);
    CHECK_FALSE(require(study.store.clockBehind()));
    study.at(566min);
    CHECK(require(study.store.clockBehind()) == 34min);
    study.read("R2", study.scans[0]);
    CHECK(require(study.store.clockBehind()) == 34min); // its own entries make it no better
    study.at(599min);
    CHECK(require(study.store.clockBehind()) == 1min);
    study.at(600min);
    CHECK_FALSE(require(study.store.clockBehind()));
}

TEST_CASE("verifying remarks where the clock was set back, and finds the file sound", "[store][clock]") {
    ClockedStudy study;
    study.at(600min);
    study.read("R1", study.scans[0]);
    CHECK(require(study.store.verify()).clockSetBack.empty());
    const auto entries = static_cast<std::int64_t>(require(study.store.verify()).logEntries);
    study.at(566min);
    study.read("R2", study.scans[0]);
    const auto check = require(study.store.verify());
    CHECK(check.isSound());
    CHECK(check.clockSetBack == std::vector{ClockSetBack{entries + 1, 34min}});
    // A time that was changed in the file is no clock: it breaks the log.
    auto shell = study.shell();
    dropGuards(shell);
    shell.exec("UPDATE audit_log SET at = '2001-01-01T00:00:00.000Z' WHERE id = 3");
    CHECK(require(study.store.verify()).firstBrokenEntry == 3);
}

TEST_CASE("setting the clock back does not shorten the washout", "[store][clock]") {
    ClockedStudy study(30);
    study.at(40 * kDay);
    study.read("R2", study.scans[0]);
    study.at(5 * kDay); // all that R1 reads is dated back by 35 days, behind an entry of day 40
    study.read("R1", study.scans[0]);
    study.at(40 * kDay + 60min);
    CHECK_FALSE(study.mayBegin("R1"));
    study.at(69 * kDay);
    CHECK_FALSE(study.mayBegin("R1"));
    study.at(70 * kDay + 60min);
    CHECK(study.mayBegin("R1"));
}

TEST_CASE("a clock behind the last reading keeps the next arm closed, and ends the washout for nobody else",
          "[store][clock]") {
    ClockedStudy study(30);
    study.at(40 * kDay);
    study.read("R1", study.scans[0]);
    study.at(2 * kDay);
    CHECK_FALSE(study.mayBegin("R1"));
    CHECK(study.mayBegin("R2")); // who has read nothing
    // Others' work at a later time ends no washout either: only the clock at the moment does.
    study.at(90 * kDay);
    study.read("R2", study.scans[0]);
    study.at(41 * kDay);
    CHECK_FALSE(study.mayBegin("R1"));
    auto coordinator = study.coordinator();
    require(coordinator.openPassEarly(study.id("R1"), {"ivg", 1}, "the clock was wrong"));
    CHECK(study.mayBegin("R1"));
}

TEST_CASE("a question of the coordinator's is no keystroke that begins the washout anew", "[store][clock]") {
    ClockedStudy study(30);
    study.at(kDay);
    study.read("R1", study.scans[0]);
    study.at(29 * kDay);
    require(study.coordinator().dispute(study.scans[0], study.id("R1"), {"no_ivg", 1}, "look again"));
    study.at(32 * kDay);
    CHECK(study.mayBegin("R1"));
}

TEST_CASE("merged logs keep their own order, whatever their clocks said", "[store][clock][merge]") {
    ClockedStudy study;
    const auto other = study.folder / "desk2.vertestudy";
    study.shell().backup(other.string().c_str(), SQLite::Database::Save);
    {
        OpenOptions options;
        auto now = std::chrono::system_clock::now() + 600min;
        options.clock = [&now] { return now; };
        auto desk = require(StudyStore::open(other, options));
        auto session = require(desk.openReaderSession({study.id("R2"), {}}, {"no_ivg", 1}));
        gradeAll(session, study.scans[0], 1);
        now -= 500min;
        require(session.submit(study.scans[0], {}));
    }
    study.at(300min);
    auto coordinator = study.coordinator();
    CHECK(require(coordinator.merge(other)).readings == 1);
    CHECK(require(study.store.clockBehind()) == 300min); // merged entries are the study's, too
    std::vector<std::int64_t> numbers;
    for (const auto& entry : require(coordinator.auditLog()))
        if (entry.origin == "desk2") numbers.push_back(entry.number);
    REQUIRE(numbers.size() > 9);
    CHECK(std::ranges::is_sorted(numbers));
}

TEST_CASE("a time that is none is not read as one", "[store][clock]") {
    using namespace std::chrono;
    CHECK(timeFromUtc("2026-11-20T21:55:21.123Z") ==
          sys_days{year{2026} / 11 / 20} + 21h + 55min + 21s + 123ms);
    for (const char* text : {"", "2026-11-20", "2026-13-20T21:55:21.123Z", "2026-11-20T21:55:21.123",
                             "2026-11-20 21:55:21.123Z", "x026-11-20T21:55:21.123Z"})
        CHECK_FALSE(timeFromUtc(text));
}
