// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/builders/Desk.h"
#include "ui/documents/ScanDocument.h"

#include <QSignalSpy>

#include <functional>

using namespace vertescore;
using namespace vertescore::test;

namespace {

using Edit = std::function<void(ScanDocument&)>;

constexpr PointAddress kPoint{Level::L2, Corner::SuperiorAnterior};
constexpr CellAddress kCell{Segment::L2, Wall::Anterior};

std::unique_ptr<ScanDocument> makeDocument(Landmarks landmarks = makeSpine()) {
    DocumentContent content;
    content.points = {std::move(landmarks), makeDetection()};
    return std::make_unique<ScanDocument>(makeScan(), std::move(content));
}

const Landmark& pointIn(const ScanDocument& document, PointAddress point = kPoint) {
    return document.landmarks().at(point.level).at(point.corner);
}

bool isSame(const DocumentContent& a, const DocumentContent& b) {
    return a.points == b.points && a.scores == b.scores;
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class ScanDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandUndoesAndRedoesToTheSameContent_data();
    void everyCommandUndoesAndRedoesToTheSameContent();
    void aDragIsOneUndoStep();
    void aDragAlongAWallIsOneUndoStep();
    void aMovedCornerLeavesMarksAndGradesAsTheyAreAndStale();
    void gradesThatStillHoldAreAPersonsWhereTheMeasureSaysOtherwise();
    void marksStayOnTheTissueWhenTheLabelsAreShifted();
    void aac8IsStaleWithAnyGuideAndLeftOutWhereNotAskedFor();
    void aDragBackToItsStartLeavesNoStepAndNoTrace();
    void twoDragsOfOnePointAreTwoSteps();
    void aVertebraMovesAloneAndByTheDistanceSinceTheDragBegan();
    void theSpineMovesWhole();
    void aLockedPointStaysWhereItIs();
    void aMovedPointIsAPersons();
    void aPersonsPointHasNoUncertaintyOfTheNetworks();
    void undoNeverReachesAnotherScan();
    void contentSettlesOnceAtTheEndOfADrag();
    void contentSettlesAtEachSingleEditUndoAndRedo();
    void aChangeIsUnsavedUntilTheOwnerSaysSaved();
    void aDetectionKeepsWhatAPersonDecided_data();
    void aDetectionKeepsWhatAPersonDecided();
    void aDetectionReplacesEverythingWhenAsked();
    void aDetectionOfAnEmptyScanBringsItsAnteriorSide();
    void aDetectionNamesItsPointsByTheSideThatAPersonKept();
    void aShiftMovesTheNetworksOwnAnswerAlong();
    void aShiftCarriesGradesWithTheirVertebraWhenAsked();
    void aShiftLeavesGradesWithTheirNamesAndMarksThemStale();
    void theOtherAnteriorSideRenamesAndMovesNothing();
    void aMovedCornerMakesOnlyItsSegmentsGradesStale();
    void undoingTheMoveMakesTheGradeFreshAgain();
    void aBlankCellIsNeverStale();
    void aGradeHoldsWithTheGuidesItIsConfirmedWith();
    void gradesReadFromAFileAreFreshWithTheirOwnLandmarks();
    void confirmingLeavesInvisibleAndMissingPointsAlone();
    void nothingChangesWhereEditingIsRefused();
    void anEditThatChangesNothingLeavesNoStep();
    void aLandmarkChangeNamesTheVertebraeThatChanged();
    void theCropFollowsAMovedCornerAndTheFactor();
    void theFactorStaysInItsRangeAndIsNotUndoable();
    void theNextMissingPointComesInTheOrderOfTheTemplate();
};

void ScanDocumentTest::everyCommandUndoesAndRedoesToTheSameContent_data() {
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char* name, Edit edit) { QTest::newRow(name) << std::move(edit); };
    row("moveCorner", [](ScanDocument& d) { d.moveCorner(kPoint, {10, 20}); });
    row("moveVertebra", [](ScanDocument& d) { d.moveVertebra(Level::L3, {5, -5}); });
    row("moveSpine", [](ScanDocument& d) { d.moveSpine({1.5, 2}); });
    row("nudge", [](ScanDocument& d) { d.nudge(kPoint, {0.1, 0}); });
    row("confirm", [](ScanDocument& d) { d.confirm(Level::L1); });
    row("confirmAll", [](ScanDocument& d) { d.confirmAll(); });
    row("setNotVisible", [](ScanDocument& d) { d.setNotVisible(kPoint, true); });
    row("setLocked", [](ScanDocument& d) { d.setLocked(kPoint, true); });
    row("clearPoint", [](ScanDocument& d) { d.clearPoint(kPoint); });
    row("clearVertebra", [](ScanDocument& d) { d.clearVertebra(Level::L5); });
    row("clearAll", [](ScanDocument& d) { d.clearAll(); });
    row("restorePoint", [](ScanDocument& d) { d.restorePoint({Level::T12, Corner::InferiorPosterior}); });
    row("restoreVertebra", [](ScanDocument& d) { d.restoreVertebra(Level::T12); });
    row("shiftLevels down", [](ScanDocument& d) { d.shiftLevels(1, true); });
    row("shiftLevels up", [](ScanDocument& d) { d.shiftLevels(-1, false); });
    row("setAnterior", [](ScanDocument& d) { d.setAnterior(AnteriorSide::Left); });
    row("acceptDetection", [](ScanDocument& d) { d.acceptDetection(makeDetection(), false); });
    row("setCell", [](ScanDocument& d) { d.setCell(kCell, {2, {}}); });
    row("setCell not readable", [](ScanDocument& d) { d.setCell(kCell, {{}, NotReadableReason::Noise}); });
    row("clearScores", [](ScanDocument& d) { d.clearScores(); });
    row("rebindScores", [](ScanDocument& d) { d.rebindScores(); });
}

