// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

#include <set>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("a keystroke is there for the next start", "[store][reader]") {
    StudyFixture study;
    {
        auto session = study.reader("R1");
        require(session.setCell(study.scans[1], Segment::L3, Wall::Posterior, {2, std::nullopt}, {}));
        require(session.setCell(study.scans[1], Segment::L4, Wall::Anterior,
                                {std::nullopt, NotReadableReason::Motion}, {}));
    }
    study.reopen();
    const auto reading = require(study.reader("R1").reading(study.scans[1]));
    CHECK(reading.state == ReadingState::InProgress);
    CHECK(reading.revision == 1);
    CHECK(reading.sheet.at(Segment::L3, Wall::Posterior).grade == 2);
    CHECK(reading.sheet.at(Segment::L4, Wall::Anterior).notReadable == NotReadableReason::Motion);
    CHECK(reading.sheet.at(Segment::L1, Wall::Anterior).isBlank());
}

TEST_CASE("a grade taken back is blank, not zero, and both keystrokes stay in the log", "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    require(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {0, std::nullopt}, {}));
    require(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {}, {}));
    CHECK(require(session.reading(study.scans[0])).sheet.at(Segment::L1, Wall::Anterior).isBlank());
    const auto log = require(study.coordinator().auditLog());
    REQUIRE(log.back().action == "gradeCell");
    CHECK(log.back().person == "R1");
    CHECK(log.back().before == "L1 anterior 0");
    CHECK(log.back().after == "L1 anterior blank");
}

