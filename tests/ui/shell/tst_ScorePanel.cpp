// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/grading/ScorePanel.h"
#include "ui/shell/Actions.h"

#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// The grading step in a window of its own, with a scan whose corners are all there.
struct Desk {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    Actions actions{settings};
    ScanDocument document{makeScan(), {.points = {makeSpine(PointState::Confirmed), {}}, .scores = {}}};
    QMainWindow window;
    ScorePanel* panel = new ScorePanel(actions);

    Desk() {
        window.setCentralWidget(panel);
        for (const Command& command : actions.commands())
            if (command.group == ActionGroup::Grading &&
                command.action->shortcutContext() == Qt::WindowShortcut)
                window.addAction(command.action);
        panel->setDocument(&document);
        panel->setActive(true);
        window.show();
        window.activateWindow();
        VERTESCORE_ASSERT(QTest::qWaitForWindowActive(&window));
        panel->setActive(true);
    }
    void askForAac8() {
        const ScoringRules rules{ScoringConvention::Nhanes, true};
        document.setRules(rules);
        panel->setRules(rules, {});
    }
    void press(Qt::Key key) { QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key); }
    const ScoreCell& cell(Segment segment, Wall wall) const { return document.sheet().at(segment, wall); }
};

} // namespace

class tst_ScorePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDigitGradesTheCellAndMovesOn() {
        Desk desk;
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Anterior}));
        desk.press(Qt::Key_2);
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior).grade, std::optional<int>(2));
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Posterior}));
        desk.press(Qt::Key_0);
        QCOMPARE(desk.cell(Segment::L1, Wall::Posterior).grade, std::optional<int>(0));
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L2, Wall::Anterior}));
    }

    void eightDigitsCompleteTheSheetAndSaySo() {
        Desk desk;
        QSignalSpy completed(desk.panel, &ScorePanel::completed);
        for (int i = 0; i < 7; ++i)
            desk.press(Qt::Key_1);
        QCOMPARE(completed.count(), 0);
        desk.press(Qt::Key_3);
        QCOMPARE(completed.count(), 1);
        QCOMPARE(desk.document.sheet().total(), std::optional<int>(10));
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L4, Wall::Posterior}));
    }

    void aac8ComesAfterTheEightCellsAndGoesTo4() {
        Desk desk;
        desk.askForAac8();
        QSignalSpy completed(desk.panel, &ScorePanel::completed);
        for (int i = 0; i < 8; ++i)
            desk.press(Qt::Key_1);
        QCOMPARE(completed.count(), 0);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{std::nullopt, Wall::Anterior}));
        desk.press(Qt::Key_4);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{std::nullopt, Wall::Posterior}));
        desk.press(Qt::Key_2);
        QCOMPARE(completed.count(), 1);
        QCOMPARE(desk.document.sheet().aac8.sum(), std::optional<int>(6));
        QCOMPARE(desk.document.sheet().total(), std::optional<int>(8));
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L4, Wall::Posterior}));
    }

    void fourIsNoGradeOfTheEightCells() {
        Desk desk;
        desk.askForAac8();
        desk.press(Qt::Key_4);
        QVERIFY(desk.cell(Segment::L1, Wall::Anterior).isBlank());
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Anterior}));
    }

    void aStudyThatDoesNotAskForAac8IsDoneAfterEightCells() {
        Desk desk;
        QSignalSpy completed(desk.panel, &ScorePanel::completed);
        for (int i = 0; i < 8; ++i)
            desk.press(Qt::Key_1);
        QCOMPARE(completed.count(), 1);
        desk.press(Qt::Key_Down);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L4, Wall::Posterior}));
    }

    void aTypedGradeBeatsTheMeasuredOneUntilItIsTakenBack() {
        Desk desk;
        desk.document.markStretch(Wall::Anterior, {260, 120}, {260, 170}); // half of L1
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior), (ScoreCell{2, std::nullopt, 0.5, true}));
        desk.press(Qt::Key_3);
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior), (ScoreCell{3, std::nullopt, 0.5, false}));
        desk.panel->setCurrentCell(CellAddress{Segment::L1, Wall::Anterior});
        desk.press(Qt::Key_T);
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior), (ScoreCell{2, std::nullopt, 0.5, true}));
    }

    void keysGoToThePanelThatIsActiveAlone() {
        Desk desk;
        ScanDocument otherDocument(makeScan());
        ScorePanel other(desk.actions);
        other.setDocument(&otherDocument);
        desk.press(Qt::Key_2);
        QCOMPARE(otherDocument.sheet(), ScoreSheet{});
        desk.panel->setActive(false);
        QVERIFY(!desk.actions.at(ActionId::Grade1).isEnabled());
        other.setActive(true);
        desk.press(Qt::Key_1);
        QCOMPARE(otherDocument.sheet().at(Segment::L1, Wall::Anterior).grade, std::optional<int>(1));
        QVERIFY(desk.cell(Segment::L1, Wall::Posterior).isBlank());
        desk.panel->setDocument(nullptr); // an inactive panel leaves the keys alone
        QVERIFY(desk.actions.at(ActionId::Grade1).isEnabled());
    }

    void arrowsMoveWithoutGrading() {
        Desk desk;
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Right);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L2, Wall::Posterior}));
        desk.press(Qt::Key_Up);
        desk.press(Qt::Key_Up);
        desk.press(Qt::Key_Left);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Anterior}));
        QCOMPARE(desk.document.sheet(), ScoreSheet{});
    }

    void backspaceLeavesABlankNotAZero() {
        Desk desk;
        desk.press(Qt::Key_3);
        desk.press(Qt::Key_Left);
        desk.press(Qt::Key_Backspace);
        QVERIFY(desk.cell(Segment::L1, Wall::Anterior).isBlank());
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Anterior}));
        QVERIFY(!desk.document.sheet().total());
    }

    void notReadableTakesAReasonByItsNumber() {
        Desk desk;
        desk.press(Qt::Key_N);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_4);
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior).notReadable,
                 std::optional(NotReadableReason::Motion));
        QVERIFY(!desk.cell(Segment::L1, Wall::Anterior).grade);
        QCOMPARE(desk.panel->currentCell(), (CellAddress{Segment::L1, Wall::Posterior}));
    }

    void everyKeystrokeIsOneUndoStep() {
        Desk desk;
        desk.press(Qt::Key_1);
        desk.press(Qt::Key_2);
        QCOMPARE(desk.document.undoStack().count(), 2);
        desk.document.undoStack().undo();
        QVERIFY(desk.cell(Segment::L1, Wall::Posterior).isBlank());
        QCOMPARE(desk.cell(Segment::L1, Wall::Anterior).grade, std::optional<int>(1));
    }

    void aLockedReadingTakesNoGrade() {
        Desk desk;
        desk.document.setEditable(false, false);
        desk.press(Qt::Key_2);
        QCOMPARE(desk.document.sheet(), ScoreSheet{});
    }

    void anotherStepTakesNoGrade() {
        Desk desk;
        desk.panel->setActive(false);
        desk.press(Qt::Key_2);
        QCOMPARE(desk.document.sheet(), ScoreSheet{});
    }

    void aMovedCornerMarksTheGradesNearItAsStale() {
        Desk desk;
        for (int i = 0; i < 8; ++i)
            desk.press(Qt::Key_1);
        desk.document.moveCorner({Level::L1, Corner::InferiorAnterior}, {215, 205});
        QVERIFY(desk.document.hasStaleScores());
        desk.document.rebindScores();
        QVERIFY(!desk.document.hasStaleScores());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_ScorePanel)
#include "tst_ScorePanel.moc"