void ScanDocumentTest::everyCommandUndoesAndRedoesToTheSameContent() {
    QFETCH(Edit, edit);
    auto document = makeDocument();
    document->setCell({Segment::L1, Wall::Posterior}, {1, {}});
    document->moveCorner({Level::T12, Corner::InferiorPosterior}, {100, 110});
    const DocumentContent before = document->content();
    const int steps = document->undoStack().count();

    edit(*document);
    const DocumentContent after = document->content();
    QVERIFY(!isSame(before, after));
    QCOMPARE(document->undoStack().count(), steps + 1);
    QVERIFY(!document->undoStack().undoText().isEmpty());
    document->undoStack().undo();
    QVERIFY(isSame(document->content(), before));
    document->undoStack().redo();
    QVERIFY(isSame(document->content(), after));
}

void ScanDocumentTest::aDragIsOneUndoStep() {
    auto document = makeDocument();
    const GestureId gesture = document->beginGesture();
    for (int i = 1; i <= 20; ++i)
        document->moveCorner(kPoint, {200.0 + i, 240.0}, gesture);
    document->endGesture();
    QCOMPARE(document->undoStack().count(), 1);
    QCOMPARE(pointIn(*document).position->x, 220.0);
    document->undoStack().undo();
    QVERIFY(document->landmarks() == makeSpine());
}

void ScanDocumentTest::aDragBackToItsStartLeavesNoStepAndNoTrace() {
    auto document = makeDocument();
    const PixelPoint start = *pointIn(*document).position;
    const GestureId gesture = document->beginGesture();
    document->moveCorner(kPoint, shiftedBy(start, 7, 0), gesture);
    document->moveCorner(kPoint, start, gesture);
    document->endGesture();
    QCOMPARE(document->undoStack().count(), 0);
    QCOMPARE(pointIn(*document).state, PointState::Predicted);
}

void ScanDocumentTest::twoDragsOfOnePointAreTwoSteps() {
    auto document = makeDocument();
    for (const double x : {210.0, 220.0}) {
        const GestureId gesture = document->beginGesture();
        document->moveCorner(kPoint, {x, 240}, gesture);
        document->endGesture();
    }
    QCOMPARE(document->undoStack().count(), 2);
}

