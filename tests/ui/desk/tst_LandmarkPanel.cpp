// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/builders/Desk.h"
#include "tests/support/fakes/FakeDetector.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"
#include "ui/jobs/DetectionJob.h"
#include "ui/panels/landmarks/CornerChooser.h"
#include "ui/panels/landmarks/LandmarkPanel.h"
#include "ui/panels/landmarks/VertebraModel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr PointAddress kPoint{Level::L2, Corner::SuperiorAnterior};

} // namespace

Q_DECLARE_METATYPE(std::optional<vertescore::PixelSpacing>)

class LandmarkPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theModelKeepsItsPromisesWhileTheDocumentChanges();
    void aVertebraTellsItsConfidenceStatesAndProblems();
    void aMissingVertebraSaysWhy();
    void howSureAPlaceIsStandsBesideIt_data();
    void howSureAPlaceIsStandsBesideIt();
    void everyCommandHasAnIdOfItsOwnAndNoTwoShareAKey();
    void confirmingAVertebraConfirmsItAloneAndGoesToTheNext();
    void thePointCommandsActOnTheSelectedPoint();
    void aCornerWithoutAPlaceCanBeChosenAndMarkedAsNotVisible();
    void commandsThatMakeNoSenseAreDisabled();
    void withoutGradesAShiftAsksNothing();
    void withGradesAShiftAsksAndThenDoesAsTold_data();
    void withGradesAShiftAsksAndThenDoesAsTold();
    void aRowChosenSelectsItsPointInTheView();
    void aPointSelectedInTheViewChoosesItsRowAndSendsNothingBack();
    void theButtonRunsTheNetworkAndCancelStopsIt();
    void aPersonsPointsAreReplacedOnlyWhenTheBoxIsTicked();
    void aScanRefusedAsFrontalCanBeCalledLateral();
    void aReadOnlyDocumentOffersNothing();

private:
    QAction* command(const char* id) const {
        for (QAction* action : m_panel->commands())
            if (action->objectName() == QLatin1String(id)) return action;
        return nullptr;
    }
    QModelIndex row(Level level) const { return m_list->model()->index(static_cast<int>(indexOf(level)), 0); }
    QPushButton* button(const QString& text) const {
        for (QPushButton* each : m_panel->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }

    FakeDetectorScript m_script;
    std::unique_ptr<DetectionJob> m_job;
    std::unique_ptr<ScanDocument> m_document;
    std::unique_ptr<LandmarkPanel> m_panel;
    QListView* m_list = nullptr;
};

void LandmarkPanelTest::init() {
    m_script.answer = [] { return makeDetection(); };
    m_script.open();
    m_job = std::make_unique<DetectionJob>([this]() -> Result<std::unique_ptr<LandmarkDetector>> {
        return std::make_unique<FakeDetector>(m_script);
    });
    m_document =
        std::make_unique<ScanDocument>(makeScan(), DocumentContent{{makeSpine(), makeDetection()}, {}});
    m_panel = std::make_unique<LandmarkPanel>(m_job.get());
    m_panel->setDocument(m_document.get());
    m_panel->show();
    m_list = m_panel->findChild<QListView*>(QStringLiteral("vertebrae"));
}

void LandmarkPanelTest::cleanup() {
    m_panel.reset();
    m_job.reset();
    m_document.reset();
}

void LandmarkPanelTest::howSureAPlaceIsStandsBesideIt_data() {
    using Spacing = std::optional<PixelSpacing>;
    QTest::addColumn<Spacing>("spacing");
    QTest::addColumn<bool>("isRounded");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown spacing") << Spacing() << false
                                     << QStringLiteral("within 6.0 px nine times in ten");
    QTest::newRow("whole pixels") << Spacing() << true << QStringLiteral("imported as a whole pixel");
    // 6 px x sqrt(0.2 mm x 0.45 mm) = 1.8 mm
    QTest::newRow("known spacing") << Spacing(PixelSpacing{0.2, 0.45, SpacingSource::PixelSpacing}) << false
                                   << QStringLiteral("within 6.0 px (about 1.8 mm) nine times in ten");
}

