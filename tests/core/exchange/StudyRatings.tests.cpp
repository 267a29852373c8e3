// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/StudyRatings.h"
#include "core/exchange/MarksCsv.h"
#include "core/exchange/StudyAgreement.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

StudySettings twoArms() {
    auto settings = StudyFixture::named("Arms");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    return settings;
}

/// Two readers, two arms; one wall that is not readable, and a reading that is not finished.
void read(StudyFixture& study) {
    auto first = study.reader("R1", {"no_ivg", 1});
    gradeAll(first, study.scans[0], 1);
    require(first.setCell(study.scans[0], Segment::L2, Wall::Posterior,
                          {std::nullopt, NotReadableReason::Motion}, {}));
    require(first.submit(study.scans[0], {}));
    auto second = study.reader("R2", {"ivg", 2});
    readAll(second, study.scans[1], 3);
    gradeAll(second, study.scans[2], 2);
}

std::size_t rows(StudyFixture& study, const std::string& table) {
    return static_cast<std::size_t>(study.shell().execAndGet("SELECT count(*) FROM " + table).getInt64());
}

} // namespace

TEST_CASE("a study's readings go through every form into a copy of the study and are the same there",
          "[exchange][study]") {
    const auto format = GENERATE(from_range(kRatingFormats));
    CAPTURE(ratingFormatName(format));
    StudyFixture study(twoArms());
    read(study);
    const auto table = require(studyRatings(study.coordinator()));
    REQUIRE(table.ratings().size() == 2);
    const auto text = writeRatings(format, table, aboutStudy(study.store.study()));
    StudyFixture other(twoArms());
    auto coordinator = other.coordinator();
    require(
        importRatings(coordinator, other.store.study(), require(parseRatings(format, text)), "from a file"));
    CHECK(require(studyRatings(coordinator)) == table);
    CHECK(require(other.reader("R2", {"ivg", 2}).reading(other.scans[1])).state == ReadingState::Submitted);
    CHECK(require(other.store.verify()).isSound());
    const auto log = require(coordinator.auditLog());
    CHECK(log.back().person == "Cora");
    CHECK(log.back().reason == "from a file");
}

TEST_CASE("AAC-8 goes into a copy of the study that asks for it, and into no other",
          "[exchange][study][aac8]") {
    auto settings = twoArms();
    settings.asksAac8 = true;
    StudyFixture study(settings);
    auto session = study.reader("R1", {"ivg", 1});
    gradeAll(session, study.scans[0], 1);
    require(session.setCell(study.scans[0], Segment::L2, Wall::Anterior, {0, std::nullopt, 0.75, false}, {}));
    const std::vector<SheetEdit> edits{Aac8Edit{Wall::Anterior, {4, std::nullopt, 3.5, true}},
                                       Aac8Edit{Wall::Posterior, {std::nullopt, NotReadableReason::Noise}}};
    require(session.edit(study.scans[0], edits, {}));
    require(session.submit(study.scans[0], {}));
    const auto table = require(studyRatings(study.coordinator()));
    CHECK(table.hasAac8());
    for (const auto format : {RatingFormat::Long, RatingFormat::Wide, RatingFormat::Json}) {
        const auto text = writeRatings(format, table, aboutStudy(study.store.study()));
        StudyFixture asking(settings), other(twoArms());
        auto coordinator = asking.coordinator();
        require(
            importRatings(coordinator, asking.store.study(), require(parseRatings(format, text)), "a file"));
        CHECK(require(studyRatings(coordinator)) == table);
        CHECK(require(asking.reader("R1", {"ivg", 1}).reading(asking.scans[0])).state ==
              ReadingState::Submitted);
        auto refusing = other.coordinator();
        const auto refused =
            importRatings(refusing, other.store.study(), require(parseRatings(format, text)), "a file");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidArgument);
        CHECK_THAT(refused.error().detail, Catch::Contains("does not ask for AAC-8"));
        CHECK(require(studyRatings(refusing)).isEmpty());
    }
}

TEST_CASE("a reader exports own readings and nothing of another's", "[exchange][study][blinding]") {
    StudyFixture study(twoArms());
    read(study);
    const auto own = require(ownRatings(study.reader("R1", {"no_ivg", 1})));
    REQUIRE(own.ratings().size() == 1);
    CHECK(own.ratings().begin()->first == RatingKey{"S0001", "R1", "no_ivg", "1"});
    CHECK(own.ratings().begin()->second.sheet.at(Segment::L2, Wall::Posterior).notReadable ==
          NotReadableReason::Motion);
    CHECK(require(ownRatings(study.reader("R1", {"ivg", 2}))).isEmpty());
}