void ScanDocumentTest::aVertebraMovesAloneAndByTheDistanceSinceTheDragBegan() {
    auto document = makeDocument();
    const GestureId gesture = document->beginGesture();
    document->moveVertebra(Level::L2, {3, 3}, gesture);
    document->moveVertebra(Level::L2, {10, -4}, gesture);
    document->endGesture();
    const Landmarks start = makeSpine();
    for (const Corner corner : kCorners) {
        QCOMPARE(*document->landmarks().at(Level::L2).at(corner).position,
                 shiftedBy(*start.at(Level::L2).at(corner).position, 10, -4));
    }
    for (const Level level : {Level::T12, Level::L1, Level::L3, Level::L4, Level::L5})
        QVERIFY(document->landmarks().at(level) == start.at(level));
}

void ScanDocumentTest::theSpineMovesWhole() {
    auto document = makeDocument();
    document->moveSpine({-2, 8});
    const Landmarks start = makeSpine();
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            QCOMPARE(*document->landmarks().at(level).at(corner).position,
                     shiftedBy(*start.at(level).at(corner).position, -2, 8));
}

void ScanDocumentTest::aLockedPointStaysWhereItIs() {
    auto document = makeDocument();
    document->setLocked(kPoint, true);
    const Landmark locked = pointIn(*document);
    document->moveCorner(kPoint, {0, 0});
    document->moveVertebra(kPoint.level, {9, 9});
    document->moveSpine({9, 9});
    document->clearAll();
    document->restorePoint(kPoint);
    Detection other = makeDetection();
    other.landmarks.at(kPoint.level).at(kPoint.corner).position = PixelPoint{1, 1};
    document->acceptDetection(other, true);
    QVERIFY(pointIn(*document) == locked);
}

void ScanDocumentTest::aMovedPointIsAPersons() {
    auto document = makeDocument();
    document->nudge(kPoint, {0, 1});
    QCOMPARE(pointIn(*document).state, PointState::Edited);
    for (const Corner corner : kCorners)
        document->nudge({kPoint.level, corner}, {0, 1});
    QVERIFY(!document->landmarks().at(kPoint.level).confidence.has_value());
}

void ScanDocumentTest::aPersonsPointHasNoUncertaintyOfTheNetworks() {
    Detection found = makeDetection();
    found.landmarks.at(kPoint.level).at(kPoint.corner).uncertaintyPx = 4;
    auto document = makeDocument();
    document->acceptDetection(found, false);
    QCOMPARE(pointIn(*document).uncertaintyPx.value_or(0), 4.0);
    document->nudge(kPoint, {0, 1});
    QVERIFY(!pointIn(*document).uncertaintyPx);
    document->undoStack().undo();
    QCOMPARE(pointIn(*document).uncertaintyPx.value_or(0), 4.0);
    document->setNotVisible(kPoint, true);
    QVERIFY(!pointIn(*document).uncertaintyPx);
    document->restorePoint(kPoint);
    QCOMPARE(pointIn(*document).uncertaintyPx.value_or(0), 4.0);
}

void ScanDocumentTest::undoNeverReachesAnotherScan() {
    auto first = makeDocument(), second = makeDocument();
    first->confirmAll();
    second->moveCorner(kPoint, {1, 2});
    first->undoStack().undo();
    first->undoStack().undo();
    QCOMPARE(*pointIn(*second).position, (PixelPoint{1, 2}));
}

void ScanDocumentTest::contentSettlesOnceAtTheEndOfADrag() {
    auto document = makeDocument();
    QSignalSpy settled(document.get(), &ScanDocument::settled);
    const GestureId gesture = document->beginGesture();
    document->moveCorner(kPoint, {1, 1}, gesture);
    document->moveCorner(kPoint, {2, 2}, gesture);
    QCOMPARE(settled.count(), 0);
    document->endGesture();
    QCOMPARE(settled.count(), 1);
    document->beginGesture();
    document->endGesture();
    QCOMPARE(settled.count(), 1);
}

void ScanDocumentTest::contentSettlesAtEachSingleEditUndoAndRedo() {
    auto document = makeDocument();
    QSignalSpy settled(document.get(), &ScanDocument::settled);
    document->setCell(kCell, {0, {}});
    document->undoStack().undo();
    document->undoStack().redo();
    document->shiftLevels(1, true);
    QCOMPARE(settled.count(), 4);
}