void LandmarkPanelTest::howSureAPlaceIsStandsBesideIt() {
    QFETCH(std::optional<PixelSpacing>, spacing);
    QFETCH(bool, isRounded);
    QFETCH(QString, words);
    Landmarks spine = makeSpine();
    Landmark& corner = spine.at(kPoint.level).at(kPoint.corner);
    if (isRounded)
        corner.isRounded = true;
    else
        corner.uncertaintyPx = 6;
    ScanDocument document(makeScan(400, 700, spacing), {{spine, makeDetection()}, {}});
    m_panel->setDocument(&document);
    const auto isSaid = [&] {
        for (const QLabel* label : m_panel->findChildren<QLabel*>())
            if (label->text().contains(words)) return true;
        return false;
    };
    m_panel->setSelectedPoint(PointAddress{kPoint.level, Corner::InferiorPosterior});
    QVERIFY(!isSaid());
    m_panel->setSelectedPoint(kPoint);
    QVERIFY(isSaid());
    document.nudge(kPoint, {1, 0});
    QVERIFY(!isSaid());
    m_panel->setDocument(m_document.get());
}

void LandmarkPanelTest::theModelKeepsItsPromisesWhileTheDocumentChanges() {
    VertebraModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setDocument(m_document.get());
    QCOMPARE(model.rowCount(), 6);
    m_document->confirmAll();
    m_document->undoStack().undo();
    m_document.reset();
    QCOMPARE(model.rowCount(), 0);
}

void LandmarkPanelTest::aVertebraTellsItsConfidenceStatesAndProblems() {
    m_document->moveCorner({Level::L3, Corner::SuperiorPosterior},
                           *m_document->landmarks().at(Level::L2).centre());
    const QModelIndex l2 = row(Level::L2), l3 = row(Level::L3);
    QCOMPARE(l2.data().toString(), QStringLiteral("L2"));
    QCOMPARE(l2.data(VertebraModel::ConfidenceRole).toDouble(), 0.9);
    QVERIFY(!l2.data(VertebraModel::ProblemRole).toString().isEmpty());
    QCOMPARE(l3.data(VertebraModel::StatesRole).value<QList<int>>()[1], static_cast<int>(PointState::Edited));
    QVERIFY(l3.data(Qt::ToolTipRole).toString().contains(l3.data(VertebraModel::SummaryRole).toString()));
    QVERIFY(l3.data(VertebraModel::SummaryRole).toString().contains(QLatin1Char('3')));
    QVERIFY(
        l2.data(Qt::AccessibleTextRole).toString().contains(l2.data(VertebraModel::ProblemRole).toString()));
    for (const Corner corner : kCorners)
        m_document->nudge({Level::L5, corner}, {1, 0});
    QVERIFY(!row(Level::L5).data(VertebraModel::ConfidenceRole).isValid());
}

void LandmarkPanelTest::aMissingVertebraSaysWhy() {
    VertebraLandmarks outside, unsure, none;
    outside.missing = MissingReason::OutsidePicture;
    unsure.missing = MissingReason::BelowThreshold;
    QVERIFY(sayStates(outside) != sayStates(unsure));
    QVERIFY(sayStates(none) != sayStates(unsure));
    QVERIFY(!sayStates(none).isEmpty());
}

void LandmarkPanelTest::everyCommandHasAnIdOfItsOwnAndNoTwoShareAKey() {
    QSet<QString> ids, keys;
    for (const QAction* action : m_panel->commands()) {
        QVERIFY(action->objectName().startsWith(QStringLiteral("landmarks.")));
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids << action->objectName();
        if (action->shortcut().isEmpty()) continue;
        QVERIFY2(!keys.contains(action->shortcut().toString()), qPrintable(action->objectName()));
        keys << action->shortcut().toString();
    }
}

void LandmarkPanelTest::confirmingAVertebraConfirmsItAloneAndGoesToTheNext() {
    m_list->setCurrentIndex(row(Level::L4));
    command("landmarks.confirmVertebra")->trigger();
    QCOMPARE(m_document->landmarks().at(Level::L4).at(Corner::SuperiorAnterior).state, PointState::Confirmed);
    QCOMPARE(m_document->landmarks().at(Level::L3).at(Corner::SuperiorAnterior).state, PointState::Predicted);
    QCOMPARE(m_list->currentIndex().row(), static_cast<int>(indexOf(Level::L5)));
    command("landmarks.confirmVertebra")->trigger();
    QCOMPARE(m_list->currentIndex().row(), static_cast<int>(indexOf(Level::L5))); // the last one stays
}