TEST_CASE("of a file with one wrong reading nothing is taken in, and the line is named",
          "[exchange][study]") {
    StudyFixture study(twoArms());
    auto coordinator = study.coordinator();
    const std::string header =
        "image_id,reader,condition,level,wall,score,session\nS0001,R1,ivg,L1,anterior,1,1\n";
    const auto wrong = GENERATE(values<std::pair<std::string, std::string>>(
        {{"S9999,R1,ivg,L1,anterior,1,1\n", "no scan S9999"},
         {"S0002,R9,ivg,L1,anterior,1,1\n", "no reader R9"},
         {"S0002,Anna,ivg,L1,anterior,1,1\n", "no reader Anna"},
         {"S0002,R1,other,L1,anterior,1,1\n", "no arm other"},
         {"S0002,R1,ivg,L1,anterior,1,first\n", "'first' is no number of a session"}}));
    const auto events = rows(study, "audit_log");
    const auto ratings = require(parseRatings(RatingFormat::Long, header + wrong.first));
    const auto done = importRatings(coordinator, study.store.study(), ratings, "a file");
    REQUIRE(!done);
    CHECK(done.error().code == ErrorCode::InvalidArgument);
    CHECK_THAT(done.error().detail, Catch::Contains("line 3") && Catch::Contains(wrong.second));
    CHECK(rows(study, "audit_log") == events);
}

TEST_CASE("a reading that was begun is never added to by a file", "[exchange][study]") {
    StudyFixture study;
    auto session = study.reader("R1");
    require(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {2, std::nullopt}, {}));
    auto coordinator = study.coordinator();
    const auto ratings = require(parseRatings(
        RatingFormat::Long, "image_id,reader,condition,level,wall,score\nS0001,R1,ivg,L2,anterior,1\n"));
    CHECK(codeOf(importRatings(coordinator, study.store.study(), ratings, "a file")) ==
          ErrorCode::DuplicateEntry);
    CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L2, Wall::Anterior).isBlank());
}

TEST_CASE("a reading with blank cells comes in as one in progress", "[exchange][study]") {
    StudyFixture study;
    auto coordinator = study.coordinator();
    const auto ratings = require(parseRatings(
        RatingFormat::Long, "image_id,reader,condition,level,wall,score\nS0001,R1,,L2,anterior,1\n"));
    const auto count = require(importRatings(coordinator, study.store.study(), ratings, "a file"));
    CHECK(count.inProgress == 1);
    CHECK(count.submitted == 0);
    const auto reading = require(study.reader("R1").reading(study.scans[0]));
    CHECK(reading.state == ReadingState::InProgress);
    CHECK(reading.sheet.at(Segment::L2, Wall::Anterior).grade == 1);
    CHECK(reading.sheet.at(Segment::L1, Wall::Anterior).isBlank());
}

TEST_CASE("hidden repeats and the consensus go into every form of a file and come back",
          "[exchange][study]") {
    const auto format = GENERATE(from_range(kRatingFormats));
    CAPTURE(ratingFormatName(format));
    StudyFixture study, other;
    for (auto* one : {&study, &other})
        require(one->coordinator().addHiddenRepeats(3));
    auto coordinator = study.coordinator();
    const auto repeat = require(coordinator.hiddenRepeats())[0];
    auto r1 = study.reader("R1");
    auto r2 = study.reader("R2");
    readAll(r1, repeat.original, 1);
    readAll(r1, repeat.repeat, 2);
    readAll(r2, repeat.original, 3);
    ScoreSheet settled;
    for (auto& segment : settled.cells)
        for (auto& cell : segment)
            cell.grade = 2;
    require(coordinator.adjudicate(repeat.original, kFirstPass, settled, "met"));
    const auto table = require(studyRatings(coordinator));
    REQUIRE(table.ratings().size() == 4);
    CHECK(table.ratings().contains({repeat.originalCode, "R1", "ivg", "1.2"}));
    CHECK(table.ratings().contains({repeat.originalCode, "consensus", "ivg", "1"}));
    auto there = other.coordinator();
    const auto text = writeRatings(format, table, aboutStudy(study.store.study()));
    const auto count =
        require(importRatings(there, other.store.study(), require(parseRatings(format, text)), "a file"));
    CHECK(count.submitted == 3);
    CHECK(count.settled == 1);
    CHECK(require(studyRatings(there)) == table);
    CHECK(require(there.consensus()).size() == 1);
}

