// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/pages/study/panel/AdjudicationPage.h"
#include "ui/pages/study/panel/TruthPage.h"
#include "ui/panels/grading/ScorePanel.h"
#include "ui/panels/grading/SubmitPanel.h"
#include "ui/panels/study/ReadingsTable.h"
#include "ui/shell/Actions.h"
#include "ui/shell/session/Workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

StudySettings withTraining() {
    auto settings = TemporaryStudy::usual();
    settings.arms.push_back({"practice", GuideDisplay::Shown, true});
    return settings;
}

/// Ann and Bea have read; scan 0 alike but for L2, scan 1 quite differently, scan 2 alike but for one grade.
struct ReadStudy : TemporaryStudy {
    ReadStudy() : TemporaryStudy(3, withTraining()) {
        auto store = openQuickly(path());
        ScoreSheet other = everyCell(1);
        other.at(Segment::L2, Wall::Anterior).grade = 3;
        other.at(Segment::L2, Wall::Posterior) = {.grade = {}, .notReadable = NotReadableReason::Noise};
        ScoreSheet close = everyCell(2);
        close.at(Segment::L4, Wall::Posterior).grade = 3;
        const std::pair<ScoreSheet, ScoreSheet> readings[] = {
            {everyCell(1), other}, {everyCell(0), everyCell(2)}, {everyCell(2), close}};
        for (std::size_t scan = 0; scan < 3; ++scan) {
            read(store, "Ann", scan, readings[scan].first);
            read(store, "Bea", scan, readings[scan].second);
        }
    }
};

/// Cleo, who coordinates, sits before a study.
struct Panel {
    QSettings settings;
    Actions actions{settings};
    Workspace workspace;
    QMainWindow window;

    explicit Panel(const TemporaryStudy& study)
        : settings(QString::fromStdString((study.folder() / "s.ini").string()), QSettings::IniFormat) {
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), "Cleo");
        signIn.asReader = false;
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
    }

    template <class Page>
    Page& open() {
        auto* page = new Page(workspace, actions);
        window.setCentralWidget(page);
        window.resize(1300, 900);
        window.show();
        window.activateWindow();
        VERTESCORE_ASSERT(QTest::qWaitForWindowActive(&window));
        page->begin();
        awaitPicture();
        return *page;
    }
    void awaitPicture() {
        auto* view = window.findChild<ScanView*>();
        VERTESCORE_ASSERT(QTest::qWaitFor([&] { return view->document() != nullptr; }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    }
    const ScoreSheet& sheet() { return window.findChild<ScanView*>()->document()->sheet(); }
    void giveReason(const QString& text) {
        for (QLineEdit* field : window.findChildren<QLineEdit*>())
            if (field->accessibleName().startsWith(QStringLiteral("Reason"))) field->setText(text);
    }
    QListWidget& list() { return *window.findChild<QListWidget*>(); }
};

} // namespace