TEST_CASE("a grade that does not exist is refused", "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    const auto set = [&](const ScoreCell& cell) {
        return session.setCell(study.scans[0], Segment::L1, Wall::Anterior, cell, {});
    };
    CHECK(codeOf(set({4, std::nullopt})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(set({-1, std::nullopt})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(set({1, NotReadableReason::Noise})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(session.setCell(ScanId{99}, Segment::L1, Wall::Anterior, {1, std::nullopt}, {})) ==
          ErrorCode::InvalidArgument);
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::Unread);
}

TEST_CASE("submitting needs every cell and locks the reading", "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    CHECK(codeOf(session.submit(scan, {})) == ErrorCode::NotAllowed);
    readAll(session, scan, 1);
    CHECK(require(session.reading(scan)).state == ReadingState::Submitted);
    CHECK(codeOf(session.setCell(scan, Segment::L1, Wall::Anterior, {2, std::nullopt}, {})) ==
          ErrorCode::ReadingLocked);
    CHECK(codeOf(session.submit(scan, {})) == ErrorCode::ReadingLocked);
    CHECK(codeOf(session.markInvalid(scan, "blurred")) == ErrorCode::ReadingLocked);
}

TEST_CASE("reopening needs a reason and makes the next revision, the grades kept", "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    CHECK(codeOf(session.reopen(scan, "typo")) == ErrorCode::NotAllowed);
    readAll(session, scan, 1);
    CHECK(codeOf(session.reopen(scan, "")) == ErrorCode::InvalidArgument);
    require(session.reopen(scan, "typo"));
    const auto reading = require(session.reading(scan));
    CHECK(reading.state == ReadingState::InProgress);
    CHECK(reading.revision == 2);
    CHECK(reading.note == "typo");
    CHECK(reading.sheet.total() == 8);
    require(session.setCell(scan, Segment::L1, Wall::Anterior, {2, std::nullopt}, {}));
    require(session.submit(scan, {}));
    CHECK(require(session.reading(scan)).sheet.total() == 9);
}

TEST_CASE("a scan that cannot be read at all is invalid with a reason, and can be taken up again",
          "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    CHECK(codeOf(session.markInvalid(study.scans[0], "")) == ErrorCode::InvalidArgument);
    require(session.markInvalid(study.scans[0], "wrong view"));
    const auto reading = require(session.reading(study.scans[0]));
    CHECK(reading.state == ReadingState::Invalid);
    CHECK(reading.note == "wrong view");
    require(session.reopen(study.scans[0], "it is readable after all"));
    CHECK(require(session.reading(study.scans[0])).state == ReadingState::InProgress);
}

TEST_CASE("a score is stale once the corners lie elsewhere, and not when they are only confirmed",
          "[store][reader]") {
    StudyFixture study;
    auto annotator = study.annotator();
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    const auto version = require(annotator.savePrediction(scan, detection(100)));
    ReadingContext context;
    context.landmarks = version.id;
    context.guidesShown = true;
    readAll(session, scan, 2, context);
    CHECK(!require(session.reading(scan)).isStale);

    require(annotator.saveLandmarks(scan, spine(PointState::Confirmed, 100)));
    CHECK(!require(session.reading(scan)).isStale);
    require(annotator.saveLandmarks(scan, spine(PointState::Edited, 101)));
    CHECK(require(session.reading(scan)).isStale);
    CHECK(require(session.worklistRow(scan)).isStale);
    CHECK(require(session.reading(scan)).sheet.total() == 16);
    CHECK(require(session.reading(scan)).landmarks == version.id);
}

TEST_CASE("another reader's corrections make nobody's score stale", "[store][reader]") {
    StudyFixture study;
    const auto scan = study.scans[0];
    ReadingContext context;
    context.landmarks = require(study.annotator().savePrediction(scan, detection())).id;
    auto r1 = study.reader("R1");
    readAll(r1, scan, 1, context);
    auto r2 = study.reader("R2");
    require(r2.saveLandmarks(scan, spine(PointState::Edited, 140)));
    CHECK(!require(r1.reading(scan)).isStale);
}

TEST_CASE("what was on the screen is stored with each keystroke", "[store][reader]") {
    StudyFixture study;
    auto session = study.reader("R1");
    const auto scan = study.scans[0];
    const auto predicted = require(session.savePrediction(scan, detection()));
    const auto edited = require(session.saveLandmarks(scan, spine(PointState::Edited, 101)));
    CHECK(edited.weightsSha256 == predicted.model->sha256);
    ReadingContext context{edited.id, true, WindowLevel{100, 50, VoiFunction::Sigmoid}, true, 12.5};
    require(session.setCell(scan, Segment::L1, Wall::Anterior, {1, std::nullopt}, context));
    auto shell = study.shell();
    SQLite::Statement row(shell, "SELECT landmark_version_id, weights_sha256, guides_shown, window_centre,"
                                 " window_width, window_function, is_inverted, active_seconds, app_version"
                                 " FROM reading_events");
    REQUIRE(row.executeStep());
    CHECK(row.getColumn(0).getInt64() == static_cast<std::int64_t>(edited.id));
    CHECK(row.getColumn(1).getString() == std::string(64, 'a'));
    CHECK(row.getColumn(2).getInt() == 1);
    CHECK(row.getColumn(3).getDouble() == 100);
    CHECK(row.getColumn(4).getDouble() == 50);
    CHECK(row.getColumn(5).getString() == "sigmoid");
    CHECK(row.getColumn(6).getInt() == 1);
    CHECK(row.getColumn(7).getDouble() == 12.5);
    CHECK(row.getColumn(8).getString() == VERTESCORE_VERSION);
    CHECK(require(session.reading(scan)).activeSeconds == 12.5);
}

TEST_CASE("a keystroke with landmarks of another scan is refused", "[store][reader]") {
    StudyFixture study;
    const auto other = require(study.annotator().savePrediction(study.scans[1], detection()));
    auto session = study.reader("R1");
    ReadingContext context;
    context.landmarks = other.id;
    CHECK(codeOf(session.setCell(study.scans[0], Segment::L1, Wall::Anterior, {1, std::nullopt}, context)) ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("the same scans read again in another session begin blank", "[store][reader]") {
    StudyFixture study;
    auto first = study.reader("R1");
    readAll(first, study.scans[0], 3);
    auto second = study.reader("R1", {"ivg", 2});
    CHECK(require(second.reading(study.scans[0])).state == ReadingState::Unread);
    readAll(second, study.scans[0], 1);
    CHECK(require(first.reading(study.scans[0])).sheet.total() == 24);
}

TEST_CASE("a shuffled order differs between readers and stays the same for one", "[store][reader]") {
    auto settings = StudyFixture::named("Shuffled");
    settings.shufflesScans = true;
    StudyFixture study(settings);
    auto annotator = study.annotator();
    for (int number = 10; number < 40; ++number)
        require(annotator.addScan(scanNumber(number)));
    const auto orderOf = [](const ReaderSession& session) {
        std::vector<ScanId> order;
        for (const auto& row : require(session.worklist()))
            order.push_back(row.scan);
        return order;
    };
    const auto r1 = orderOf(study.reader("R1"));
    CHECK(r1 != orderOf(study.reader("R2")));
    CHECK(r1 != orderOf(study.reader("R1", {"ivg", 2})));
    CHECK(std::set<ScanId>(r1.begin(), r1.end()).size() == 33);
    study.reopen();
    CHECK(orderOf(study.reader("R1")) == r1);
}

TEST_CASE("a reader can begin as many sessions of an arm as the study has", "[store][reader]") {
    auto settings = StudyFixture::named("Twice");
    settings.sessions = 2;
    StudyFixture study(settings);
    const SignIn r1{study.id("R1"), {}};
    CHECK(study.reader("R1", {"ivg", 2}).session() == 2);
    CHECK(codeOf(study.store.openReaderSession(r1, {"ivg", 3})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(study.store.openReaderSession(r1, {"ivg", 0})) == ErrorCode::InvalidArgument);
    CHECK(codeOf(study.coordinator().openPassEarly(r1.person, {"ivg", 3}, "holiday")) ==
          ErrorCode::InvalidArgument);
    study.reopen();
    CHECK(study.store.study().settings == settings);
    CHECK(StudyFixture().reader("R1", {"ivg", 9}).session() == 9); // no such rule
    settings.sessions = 0;
    const auto nowhere = study.folder.path() / "none.vertestudy";
    CHECK(codeOf(StudyStore::create(nowhere, settings, {person("C", {Role::Coordinator})})) ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("with a seed of the study every copy shows a reader the same order, and each reader another one",
          "[store][reader]") {
    auto settings = StudyFixture::named("Seeded");
    settings.shufflesScans = true;
    settings.orderSeed = 42;
    StudyFixture study(settings);
    for (int number = 10; number < 30; ++number)
        require(study.annotator().addScan(scanNumber(number)));
    const auto copy = study.folder.path() / "copy.vertestudy";
    study.shell().backup(copy.string().c_str(), SQLite::Database::Save);
    auto elsewhere = require(StudyStore::open(copy));
    const auto order = [&](StudyStore& store, const std::string& name, const ReadingPass& pass) {
        return require(require(store.openReaderSession({study.id(name), {}}, pass)).worklist());
    };
    const auto here = order(study.store, "R1", kFirstPass);
    CHECK(here == order(elsewhere, "R1", kFirstPass));
    CHECK(here != order(study.store, "R2", kFirstPass));
    CHECK(here != order(study.store, "R1", {"ivg", 2}));
}