void LandmarkPanelTest::thePointCommandsActOnTheSelectedPoint() {
    const auto point = [this] { return m_document->landmarks().at(kPoint.level).at(kPoint.corner); };
    m_panel->setSelectedPoint(kPoint);
    command("landmarks.notVisible")->trigger();
    QCOMPARE(point().state, PointState::NotVisible);
    QVERIFY(command("landmarks.notVisible")->isChecked());
    command("landmarks.restorePoint")->trigger();
    QCOMPARE(point().state, PointState::Predicted);
    command("landmarks.lock")->trigger();
    QVERIFY(point().locked);
    QVERIFY(!command("landmarks.clearPoint")->isEnabled());
    command("landmarks.lock")->trigger();
    QVERIFY(!point().locked);
    command("landmarks.clearPoint")->trigger();
    QCOMPARE(point().state, PointState::Unset);
}

void LandmarkPanelTest::aCornerWithoutAPlaceCanBeChosenAndMarkedAsNotVisible() {
    m_document->clearPoint(kPoint);
    m_panel->setSelectedPoint(PointAddress{kPoint.level, Corner::InferiorPosterior});
    QSignalSpy chosen(m_panel.get(), &LandmarkPanel::pointChosen);
    auto* corners = m_panel->findChild<CornerChooser*>();
    const QString wanted = say(kPoint);
    for (QToolButton* button : corners->findChildren<QToolButton*>())
        if (button->accessibleName().startsWith(wanted)) button->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<std::optional<PointAddress>>(), std::optional(kPoint));
    m_panel->setSelectedPoint(kPoint); // as the view answers
    command("landmarks.notVisible")->trigger();
    QCOMPARE(m_document->landmarks().at(kPoint.level).at(kPoint.corner).state, PointState::NotVisible);
    QVERIFY(!m_document->nextUnset());
}

void LandmarkPanelTest::commandsThatMakeNoSenseAreDisabled() {
    QVERIFY(!command("landmarks.lock")->isEnabled());  // no point is selected
    QVERIFY(!command("landmarks.place")->isEnabled()); // none is missing
    m_document->clearAll();
    QVERIFY(command("landmarks.place")->isEnabled());
    QVERIFY(!command("landmarks.confirmAll")->isEnabled());
    QVERIFY(!command("landmarks.shiftUp")->isEnabled());
    ScanDocument withoutNetwork(makeScan(), DocumentContent{{makeSpine(), {}}, {}});
    m_panel->setDocument(&withoutNetwork);
    m_panel->setSelectedPoint(kPoint);
    QVERIFY(!command("landmarks.restorePoint")->isEnabled());
    m_panel->setDocument(nullptr);
}

void LandmarkPanelTest::withoutGradesAShiftAsksNothing() {
    command("landmarks.shiftUp")->trigger();
    QVERIFY(!m_document->landmarks().at(Level::T12).isComplete());
    QVERIFY(!m_panel->findChild<QWidget*>(QStringLiteral("shiftQuestion"))->isVisible());
}

void LandmarkPanelTest::withGradesAShiftAsksAndThenDoesAsTold_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isShifted");
    QTest::addColumn<bool>("isCarried");
    QTest::newRow("with the vertebra") << "its vertebra" << true << true;
    QTest::newRow("with the label") << "its label" << true << false;
    QTest::newRow("cancel") << "Cancel" << false << false;
}

void LandmarkPanelTest::withGradesAShiftAsksAndThenDoesAsTold() {
    QFETCH(QString, answer);
    QFETCH(bool, isShifted);
    QFETCH(bool, isCarried);
    m_document->setCell({Segment::L1, Wall::Anterior}, {2, {}});
    command("landmarks.shiftUp")->trigger();
    auto* question = m_panel->findChild<QWidget*>(QStringLiteral("shiftQuestion"));
    QVERIFY(question->isVisible());
    QVERIFY(m_document->landmarks() == makeSpine());
    for (QPushButton* each : question->findChildren<QPushButton*>())
        if (each->text() == answer) each->click();
    QVERIFY(!question->isVisible());
    QCOMPARE(!(m_document->landmarks() == makeSpine()), isShifted);
    const Segment expected = isCarried ? Segment::L2 : Segment::L1;
    QCOMPARE(m_document->sheet().at(expected, Wall::Anterior).grade, std::optional(2));
}