TEST_CASE("a study's report knows its arms, its repeats, its consensus and with which corners was graded",
          "[exchange][study]") {
    StudySettings settings = twoArms();
    settings.arms[0].name = "blank";
    settings.arms[1] = {"guided", GuideDisplay::Editable};
    settings.bounds = {3, 9};
    StudyFixture study(settings);
    auto coordinator = study.coordinator();
    require(coordinator.addHiddenRepeats(3));
    const auto repeat = require(coordinator.hiddenRepeats())[0];
    for (const std::string name : {"R1", "R2"}) {
        auto session = study.reader(name, {"guided", 1});
        ReadingContext context;
        context.landmarks = require(session.saveLandmarks(
                                        repeat.original, spine(PointState::Edited, name == "R1" ? 100 : 104)))
                                .id;
        readAll(session, repeat.original, name == "R1" ? 1 : 2, context);
        context.landmarks = require(session.saveLandmarks(repeat.repeat, spine(PointState::Edited, 200))).id;
        readAll(session, repeat.repeat, 2, context);
    }
    ScoreSheet settled;
    for (auto& segment : settled.cells)
        for (auto& cell : segment)
            cell.grade = 2;
    require(coordinator.adjudicate(repeat.original, {"guided", 1}, settled, "met"));
    const auto found = require(studyAgreement(coordinator, study.store.study()));
    CHECK(found.table == require(studyRatings(coordinator)));
    CHECK(found.options.comparedConditions == std::pair<std::string, std::string>("blank", "guided"));
    CHECK(found.options.bounds == CategoryBounds{3, 9});
    const AgreementReport report = makeAgreementReport(found.table, found.options);
    const ConditionAgreement& guided = *report.find("guided");
    CHECK(guided.readers == std::vector<std::string>{"R1", "R2"});
    CHECK(guided.settled == 1);
    CHECK(guided.repeats.front().pairs.size() == 2);
    CHECK(guided.repeats.front().pairs[0].secondRater == "R1:1.2");
    REQUIRE(guided.landmarks.size() == 1); // of the first showing, not of the repeat
    CHECK(*guided.landmarks[0].errors[0].pixels.mean == Approx(4));
    CHECK(*guided.landmarks[0].errors[0].millimetres.mean == Approx(2));
}

TEST_CASE("what readers marked goes into a copy of the study with their readings, and is the same there",
          "[exchange][study][marks]") {
    StudyFixture study;
    const auto scan = study.scans[0];
    const auto version = require(study.annotator().savePrediction(scan, detection()));
    auto session = study.reader("R1");
    ReadingContext context;
    context.landmarks = version.id;
    context.guidesShown = true;
    const WallStretches stretches{{{141.25, 100}, {139.5, 150}, 0.25, 1.0 / 3},
                                  {{140, 160}, {140, 170}, 2, 2.5}};
    gradeAll(session, scan, 1, context);
    require(session.edit(scan, std::array{SheetEdit(StretchesEdit{Wall::Posterior, stretches})}, context));
    CHECK(require(studyMarks(study.coordinator())).empty()); // not submitted
    require(session.submit(scan, context));
    const auto marks = require(studyMarks(study.coordinator()));
    REQUIRE(marks.size() == 1);
    CHECK(marks.begin()->second[static_cast<std::size_t>(Wall::Posterior)] == stretches);
    CHECK(require(ownMarks(session)) == marks);
    CHECK(require(ownMarks(study.reader("R2"))).empty());
    // What is marked after reopening is no part of what was submitted.
    require(session.reopen(scan, "again"));
    require(session.edit(scan, std::array{SheetEdit(StretchesEdit{Wall::Posterior, {}})}, context));
    CHECK(require(studyMarks(study.coordinator())) == marks);

    const auto table = require(studyRatings(study.coordinator()));
    auto about = aboutStudy(study.store.study());
    about.marks = marks;
    const bool isWithin = GENERATE(true, false); // in JSON, or in a file beside
    auto found =
        require(isWithin ? parseRatings(RatingFormat::Json, writeRatings(RatingFormat::Json, table, about))
                         : parseRatings(RatingFormat::Wide, writeRatings(RatingFormat::Wide, table, about)));
    if (!isWithin) require(addMarks(found, marksToCsv(marks)));
    StudyFixture other;
    auto coordinator = other.coordinator();
    require(importRatings(coordinator, other.store.study(), found, "from a file"));
    CHECK(require(studyMarks(coordinator)) == marks);
    CHECK(require(studyRatings(coordinator)) == table);
    CHECK(require(other.store.verify()).isSound());
}
