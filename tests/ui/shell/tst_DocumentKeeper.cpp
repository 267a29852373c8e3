// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/shell/session/DocumentKeeper.h"

#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// A reader with the study's first scan on the desk.
struct Reading1 {
    TemporaryStudy study;
    StudyStore store = study.open();
    DeskSession session = *DeskSession::open(store, signInOf(store, "Ann"));
    std::unique_ptr<DocumentKeeper> keeper = openFirst(session);

    static DeskSignIn signInOf(const StudyStore& store, const std::string& name) {
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(store, name);
        signIn.pass.arm = "ivg";
        return signIn;
    }
    static std::unique_ptr<DocumentKeeper> openFirst(DeskSession& session) {
        const StudyScan studyScan = *session.scan(session.worklist()->front().scan);
        auto scan = readScan(studyScan.path);
        VERTESCORE_ASSERT(scan.has_value());
        auto keeper =
            DocumentKeeper::open(session, studyScan, std::make_shared<const Scan>(std::move(*scan)));
        VERTESCORE_ASSERT(keeper.has_value());
        return std::move(*keeper);
    }
    /// What another start of the program would find.
    Reading afterRestart() const {
        auto again = study.open();
        auto other = again.openReaderSession(TemporaryStudy::personNamed(again, "Ann"), {"ivg", 1});
        return *other->reading(keeper->studyScan().id);
    }
};

} // namespace