void LandmarkPanelTest::aRowChosenSelectsItsPointInTheView() {
    QSignalSpy chosen(m_panel.get(), &LandmarkPanel::pointChosen),
        centred(m_panel.get(), &LandmarkPanel::levelChosen);
    m_list->setCurrentIndex(row(Level::L3));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<std::optional<PointAddress>>()->level, Level::L3);
    QCOMPARE(centred.count(), 1);
}

void LandmarkPanelTest::aPointSelectedInTheViewChoosesItsRowAndSendsNothingBack() {
    QSignalSpy chosen(m_panel.get(), &LandmarkPanel::pointChosen);
    m_panel->setSelectedPoint(kPoint);
    QCOMPARE(m_list->currentIndex().row(), static_cast<int>(indexOf(kPoint.level)));
    QCOMPARE(chosen.count(), 0);
}

void LandmarkPanelTest::theButtonRunsTheNetworkAndCancelStopsIt() {
    m_script.close();
    auto* run = m_panel->findChild<QPushButton*>(QStringLiteral("run"));
    auto* cancel = m_panel->findChild<QPushButton*>(QStringLiteral("cancel"));
    QVERIFY(!cancel->isVisible());
    run->click();
    QVERIFY(m_job->isRunning());
    QVERIFY(!run->isEnabled());
    auto* bar = m_panel->findChild<QProgressBar*>();
    QTRY_COMPARE(bar->value() * 2, bar->maximum());
    cancel->click();
    QVERIFY(!m_job->isRunning());
    QVERIFY(run->isEnabled());
    QVERIFY(!bar->isVisible());
}

void LandmarkPanelTest::aPersonsPointsAreReplacedOnlyWhenTheBoxIsTicked() {
    auto* replace = m_panel->findChild<QCheckBox*>();
    QVERIFY(!replace->isEnabled());
    m_document->moveCorner(kPoint, {150, 233});
    QVERIFY(replace->isEnabled());
    QSignalSpy finished(m_job.get(), &DetectionJob::finished);
    auto* run = m_panel->findChild<QPushButton*>(QStringLiteral("run"));
    run->click();
    QVERIFY(finished.wait());
    QCOMPARE(m_document->landmarks().at(kPoint.level).at(kPoint.corner).state, PointState::Edited);
    replace->setChecked(true);
    run->click();
    QVERIFY(finished.wait());
    QVERIFY(m_document->landmarks() == makeSpine());
}

void LandmarkPanelTest::aScanRefusedAsFrontalCanBeCalledLateral() {
    auto frontal = std::make_shared<Scan>(*makeScan());
    frontal->source.statedView = PatientView::Frontal;
    ScanDocument document(std::shared_ptr<const Scan>(frontal), {});
    m_panel->setDocument(&document);
    QSignalSpy failed(m_job.get(), &DetectionJob::failed);
    QSignalSpy finished(m_job.get(), &DetectionJob::finished);
    const int runsBefore = m_script.runs();
    QTest::mouseClick(button(QStringLiteral("Find the corners")), Qt::LeftButton);
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().value<Error>().code == ErrorCode::FrontalView);
    QCOMPARE(m_script.runs(), runsBefore);
    QVERIFY(document.landmarks().isEmpty());
    QPushButton* insist = button(QStringLiteral("It is lateral: find the corners"));
    QVERIFY(insist);
    QTest::mouseClick(insist, Qt::LeftButton);
    QVERIFY(finished.wait());
    QVERIFY(!document.landmarks().isEmpty());
    QVERIFY(!button(QStringLiteral("It is lateral: find the corners")));
    m_panel->setDocument(m_document.get());
}

void LandmarkPanelTest::aReadOnlyDocumentOffersNothing() {
    m_panel->setSelectedPoint(kPoint);
    m_document->setEditable(false, true);
    for (const QAction* action : m_panel->commands())
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    QVERIFY(!m_panel->findChild<QPushButton*>(QStringLiteral("run"))->isEnabled());
}

VERTESCORE_QT_TEST_MAIN(LandmarkPanelTest)
#include "tst_LandmarkPanel.moc"
