// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

#include <array>
#include <random>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

Segment segmentOf(std::size_t keystroke) {
    return kSegments[keystroke % kSegmentCount];
}
int gradeOf(std::size_t keystroke) {
    return static_cast<int>(keystroke / 7 % 4);
}

/// In the child: grades for ever, and says so after each keystroke that the store took.
[[noreturn]] void gradeUntilKilled(const fs::path& file, std::size_t from, int acknowledged) {
    auto store = StudyStore::open(file);
    if (!store) _exit(2);
    auto session = store->openReaderSession({PersonId{2}, {}}, kFirstPass);
    if (!session) _exit(3);
    for (std::size_t i = from;; ++i) {
        if (!session->setCell(ScanId{1}, segmentOf(i), Wall::Anterior, {gradeOf(i), std::nullopt}, {}))
            _exit(4);
        const char mark = '.';
        if (::write(acknowledged, &mark, 1) != 1) _exit(5);
    }
}

/// Kills a grading child after it acknowledged so many keystrokes; how many it had acknowledged in the end.
std::size_t gradeAndKill(const fs::path& file, std::size_t from, std::size_t killAfter) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        gradeUntilKilled(file, from, ends[1]);
    }
    ::close(ends[1]);
    std::size_t acknowledged = 0;
    char mark = 0;
    while (acknowledged < killAfter && ::read(ends[0], &mark, 1) == 1)
        ++acknowledged;
    ::kill(child, SIGKILL);
    while (::read(ends[0], &mark, 1) == 1)
        ++acknowledged;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return acknowledged;
}

std::vector<std::string> keystrokesIn(StudyFixture& study) {
    std::vector<std::string> keystrokes;
    for (const auto& entry : require(study.coordinator().auditLog()))
        if (entry.action == "gradeCell") keystrokes.push_back(entry.after);
    return keystrokes;
}

/// Merges in a child that is killed when it tells of its progress for that time; whether it came to the end.
bool mergeKilled(const fs::path& file, const fs::path& other, std::size_t times) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto store = StudyStore::open(file);
        if (!store) _exit(2);
        auto session = store->openCoordinatorSession({PersonId{1}, {}});
        if (!session) _exit(3);
        MergeWatch watch;
        watch.progress = [&](const fs::path&, std::size_t, std::size_t) {
            if (times-- == 0) ::raise(SIGKILL);
        };
        _exit(session->merge(other, watch) ? 0 : 4);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status)) REQUIRE(WEXITSTATUS(status) == 0);
    return WIFEXITED(status);
}

/// Opens the file in a child that may write neither it nor its folder; the code of what came of it.
int openAsStranger(const fs::path& file, StudyAccess access) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(65534) != 0) _exit(254);
        const auto store = StudyStore::open(file, {access, 1, true, std::nullopt});
        if (!store) _exit(static_cast<int>(store.error().code));
        _exit(store->people() ? 255 : 253);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

} // namespace

TEST_CASE("every keystroke that was shown as saved survives kill -9", "[store][crash]") {
    StudyFixture study;
    REQUIRE(study.id("R1") == PersonId{2});
    REQUIRE(study.scans[0] == ScanId{1});
    std::mt19937 random(20260117);
    std::size_t before = 0;
    for (int round = 0; round < 200; ++round) {
        { const auto closed = std::move(study.store); }
        const auto acknowledged = gradeAndKill(study.file(), before, 1 + random() % 25);
        study.store = require(StudyStore::open(study.file()));
        const auto keystrokes = keystrokesIn(study);
        // The one in flight may have reached the disk without its mark reaching us.
        CHECK(keystrokes.size() >= before + acknowledged);
        CHECK(keystrokes.size() <= before + acknowledged + 1);
        for (std::size_t i = before; i < keystrokes.size(); ++i)
            CHECK(keystrokes[i] ==
                  std::string(segmentName(segmentOf(i))) + " anterior " + std::to_string(gradeOf(i)));
        CHECK(require(study.store.verify()).isSound());
        before = keystrokes.size();
    }
}

TEST_CASE("a merge that is killed at any step leaves the study as it was", "[store][merge][crash]") {
    StudyFixture study;
    for (int number = 10; number < 50; ++number)
        study.scans.push_back(require(study.annotator().addScan(scanNumber(number))).id);
    const auto other = study.folder.path() / "other.vertestudy";
    study.shell().backup(other.string().c_str(), SQLite::Database::Save);
    {
        auto there = require(StudyStore::open(other, {StudyAccess::ReadWrite, 1000, false, std::nullopt}));
        auto session = require(there.openReaderSession({study.id("R1"), {}}, kFirstPass));
        for (const auto scan : study.scans)
            readAll(session, scan, 1);
    }
    const auto before = require(study.store.verify());
    { const auto closed = std::move(study.store); }
    std::size_t kills = 0;
    for (; !mergeKilled(study.file(), other, kills); ++kills) {
        study.store = require(StudyStore::open(study.file()));
        const auto check = require(study.store.verify());
        CHECK(check.isSound());
        CHECK(check.logHead == before.logHead);
        CHECK(check.mergedEntries == 0);
        { const auto closed = std::move(study.store); }
    }
    CHECK(kills >= 4); // at its beginning, on its way and at the last step
    study.store = require(StudyStore::open(study.file()));
    const auto check = require(study.store.verify());
    CHECK(check.isSound());
    CHECK(check.mergedEntries == study.scans.size() * 10 + 1);
}

TEST_CASE("a study that may only be read says so, and can be looked at", "[store][crash]") {
    StudyFixture study;
    { const auto closed = std::move(study.store); }
    fs::permissions(study.file(), fs::perms(0444));
    fs::permissions(study.folder.path(), fs::perms(0555));
    CHECK(openAsStranger(study.file(), StudyAccess::ReadWrite) == static_cast<int>(ErrorCode::StudyReadOnly));
    CHECK(openAsStranger(study.file(), StudyAccess::ReadOnly) == 255);
    fs::permissions(study.file(), fs::perms(0000));
    CHECK(openAsStranger(study.file(), StudyAccess::ReadWrite) ==
          static_cast<int>(ErrorCode::FileUnreadable));
    fs::permissions(study.file(), fs::perms(0666));
    CHECK(openAsStranger(study.file(), StudyAccess::ReadWrite) == static_cast<int>(ErrorCode::StudyReadOnly));
    fs::permissions(study.folder.path(), fs::perms(0755));
    study.store = require(StudyStore::open(study.file()));
}
