// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/coordination/DisputedCases.h"
#include "tests/core/store/DropGuards.h"
#include "tests/core/store/StudyFixture.h"

#include <algorithm>
#include <set>

using namespace vertescore;
using namespace vertescore::test;

namespace {

ScoreSheet sheetOf(int grade) {
    ScoreSheet sheet;
    for (auto& segment : sheet.cells)
        for (auto& cell : segment)
            cell.grade = grade;
    return sheet;
}

StudySettings shuffled() {
    auto settings = StudyFixture::named("Repeats");
    settings.shufflesScans = true;
    return settings;
}

StudySettings withTraining() {
    auto settings = StudyFixture::named("Training");
    settings.arms = {{"ivg", GuideDisplay::Editable}, {"practice", GuideDisplay::Shown, true}};
    return settings;
}

const ReadingPass kPractice{"practice", 1};

} // namespace

TEST_CASE("a consensus is a reading of its own, with who, when and why", "[store][panel]") {
    StudyFixture study;
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    auto coordinator = study.coordinator();
    readAll(r1, study.scans[0], 0);
    const auto settle = [&](int grade, const std::string& reason) {
        return coordinator.adjudicate(study.scans[0], kFirstPass, sheetOf(grade), reason);
    };
    CHECK(codeOf(settle(1, "met")) == ErrorCode::NotAllowed); // one reader settles nothing
    readAll(r2, study.scans[0], 2);
    CHECK(codeOf(settle(1, "")) == ErrorCode::InvalidArgument);
    CHECK(codeOf(settle(4, "met")) == ErrorCode::InvalidArgument);
    CHECK(codeOf(coordinator.adjudicate(study.scans[0], kFirstPass, {}, "met")) == ErrorCode::NotAllowed);
    const auto before = require(coordinator.ratings());
    CHECK(!require(coordinator.disagreements()).front().isSettled);
    require(settle(1, "met on Monday"));

    CHECK(require(coordinator.ratings()) == before);
    CHECK(require(r1.reading(study.scans[0])).sheet.total() == 0);
    const auto found = require(coordinator.consensus());
    REQUIRE(found.size() == 1);
    CHECK(found[0].sheet == sheetOf(1));
    CHECK(found[0].by == "Cora");
    CHECK(found[0].reason == "met on Monday");
    CHECK(found[0].atUtc.size() == 24);
    const auto rows = require(coordinator.consensusRatings());
    REQUIRE(rows.size() == 8);
    CHECK(rows[0] == WallRating{"S0001", "consensus", "ivg", Segment::L1, Wall::Anterior, 1, 1});
    const auto cells = require(coordinator.disagreements());
    REQUIRE(cells.size() == 8);
    CHECK(cells[0].isSettled);
    CHECK(cells[0].grades.size() == 2);
    CHECK(require(study.store.people()).size() == 4); // the panel is nobody who could sign in
    CHECK(require(coordinator.progress()).size() == 2);

    require(settle(3, "met again"));
    const auto again = require(coordinator.consensus());
    REQUIRE(again.size() == 1);
    CHECK(again[0].revision == 2);
    CHECK(again[0].sheet == sheetOf(3));
    const auto log = require(coordinator.auditLog());
    CHECK(std::count_if(log.begin(), log.end(),
                        [](const AuditEntry& e) { return e.reason == "met on Monday"; }) > 8);
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("a hidden repeat looks like any scan to a reader, and comes late", "[store][panel][blinding]") {
    StudyFixture study(shuffled());
    for (int number = 10; number < 27; ++number)
        study.scans.push_back(require(study.annotator().addScan(scanNumber(number))).id);
    auto coordinator = study.coordinator();
    CHECK(codeOf(coordinator.addHiddenRepeats(21)) == ErrorCode::InvalidArgument);
    CHECK(codeOf(coordinator.addHiddenRepeats(0)) == ErrorCode::InvalidArgument);
    require(coordinator.addHiddenRepeats(5));
    const auto repeats = require(coordinator.hiddenRepeats());
    REQUIRE(repeats.size() == 5);
    CHECK(require(study.annotator().worklist()).size() == 20);
    for (const char* name : {"R1", "R2"}) {
        const auto list = require(study.reader(name).worklist());
        REQUIRE(list.size() == 25);
        const auto placeOf = [&](ScanId scan) {
            return std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.scan == scan; }) -
                   list.begin();
        };
        for (const auto& repeat : repeats) {
            CHECK(placeOf(repeat.original) < placeOf(repeat.repeat));
            CHECK(repeat.originalCode != repeat.repeatCode);
        }
        CHECK(require(study.reader(name).worklist()) == list);
    }
    CHECK(codeOf(coordinator.addHiddenRepeats(1)) == ErrorCode::NotAllowed); // reading has begun
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("a repeat has the shared landmarks of its scan, and nothing that the reader did there",
          "[store][panel][blinding]") {
    StudyFixture study;
    const auto shared = require(study.annotator().savePrediction(study.scans[0], detection()));
    require(study.annotator().savePrediction(study.scans[1], detection()));
    require(study.annotator().savePrediction(study.scans[2], detection()));
    auto coordinator = study.coordinator();
    require(coordinator.addHiddenRepeats(3));
    const auto repeat = require(coordinator.hiddenRepeats())[0];
    REQUIRE(repeat.original == study.scans[0]);
    auto session = study.reader("R1");
    require(session.saveLandmarks(repeat.original, spine(PointState::Edited, 180)));
    const auto seen = require(session.landmarks(repeat.repeat)).value();
    CHECK(seen.landmarks == shared.landmarks);
    CHECK(seen.scan == repeat.repeat);
    ReadingContext context;
    context.landmarks = seen.id;
    readAll(session, repeat.repeat, 2, context);
    CHECK(!require(session.reading(repeat.repeat)).isStale);
    CHECK(require(session.reading(repeat.original)).state == ReadingState::Unread);
    require(session.reopen(repeat.repeat, "corners"));
    require(session.saveLandmarks(repeat.repeat, spine(PointState::Edited, 190)));
    CHECK(require(session.reading(repeat.repeat)).isStale);
    CHECK(require(session.landmarks(repeat.original))->landmarks == spine(PointState::Edited, 180));
    const auto list = require(session.worklist());
    CHECK(list.back().landmarks != LandmarkState::None);
}

