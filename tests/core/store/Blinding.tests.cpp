// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// Everything a reader's session can tell about a scan, compared before and after somebody else's work.
struct View {
    Worklist worklist;
    ReadingState state;
    int revision;
    ScoreSheet sheet;
    bool isStale;
    std::string note;
    std::optional<std::string> landmarks; ///< hash
    friend bool operator==(const View&, const View&) = default;
};

View viewOf(const ReaderSession& session, ScanId scan) {
    const auto reading = require(session.reading(scan));
    const auto landmarks = require(session.landmarks(scan));
    return {require(session.worklist()),
            reading.state,
            reading.revision,
            reading.sheet,
            reading.isStale,
            reading.note,
            landmarks ? std::optional(landmarks->sha256) : std::nullopt};
}

} // namespace

TEST_CASE("nothing that another reader does shows in a reader's session", "[store][blinding]") {
    StudyFixture study;
    const auto scan = study.scans[0];
    require(study.annotator().savePrediction(scan, detection()));
    auto r1 = study.reader("R1");
    require(r1.setCell(scan, Segment::L1, Wall::Anterior, {1, std::nullopt}, {}));
    const auto before = viewOf(r1, scan);

    auto r2 = study.reader("R2");
    CHECK(require(r2.reading(scan)).state == ReadingState::Unread);
    CHECK(require(r2.reading(scan)).sheet == ScoreSheet{});
    require(r2.saveLandmarks(scan, spine(PointState::Edited, 130)));
    readAll(r2, scan, 3);
    require(r2.reopen(scan, "second thoughts"));
    require(r2.markInvalid(study.scans[1], "blurred"));
    require(r2.savePrediction(study.scans[2], detection(90)));
    CHECK(viewOf(r1, scan) == before);
    CHECK(require(r1.worklist())[1].reading == ReadingState::Unread);
    CHECK(!require(r1.landmarks(study.scans[2])));
}

TEST_CASE("a keystroke cannot be tied to another reader's corrections", "[store][blinding]") {
    StudyFixture study;
    const auto scan = study.scans[0];
    const auto others = require(study.reader("R2").saveLandmarks(scan, spine(PointState::Edited)));
    auto r1 = study.reader("R1");
    ReadingContext context;
    context.landmarks = others.id;
    CHECK(codeOf(r1.setCell(scan, Segment::L1, Wall::Anterior, {1, std::nullopt}, context)) ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("a reader's corrections stay out of the annotator's landmarks", "[store][blinding]") {
    StudyFixture study;
    const auto scan = study.scans[0];
    const auto shared = require(study.annotator().savePrediction(scan, detection()));
    require(study.reader("R1").saveLandmarks(scan, spine(PointState::Edited, 160)));
    CHECK(require(study.annotator().landmarks(scan))->id == shared.id);
    CHECK(require(study.annotator().landmarkHistory(scan)).size() == 1);
}

TEST_CASE("an earlier arm or session does not show in the next one", "[store][blinding]") {
    auto settings = StudyFixture::named("Arms");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"ivg", GuideDisplay::Shown}};
    StudyFixture study(settings);
    auto first = study.reader("R1", {"no_ivg", 1});
    readAll(first, study.scans[0], 2);
    for (const auto& pass : {ReadingPass{"ivg", 1}, ReadingPass{"no_ivg", 2}}) {
        const auto next = study.reader("R1", pass);
        CHECK(require(next.reading(study.scans[0])).sheet == ScoreSheet{});
        CHECK(require(next.worklist())[0].reading == ReadingState::Unread);
    }
}

TEST_CASE("in an arm without guides no landmark comes out, not even its state", "[store][blinding]") {
    auto settings = StudyFixture::named("Arms");
    settings.arms = {{"no_ivg", GuideDisplay::None}, {"shown", GuideDisplay::Shown}};
    StudyFixture study(settings);
    const auto version = require(study.annotator().savePrediction(study.scans[0], detection()));
    auto blind = study.reader("R1", {"no_ivg", 1});
    CHECK(!require(blind.landmarks(study.scans[0])));
    CHECK(require(blind.worklist())[0].landmarks == LandmarkState::None);
    CHECK(!require(blind.worklist())[0].leastConfidence);
    CHECK(codeOf(blind.savePrediction(study.scans[0], detection())) == ErrorCode::NotAllowed);
    ReadingContext context;
    context.landmarks = version.id;
    CHECK(codeOf(blind.setCell(study.scans[0], Segment::L1, Wall::Anterior, {1, std::nullopt}, context)) ==
          ErrorCode::InvalidArgument);
    auto shown = study.reader("R1", {"shown", 1});
    CHECK(require(shown.landmarks(study.scans[0])));
    CHECK(codeOf(shown.saveLandmarks(study.scans[0], spine(PointState::Edited))) == ErrorCode::NotAllowed);
}

TEST_CASE("a reader's list names codes, never files", "[store][blinding]") {
    StudyFixture study;
    for (const auto& row : require(study.reader("R1").worklist()))
        CHECK(!row.fileName);
    CHECK(require(study.annotator().worklist())[0].fileName == "1.dcm");
}

TEST_CASE("the log, which coordinators export, holds no patient", "[store][blinding]") {
    StudyFixture study;
    for (const auto& entry : require(study.coordinator().auditLog())) {
        CHECK(entry.after.find("Doe") == std::string::npos);
        CHECK(entry.after.find("ID-") == std::string::npos);
    }
    CHECK(require(study.coordinator().identity(study.scans[0])).patientName == "Doe^Jane");
}
