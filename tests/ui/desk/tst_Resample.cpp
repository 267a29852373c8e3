// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/canvas/picture/Resample.h"

#include <numeric>

using namespace vertescore;

namespace {

DisplayImage ramp(int width, int height) {
    DisplayImage image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.pixels.push_back(static_cast<std::uint8_t>(10 + 2 * x));
    return image;
}

std::size_t at(int x, int y, int width) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

} // namespace

class ResampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEvenGreyStaysEvenAtEveryScale_data() {
        QTest::addColumn<double>("step");
        QTest::newRow("magnified") << 0.13;
        QTest::newRow("as it is") << 1.0;
        QTest::newRow("shrunk") << 3.7;
    }

    void anEvenGreyStaysEvenAtEveryScale() {
        QFETCH(double, step);
        const DisplayImage even{40, 40, std::vector<std::uint8_t>(1600, 137)};
        const auto out = resampled(even, {QSize(10, 10), QPointF(0, 0), QPointF(step, step), 0});
        for (const std::uint8_t grey : out)
            QCOMPARE(int(grey), 137);
    }

    void aRampIsContinuedBetweenItsPixels() {
        // Twice as large: output sample 41 lies at 20.75 pixels from the border, a quarter behind the middle
        // of pixel 20.
        const auto out = resampled(ramp(60, 8), {QSize(120, 16), QPointF(0, 0), QPointF(0.5, 0.5), 0});
        QVERIFY(qAbs(out[at(41, 8, 120)] - (10 + 2 * 20.25)) <= 0.51);
        QVERIFY(qAbs(out[at(60, 8, 120)] - (10 + 2 * 29.75)) <= 0.51);
    }

    void shrinkingAveragesWhatFallsTogether() {
        // One bright column in eight, never at the middle of an output sample: an average sees it, a sample
        // does not.
        DisplayImage stripes{64, 64, {}};
        for (int i = 0; i < 64 * 64; ++i)
            stripes.pixels.push_back(i % 8 == 0 ? 200 : 100);
        const auto out = resampled(stripes, {QSize(8, 8), QPointF(0, 0), QPointF(8, 8), 0});
        QVERIFY(qAbs(out[at(4, 4, 8)] - 112.5) <= 3);
    }

    void theAxesScaleApart() {
        const auto out = resampled(ramp(20, 20), {QSize(20, 80), QPointF(0, 0), QPointF(1, 0.25), 0});
        QVERIFY(qAbs(out[at(10, 70, 20)] - 30) <= 1);
    }

    void whatLiesOutsideHasTheGivenGrey() {
        const auto out = resampled(ramp(10, 10), {QSize(14, 14), QPointF(-2, -2), QPointF(1, 1), 28});
        QCOMPARE(int(out[at(0, 5, 14)]), 28);
        QCOMPARE(int(out[at(1, 5, 14)]), 28);
        QVERIFY(out[at(2, 5, 14)] != 28);
        QCOMPARE(int(out[at(12, 5, 14)]), 28);
        QCOMPARE(int(out[at(5, 0, 14)]), 28);
    }

    void anEmptyOutputIsEmpty() {
        QVERIFY(resampled(ramp(4, 4), {QSize(0, 5), QPointF(0, 0), QPointF(1, 1), 0}).empty());
    }
};

VERTESCORE_QT_TEST_MAIN(ResampleTest)
#include "tst_Resample.moc"