class tst_DocumentKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeystrokeIsInTheFileBeforeTheNext() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 2, .notReadable = {}});
        QCOMPARE(document.saveState(), ScanDocument::SaveState::Saved);
        QCOMPARE(desk.afterRestart().sheet.at(Segment::L1, Wall::Anterior).grade, std::optional<int>(2));
        document.setCell({Segment::L1, Wall::Posterior},
                         {.grade = {}, .notReadable = NotReadableReason::Noise});
        QCOMPARE(desk.afterRestart().sheet, document.sheet());
        QCOMPARE(desk.afterRestart().state, ReadingState::InProgress);
    }

    void marksAndWhatFollowsAreInTheFileAfterTheDrag() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.acceptDetection(makeDetection(), false);
        const GestureId gesture = document.beginGesture();
        document.markStretch(Wall::Anterior, {260, 120}, {260, 140}, gesture);
        document.markStretch(Wall::Anterior, {260, 120}, {260, 195}, gesture);
        document.endGesture();
        const Reading kept = desk.afterRestart();
        QVERIFY(kept.stretches == document.content().scores.stretches);
        QCOMPARE(kept.stretches[0].size(), std::size_t{1});
        QCOMPARE(kept.sheet.at(Segment::L1, Wall::Anterior), (ScoreCell{3, std::nullopt, 0.75, true}));
        desk.keeper.reset();
        desk.keeper = Reading1::openFirst(desk.session);
        QVERIFY(desk.keeper->document().content().scores.stretches == kept.stretches);
        QVERIFY(!desk.keeper->document().hasStaleScores());
    }

    void nothingCanBeEditedInAStudyThatCannotBeWritten() {
        const TemporaryStudy study;
        OpenOptions readOnly;
        readOnly.access = StudyAccess::ReadOnly;
        auto store = StudyStore::open(study.path(), readOnly);
        QVERIFY(store.has_value());
        auto session = DeskSession::open(*store, Reading1::signInOf(*store, "Ann"));
        QVERIFY(session.has_value());
        const auto keeper = Reading1::openFirst(*session);
        ScanDocument& document = keeper->document();
        QVERIFY(keeper->isReadOnly());
        QVERIFY(!document.areLandmarksEditable());
        QVERIFY(!document.areScoresEditable());
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 2, .notReadable = {}});
        QVERIFY(document.sheet().at(Segment::L1, Wall::Anterior).isBlank());
        QCOMPARE(document.saveState(), ScanDocument::SaveState::Saved);
    }

    void undoIsSavedToo() {
        Reading1 desk;
        desk.keeper->document().setCell({Segment::L1, Wall::Anterior}, {.grade = 2, .notReadable = {}});
        desk.keeper->document().undoStack().undo();
        QVERIFY(desk.afterRestart().sheet.at(Segment::L1, Wall::Anterior).isBlank());
    }

    void aDetectionIsSavedAsTheNetworksAndAnEditAsAPersons() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.acceptDetection(makeDetection(), true);
        const ScanId scan = desk.keeper->studyScan().id;
        auto version = *desk.session.landmarks(scan);
        QVERIFY(version);
        QCOMPARE(version->source, LandmarkSource::Model);
        QCOMPARE(version->model->sha256, std::string(64, 'a'));
        document.moveCorner({Level::L2, Corner::SuperiorAnterior}, {203, 241});
        version = *desk.session.landmarks(scan);
        QCOMPARE(version->source, LandmarkSource::Person);
        QVERIFY(version->landmarks == document.landmarks());
    }

    void aShiftOfTheLabelsIsAPersonsThoughEveryPointIsTheNetworks() {
        Reading1 desk;
        desk.keeper->document().acceptDetection(makeDetection(), true);
        desk.keeper->document().shiftLevels(1, false);
        QCOMPARE((*desk.session.landmarks(desk.keeper->studyScan().id))->source, LandmarkSource::Person);
    }

    void afterARestartACornerCanStillGoBackToTheNetworks() {
        Reading1 desk;
        const PointAddress moved{Level::L2, Corner::SuperiorAnterior};
        const PixelPoint found = *makeSpine().at(moved.level).at(moved.corner).position;
        desk.keeper->document().acceptDetection(makeDetection(), true);
        desk.keeper->document().moveCorner(moved, {203, 251});
        const auto again = Reading1::openFirst(desk.session);
        again->document().restorePoint(moved);
        QCOMPARE(*again->document().landmarks().at(moved.level).at(moved.corner).position, found);

        // Also under the names that a person gave: what the network called L1 is L2 here.
        again->document().moveCorner(moved, {203, 251});
        again->document().shiftLevels(1, false);
        const PointAddress renamed{Level::L3, Corner::SuperiorAnterior};
        const auto shifted = Reading1::openFirst(desk.session);
        QCOMPARE(*shifted->document().landmarks().at(renamed.level).at(renamed.corner).position,
                 (PixelPoint{203, 251}));
        shifted->document().restorePoint(renamed);
        QCOMPARE(*shifted->document().landmarks().at(renamed.level).at(renamed.corner).position, found);
    }

    void aReopenedScanIsAsItWasLeft() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.acceptDetection(makeDetection(), true);
        document.setCell({Segment::L3, Wall::Anterior}, {.grade = 1, .notReadable = {}});
        const auto again = Reading1::openFirst(desk.session);
        QVERIFY(again->document().landmarks() == document.landmarks());
        QCOMPARE(again->document().sheet(), document.sheet());
        QVERIFY(!again->document().hasStaleScores());
        QVERIFY(again->document().detection().has_value());
    }

    void aCornerMovedAfterGradingIsKnownAfterARestart() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.acceptDetection(makeDetection(), true);
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 1, .notReadable = {}});
        document.moveCorner({Level::L1, Corner::InferiorAnterior}, {215, 205});
        QVERIFY(desk.afterRestart().isStale);
        QVERIFY(Reading1::openFirst(desk.session)->document().hasStaleScores());
        document.rebindScores();
        QVERIFY(!desk.afterRestart().isStale);
    }

    void aStaleGradeStaysStaleWhenItsWallIsMarked() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        document.acceptDetection(makeDetection(), true);
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 1, .notReadable = {}});
        document.moveCorner({Level::L1, Corner::InferiorAnterior}, {215, 205});
        document.markStretch(Wall::Anterior, {260, 120}, {260, 195});
        QVERIFY(document.sheet().at(Segment::L1, Wall::Anterior).measured.has_value());
        QCOMPARE(document.sheet().at(Segment::L1, Wall::Anterior).grade, std::optional(1));
        QVERIFY(document.hasStaleScores());
        QVERIFY(desk.afterRestart().isStale);
        QVERIFY(!desk.afterRestart().stretches[0].empty());
        document.rebindScores();
        QVERIFY(!desk.afterRestart().isStale);
        QVERIFY(desk.afterRestart().sheet.at(Segment::L1, Wall::Anterior).measured.has_value());
    }

    void submittingLocksAndReopeningNeedsAReason() {
        Reading1 desk;
        ScanDocument& document = desk.keeper->document();
        QVERIFY(!desk.keeper->submit());
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                document.setCell({segment, wall}, {.grade = 1, .notReadable = {}});
        QVERIFY(desk.keeper->submit().has_value());
        QVERIFY(desk.keeper->isLocked());
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 3, .notReadable = {}});
        QCOMPARE(document.sheet().total(), std::optional<int>(8));
        QVERIFY(!desk.keeper->reopen(""));
        QVERIFY(desk.keeper->reopen("pressed too early").has_value());
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 3, .notReadable = {}});
        QCOMPARE(desk.afterRestart().sheet.total(), std::optional<int>(10));
    }

    void aDisputedReadingIsLockedUntilItIsReopened() {
        Reading1 desk;
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                desk.keeper->document().setCell({segment, wall}, {.grade = 1, .notReadable = {}});
        QVERIFY(desk.keeper->submit().has_value());
        auto coordinator = desk.store.openCoordinatorSession(TemporaryStudy::personNamed(desk.store, "Cleo"));
        QVERIFY(coordinator.has_value());
        const PersonId ann = TemporaryStudy::personNamed(desk.store, "Ann").person;
        QVERIFY(coordinator->dispute(desk.keeper->studyScan().id, ann, {"ivg", 1}, "L3 again").has_value());
        const auto again = Reading1::openFirst(desk.session);
        QCOMPARE(again->reading().state, ReadingState::Disputed);
        QVERIFY(again->isLocked());
        QVERIFY(!again->document().areScoresEditable());
        again->document().setCell({Segment::L3, Wall::Anterior}, {.grade = 3, .notReadable = {}});
        QCOMPARE(again->document().sheet().total(), std::optional<int>(8));
        QVERIFY(again->reopen("looked again").has_value());
        again->document().setCell({Segment::L3, Wall::Anterior}, {.grade = 3, .notReadable = {}});
        QCOMPARE(desk.afterRestart().sheet.total(), std::optional<int>(10));
    }

    void aFailedSaveIsToldAndTheChangeStaysInTheDocument() {
        Reading1 desk;
        QSignalSpy failed(desk.keeper.get(), &DocumentKeeper::saveFailed);
        ScanDocument& document = desk.keeper->document();
        document.setCell({Segment::L1, Wall::Anterior}, {.grade = 1, .notReadable = {}});
        // Another window submits the same reading: this one may not write any more.
        auto other = Reading1::openFirst(desk.session);
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                other->document().setCell({segment, wall}, {.grade = 0, .notReadable = {}});
        QVERIFY(other->submit().has_value());
        document.setCell({Segment::L2, Wall::Anterior}, {.grade = 3, .notReadable = {}});
        QCOMPARE(failed.count(), 1);
        QCOMPARE(document.saveState(), ScanDocument::SaveState::Failed);
        QCOMPARE(document.sheet().at(Segment::L2, Wall::Anterior).grade, std::optional<int>(3));
    }

    void anAnnotatorEditsCornersButGradesNothing() {
        TemporaryStudy study;
        auto store = study.open();
        DeskSignIn signIn = Reading1::signInOf(store, "Cleo");
        signIn.asReader = false;
        auto session = DeskSession::open(store, signIn);
        QVERIFY(session.has_value());
        const auto keeper = Reading1::openFirst(*session);
        QVERIFY(keeper->document().areLandmarksEditable());
        QVERIFY(!keeper->document().areScoresEditable());
        keeper->document().acceptDetection(makeDetection(), true);
        keeper->document().confirmAll();
        QCOMPARE(session->worklist()->front().landmarks, LandmarkState::Confirmed);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_DocumentKeeper)
#include "tst_DocumentKeeper.moc"
