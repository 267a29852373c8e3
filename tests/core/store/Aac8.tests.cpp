// SPDX-License-Identifier: GPL-3.0-or-later
// AAC-8 and marked stretches in a study file. The fixture's spine has bodies 30 high and guides every 40
// pixels.
#include "core/guides/BuildGuides.h"
#include "core/scoring/MeasuredGrades.h"
#include "core/store/merge/StudyRules.h"
#include "tests/core/store/StudyFixture.h"

#include <array>

using namespace vertescore;
using namespace vertescore::test;

namespace {

StudySettings asking() {
    auto settings = StudyFixture::named("Both scores");
    settings.asksAac8 = true;
    return settings;
}

ScoreCell grade(int value) {
    return {value, std::nullopt};
}

void answer(ReaderSession& session, ScanId scan, Wall wall, const ScoreCell& cell,
            const ReadingContext& context = {}) {
    const std::array edits{SheetEdit(Aac8Edit{wall, cell})};
    require(session.edit(scan, edits, context));
}

void readBoth(ReaderSession& session, ScanId scan, int cells, int anterior, int posterior) {
    gradeAll(session, scan, cells);
    answer(session, scan, Wall::Anterior, grade(anterior));
    answer(session, scan, Wall::Posterior, grade(posterior));
    require(session.submit(scan, {}));
}

/// A stretch on the front wall, given between heights of the fixture's spine, with what follows from it.
std::vector<SheetEdit> marking(const Landmarks& landmarks, double fromY, double toY) {
    const auto guides = buildGuides(landmarks);
    const auto stretch = measuredStretch(guides, {140, fromY}, {140, toY});
    REQUIRE(stretch);
    const auto sheet = withMeasured({}, Wall::Anterior, std::array{*stretch},
                                    segmentHeights(landmarks, guides, std::nullopt), {{}, true});
    std::vector<SheetEdit> edits{StretchesEdit{Wall::Anterior, {*stretch}}};
    for (const auto& place : kAnswerPlaces)
        if (!sheet.at(place).isBlank()) edits.push_back(answerEdit(place, sheet.at(place)));
    return edits;
}

ReadingContext with(const LandmarkVersion& version) {
    ReadingContext context;
    context.landmarks = version.id;
    context.guidesShown = true;
    return context;
}

} // namespace

TEST_CASE("a study that asks for AAC-8 takes no reading without it", "[store][aac8]") {
    StudyFixture study(asking());
    study.reopen();
    CHECK(study.store.study().settings.asksAac8);
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    gradeAll(session, scan, 1);
    answer(session, scan, Wall::Anterior, grade(4));
    CHECK(codeOf(session.submit(scan, {})) == ErrorCode::NotAllowed);
    answer(session, scan, Wall::Posterior, {std::nullopt, NotReadableReason::Object});
    require(session.submit(scan, {}));
    const auto sheet = require(session.reading(scan)).sheet;
    CHECK(sheet.aac8.at(Wall::Anterior).grade == 4);
    CHECK_FALSE(sheet.aac8.sum());
    CHECK(sheet.total() == 8);
    CHECK(codeOf(session.edit(scan, std::array{SheetEdit(Aac8Edit{})}, {})) == ErrorCode::ReadingLocked);
}

TEST_CASE("a study that does not ask for AAC-8 refuses it, and is submitted without", "[store][aac8]") {
    StudyFixture study;
    auto session = study.reader("R1");
    const std::array edits{SheetEdit(CellEdit{Segment::L1, Wall::Anterior, grade(1)}),
                           SheetEdit(Aac8Edit{Wall::Anterior, grade(1)})};
    CHECK(codeOf(session.edit(study.scans[0], edits, {})) == ErrorCode::NotAllowed);
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::Unread); // nor the cell before it
    readAll(session, study.scans[0], 1);
    CHECK(require(study.coordinator().ratings()).size() == 8);
}

TEST_CASE("AAC-8 goes to 4 and a cell of AAC-24 to 3", "[store][aac8]") {
    StudyFixture study(asking());
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    CHECK(codeOf(session.edit(scan, std::array{SheetEdit(Aac8Edit{Wall::Anterior, grade(5)})}, {})) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(session.setCell(scan, Segment::L1, Wall::Anterior, grade(4), {})) ==
          ErrorCode::InvalidArgument);
    auto shell = study.shell();
    gradeAll(session, scan, 3);
    CHECK_THROWS(shell.exec(
        "INSERT INTO reading_events SELECT 99, reading_id, kind, person_id, segment, wall, 4,"
        " not_readable, reason, landmark_version_id, weights_sha256, guides_shown,"
        " window_centre, window_width, window_function, is_inverted, active_seconds,"
        " app_version, at, measured, follows_measured, stretches FROM reading_events WHERE id = 1"));
}