void ScanDocumentTest::aChangeIsUnsavedUntilTheOwnerSaysSaved() {
    auto document = makeDocument();
    QCOMPARE(document->saveState(), ScanDocument::SaveState::Saved);
    document->confirmAll();
    QCOMPARE(document->saveState(), ScanDocument::SaveState::Unsaved);
    document->markSaveFailed();
    QCOMPARE(document->saveState(), ScanDocument::SaveState::Failed);
    document->markSaved();
    document->undoStack().undo();
    QCOMPARE(document->saveState(), ScanDocument::SaveState::Unsaved);
}

void ScanDocumentTest::aDetectionKeepsWhatAPersonDecided_data() {
    QTest::addColumn<Edit>("decide");
    QTest::newRow("moved") << Edit([](ScanDocument& d) { d.moveCorner(kPoint, {150, 150}); });
    QTest::newRow("confirmed") << Edit([](ScanDocument& d) { d.confirm(kPoint.level); });
    QTest::newRow("locked") << Edit([](ScanDocument& d) { d.setLocked(kPoint, true); });
    QTest::newRow("marked as not visible") << Edit([](ScanDocument& d) { d.setNotVisible(kPoint, true); });
}

void ScanDocumentTest::aDetectionKeepsWhatAPersonDecided() {
    QFETCH(Edit, decide);
    auto document = makeDocument();
    decide(*document);
    const Landmark decided = pointIn(*document);
    Detection found = makeDetection();
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            found.landmarks.at(level).at(corner).position =
                shiftedBy(*makeSpine().at(level).at(corner).position, 3, 3);
    document->acceptDetection(found, true);
    QVERIFY(pointIn(*document) == decided);
    QCOMPARE(*pointIn(*document, {Level::L5, Corner::SuperiorAnterior}).position, (PixelPoint{203, 543}));
    document->undoStack().undo();
    QVERIFY(pointIn(*document) == decided);
}

void ScanDocumentTest::aDetectionReplacesEverythingWhenAsked() {
    auto document = makeDocument();
    document->moveCorner(kPoint, {150, 150});
    document->confirm(Level::L5);
    document->acceptDetection(makeDetection(), false);
    QVERIFY(document->landmarks() == makeSpine());
}

void ScanDocumentTest::aDetectionOfAnEmptyScanBringsItsAnteriorSide() {
    ScanDocument document(makeScan());
    Detection found = makeDetection();
    found.landmarks = mirrored(found.landmarks, document.scan().geometry);
    document.acceptDetection(found, true);
    QVERIFY(document.landmarks() == found.landmarks);
    QCOMPARE(document.landmarks().anterior, AnteriorSide::Left);
}

void ScanDocumentTest::aDetectionNamesItsPointsByTheSideThatAPersonKept() {
    auto document = makeDocument();
    document->confirm(Level::L2);
    Detection found = makeDetection(); // the same points in the picture, seen with the front at the left
    found.landmarks.anterior = AnteriorSide::Left;
    for (VertebraLandmarks& vertebra : found.landmarks.vertebrae) {
        std::swap(vertebra.corners[0], vertebra.corners[1]);
        std::swap(vertebra.corners[2], vertebra.corners[3]);
    }
    document->acceptDetection(found, true);
    QCOMPARE(document->landmarks().anterior, AnteriorSide::Right);
    QVERIFY(document->problems().empty());
}

void ScanDocumentTest::aShiftMovesTheNetworksOwnAnswerAlong() {
    auto document = makeDocument();
    document->shiftLevels(1, false);
    const PointAddress moved{Level::L3, Corner::SuperiorAnterior};
    const PixelPoint place = *pointIn(*document, moved).position;
    document->moveCorner(moved, {1, 1});
    document->restorePoint(moved);
    QCOMPARE(*pointIn(*document, moved).position, place);
    QVERIFY(!document->landmarks().at(Level::T12).isComplete());
}

