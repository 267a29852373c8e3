// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("ratings hold the last submitted grades of every reader and nothing unfinished",
          "[store][coordinator]") {
    StudyFixture study;
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    readAll(r1, study.scans[0], 1);
    require(r1.reopen(study.scans[0], "typo"));
    require(r1.setCell(study.scans[0], Segment::L4, Wall::Posterior, {3, std::nullopt}, {}));
    gradeAll(r2, study.scans[0], 2);
    auto coordinator = study.coordinator();
    auto ratings = require(coordinator.ratings());
    REQUIRE(ratings.size() == 8);
    CHECK(ratings.back() == WallRating{"S0001", "R1", "ivg", Segment::L4, Wall::Posterior, 1, 1});

    require(r1.submit(study.scans[0], {}));
    require(r2.submit(study.scans[0], {}));
    ratings = require(coordinator.ratings());
    REQUIRE(ratings.size() == 16);
    CHECK(ratings[7] == WallRating{"S0001", "R1", "ivg", Segment::L4, Wall::Posterior, 3, 1});
    CHECK(ratings[8] == WallRating{"S0001", "R2", "ivg", Segment::L1, Wall::Anterior, 2, 1});
}

TEST_CASE("a wall that is not readable is rated without a grade, and an invalid scan not at all",
          "[store][coordinator]") {
    StudyFixture study;
    auto session = study.reader("R1");
    gradeAll(session, study.scans[0], 1);
    require(session.setCell(study.scans[0], Segment::L2, Wall::Anterior,
                            {std::nullopt, NotReadableReason::Object}, {}));
    require(session.submit(study.scans[0], {}));
    readAll(session, study.scans[1], 2);
    require(session.reopen(study.scans[1], "look again"));
    require(session.markInvalid(study.scans[1], "wrong patient"));
    const auto ratings = require(study.coordinator().ratings());
    REQUIRE(ratings.size() == 8);
    const auto withoutGrade =
        std::count_if(ratings.begin(), ratings.end(), [](const WallRating& rating) { return !rating.grade; });
    CHECK(withoutGrade == 1);
}

TEST_CASE("cells that readers see differently are listed with who said what", "[store][coordinator]") {
    StudyFixture study;
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    gradeAll(r1, study.scans[0], 1);
    gradeAll(r2, study.scans[0], 2);
    require(r2.setCell(study.scans[0], Segment::L3, Wall::Anterior, {3, std::nullopt}, {}));
    require(r2.setCell(study.scans[0], Segment::L4, Wall::Anterior, {std::nullopt, NotReadableReason::Noise},
                       {}));
    require(r1.submit(study.scans[0], {}));
    require(r2.submit(study.scans[0], {}));
    const auto found = require(study.coordinator().disagreements(1));
    REQUIRE(found.size() == 2);
    CHECK(found[0].place == AnswerPlace{Segment::L3, Wall::Anterior});
    CHECK(found[0].scan == study.scans[0]);
    CHECK(found[0].code == "S0001");
    CHECK(found[0].grades == std::vector<std::pair<std::string, std::optional<int>>>{{"R1", 1}, {"R2", 3}});
    CHECK(found[1].place == AnswerPlace{Segment::L4, Wall::Anterior});
    CHECK(require(study.coordinator().disagreements(0)).size() == 8);
    CHECK(require(study.coordinator().disagreements(2)).size() == 1);
}

TEST_CASE("a disputed reading asks its reader, and counts as read until it is reopened",
          "[store][coordinator]") {
    StudyFixture study;
    auto session = study.reader("R1");
    auto coordinator = study.coordinator();
    const auto dispute = [&] {
        return coordinator.dispute(study.scans[0], study.id("R1"), kFirstPass, "see L4");
    };
    CHECK(codeOf(dispute()) == ErrorCode::NotAllowed);
    readAll(session, study.scans[0], 1);
    require(dispute());
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::Disputed);
    CHECK(require(session.reading(study.scans[0])).note == "see L4");
    CHECK(require(coordinator.ratings()).size() == 8);
    CHECK(codeOf(session.setCell(study.scans[0], Segment::L4, Wall::Anterior, {2, std::nullopt}, {})) ==
          ErrorCode::ReadingLocked);
    require(session.reopen(study.scans[0], "agreed"));
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::InProgress);
}

TEST_CASE("progress counts each reader in each arm and begun session", "[store][coordinator]") {
    auto settings = StudyFixture::named("Arms");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    StudyFixture study(settings);
    auto first = study.reader("R1", {"no_ivg", 1});
    readAll(first, study.scans[0], 0);
    require(first.markInvalid(study.scans[1], "blurred"));
    study.reader("R1", {"no_ivg", 2});
    const auto progress = require(study.coordinator().progress());
    REQUIRE(progress.size() == 5);
    CHECK(progress[0].arm == "no_ivg");
    CHECK(progress[0].progress == Progress{2, 3});
    CHECK(progress[1].session == 2);
    CHECK(progress[1].progress == Progress{0, 3});
    CHECK(progress[4].reader.name == "R2");
}