TEST_CASE("ratings call a repeat a second showing of its scan; disagreements leave it out",
          "[store][panel]") {
    StudyFixture study;
    auto coordinator = study.coordinator();
    require(coordinator.addHiddenRepeats(1));
    const auto repeat = require(coordinator.hiddenRepeats())[0];
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    readAll(r1, repeat.original, 1);
    readAll(r1, repeat.repeat, 3);
    readAll(r2, repeat.repeat, 0);
    const auto ratings = require(coordinator.ratings());
    REQUIRE(ratings.size() == 24);
    for (const auto& rating : ratings) {
        CHECK(rating.imageId == repeat.originalCode);
        CHECK(rating.showing == (rating.grade == 1 ? 1 : 2));
    }
    CHECK(require(coordinator.disagreements(0)).empty());
}

TEST_CASE("a training arm shows the truth after submitting, and only scans that have one", "[store][panel]") {
    StudyFixture study(withTraining());
    auto coordinator = study.coordinator();
    CHECK(study.store.study().settings.arms == withTraining().arms);
    CHECK(!require(coordinator.truth(study.scans[1])));
    CHECK(codeOf(coordinator.setTruth(study.scans[1], sheetOf(2), "")) == ErrorCode::InvalidArgument);
    CHECK(codeOf(coordinator.setTruth(study.scans[1], {}, "x")) == ErrorCode::NotAllowed);
    require(coordinator.setTruth(study.scans[1], sheetOf(1), "first"));
    auto truth = sheetOf(2);
    truth.at(Segment::L4, Wall::Anterior) = {std::nullopt, NotReadableReason::Object};
    require(coordinator.setTruth(study.scans[1], truth, "from the phantom"));
    CHECK(require(coordinator.truth(study.scans[1])) == truth);

    auto session = study.reader("R1", kPractice);
    const auto list = require(session.worklist());
    REQUIRE(list.size() == 1);
    CHECK(list[0].scan == study.scans[1]);
    gradeAll(session, study.scans[1], 3);
    CHECK(codeOf(session.truth(study.scans[1])) == ErrorCode::NotAllowed);
    require(session.submit(study.scans[1], {}));
    CHECK(require(session.truth(study.scans[1])) == truth);
    require(session.reopen(study.scans[1], "once more"));
    CHECK(codeOf(session.truth(study.scans[1])) == ErrorCode::NotAllowed);
    CHECK(require(study.store.verify()).isSound());
}

TEST_CASE("outside training nobody gets the truth, and practice counts in no rating",
          "[store][panel][blinding]") {
    StudyFixture study(withTraining());
    auto coordinator = study.coordinator();
    for (const auto scan : study.scans)
        require(coordinator.setTruth(scan, sheetOf(2), "known"));
    auto practice = study.reader("R1", kPractice);
    readAll(practice, study.scans[0], 3);
    auto other = study.reader("R2", kPractice);
    readAll(other, study.scans[0], 0);
    CHECK(require(coordinator.ratings()).empty());
    CHECK(require(coordinator.disagreements(0)).empty());
    auto session = study.reader("R1");
    readAll(session, study.scans[0], 1);
    CHECK(codeOf(session.truth(study.scans[0])) == ErrorCode::NotAllowed);
    CHECK(require(coordinator.ratings()).size() == 8);
}

