// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/report/PlotStyle.h"
#include "ui/report/TrainingPicture.h"

#include <QTemporaryDir>

using namespace vertescore;

namespace {

TrainingCurve falling(bool withChecks) {
    TrainingCurve curve;
    for (int step = 1; step <= 200; ++step) {
        const double loss = 4.0 / step + 0.1;
        curve.steps.push_back({step, loss, loss / 2, loss / 4, loss / 8});
        if (withChecks && step % 50 == 0)
            curve.checks.push_back({step, 600.0 / step, 200.0 / step, step / 250.0});
    }
    return curve;
}

int countIn(const QImage& picture, const QRect& box, const QColor& colour) {
    int count = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            count += picture.pixelColor(x, y) == colour;
    return count;
}

QRect upperHalf(const QImage& picture) {
    return QRect(0, 0, picture.width(), picture.height() / 2);
}

QRect lowerHalf(const QImage& picture) {
    return upperHalf(picture).translated(0, picture.height() / 2);
}

} // namespace

class tst_TrainingPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsLossesAboveAndWhatWasMeasuredBelow() {
        const QImage picture = drawTrainingCurve(falling(true), QStringLiteral("A run"));
        const PlotStyle style = PlotStyle::light();
        QVERIFY(countIn(picture, upperHalf(picture), style.accent) > 500);
        QVERIFY(countIn(picture, lowerHalf(picture), style.accent) > 500);
        QVERIFY(countIn(picture, lowerHalf(picture), style.warning) > 500);
    }

    void withoutChecksNothingIsDrawnBelow() {
        const QImage picture = drawTrainingCurve(falling(false), QStringLiteral("A run"));
        QCOMPARE(countIn(picture, lowerHalf(picture), PlotStyle::light().accent), 0);
    }

    void aSingleStepAndALossOfZeroAreDrawnToo() {
        TrainingCurve curve;
        curve.steps.push_back({1, 0, 0, 0, 0});
        QVERIFY(!drawTrainingCurve(curve, {}).isNull());
    }

    void theFileIsThePictureAndATargetThatCannotBeWrittenIsNamed() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "curve.png";
        QVERIFY(saveTrainingCurve(path, falling(true), QStringLiteral("A run")).has_value());
        QCOMPARE(QImage(QString::fromStdString(path.string())).size(), QSize(1600, 1200));
        const Status refused = saveTrainingCurve("/nowhere/curve.png", falling(true), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().path, std::filesystem::path("/nowhere/curve.png"));
    }
};

VERTESCORE_QT_TEST_MAIN(tst_TrainingPicture)
#include "tst_TrainingPicture.moc"
