// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/builders/Desk.h"
#include "tests/support/fakes/FakeDetector.h"
#include "ui/documents/ScanDocument.h"
#include "ui/jobs/DetectionJob.h"

#include <QSignalSpy>
#include <QThread>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr PointAddress kPoint{Level::L2, Corner::SuperiorAnterior};

DetectorFactory factoryOf(FakeDetectorScript& script) {
    return [&script]() -> Result<std::unique_ptr<LandmarkDetector>> {
        return std::make_unique<FakeDetector>(script);
    };
}

} // namespace

class DetectionJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_script = std::make_unique<FakeDetectorScript>();
        m_script->answer = [] { return makeDetection(); };
        m_scan = makeScan();
    }

    void aResultEntersTheDocumentAsOneUndoStep() {
        ScanDocument document(m_scan);
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy finished(&job, &DetectionJob::finished);
        job.start(document);
        QVERIFY(job.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(!job.isRunning());
        QVERIFY(document.landmarks() == makeSpine());
        QCOMPARE(document.detection()->model, makeModel());
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QVERIFY(document.landmarks().isEmpty());
    }

    void aPersonsPointSurvivesARerun() {
        ScanDocument document(m_scan, {{makeSpine(), makeDetection()}, {}});
        document.moveCorner(kPoint, {150, 233});
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy finished(&job, &DetectionJob::finished);
        job.start(document);
        QVERIFY(finished.wait());
        QCOMPARE(*document.landmarks().at(kPoint.level).at(kPoint.corner).position, (PixelPoint{150, 233}));
        QCOMPARE(m_script->lastAnterior(), std::optional(AnteriorSide::Right));
        job.start(document, false);
        QVERIFY(finished.wait());
        QVERIFY(document.landmarks() == makeSpine());
        QVERIFY(!m_script->lastAnterior());
    }

    void aCancelledRunChangesNothingAndTheNextOneWorks() {
        ScanDocument document(m_scan);
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy finished(&job, &DetectionJob::finished), failed(&job, &DetectionJob::failed),
            cancelled(&job, &DetectionJob::cancelled);
        m_script->close();
        job.start(document);
        QTRY_COMPARE(m_script->runs(), 1);
        job.cancel();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!job.isRunning());
        m_script->open();
        job.start(document);
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(document.undoStack().count(), 1);
    }

    void aNewRunDropsTheResultOfTheOldOne() {
        ScanDocument first(m_scan), second(m_scan);
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy finished(&job, &DetectionJob::finished), failed(&job, &DetectionJob::failed);
        m_script->close();
        job.start(first);
        QTRY_COMPARE(m_script->runs(), 1);
        job.start(second);
        m_script->open();
        QVERIFY(finished.wait());
        QTRY_COMPARE(m_script->runs(), 2);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 0);
        QVERIFY(first.landmarks().isEmpty());
        QVERIFY(!second.landmarks().isEmpty());
    }

    void aQueuedScanWaitsForTheOneThatRuns() {
        ScanDocument first(m_scan), second(m_scan), third(m_scan);
        auto gone = std::make_unique<ScanDocument>(m_scan);
        DetectionJob job(factoryOf(*m_script));
        std::vector<ScanDocument*> order;
        connect(&job, &DetectionJob::finished, this,
                [&](ScanDocument* document) { order.push_back(document); });
        m_script->close();
        job.enqueue(first);
        QTRY_COMPARE(m_script->runs(), 1);
        job.enqueue(second);
        job.enqueue(*gone);
        job.enqueue(third);
        gone.reset();
        m_script->open();
        QTRY_COMPARE(order.size(), std::size_t{3});
        QCOMPARE(order, (std::vector{&first, &third, &second}));
        QVERIFY(!job.isRunning());
    }

    void cancellingEndsWhatWaitsToo() {
        ScanDocument first(m_scan), second(m_scan);
        DetectionJob job(factoryOf(*m_script));
        m_script->close();
        job.enqueue(first);
        job.enqueue(second);
        job.cancel();
        QVERIFY(!job.isRunning());
        m_script->open();
        job.start(first);
        QTRY_VERIFY(!first.landmarks().isEmpty());
        QVERIFY(!job.isRunning());
        QVERIFY(second.landmarks().isEmpty());
    }

    void afterAFailureNothingThatWaitsIsStarted() {
        ScanDocument first(m_scan), second(m_scan);
        m_script->answer = []() -> Result<Detection> { return failure(ErrorCode::OutOfMemory); };
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy failed(&job, &DetectionJob::failed);
        m_script->close();
        job.enqueue(first);
        job.enqueue(second);
        m_script->open();
        QVERIFY(failed.wait());
        QVERIFY(!job.isRunning());
        QCOMPARE(m_script->runs(), 1);
    }

    void aResultForADocumentThatIsGoneIsDropped() {
        auto document = std::make_unique<ScanDocument>(m_scan);
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy finished(&job, &DetectionJob::finished), running(&job, &DetectionJob::runningChanged);
        m_script->close();
        job.start(*document);
        QTRY_COMPARE(m_script->runs(), 1);
        document.reset();
        m_script->open();
        QTRY_COMPARE(running.count(), 2);
        QCOMPARE(finished.count(), 0);
    }

    void theJobMayGoWhileItRuns() {
        ScanDocument document(m_scan);
        {
            DetectionJob job(factoryOf(*m_script));
            m_script->close();
            job.start(document);
            QTRY_COMPARE(m_script->runs(), 1);
        }
        QCoreApplication::processEvents();
        QVERIFY(document.landmarks().isEmpty());
    }

    void aFailureIsReportedAndChangesNothing() {
        ScanDocument document(m_scan);
        m_script->answer = []() -> Result<Detection> { return failure(ErrorCode::OutOfMemory, "7 GiB"); };
        DetectionJob job(factoryOf(*m_script));
        ErrorCode code = ErrorCode::Internal;
        connect(&job, &DetectionJob::failed, this, [&](const Error& error) { code = error.code; });
        job.start(document);
        QTRY_COMPARE(code, ErrorCode::OutOfMemory);
        QVERIFY(!job.isRunning());
        QCOMPARE(document.undoStack().count(), 0);
    }

    void anExceptionBecomesAnError() {
        ScanDocument document(m_scan);
        m_script->answer = []() -> Result<Detection> { throw std::runtime_error("broken promise"); };
        DetectionJob job(factoryOf(*m_script));
        QSignalSpy failed(&job, &DetectionJob::failed);
        job.start(document);
        QVERIFY(failed.wait());
    }

    void weightsThatCannotBeReadAreTriedAgainAtTheNextRun() {
        ScanDocument document(m_scan);
        int tries = 0;
        DetectionJob job([&]() -> Result<std::unique_ptr<LandmarkDetector>> {
            if (++tries == 1) return failure(ErrorCode::WeightsMissing);
            return std::make_unique<FakeDetector>(*m_script);
        });
        QSignalSpy failed(&job, &DetectionJob::failed), finished(&job, &DetectionJob::finished);
        job.start(document);
        QVERIFY(failed.wait());
        job.start(document);
        QVERIFY(finished.wait());
        job.start(document);
        QVERIFY(finished.wait());
        QCOMPARE(tries, 2);
    }

    void progressArrivesOnTheThreadOfTheWindow() {
        ScanDocument document(m_scan);
        DetectionJob job(factoryOf(*m_script));
        QList<double> shares;
        connect(
            &job, &DetectionJob::progressed, &job,
            [&](double share) {
                QCOMPARE(QThread::currentThread(), qApp->thread());
                shares << share;
            },
            Qt::DirectConnection);
        QSignalSpy finished(&job, &DetectionJob::finished);
        job.start(document);
        QVERIFY(finished.wait());
        QCOMPARE(shares, (QList<double>{0, 0.5}));
    }

private:
    std::unique_ptr<FakeDetectorScript> m_script;
    std::shared_ptr<const Scan> m_scan;
};

VERTESCORE_QT_TEST_MAIN(DetectionJobTest)
#include "tst_DetectionJob.moc"