TEST_CASE("a panel sees every submitted reading of a scan, and the shared corners", "[store][panel]") {
    StudyFixture study;
    const auto shared = require(study.annotator().savePrediction(study.scans[0], detection()));
    auto coordinator = study.coordinator();
    CHECK(!require(coordinator.hasReadingBegun()));
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    CHECK(require(coordinator.hasReadingBegun()));
    require(r1.saveLandmarks(study.scans[0], spine(PointState::Edited, 180)));
    readAll(r1, study.scans[0], 1);
    gradeAll(r2, study.scans[0], 3);
    const auto submitted = [&] { return require(coordinator.submittedReadings(study.scans[0], kFirstPass)); };
    CHECK(submitted() == std::vector{SubmittedReading{"R1", sheetOf(1)}});
    require(r2.submit(study.scans[0], {}));
    require(coordinator.adjudicate(study.scans[0], kFirstPass, sheetOf(2), "met"));
    CHECK(submitted() == std::vector{SubmittedReading{"R1", sheetOf(1)}, SubmittedReading{"R2", sheetOf(3)}});
    CHECK(require(coordinator.submittedReadings(study.scans[0], {"ivg", 2})).empty());
    CHECK(require(coordinator.submittedReadings(study.scans[1], kFirstPass)).empty());
    CHECK(require(coordinator.landmarks(study.scans[0]))->id == shared.id);
}

TEST_CASE("the newest truth of every scan that has one is listed", "[store][panel]") {
    StudyFixture study(withTraining());
    auto coordinator = study.coordinator();
    CHECK(require(coordinator.truths()).empty());
    require(coordinator.setTruth(study.scans[1], sheetOf(1), "atlas"));
    require(coordinator.setTruth(study.scans[1], sheetOf(2), "atlas, looked at again"));
    CHECK(require(coordinator.truths()) == std::map<ScanId, ScoreSheet>{{study.scans[1], sheetOf(2)}});
}

TEST_CASE("a truth with a grade that there is not makes the study corrupt", "[store][panel]") {
    StudyFixture study;
    auto coordinator = study.coordinator();
    require(coordinator.setTruth(study.scans[1], sheetOf(2), "known"));
    auto shell = study.shell();
    dropGuards(shell);
    const std::string grade = GENERATE("4", "-1", "1e300", "1.5");
    shell.exec("UPDATE truths SET content = replace(content, ':2', ':" + grade + "')");
    CHECK(codeOf(coordinator.truth(study.scans[1])) == ErrorCode::StudyCorrupt);
}

TEST_CASE("cells that readers see differently are told scan by scan", "[store][panel]") {
    const auto cell = [](int scan, int session, std::vector<std::optional<int>> grades) {
        Disagreement one;
        one.scan = ScanId{scan};
        one.code = "S" + std::to_string(scan);
        one.arm = "ivg";
        one.session = session;
        for (const auto grade : grades)
            one.grades.emplace_back("R" + std::to_string(one.grades.size()), grade);
        return one;
    };
    auto settled = cell(2, 1, {1, 3});
    settled.isSettled = true;
    settled.place = {std::nullopt, Wall::Posterior};
    const std::vector cells{cell(1, 1, {0, 2, 1}), cell(1, 1, {3, std::nullopt, 0}),
                            cell(1, 2, {std::nullopt, 2}), settled};
    const auto found = disputedCases(cells);
    REQUIRE(found.size() == 3);
    CHECK(found[0] == DisputedCase{ScanId{1}, "S1", {"ivg", 1}, 2, false, 3, true, false});
    CHECK(found[1] == DisputedCase{ScanId{1}, "S1", {"ivg", 2}, 1, false, 0, true, false});
    CHECK(found[2] == DisputedCase{ScanId{2}, "S2", {"ivg", 1}, 1, true, 2, false, true});
    CHECK(disputedCases({}).empty());
}

TEST_CASE("a consensus begins with what all readers say alike, the rest blank", "[store][panel]") {
    auto other = sheetOf(1);
    other.at(Segment::L2, Wall::Posterior) = {2, std::nullopt};
    other.at(Segment::L3, Wall::Anterior) = {std::nullopt, NotReadableReason::Noise};
    const std::vector<SubmittedReading> readings{{"R1", sheetOf(1)}, {"R2", other}};
    auto expected = sheetOf(1);
    expected.at(Segment::L2, Wall::Posterior) = {};
    expected.at(Segment::L3, Wall::Anterior) = {};
    CHECK(agreedCells(readings) == expected);
    CHECK(agreedCells(std::vector<SubmittedReading>{{"R2", other}, {"R3", other}}) == other);
    CHECK(agreedCells({}) == ScoreSheet{});
}

TEST_CASE("a consensus begins with AAC-8 as the readers agree on it, however they found it",
          "[store][panel][aac8]") {
    auto one = sheetOf(1), other = sheetOf(1);
    one.aac8.at(Wall::Anterior) = {4, std::nullopt, 3.5, true}; // measured
    other.aac8.at(Wall::Anterior) = {4, std::nullopt};          // typed
    one.aac8.at(Wall::Posterior) = {2, std::nullopt};
    other.aac8.at(Wall::Posterior) = {1, std::nullopt};
    const auto agreed = agreedCells(std::vector<SubmittedReading>{{"R1", one}, {"R2", other}});
    CHECK(agreed.aac8.at(Wall::Anterior) == ScoreCell{4, std::nullopt});
    CHECK(agreed.aac8.at(Wall::Posterior).isBlank());
}