void ScanDocumentTest::aShiftCarriesGradesWithTheirVertebraWhenAsked() {
    auto document = makeDocument();
    document->setCell({Segment::L2, Wall::Anterior}, {2, {}});
    document->setCell({Segment::L4, Wall::Posterior}, {3, {}});
    document->shiftLevels(1, true);
    QCOMPARE(document->sheet().at(Segment::L3, Wall::Anterior).grade, std::optional(2));
    QVERIFY(document->sheet().at(Segment::L2, Wall::Anterior).isBlank());
    QVERIFY(document->sheet().at(Segment::L4, Wall::Posterior).isBlank());
    QVERIFY(!document->isStale({Segment::L3, Wall::Anterior}));
    document->undoStack().undo();
    QCOMPARE(document->sheet().at(Segment::L4, Wall::Posterior).grade, std::optional(3));
}

void ScanDocumentTest::aShiftLeavesGradesWithTheirNamesAndMarksThemStale() {
    auto document = makeDocument();
    document->setCell({Segment::L2, Wall::Anterior}, {2, {}});
    document->shiftLevels(-1, false);
    QCOMPARE(document->sheet().at(Segment::L2, Wall::Anterior).grade, std::optional(2));
    QVERIFY(document->isStale({Segment::L2, Wall::Anterior}));
}

void ScanDocumentTest::theOtherAnteriorSideRenamesAndMovesNothing() {
    auto document = makeDocument();
    const PixelPoint place = *pointIn(*document).position;
    document->setAnterior(AnteriorSide::Left);
    QCOMPARE(*pointIn(*document, {Level::L2, Corner::SuperiorPosterior}).position, place);
    QCOMPARE(document->problems().empty(), true);
    document->moveCorner({Level::L2, Corner::SuperiorPosterior}, {0, 0});
    document->restorePoint({Level::L2, Corner::SuperiorPosterior});
    QCOMPARE(*pointIn(*document, {Level::L2, Corner::SuperiorPosterior}).position, place);
}

void ScanDocumentTest::aMovedCornerMakesOnlyItsSegmentsGradesStale() {
    auto document = makeDocument();
    for (const Segment segment : kSegments)
        document->setCell({segment, Wall::Anterior}, {1, {}});
    QVERIFY(!document->hasStaleScores());
    document->nudge({Level::L3, Corner::InferiorAnterior}, {0, 2}); // bounds the guide L3/L4
    QVERIFY(document->isStale({Segment::L3, Wall::Anterior}));
    QVERIFY(document->isStale({Segment::L4, Wall::Anterior}));
    QVERIFY(!document->isStale({Segment::L1, Wall::Anterior}));
    QVERIFY(!document->isStale({Segment::L2, Wall::Anterior}));
}

void ScanDocumentTest::undoingTheMoveMakesTheGradeFreshAgain() {
    auto document = makeDocument();
    document->setCell(kCell, {1, {}});
    document->nudge(kPoint, {0, 2});
    QVERIFY(document->hasStaleScores());
    document->undoStack().undo();
    QVERIFY(!document->hasStaleScores());
    QCOMPARE(document->sheet().at(kCell).grade, std::optional(1));
}

void ScanDocumentTest::aBlankCellIsNeverStale() {
    auto document = makeDocument();
    document->nudge(kPoint, {0, 2});
    QVERIFY(!document->hasStaleScores());
}

void ScanDocumentTest::aGradeHoldsWithTheGuidesItIsConfirmedWith() {
    auto document = makeDocument();
    document->setCell(kCell, {1, {}});
    document->nudge(kPoint, {0, 2});
    document->rebindScores();
    QVERIFY(!document->hasStaleScores());
    document->undoStack().undo();
    document->setCell(kCell, {1, {}}); // the same grade, read again
    QVERIFY(!document->hasStaleScores());
}

void ScanDocumentTest::gradesReadFromAFileAreFreshWithTheirOwnLandmarks() {
    auto graded = makeDocument();
    graded->setCell(kCell, {1, {}});
    DocumentContent content;
    content.points.landmarks = graded->landmarks();
    content.scores = scoresReadWith(graded->sheet(), graded->guides());
    ScanDocument reopened(makeScan(), content);
    QVERIFY(!reopened.hasStaleScores());
    content.points.landmarks.at(Level::L2).at(Corner::SuperiorAnterior).position = PixelPoint{205, 240};
    ScanDocument changed(makeScan(), content);
    QVERIFY(changed.hasStaleScores());
}

