// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/shell/jobs/AgreementJob.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>

using namespace vertescore;
using namespace vertescore::test;

namespace {

RatingTable fourImages() {
    RatingTable table;
    for (int image = 0; image < 4; ++image)
        for (const std::string reader : {"A", "B", "C"}) {
            Rating rating;
            rating.sheet = everyCell(reader == "B" ? 3 - image : image);
            [[maybe_unused]] const auto added =
                table.add({"S" + std::to_string(image), reader, "ivg", {}}, rating);
        }
    return table;
}

/// Resamples that nobody gets before the gate is opened.
struct Gate {
    QSemaphore entered, opened;
    std::atomic<int> asked = 0;

    AgreementOptions options() {
        AgreementOptions options;
        options.study = "behind the gate";
        options.threads = 1;
        options.resamples = [this, drawn = drawnResamples(9, 1)](std::size_t cases) {
            ++asked;
            entered.release();
            opened.acquire();
            return drawn(cases);
        };
        return options;
    }
};

} // namespace

class tst_AgreementJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewStartStopsTheOneUnderWay();
    void reportsWhatItComputed();
};

void tst_AgreementJob::aNewStartStopsTheOneUnderWay() {
    constexpr int kPlenty = 1000;
    Gate gate;
    AgreementJob job;
    QStringList studies;
    connect(&job, &AgreementJob::finished, this, [&](const std::shared_ptr<const AgreementReport>& report) {
        studies << QString::fromStdString(report->study);
    });
    QSignalSpy finished(&job, &AgreementJob::finished);
    job.start(fourImages(), gate.options());
    gate.entered.acquire(); // now it is among its resamples
    AgreementOptions options;
    options.study = "the newest";
    options.resamples = drawnResamples(9, 1);
    job.start(fourImages(), options);
    gate.opened.release(kPlenty);
    QVERIFY(finished.wait());
    QCOMPARE(studies, QStringList("the newest"));
    QCOMPARE(gate.asked.load(), 1); // of three pairs of readers in every unit
}

void tst_AgreementJob::reportsWhatItComputed() {
    constexpr int kPlenty = 1000;
    Gate gate;
    gate.opened.release(kPlenty);
    AgreementJob job;
    QSignalSpy finished(&job, &AgreementJob::finished);
    job.start(fourImages(), gate.options());
    QVERIFY(finished.wait());
    QVERIFY(gate.asked.load() > 1);
}

VERTESCORE_QT_TEST_MAIN(tst_AgreementJob)
#include "tst_AgreementJob.moc"
