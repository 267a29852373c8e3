// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guides/BuildGuides.h"
#include "core/roi/CropRoi.h"
#include "tests/support/QtTestMain.h"
#include "ui/report/AnnotatedPicture.h"
#include "ui/report/Palette.h"

#include <QPainter>
#include <QSet>
#include <QTemporaryDir>

#include <cmath>

using namespace vertescore;

namespace {

/// A grey scan of 300 x 900 pixels.
DisplayImage plainScan() {
    return {300, 900, std::vector<std::uint8_t>(std::size_t{300} * 900, 40)};
}

/// A straight spine; its front is `front` pixels from the left.
Landmarks spineAt(double front, PointState state) {
    Landmarks landmarks;
    for (const Level level : kLevels) {
        const double top = 40 + 140.0 * static_cast<double>(indexOf(level));
        VertebraLandmarks& vertebra = landmarks.at(level);
        vertebra.confidence = 0.9;
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{front, top}, state, false};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{front - 70, top}, state, false};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{front, top + 100}, state, false};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{front - 70, top + 100}, state, false};
    }
    return landmarks;
}

/// Pixels of about that colour among those of the scan, not of the legend.
int countColour(const QImage& picture, const QColor& colour, int height = 1400) {
    int count = 0;
    for (int y = 0; y < std::min(height, picture.height()); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            const int off = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) +
                            std::abs(pixel.blue() - colour.blue());
            count += off < 12;
        }
    }
    return count;
}

QImage drawSpine(const Landmarks& landmarks, const ScanGeometry& geometry = {300, 900, std::nullopt}) {
    const Guides guides = buildGuides(landmarks);
    const auto roi = cropRoi(guides, geometry, {}, {});
    return drawAnnotatedPicture(plainScan(), geometry, landmarks, guides, roi ? &*roi : nullptr, {});
}

/// How many pixels of a row without marks are of the scan's grey.
int scanWidth(const ScanGeometry& geometry) {
    const QImage picture = drawAnnotatedPicture(plainScan(), geometry, {}, {}, nullptr, {});
    int width = 0;
    for (int x = 0; x < picture.width(); ++x)
        width += picture.pixelColor(x, 600) == QColor(40, 40, 40);
    return width;
}

} // namespace

class AnnotatedPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsKeepTheirTrueAspect() {
        const int square = scanWidth({300, 900, std::nullopt});
        QVERIFY(std::abs(square - 1400 / 3) < 4);
        const int wide = scanWidth({300, 900, PixelSpacing{1.0, 0.5, SpacingSource::PixelSpacing}});
        QVERIFY(std::abs(wide - 2 * square) < 6);
    }

    void aStateHasItsColour_data() {
        QTest::addColumn<int>("state");
        for (const PointState state : {PointState::Predicted, PointState::Edited, PointState::Confirmed})
            QTest::newRow(pointStateName(state).data()) << static_cast<int>(state);
    }
    void aStateHasItsColour() {
        QFETCH(int, state);
        const auto wanted = static_cast<PointState>(state);
        const QImage picture = drawSpine(spineAt(160, wanted));
        for (const PointState other : {PointState::Predicted, PointState::Edited, PointState::Confirmed}) {
            const int found = countColour(picture, palette::pointColour(other));
            QCOMPARE(found > 500, other == wanted);
        }
    }

    void statesDifferInShapeNotInColourAlone() {
        QSet<QByteArray> shapes;
        for (const PointState state :
             {PointState::Predicted, PointState::Edited, PointState::Confirmed, PointState::NotVisible}) {
            QImage mark(40, 40, QImage::Format_Grayscale8);
            mark.fill(0);
            QPainter painter(&mark);
            drawPointMark(painter, {20, 20}, 9, state);
            painter.end();
            QByteArray shape;
            for (int y = 0; y < 40; ++y)
                for (int x = 0; x < 40; ++x)
                    shape += mark.pixelColor(x, y).value() > 60 ? '#' : '.';
            shapes.insert(shape);
        }
        QCOMPARE(shapes.size(), 4);
    }

    void samplesOutsideTheFieldAreRed() {
        QCOMPARE(countColour(drawSpine(spineAt(160, PointState::Predicted)), palette::curveOutside()), 0);
        QVERIFY(countColour(drawSpine(spineAt(250, PointState::Predicted)), palette::curveOutside()) > 500);
    }

    void aScaleBarNeedsASpacing() {
        const auto bright = [](const std::optional<PixelSpacing>& spacing) {
            return countColour(drawAnnotatedPicture(plainScan(), {300, 900, spacing}, {}, {}, nullptr, {}),
                               palette::labelText());
        };
        QCOMPARE(bright(std::nullopt), 0);
        QVERIFY(bright(PixelSpacing{0.5, 0.5, SpacingSource::PixelSpacing}) > 50);
    }

    void theCropIsSaidInWords() {
        QVERIFY(cropInWords(nullptr).contains(QStringLiteral("not computed")));
        Roi roi;
        roi.curve.factor = 1.1;
        QVERIFY(cropInWords(&roi).contains(QStringLiteral("1.10")));
        roi.isCropped = true;
        roi.percent = 12.44;
        roi.segmentPercent = {0, 0, 0, 49.6};
        roi.causes = {CropCause::None, CropCause::Border};
        const QString words = cropInWords(&roi);
        QVERIFY(words.contains(QStringLiteral("12.4")));
        QVERIFY(words.contains(QStringLiteral("L4")));
        QVERIFY(!words.contains(QStringLiteral("L1")));
        QVERIFY(words.contains(QStringLiteral("border")));
    }

    void aFileIsWrittenWholeOrRefused() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "overlay.png";
        const ScanGeometry geometry{300, 900, std::nullopt};
        QVERIFY(saveAnnotatedPicture(path, plainScan(), geometry, {}, {}, nullptr, {}).has_value());
        QVERIFY(!QImage(QString::fromStdString(path.string())).isNull());
        const auto refused =
            saveAnnotatedPicture(path / "below" / "a.png", plainScan(), geometry, {}, {}, nullptr, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileNotWritable);
    }

    void anOnePixelScanIsDrawn() {
        const DisplayImage pixel{1, 1, {128}};
        QVERIFY(!drawAnnotatedPicture(pixel, {1, 1, std::nullopt}, {}, {}, nullptr, {}).isNull());
    }
};

VERTESCORE_QT_TEST_MAIN(AnnotatedPictureTest)
#include "tst_AnnotatedPicture.moc"