class tst_Adjudication : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatReadersSeeDifferentlyByHowFarTheyAreApart() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        QCOMPARE(panel.list().count(), 2);
        QVERIFY(panel.list().item(0)->text().contains(QStringLiteral("2 wall(s)")));
        QVERIFY(panel.list().item(0)->text().contains(QStringLiteral("readable or not")));
        QVERIFY(panel.list().item(1)->text().contains(QStringLiteral("8 wall(s)")));
        panel.window.findChild<QComboBox*>()->setCurrentIndex(2); // more than two grades
        QVERIFY(QTest::qWaitFor([&] { return panel.list().count() == 1; }));
        QVERIFY(panel.list().item(0)->text().contains(QStringLiteral("1 wall(s)"))); // not readable for one
        panel.window.findChild<QComboBox*>()->setCurrentIndex(0);                    // any difference
        QVERIFY(QTest::qWaitFor([&] { return panel.list().count() == 3; }));
    }

    void thePanelSeesTheCornersOnlyInArmsThatShowThem() {
        auto settings = TemporaryStudy::usual();
        settings.arms = {{"ivg", GuideDisplay::Shown}, {"no_ivg", GuideDisplay::None}};
        const TemporaryStudy study(1, settings);
        {
            auto store = TemporaryStudy::openQuickly(study.path());
            auto annotator = store.openAnnotatorSession(TemporaryStudy::personNamed(store, "Cleo"));
            const ScanId scan = annotator->worklist()->front().scan;
            QVERIFY(annotator->saveLandmarks(scan, makeSpine(PointState::Edited)).has_value());
            for (const std::string arm : {"ivg", "no_ivg"}) {
                TemporaryStudy::read(store, "Ann", 0, everyCell(0), {arm, 1});
                TemporaryStudy::read(store, "Bea", 0, everyCell(3), {arm, 1});
            }
        }
        Panel panel(study);
        panel.open<AdjudicationPage>();
        QCOMPARE(panel.list().count(), 2);
        for (int row = 0; row < 2; ++row) {
            const QPointer<const ScanDocument> before = panel.window.findChild<ScanView*>()->document();
            if (panel.list().currentRow() != row) {
                panel.list().setCurrentRow(row);
                QTRY_VERIFY(!before);
                panel.awaitPicture();
            }
            const bool isGuided = panel.list().item(row)->text().contains(QStringLiteral("With guides"));
            const ScanDocument* document = panel.window.findChild<ScanView*>()->document();
            QVERIFY(document->landmarks() == (isGuided ? makeSpine(PointState::Edited) : Landmarks{}));
        }
    }

    void whatIsSettledLeavesTheListOfOpenOnes() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        panel.giveReason(QStringLiteral("met on Monday"));
        panel.press(Qt::Key_2);
        panel.press(Qt::Key_0);
        panel.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panel.list().count(), 2);
        const QString open = panel.list().item(1)->text();
        panel.window.findChild<QCheckBox*>()->setChecked(true);
        QCOMPARE(panel.list().count(), 1);
        QCOMPARE(panel.list().item(0)->text(), open);
    }

    void whoComesNextFindsNothingThatWasGradedAndNotRecorded() {
        const ReadStudy study;
        Panel panel(study);
        auto& page = panel.open<AdjudicationPage>();
        panel.press(Qt::Key_2);
        panel.list().setCurrentRow(1);
        QVERIFY(panel.list().item(0)->text().contains(QStringLiteral("graded, not recorded")));
        DeskSignIn again;
        again.signIn = TemporaryStudy::personNamed(*panel.workspace.store(), "Cleo");
        again.asReader = false;
        QVERIFY(panel.workspace.signIn(again).has_value());
        page.begin();
        QVERIFY(QTest::qWaitFor([&] { return panel.list().count() == 2; }));
        QVERIFY(!panel.list().item(0)->text().contains(QStringLiteral("graded, not recorded")));
    }

    void aConsensusIsGivenByTheKeysOfGradingAndReplacesNobodysReading() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        QCOMPARE(panel.window.findChild<ReadingsTable*>()->differingCells(), 2);
        // What both say alike is there; the first wall that they see differently is next.
        QCOMPARE(panel.sheet().at(Segment::L1, Wall::Anterior).grade, std::optional<int>(1));
        QCOMPARE(panel.window.findChild<ScorePanel*>()->currentCell(),
                 (CellAddress{Segment::L2, Wall::Anterior}));
        panel.giveReason(QStringLiteral("met on Monday"));
        panel.press(Qt::Key_2);
        panel.press(Qt::Key_Return, Qt::ControlModifier); // a wall is still blank
        QVERIFY(panel.workspace.coordinator()->consensus()->empty());
        panel.press(Qt::Key_0);
        const auto before = *panel.workspace.coordinator()->ratings();
        panel.press(Qt::Key_Return, Qt::ControlModifier);
        const auto consensus = *panel.workspace.coordinator()->consensus();
        QCOMPARE(consensus.size(), std::size_t{1});
        ScoreSheet expected = everyCell(1);
        expected.at(Segment::L2, Wall::Anterior).grade = 2;
        expected.at(Segment::L2, Wall::Posterior).grade = 0;
        QVERIFY(consensus[0].sheet == expected);
        QCOMPARE(consensus[0].by, std::string("Cleo"));
        QCOMPARE(consensus[0].reason, std::string("met on Monday"));
        QVERIFY(*panel.workspace.coordinator()->ratings() == before);
        QCOMPARE(panel.list().currentRow(), 1); // the next open one

        panel.list().setCurrentRow(0);
        panel.awaitPicture();
        QVERIFY(panel.sheet() == expected); // what was settled is where settling anew begins
        panel.press(Qt::Key_3);
        panel.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panel.workspace.coordinator()->consensus()->at(0).revision, 2);
    }

    void aGradeMovesOnToWhatIsStillOpenAndLeavesTheAgreedOnes() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        panel.press(Qt::Key_2);
        panel.press(Qt::Key_Up);
        panel.press(Qt::Key_3); // L1 posterior on purpose; L2 anterior is graded
        QCOMPARE(panel.sheet().at(Segment::L1, Wall::Posterior).grade, std::optional<int>(3));
        QCOMPARE(panel.window.findChild<ScorePanel*>()->currentCell(),
                 (CellAddress{Segment::L2, Wall::Posterior}));
    }

    void withoutAReasonNothingIsRecorded() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        panel.press(Qt::Key_2);
        panel.press(Qt::Key_0);
        panel.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(panel.workspace.coordinator()->consensus()->empty());
    }

    void whatWasGradedButNotRecordedIsThereWhenTheCaseComesBack() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<AdjudicationPage>();
        panel.press(Qt::Key_2);
        panel.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(panel.sheet().at(Segment::L2, Wall::Anterior).isBlank());
        panel.press(Qt::Key_Y, Qt::ControlModifier);
        panel.list().setCurrentRow(1);
        panel.awaitPicture();
        panel.list().setCurrentRow(0);
        panel.awaitPicture();
        QCOMPARE(panel.sheet().at(Segment::L2, Wall::Anterior).grade, std::optional<int>(2));
        QVERIFY(panel.list().item(0)->text().contains(QStringLiteral("graded, not recorded")));
    }

    void aTruthIsSaidAndShowsInTrainingAfterSubmittingOnly() {
        const ReadStudy study;
        Panel panel(study);
        panel.open<TruthPage>();
        QCOMPARE(panel.list().count(), 3);
        panel.giveReason(QStringLiteral("atlas"));
        for (int i = 0; i < 8; ++i)
            panel.press(Qt::Key_2);
        panel.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panel.workspace.coordinator()->truths()->size(), std::size_t{1});
        QCOMPARE(panel.list().currentRow(), 1);

        DeskSignIn practice;
        practice.signIn = TemporaryStudy::personNamed(*panel.workspace.store(), "Ann");
        practice.pass = {"practice", 1};
        QVERIFY(panel.workspace.signIn(practice).has_value());
        QCOMPARE(panel.workspace.worklist().rowCount(), 1);
        QSignalSpy changed(&panel.workspace, &Workspace::scanChanged);
        panel.workspace.showScan(panel.workspace.worklist().worklist().front().scan);
        while (!panel.workspace.keeper())
            QVERIFY(changed.wait());
        SubmitPanel submit(panel.actions);
        submit.setKeeper(panel.workspace.keeper());
        submit.setActive(true);
        submit.show();
        QSignalSpy submitted(&submit, &SubmitPanel::submitted);
        for (std::size_t i = 0; i < 8; ++i)
            panel.workspace.keeper()->document().setCell(cellAt(i),
                                                         {.grade = i == 3 ? 0 : 2, .notReadable = {}});
        QVERIFY(!panel.workspace.keeper()->truth());
        QVERIFY(!submit.findChild<ReadingsTable*>()->isVisible());
        panel.actions.at(ActionId::Submit).trigger();
        QCOMPARE(panel.workspace.keeper()->reading().state, ReadingState::Submitted);
        QCOMPARE(submitted.count(), 0); // the reader looks before the next scan comes
        QVERIFY(submit.findChild<ReadingsTable*>()->isVisible());
        QCOMPARE(submit.findChild<ReadingsTable*>()->differingCells(), 1);
    }

    void aReaderCannotOpenThePanel() {
        const ReadStudy study;
        Panel panel(study);
        DeskSignIn reader;
        reader.signIn = TemporaryStudy::personNamed(*panel.workspace.store(), "Ann");
        reader.pass = TemporaryStudy::firstPass();
        QVERIFY(panel.workspace.signIn(reader).has_value());
        AdjudicationPage page(panel.workspace, panel.actions);
        page.show();
        page.begin();
        QTest::qWait(0);
        QCOMPARE(page.findChild<QListWidget*>()->count(), 0);
        bool isRefused = false;
        panel.workspace.coordinate(
            [](CoordinatorSession& session) { return session.consensus(); },
            [&](const auto& answer) { isRefused = answer.error().code == ErrorCode::NotAllowed; });
        QVERIFY(isRefused);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Adjudication)
#include "tst_Adjudication.moc"