void ScanDocumentTest::confirmingLeavesInvisibleAndMissingPointsAlone() {
    Landmarks landmarks = makeSpine();
    landmarks.at(Level::L2).at(Corner::SuperiorAnterior).state = PointState::NotVisible;
    landmarks.at(Level::L2).at(Corner::InferiorAnterior) = Landmark{};
    auto document = makeDocument(landmarks);
    document->confirmAll();
    QCOMPARE(pointIn(*document).state, PointState::NotVisible);
    QCOMPARE(pointIn(*document, {Level::L2, Corner::InferiorAnterior}).state, PointState::Unset);
    QCOMPARE(pointIn(*document, {Level::L2, Corner::InferiorPosterior}).state, PointState::Confirmed);
}

void ScanDocumentTest::nothingChangesWhereEditingIsRefused() {
    auto document = makeDocument();
    document->setEditable(false, false);
    const DocumentContent before = document->content();
    document->moveCorner(kPoint, {1, 1});
    document->shiftLevels(1, true);
    document->acceptDetection(makeDetection(), false);
    document->confirmAll();
    document->setCell(kCell, {1, {}});
    QVERIFY(isSame(document->content(), before));
    QCOMPARE(document->undoStack().count(), 0);
}

void ScanDocumentTest::anEditThatChangesNothingLeavesNoStep() {
    auto document = makeDocument();
    document->moveCorner(kPoint, *pointIn(*document).position);
    document->setLocked(kPoint, false);
    document->setAnterior(AnteriorSide::Right);
    document->clearScores();
    QCOMPARE(document->undoStack().count(), 0);
}

void ScanDocumentTest::aLandmarkChangeNamesTheVertebraeThatChanged() {
    auto document = makeDocument();
    LandmarkChange last;
    connect(document.get(), &ScanDocument::landmarksChanged, this,
            [&](const LandmarkChange& change) { last = change; });
    document->nudge(kPoint, {1, 0});
    QCOMPARE(last.levels.count(), std::size_t{1});
    QVERIFY(last.levels.test(indexOf(Level::L2)));
    QVERIFY(!last.anteriorSide);
}

void ScanDocumentTest::theCropFollowsAMovedCornerAndTheFactor() {
    auto document = makeDocument();
    QVERIFY(document->roi().has_value());
    const double percent = document->roi()->percent;
    QCOMPARE(percent, 0.0);
    QCOMPARE(document->roi()->curve.distance, 81.0);
    document->moveSpine({150, 0}); // 200 + 150 + 81 lies beyond the right border at 399
    QCOMPARE(document->roi()->percent, 100.0);
    document->undoStack().undo();
    QCOMPARE(document->roi()->percent, 0.0);
    document->setFactor(0.5);
    QCOMPARE(document->roi()->curve.distance, 40.5);
    document->clearPoint(kPoint);
    QCOMPARE(document->roi().error().code, ErrorCode::LandmarksMissing);
}

void ScanDocumentTest::theFactorStaysInItsRangeAndIsNotUndoable() {
    auto document = makeDocument();
    QSignalSpy changed(document.get(), &ScanDocument::factorChanged);
    document->setFactor(9);
    QCOMPARE(document->factor(), kLargestFactor);
    document->setFactor(9);
    QCOMPARE(changed.count(), 1);
    document->setFactor(0);
    QCOMPARE(document->factor(), kSmallestFactor);
    QCOMPARE(document->undoStack().count(), 0);
    QCOMPARE(document->saveState(), ScanDocument::SaveState::Saved);
}

void ScanDocumentTest::theNextMissingPointComesInTheOrderOfTheTemplate() {
    ScanDocument document(makeScan());
    QCOMPARE(*document.nextUnset(), (PointAddress{Level::T12, Corner::SuperiorAnterior}));
    document.moveCorner(*document.nextUnset(), {1, 1});
    QCOMPARE(*document.nextUnset(), (PointAddress{Level::T12, Corner::SuperiorPosterior}));
    QVERIFY(!makeDocument()->nextUnset());
}

