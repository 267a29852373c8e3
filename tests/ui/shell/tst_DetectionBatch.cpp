// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/fakes/FakeDetector.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/jobs/DetectionBatch.h"
#include "ui/jobs/DetectionJob.h"
#include "ui/panels/worklist/DetectionStrip.h"
#include "ui/shell/session/Workspace.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr PointAddress kPoint{Level::L2, Corner::SuperiorAnterior};

/// Cleo, who annotates, with a study of three scans and a network of the test's making.
struct Desk {
    TemporaryStudy study;
    Workspace workspace;
    FakeDetectorScript script;
    bool hasWeights = true;
    DetectionJob job;
    DetectionBatch batch;
    QSignalSpy finished{&batch, &DetectionBatch::finished};

    Desk()
        : job([this]() -> Result<std::unique_ptr<LandmarkDetector>> {
              if (!hasWeights) return failure(ErrorCode::WeightsMissing);
              return std::make_unique<FakeDetector>(script);
          }),
          batch(workspace, job) {
        script.answer = [] { return makeDetection(); };
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), "Cleo");
        signIn.asReader = false;
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
    }
    ~Desk() { script.open(); }

    ScanId scan(std::size_t index) { return workspace.worklist().worklist()[index].scan; }
    ScanDocument& put(std::size_t index) {
        workspace.showScan(scan(index));
        VERTESCORE_ASSERT(QTest::qWaitFor(
            [&] { return workspace.keeper() && workspace.keeper()->studyScan().id == scan(index); }));
        return workspace.keeper()->document();
    }
    LandmarkState state(std::size_t index) { return workspace.worklist().worklist()[index].landmarks; }
    DetectionReport report() {
        VERTESCORE_ASSERT(QTest::qWaitFor([&] { return finished.count() > 0; }));
        return finished.first().first().value<DetectionReport>();
    }
};

} // namespace

class tst_DetectionBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScanWithoutCornersGetsThemAndTheDeskStaysAsItIs() {
        Desk desk;
        desk.batch.start();
        QVERIFY(desk.batch.isRunning());
        QCOMPARE(desk.report().found, qsizetype{3});
        QVERIFY(desk.report().failed.empty() && !desk.report().isCancelled);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(desk.state(i), LandmarkState::Predicted);
        QVERIFY(!desk.workspace.keeper());
        QCOMPARE((*desk.workspace.session()->landmarks(desk.scan(1)))->source, LandmarkSource::Model);
    }

    void aScanThatSomebodyWorkedOnIsLeftAlone() {
        Desk desk;
        desk.put(1).moveCorner(kPoint, {150, 233});
        const Landmarks before = desk.put(1).landmarks();
        desk.put(0);
        QCOMPARE(desk.batch.pending().size(), std::size_t{2});
        desk.batch.start();
        QCOMPARE(desk.report().found, qsizetype{2});
        QVERIFY(desk.put(1).landmarks() == before);
        QCOMPARE(desk.put(1).undoStack().count(), 1);
    }

    void aPointSetWhileTheNetworkLooksAtTheScanStays() {
        Desk desk;
        ScanDocument& document = desk.put(0);
        desk.script.close();
        desk.batch.start();
        QVERIFY(QTest::qWaitFor([&] { return desk.script.runs() == 1; }));
        document.moveCorner(kPoint, {150, 233});
        desk.script.open();
        QCOMPARE(desk.report().found, qsizetype{3});
        QCOMPARE(*document.landmarks().at(kPoint.level).at(kPoint.corner).position, (PixelPoint{150, 233}));
    }

    void theResultCanBeUndoneOnTheDesk() {
        Desk desk;
        desk.batch.start();
        desk.report();
        ScanDocument& document = desk.put(1);
        QVERIFY(document.landmarks() == makeSpine());
        document.undoStack().undo();
        QVERIFY(document.landmarks().isEmpty());
        QCOMPARE(desk.state(1), LandmarkState::None);
    }

    void aRunThatSomebodyAsksForGoesFirst() {
        Desk desk;
        ScanDocument& wanted = desk.put(2);
        desk.script.close();
        desk.batch.start();
        QVERIFY(QTest::qWaitFor([&] { return desk.script.runs() == 1; }));
        desk.job.start(wanted);
        QCOMPARE(desk.job.document(), &wanted);
        desk.script.open();
        desk.report();
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(desk.state(i), LandmarkState::Predicted);
    }

    void cancelKeepsWhatWasFound() {
        Desk desk;
        QSignalSpy progressed(&desk.batch, &DetectionBatch::progressed);
        connect(&desk.batch, &DetectionBatch::progressed, &desk.batch, [&](qsizetype done) {
            if (done == 1) desk.batch.cancel();
        });
        desk.batch.start();
        QVERIFY(desk.report().isCancelled);
        QCOMPARE(desk.report().found, qsizetype{1});
        QVERIFY(!desk.batch.isRunning());
        QCOMPARE(desk.state(0), LandmarkState::Predicted);
        QCOMPARE(desk.state(2), LandmarkState::None);
    }

    void stoppingTheNetworkStopsTheBatch() {
        Desk desk;
        desk.script.close();
        desk.batch.start();
        QVERIFY(QTest::qWaitFor([&] { return desk.script.runs() == 1; }));
        desk.job.cancel();
        QVERIFY(desk.report().isCancelled);
        QVERIFY(!desk.batch.isRunning() && !desk.job.isRunning());
    }

    void aFileThatIsGoneIsListedAndTheRestGoesOn() {
        Desk desk;
        const StudyScan gone = *desk.workspace.session()->scan(desk.scan(1));
        std::filesystem::remove(gone.path);
        desk.batch.start();
        QCOMPARE(desk.report().found, qsizetype{2});
        QCOMPARE(desk.report().failed.size(), std::size_t{1});
        QCOMPARE(desk.report().failed.front().code, gone.code);
        QCOMPARE(desk.report().failed.front().error.code, ErrorCode::FileNotFound);
    }

    void withoutWeightsItEndsAtOnceAndSaysWhy() {
        Desk desk;
        desk.hasWeights = false;
        desk.batch.start();
        QCOMPARE(desk.report().failed.size(), std::size_t{1});
        QCOMPARE(desk.report().failed.front().error.code, ErrorCode::WeightsMissing);
        QCOMPARE(desk.report().found, qsizetype{0});
    }

    void signingOutEndsIt() {
        Desk desk;
        desk.script.close();
        desk.batch.start();
        QVERIFY(QTest::qWaitFor([&] { return desk.script.runs() == 1; }));
        desk.workspace.signOut();
        QVERIFY(!desk.batch.isRunning());
        QVERIFY(desk.batch.pending().empty());
    }

    void theStripOffersItAndTellsHowFarItIs() {
        Desk desk;
        DetectionStrip strip(desk.batch);
        strip.refresh();
        QVERIFY(strip.isOffering());
        QVERIFY(strip.text().contains(QLatin1Char('3')));
        strip.findChildren<QPushButton*>().first()->click();
        QVERIFY(desk.batch.isRunning() && !strip.isOffering());
        desk.report();
        QVERIFY(strip.text().contains(QLatin1Char('3')));
        strip.hide();
        strip.refresh();
        QVERIFY(strip.isHidden());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_DetectionBatch)
#include "tst_DetectionBatch.moc"