TEST_CASE("every answer to AAC-8 is an event in the log, and what was submitted counts", "[store][aac8]") {
    StudyFixture study(asking());
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    readBoth(session, scan, 2, 3, 1);
    require(session.reopen(scan, "looked again"));
    answer(session, scan, Wall::Posterior, grade(2));
    CHECK(require(session.reading(scan)).revision == 2);
    const auto ratings = require(study.coordinator().ratings());
    REQUIRE(ratings.size() == 10);
    CHECK(ratings[9] == WallRating{"S0001", "R1", "ivg", Segment::L1, Wall::Posterior, 1, 1, std::nullopt, 1,
                                   std::nullopt, false, true});
    const auto log = require(study.coordinator().auditLog());
    CHECK(log.back().action == "gradeAac8");
    CHECK(log.back().before == "AAC-8 posterior 1");
    CHECK(log.back().after == "AAC-8 posterior 2");
    CHECK(require(study.store.verify()).isSound());
    study.shell().exec("DROP TRIGGER reading_events_keep");
    study.shell().exec("UPDATE reading_events SET grade = 0 WHERE kind = 'aac8' AND grade = 3");
    CHECK_FALSE(require(study.store.verify()).isSound());
}

TEST_CASE("stretches and what follows from them are kept as they were marked", "[store][marks]") {
    StudyFixture study(asking());
    const auto scan = study.scans[0];
    const auto version = require(study.annotator().savePrediction(scan, detection()));
    auto session = study.reader("R1");
    const auto edits = marking(version.landmarks, 100, 150);
    require(session.edit(scan, edits, with(version)));
    study.reopen();
    session = study.reader("R1");
    const auto reading = require(session.reading(scan));
    const auto& stretches = reading.stretches[static_cast<std::size_t>(Wall::Anterior)];
    CHECK(stretches == std::get<StretchesEdit>(edits.front()).stretches);
    CHECK(reading.stretches[static_cast<std::size_t>(Wall::Posterior)].empty());
    CHECK(reading.sheet.at(Segment::L1, Wall::Anterior).followsMeasured);
    CHECK(reading.sheet.at(Segment::L1, Wall::Anterior).measured == calcifiedShares(stretches)[0]);
    CHECK(reading.sheet.aac8.at(Wall::Anterior).followsMeasured);
    CHECK(reading.landmarks == version.id);
    const auto log = require(study.coordinator().auditLog());
    const auto marked = log[log.size() - edits.size()];
    CHECK(marked.action == "markStretches");
    CHECK(marked.before == "anterior 0 stretches");
    CHECK(marked.after == "anterior 1 stretch");
    CHECK(log.back().after.ends_with(" as measured"));
    require(session.edit(scan, std::array{SheetEdit(StretchesEdit{Wall::Anterior, {}})}, with(version)));
    CHECK(require(session.reading(scan)).stretches == MarkedWalls{});
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("stretches need guides, and lie somewhere", "[store][marks]") {
    auto settings = asking();
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    StudyFixture study(settings);
    const auto scan = study.scans[0];
    const auto version = require(study.annotator().savePrediction(scan, detection()));
    const auto edits = marking(version.landmarks, 100, 150);
    auto blind = study.reader("R1", {"no_ivg", 1});
    CHECK(codeOf(blind.edit(scan, edits, with(version))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(blind.edit(scan, edits, {})) == ErrorCode::InvalidArgument);
    auto session = study.reader("R1", {"ivg", 1});
    auto stretch = std::get<StretchesEdit>(edits.front());
    stretch.stretches.front().to = 4.5;
    CHECK(codeOf(session.edit(scan, std::array{SheetEdit(stretch)}, with(version))) ==
          ErrorCode::InvalidArgument);
    const ScoreCell unmeasured{2, std::nullopt, std::nullopt, true};
    CHECK(codeOf(session.setCell(scan, Segment::L1, Wall::Anterior, unmeasured, {})) ==
          ErrorCode::InvalidArgument);
    CHECK(require(session.reading(scan)).state == ReadingState::Unread);
}

TEST_CASE("one reader's stretches and AAC-8 are no other's", "[store][aac8][marks][blinding]") {
    StudyFixture study(asking());
    const auto scan = study.scans[0];
    const auto version = require(study.annotator().savePrediction(scan, detection()));
    auto r1 = study.reader("R1");
    require(r1.edit(scan, marking(version.landmarks, 60, 170), with(version)));
    for (auto& other : {study.reader("R2"), study.reader("R1", {"ivg", 2})}) {
        CHECK(require(other.reading(scan)).stretches == MarkedWalls{});
        CHECK(require(other.reading(scan)).sheet == ScoreSheet{});
        CHECK(require(other.worklist())[0].reading == ReadingState::Unread);
    }
}

TEST_CASE("AAC-8 is stale once the corners that it was read with have moved", "[store][aac8]") {
    StudyFixture study(asking());
    const auto scan = study.scans[0];
    auto annotator = study.annotator();
    const auto version = require(annotator.savePrediction(scan, detection()));
    auto session = study.reader("R1");
    answer(session, scan, Wall::Posterior, grade(2), with(version));
    CHECK_FALSE(require(session.reading(scan)).isStale);
    const auto moved = require(annotator.saveLandmarks(scan, spine(PointState::Edited, 108)));
    CHECK(require(session.reading(scan)).isStale);
    CHECK(require(session.worklist())[0].isStale);
    answer(session, scan, Wall::Posterior, grade(2), with(moved));
    CHECK_FALSE(require(session.reading(scan)).isStale);
}

TEST_CASE("a panel settles AAC-8 with the cells, or leaves it out, but not half of it", "[store][aac8]") {
    StudyFixture study(asking());
    const auto scan = study.scans[0];
    auto r1 = study.reader("R1"), r2 = study.reader("R2");
    readBoth(r1, scan, 1, 1, 1);
    readBoth(r2, scan, 1, 3, 1);
    auto coordinator = study.coordinator();
    ScoreSheet sheet = require(r1.reading(scan)).sheet;
    sheet.aac8.at(Wall::Anterior).grade = 2;
    require(coordinator.adjudicate(scan, kFirstPass, sheet, "agreed"));
    CHECK(require(coordinator.consensus()).front().sheet == sheet);
    CHECK(require(coordinator.consensusRatings()).size() == 10);
    sheet.aac8 = {};
    require(coordinator.adjudicate(scan, kFirstPass, sheet, "without"));
    CHECK(require(coordinator.consensus()).front().sheet == sheet);
    sheet.aac8.at(Wall::Anterior).grade = 2;
    CHECK(codeOf(coordinator.adjudicate(scan, kFirstPass, sheet, "half")) == ErrorCode::NotAllowed);
    sheet.aac8.at(Wall::Posterior).notReadable = NotReadableReason::Motion;
    require(coordinator.setTruth(scan, sheet, "by another machine"));
    CHECK(require(coordinator.truth(scan)) == sheet);
}

TEST_CASE("merging carries AAC-8 and stretches over, and asks for the same in both files",
          "[store][aac8][merge]") {
    StudyFixture study(asking());
    const auto scan = study.scans[0];
    const auto version = require(study.annotator().savePrediction(scan, detection()));
    const auto copy = study.folder.path() / "desk2.vertestudy";
    study.shell().backup(copy.string().c_str(), SQLite::Database::Save);
    auto there = require(StudyStore::open(copy));
    auto session = require(there.openReaderSession({study.id("R2"), {}}, kFirstPass));
    require(session.edit(scan, marking(version.landmarks, 100, 150), with(version)));
    const auto reading = require(session.reading(scan));
    require(study.coordinator().merge(copy));
    const auto here = require(study.reader("R2").reading(scan));
    CHECK(here.sheet == reading.sheet);
    CHECK(here.stretches == reading.stretches);
    CHECK(require(study.store.verify()).isSound());
    auto other = study.store.study();
    other.settings.asksAac8 = false;
    CHECK(differingRules(study.store.study(), other) == std::vector{StudyRule::Aac8});
    CHECK(ruleText(StudyRule::Aac8, other) == "no");
}

TEST_CASE("readers who differ on AAC-8 alone are told, by more than the asked-for number of grades",
          "[store][aac8][coordinator]") {
    auto settings = StudyFixture::named("AAC-8");
    settings.asksAac8 = true;
    StudyFixture study(settings);
    const auto readBy = [&](const char* reader, int anterior, ScoreCell posterior) {
        auto session = study.reader(reader);
        gradeAll(session, study.scans[0], 1);
        const std::vector<SheetEdit> edits{Aac8Edit{Wall::Anterior, {anterior, std::nullopt}},
                                           Aac8Edit{Wall::Posterior, posterior}};
        require(session.edit(study.scans[0], edits, {}));
        require(session.submit(study.scans[0], {}));
    };
    readBy("R1", 4, {4, std::nullopt});
    readBy("R2", 2, {4, std::nullopt});
    auto coordinator = study.coordinator();
    const auto found = require(coordinator.disagreements(1));
    REQUIRE(found.size() == 1);
    CHECK(found.front().place == AnswerPlace{std::nullopt, Wall::Anterior});
    CHECK(found.front().grades ==
          std::vector<std::pair<std::string, std::optional<int>>>{{"R1", 4}, {"R2", 2}});
    CHECK(require(coordinator.disagreements(0)).size() == 1); // 4 and 4 are no difference
    CHECK(require(coordinator.disagreements(2)).empty());
}

TEST_CASE("a study that does not ask for AAC-8 has no disagreement about it", "[store][aac8][coordinator]") {
    StudyFixture study;
    for (const char* reader : {"R1", "R2"}) {
        auto session = study.reader(reader);
        readAll(session, study.scans[0], 1);
    }
    CHECK(require(study.coordinator().disagreements(0)).empty());
}