void ScanDocumentTest::aDragAlongAWallIsOneUndoStep() {
    const auto document = makeDocument();
    QSignalSpy settled(document.get(), &ScanDocument::settled);
    const GestureId gesture = document->beginGesture();
    for (const double y : {230.0, 250.0, 260.0})
        document->markStretch(Wall::Anterior, {260, 220}, {260, y}, gesture); // L2 goes from 220 to 320
    document->endGesture();
    QCOMPARE(document->stretches(Wall::Anterior).size(), std::size_t{1});
    QCOMPARE(document->sheet().at(kCell), (ScoreCell{2, std::nullopt, 0.4, true}));
    QCOMPARE(document->undoStack().count(), 1);
    QCOMPARE(settled.count(), 1);
    document->undoStack().undo();
    QVERIFY(document->content().scores == ScoreContent{});
    document->undoStack().redo();
    document->wipeStretch(Wall::Anterior, {260, 200}, {260, 300});
    QVERIFY(document->content().scores == ScoreContent{}); // blank, not zero
}

void ScanDocumentTest::aMovedCornerLeavesMarksAndGradesAsTheyAreAndStale() {
    const auto document = makeDocument();
    document->markStretch(Wall::Anterior, {260, 220}, {260, 250});
    const ScoreContent before = document->content().scores;
    QCOMPARE(document->sheet().at(kCell).grade, std::optional<int>(1));
    for (const Level level : {Level::L2, Level::L3})
        document->moveVertebra(level, {0, -40}); // L2 goes from 200 to 280 now
    QVERIFY(document->content().scores == before);
    QVERIFY(document->isStale(kCell));
    document->measureAgain();
    QCOMPARE(document->sheet().at(kCell), (ScoreCell{2, std::nullopt, 0.375, true}));
    QVERIFY(!document->isStale(kCell));
    QCOMPARE(document->stretches(Wall::Anterior)[0].upper, (PixelPoint{260, 220}));
    document->undoStack().undo();
    QVERIFY(document->content().scores == before);
}

void ScanDocumentTest::gradesThatStillHoldAreAPersonsWhereTheMeasureSaysOtherwise() {
    const auto document = makeDocument();
    document->markStretch(Wall::Anterior, {260, 220}, {260, 250});
    for (const Level level : {Level::L2, Level::L3})
        document->moveVertebra(level, {0, -40});
    document->rebindScores();
    QCOMPARE(document->sheet().at(kCell), (ScoreCell{1, std::nullopt, 0.375, false}));
    QVERIFY(!document->hasStaleScores());
}

void ScanDocumentTest::marksStayOnTheTissueWhenTheLabelsAreShifted() {
    const auto document = makeDocument();
    document->markStretch(Wall::Anterior, {260, 220}, {260, 270});
    document->shiftLevels(1, true);
    QCOMPARE(document->sheet().at(Segment::L3, Wall::Anterior).measured, std::optional<double>(0.5));
    QVERIFY(document->sheet().at(kCell).isBlank());
    QCOMPARE(document->stretches(Wall::Anterior)[0].upper, (PixelPoint{260, 220}));
}

void ScanDocumentTest::aac8IsStaleWithAnyGuideAndLeftOutWhereNotAskedFor() {
    const auto document = makeDocument();
    const CellAddress front{std::nullopt, Wall::Anterior};
    document->setCell(front, {.grade = 2, .notReadable = {}});
    QVERIFY(document->sheet().aac8.isBlank());
    document->setRules({ScoringConvention::Nhanes, true});
    document->setCell(front, {.grade = 2, .notReadable = {}});
    QCOMPARE(document->sheet().aac8.at(Wall::Anterior).grade, std::optional<int>(2));
    QVERIFY(!document->isStale(front));
    document->moveVertebra(Level::L5, {0, 6});
    QVERIFY(document->isStale(front));
    QVERIFY(document->hasStaleScores());
    // 90 pixels are one and a half bodies of 60.
    document->markStretch(Wall::Posterior, {230, 230}, {230, 320});
    QCOMPARE(document->sheet().aac8.at(Wall::Posterior).grade, std::optional<int>(2));
    QCOMPARE(document->sheet().aac8.at(Wall::Posterior).measured, std::optional<double>(1.5));
}

VERTESCORE_QT_TEST_MAIN(ScanDocumentTest)
#include "tst_ScanDocument.moc"