TEST_CASE("people are added once and with a role", "[store][coordinator]") {
    StudyFixture study;
    auto coordinator = study.coordinator();
    require(coordinator.addPerson({"R3", {Role::Reader, Role::Annotator}, "secret", false}));
    CHECK(codeOf(coordinator.addPerson(person("R3", {Role::Reader}))) == ErrorCode::DuplicateEntry);
    CHECK(codeOf(coordinator.addPerson(person("R4", {}))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(coordinator.addPerson(person("", {Role::Reader}))) == ErrorCode::InvalidArgument);
    const auto people = require(study.store.people());
    REQUIRE(people.size() == 5);
    CHECK(people[4].name == "R3");
    CHECK(people[4].hasPassword);
    CHECK(people[4].hasRole(Role::Annotator));
    CHECK(!people[4].hasRole(Role::Coordinator));
}

TEST_CASE("the next arm opens after the washout, or earlier with a coordinator's reason",
          "[store][coordinator]") {
    auto settings = StudyFixture::named("Washout");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    settings.washoutDays = 30;
    StudyFixture study(settings);
    const auto r1 = study.id("R1");
    const ReadingPass next{"ivg", 1};
    const auto open = [&] { return study.store.openReaderSession({r1, {}}, next); };
    auto first = study.reader("R1", {"no_ivg", 1});
    readAll(first, study.scans[0], 1);
    CHECK(codeOf(open()) == ErrorCode::NotAllowed);
    CHECK(study.store.openReaderSession({r1, {}}, {"no_ivg", 1}));
    CHECK(study.store.openReaderSession({study.id("R2"), {}}, next));
    SECTION("30 days later") {
        const auto later = [&](std::chrono::minutes time) {
            OpenOptions options;
            options.clock = [time] { return std::chrono::system_clock::now() + time; };
            study.reopen(options);
        };
        later(std::chrono::days(30) - std::chrono::hours(2));
        CHECK(codeOf(open()) == ErrorCode::NotAllowed);
        later(std::chrono::days(30) + std::chrono::hours(2));
        CHECK(open());
    }
    SECTION("with a reason") {
        auto coordinator = study.coordinator();
        CHECK(codeOf(coordinator.openPassEarly(r1, next, "")) == ErrorCode::InvalidArgument);
        CHECK(codeOf(coordinator.openPassEarly(study.id("Anna"), next, "x")) == ErrorCode::InvalidArgument);
        require(coordinator.openPassEarly(r1, next, "reader leaves"));
        CHECK(require(coordinator.auditLog()).back().reason == "reader leaves");
        CHECK(open());
        CHECK(codeOf(coordinator.openPassEarly(r1, next, "again")) == ErrorCode::NotAllowed);
    }
}

TEST_CASE("a coordinator sees with which landmarks each submitted reading was graded",
          "[store][coordinator]") {
    StudyFixture study;
    const auto shared = require(study.annotator().savePrediction(study.scans[0], detection()));
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    const auto own = require(r1.saveLandmarks(study.scans[0], spine(PointState::Edited, 130)));
    ReadingContext withOwn, withShared;
    withOwn.landmarks = own.id;
    withShared.landmarks = shared.id;
    readAll(r1, study.scans[0], 1, withOwn);
    readAll(r2, study.scans[0], 2, withShared);
    readAll(r2, study.scans[1], 2);              // without guides
    gradeAll(r1, study.scans[1], 0, {});         // not submitted
    require(r2.reopen(study.scans[0], "again")); // graded anew, but not submitted: what was submitted counts
    const auto later = require(r2.saveLandmarks(study.scans[0], spine(PointState::Edited, 150)));
    ReadingContext withLater;
    withLater.landmarks = later.id;
    gradeAll(r2, study.scans[0], 3, withLater);
    const auto graded = require(study.coordinator().gradedLandmarks());
    REQUIRE(graded.size() == 2);
    CHECK(graded[0].code == "S0001");
    CHECK(graded[0].reader == "R1");
    CHECK(graded[0].arm == "ivg");
    CHECK(graded[0].landmarks == own.landmarks);
    CHECK(graded[0].spacing == PixelSpacing{0.5, 0.6, SpacingSource::PixelSpacing});
    CHECK(graded[1].reader == "R2");
    CHECK(graded[1].landmarks == shared.landmarks);
    require(r2.submit(study.scans[0], withLater));
    CHECK(require(study.coordinator().gradedLandmarks())[1].landmarks == later.landmarks);
}
