// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/builders/Desk.h"
#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/canvas/ViewCommands.h"
#include "ui/canvas/items/GradingItem.h"
#include "ui/documents/ScanDocument.h"

#include <QSignalSpy>

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr PointAddress kPoint{Level::L2, Corner::SuperiorAnterior};

using Layer = bool OverlayOptions::*;

DocumentContent spineContent() {
    return {{makeSpine(), makeDetection()}, {}};
}

} // namespace

Q_DECLARE_METATYPE(Layer)

class ScanViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTransformGoesThereAndBack();
    void pixelsHaveTheirTrueAspect();
    void theWheelKeepsThePlaceUnderThePointer();
    void theScanCannotBeLost();
    void oneToOneShowsEachPixelOnOneOfTheScreen();
    void aDoubleClickGoesFromTheWholeScanToTheSpineAndBack();
    void aMiddleDragPansAndMovesNoPoint();
    void aPointFollowsTheDragWithoutAJump();
    void aClickThatTremblesSelectsAndMovesNothing();
    void escapePutsADraggedPointBack();
    void controlSlowsTheDrag();
    void theMiddleOfAVertebraMovesItAlone();
    void theHandleAboveMovesTheSpine();
    void aPointOutsideThePictureCanBeGrabbed();
    void theNearestOfTwoPointsIsGrabbed();
    void anArrowKeyMovesTheSelectedPoint_data();
    void anArrowKeyMovesTheSelectedPoint();
    void aKeyHeldDownIsOneUndoStep();
    void tabWalksThe24PointsAndLeavesAfterTheLast();
    void aRightDragChangesTheWindow();
    void controlMakesTheWindowDragFine();
    void inversionIsAppliedToTheFilesOwn();
    void theWindowIsTheFilesAtEachScanUnlessItIsKept();
    void thePixelUnderThePointerIsTold();
    void withoutSpacingThereAreNoMillimetres();
    void theOverlaysHideWhileTheKeyIsHeld();
    void aKeyStepsTheWindowAndControlMakesItFine();
    void aPresetIsAWindowOfThePicturesOwnValues();
    void brighterIsBrighterOnAnInvertedScanToo();
    void gradingBringsTheSpineCloseUnlessTheZoomWasChosen();
    void aDragWithTheMarkToolMarksTheWallUnderGrading();
    void shiftWipesMarksAndEscapeLeavesThem();
    void marksAreMadeOnlyWhileACellIsGraded();
    void theCellUnderGradingStaysInViewWithAZoomOfOnesOwn();
    void inTheArmWithoutGuidesNothingIsDrawnOrGrabbed();
    void guidesThatAreOnlyShownCannotBeGrabbed();
    void howFarOffAPointMayBeIsShownWhereAskedOrWhereItIsMuch();
    void aBlindedReaderSeesNoCaption();
    void theCellUnderGradingIsLit();
    void whileACellIsGradedNoPointCanBeMoved();
    void eachLayerCanBeSwitchedOff_data();
    void eachLayerCanBeSwitchedOff();
    void thePlaceToolPlacesMissingPointsInOrder();
    void thePlaceToolPlacesTheSelectedMissingPointFirst();
    void aDocumentThatGoesLeavesAnEmptyView();
    void theBackgroundIsNeutralGreyInEveryTheme();

private:
    QPoint placeOf(PointAddress point) const {
        return m_view->transform()
            .toWidget(*m_document->landmarks().at(point.level).at(point.corner).position)
            .toPoint();
    }
    const Landmark& point(PointAddress address = kPoint) const {
        return m_document->landmarks().at(address.level).at(address.corner);
    }
    void drag(QPoint from, QPoint by, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(m_view.get(), button, keys, from);
        moveTo(from + QPoint(3, 0), button, keys); // past the tremble; the drag begins here
        moveTo(from + QPoint(3, 0) + by / 2, button, keys);
        moveTo(from + QPoint(3, 0) + by, button, keys);
        QTest::mouseRelease(m_view.get(), button, keys, from + QPoint(3, 0) + by);
    }
    void moveTo(QPoint place, Qt::MouseButton button, Qt::KeyboardModifiers keys = {}) {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), m_view->mapToGlobal(QPointF(place)),
                          Qt::NoButton, button, keys);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    void show(ReadyScan scan, DocumentContent content = spineContent()) {
        m_view->setDocument(nullptr);
        m_document = std::make_unique<ScanDocument>(std::move(scan), std::move(content));
        m_view->setDocument(m_document.get());
    }
    QImage picture() { return m_view->grab().toImage().convertToFormat(QImage::Format_RGB32); }

    std::unique_ptr<ScanDocument> m_document;
    std::unique_ptr<ScanView> m_view;
};

void ScanViewTest::init() {
    m_view = std::make_unique<ScanView>();
    m_view->resize(600, 900);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    show(makeScan());
    m_view->setFocus();
}

void ScanViewTest::cleanup() {
    m_view.reset();
    m_document.reset();
}

void ScanViewTest::theTransformGoesThereAndBack() {
    m_view->zoomBy(1.7);
    for (const PixelPoint point : {PixelPoint{0, 0}, PixelPoint{-50.25, 900}, PixelPoint{123.4, 56.7}}) {
        const PixelPoint back = m_view->transform().toPixel(m_view->transform().toWidget(point));
        QVERIFY(distance(back, point) < 1e-9);
    }
}

void ScanViewTest::pixelsHaveTheirTrueAspect() {
    show(makeScan(400, 700, PixelSpacing{1.2, 0.6, SpacingSource::PixelSpacing}));
    const QPointF scale = m_view->transform().scale();
    QCOMPARE(scale.x() / scale.y(), 2.0);
}

void ScanViewTest::theWheelKeepsThePlaceUnderThePointer() {
    const QPointF pointer(310, 420);
    const PixelPoint before = m_view->transform().toPixel(pointer);
    const double zoom = m_view->transform().zoom();
    QWheelEvent wheel(pointer, m_view->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view.get(), &wheel);
    QCOMPARE(m_view->transform().zoom(), zoom * 1.2 * 1.2);
    QVERIFY(distance(m_view->transform().toPixel(pointer), before) < 1e-9);
}

void ScanViewTest::theScanCannotBeLost() {
    ViewTransform transform = m_view->transform();
    transform.pan({1e6, -1e6});
    m_view->setTransform(transform);
    QVERIFY(QRectF(m_view->rect()).intersects(m_view->transform().pictureRect()));
}

void ScanViewTest::oneToOneShowsEachPixelOnOneOfTheScreen() {
    m_view->zoomOneToOne();
    QCOMPARE(m_view->transform().zoom() * m_view->devicePixelRatioF(), 1.0);
}

void ScanViewTest::aDoubleClickGoesFromTheWholeScanToTheSpineAndBack() {
    show(makeScan(1200, 1600));
    const ViewTransform whole = m_view->transform();
    const QPoint free(590, 890);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, free);
    QVERIFY(m_view->transform().zoom() > whole.zoom());
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            QVERIFY(m_view->rect().contains(placeOf({level, corner})));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, free);
    QCOMPARE(m_view->transform(), whole);
}

void ScanViewTest::aMiddleDragPansAndMovesNoPoint() {
    const QPointF before = m_view->transform().pictureRect().topLeft();
    drag(placeOf(kPoint), {40, 30}, Qt::MiddleButton);
    QVERIFY(m_view->transform().pictureRect().topLeft() != before);
    QCOMPARE(m_document->undoStack().count(), 0);
}

void ScanViewTest::aPointFollowsTheDragWithoutAJump() {
    const PixelPoint start = *point().position;
    const QPointF scale = m_view->transform().scale();
    drag(placeOf(kPoint) + QPoint(6, -5), {20, 10}); // grabbed beside its centre
    QVERIFY(distance(*point().position, shiftedBy(start, 20 / scale.x(), 10 / scale.y())) < 1e-6);
    QCOMPARE(m_document->undoStack().count(), 1);
    QCOMPARE(m_view->selectedPoint(), std::optional(kPoint));
}

void ScanViewTest::aClickThatTremblesSelectsAndMovesNothing() {
    const QPoint place = placeOf(kPoint);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, place);
    moveTo(place + QPoint(1, 1), Qt::LeftButton);
    moveTo(place + QPoint(-1, 1), Qt::LeftButton);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, place + QPoint(-1, 1));
    QCOMPARE(m_view->selectedPoint(), std::optional(kPoint));
    QCOMPARE(m_document->undoStack().count(), 0);
}

void ScanViewTest::escapePutsADraggedPointBack() {
    const Landmark before = point();
    const QPoint place = placeOf(kPoint);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, place);
    moveTo(place + QPoint(5, 0), Qt::LeftButton);
    moveTo(place + QPoint(30, 30), Qt::LeftButton);
    QVERIFY(!(point() == before));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(point() == before);
    moveTo(place + QPoint(60, 60), Qt::LeftButton);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, place + QPoint(60, 60));
    QVERIFY(point() == before);
    QCOMPARE(m_document->undoStack().count(), 0);
}

void ScanViewTest::controlSlowsTheDrag() {
    const PixelPoint start = *point().position;
    drag(placeOf(kPoint), {50, 0}, Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(point().position->x, start.x + 10 / m_view->transform().scale().x());
}

void ScanViewTest::theMiddleOfAVertebraMovesItAlone() {
    const QPoint middle =
        m_view->transform().toWidget(*m_document->landmarks().at(Level::L3).centre()).toPoint();
    drag(middle, {12, 12});
    QVERIFY(!(m_document->landmarks().at(Level::L3) == makeSpine().at(Level::L3)));
    QVERIFY(m_document->landmarks().at(Level::L2) == makeSpine().at(Level::L2));
    QCOMPARE(m_document->undoStack().count(), 1);
}

void ScanViewTest::theHandleAboveMovesTheSpine() {
    const QPoint handle = spineHandlePlace(m_view->scene().state())->toPoint();
    drag(handle, {0, 15});
    for (const Level level : kLevels)
        QVERIFY(!(m_document->landmarks().at(level) == makeSpine().at(level)));
    QCOMPARE(m_document->undoStack().count(), 1);
}

void ScanViewTest::aPointOutsideThePictureCanBeGrabbed() {
    m_document->moveCorner(kPoint, {-30, 240});
    const QPoint place = placeOf(kPoint);
    QVERIFY(!m_view->transform().pictureRect().contains(place));
    QVERIFY(m_view->rect().contains(place));
    drag(place, {10, 0});
    QVERIFY(point().position->x > -30);
}

void ScanViewTest::theNearestOfTwoPointsIsGrabbed() {
    const PointAddress neighbour{Level::L1, Corner::InferiorAnterior};
    m_document->moveCorner(neighbour, {200, 232}); // kPoint lies at 200, 240
    const QPointF near = m_view->transform().toWidget(PixelPoint{200, 234});
    QCOMPARE(pickHandle(m_view->scene().state(), near)->point, neighbour);
    const QPointF other = m_view->transform().toWidget(PixelPoint{200, 239});
    QCOMPARE(pickHandle(m_view->scene().state(), other)->point, kPoint);
    QVERIFY(!pickHandle(m_view->scene().state(), m_view->transform().toWidget(PixelPoint{300, 600})));
}

void ScanViewTest::anArrowKeyMovesTheSelectedPoint_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("keys");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("one pixel left") << int(Qt::Key_Left) << Qt::KeyboardModifiers() << -1.0 << 0.0;
    QTest::newRow("one pixel down") << int(Qt::Key_Down) << Qt::KeyboardModifiers() << 0.0 << 1.0;
    QTest::newRow("Shift: ten") << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ShiftModifier) << 10.0
                                << 0.0;
    QTest::newRow("Ctrl: a tenth") << int(Qt::Key_Up) << Qt::KeyboardModifiers(Qt::ControlModifier) << 0.0
                                   << -0.1;
}

void ScanViewTest::anArrowKeyMovesTheSelectedPoint() {
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, keys);
    QFETCH(double, x);
    QFETCH(double, y);
    m_view->select(kPoint);
    const PixelPoint start = *point().position;
    QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key), keys);
    QCOMPARE(point().position->x, start.x + x);
    QCOMPARE(point().position->y, start.y + y);
    QCOMPARE(m_document->undoStack().count(), 1);
}

void ScanViewTest::aKeyHeldDownIsOneUndoStep() {
    m_view->select(kPoint);
    const double start = point().position->x;
    QTest::keyPress(m_view.get(), Qt::Key_Right);
    for (int i = 0; i < 5; ++i) {
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Right, {}, {}, true);
        QCoreApplication::sendEvent(m_view.get(), &repeat);
    }
    QTest::keyRelease(m_view.get(), Qt::Key_Right);
    QCOMPARE(point().position->x, start + 6);
    QCOMPARE(m_document->undoStack().count(), 1);
}

void ScanViewTest::tabWalksThe24PointsAndLeavesAfterTheLast() {
    QList<std::size_t> walked;
    connect(m_view.get(), &ScanView::selectionChanged, this,
            [&](const std::optional<PointAddress>& selected) {
                if (selected) walked << indexOf(selected->level) * kCornerCount + indexOf(selected->corner);
            });
    for (int i = 0; i < 24; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(walked.size(), 24);
    for (qsizetype i = 0; i < walked.size(); ++i)
        QCOMPARE(walked[i], static_cast<std::size_t>(i));
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QCOMPARE(walked.back(), std::size_t{22});
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(!m_view->selectedPoint());
}

void ScanViewTest::aRightDragChangesTheWindow() {
    const WindowLevel before = m_view->window();
    drag({300, 300}, {40, -20}, Qt::RightButton);
    QVERIFY(m_view->window().width > before.width);
    QVERIFY(m_view->window().centre < before.centre); // up is brighter
    QCOMPARE(m_document->undoStack().count(), 0);
    m_view->resetWindow();
    QCOMPARE(m_view->window(), before);
}

void ScanViewTest::controlMakesTheWindowDragFine() {
    const double before = m_view->window().width;
    drag({300, 300}, {100, 0}, Qt::RightButton);
    const double coarse = m_view->window().width - before;
    m_view->resetWindow();
    drag({300, 300}, {100, 0}, Qt::RightButton, Qt::ControlModifier);
    QVERIFY(qAbs((m_view->window().width - before) * 10 - coarse) < 1e-6);
}

void ScanViewTest::inversionIsAppliedToTheFilesOwn() {
    Scan scan = *makeScan();
    scan.pipeline.inverted = true; // MONOCHROME1
    show(std::make_shared<const Scan>(std::move(scan)));
    const int asFile = m_view->scene().picture().display().at(10, 10);
    QVERIFY(!m_view->isInverted());
    m_view->setInverted(true);
    QVERIFY(!m_view->scene().picture().pipeline().inverted);
    QCOMPARE(m_view->scene().picture().display().at(10, 10), 255 - asFile);
}

void ScanViewTest::theWindowIsTheFilesAtEachScanUnlessItIsKept() {
    const WindowLevel file = m_view->window();
    m_view->setWindow({60, 40, VoiFunction::Linear});
    show(makeScan());
    QCOMPARE(m_view->window(), file);
    m_view->setWindowKeptAcrossScans(true);
    m_view->setWindow({60, 40, VoiFunction::Linear});
    show(makeScan());
    QCOMPARE(m_view->window(), (WindowLevel{60, 40, VoiFunction::Linear}));
}

void ScanViewTest::thePixelUnderThePointerIsTold() {
    Scan scan = *makeScan(400, 700, PixelSpacing{0.5, 0.5, SpacingSource::ImagerPixelSpacing});
    scan.pipeline.rescaleSlope = 2;
    scan.pipeline.rescaleIntercept = -10;
    show(std::make_shared<const Scan>(std::move(scan)));
    std::optional<PixelReading> reading;
    connect(m_view.get(), &ScanView::pixelUnderPointer, this, [&](const auto& now) { reading = now; });
    moveTo(m_view->transform().toWidget(PixelPoint{100, 200}).toPoint(), Qt::NoButton);
    QVERIFY(reading);
    QCOMPARE(reading->x, 100);
    QCOMPARE(reading->y, 200);
    QCOMPARE(reading->stored, m_document->scan().image.stored(100, 200));
    QCOMPARE(reading->modality, 2.0 * reading->stored - 10);
    QCOMPARE(reading->display, int(m_view->scene().picture().display().at(100, 200)));
    QCOMPARE(*reading->mm, (MmPoint{50, 100}));
    QCOMPARE(reading->spacingSource, std::optional(SpacingSource::ImagerPixelSpacing));
    moveTo({2, 2}, Qt::NoButton);
    QVERIFY(!reading);
}

void ScanViewTest::withoutSpacingThereAreNoMillimetres() {
    const auto reading = m_view->readPixel(m_view->transform().toWidget(PixelPoint{5, 5}));
    QVERIFY(reading && !reading->mm && !reading->spacingSource);
}

void ScanViewTest::theOverlaysHideWhileTheKeyIsHeld() {
    ViewCommands commands(*m_view);
    m_view->addActions(commands.commands());
    const QImage shown = picture();
    QTest::keyPress(m_view.get(), Qt::Key_H);
    QVERIFY(m_view->areOverlaysHidden());
    QVERIFY(picture() != shown);
    QTest::keyRelease(m_view.get(), Qt::Key_H);
    QVERIFY(!m_view->areOverlaysHidden());
    QVERIFY(picture() == shown);
}

void ScanViewTest::aKeyStepsTheWindowAndControlMakesItFine() {
    ViewCommands commands(*m_view);
    m_view->addActions(commands.commands());
    const WindowLevel start = m_view->window();
    QTest::keyClick(m_view.get(), Qt::Key_E);
    QCOMPARE(m_view->window().centre, start.centre);
    const double step = start.width - m_view->window().width;
    QVERIFY(step > 0);
    m_view->setWindow(start);
    QTest::keyClick(m_view.get(), Qt::Key_E, Qt::ControlModifier);
    const double fine = start.width - m_view->window().width;
    QVERIFY2(fine > 0 && fine < step / 4, qPrintable(QString::number(fine)));
    m_view->setWindow(start);
    QTest::keyClick(m_view.get(), Qt::Key_E, Qt::ShiftModifier);
    QCOMPARE(m_view->window().width, start.width + step);
}

void ScanViewTest::aPresetIsAWindowOfThePicturesOwnValues() {
    ViewCommands commands(*m_view);
    m_view->addActions(commands.commands());
    const Scan& scan = m_document->scan();
    QTest::keyClick(m_view.get(), Qt::Key_F6);
    QCOMPARE(m_view->window(), percentileWindow(scan.image, scan.pipeline, 0, 100));
    QTest::keyClick(m_view.get(), Qt::Key_F8);
    QVERIFY(m_view->window().centre > percentileWindow(scan.image, scan.pipeline, 0, 100).centre);
    QVERIFY(m_view->window().width < percentileWindow(scan.image, scan.pipeline, 0, 100).width);
}

void ScanViewTest::brighterIsBrighterOnAnInvertedScanToo() {
    ViewCommands commands(*m_view);
    m_view->addActions(commands.commands());
    for (const bool isInverted : {false, true}) {
        m_view->resetWindow();
        m_view->setInverted(isInverted);
        const int before = m_view->scene().picture().display().at(200, 350);
        QTest::keyClick(m_view.get(), Qt::Key_B);
        QVERIFY(m_view->scene().picture().display().at(200, 350) > before);
    }
}

void ScanViewTest::gradingBringsTheSpineCloseUnlessTheZoomWasChosen() {
    const double whole = m_view->transform().zoom();
    m_view->setGradingCell(CellAddress{Segment::L1, Wall::Anterior});
    const double close = m_view->transform().zoom();
    QVERIFY(close > whole);
    m_view->setGradingCell(std::nullopt);
    m_view->zoomBy(0.9);
    const double chosen = m_view->transform().zoom();
    m_view->setGradingCell(CellAddress{Segment::L1, Wall::Posterior});
    QCOMPARE(m_view->transform().zoom(), chosen);
}

void ScanViewTest::aDragWithTheMarkToolMarksTheWallUnderGrading() {
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Posterior});
    m_view->setTool(ScanView::ToolKind::Mark);
    const auto at = [this](double y) { return m_view->transform().toWidget({230, y}).toPoint(); };
    drag(at(230), at(300) - at(230));
    QCOMPARE(m_document->stretches(Wall::Posterior).size(), std::size_t{1});
    QVERIFY(m_document->stretches(Wall::Anterior).empty());
    QVERIFY(std::abs(*m_document->sheet().at(Segment::L2, Wall::Posterior).measured - 0.7) < 0.02);
    QCOMPARE(m_document->sheet().at(Segment::L2, Wall::Posterior).grade, std::optional<int>(3));
    QVERIFY(m_document->landmarks() == makeSpine());
    m_document->undoStack().undo(); // the whole drag
    QVERIFY(m_document->stretches(Wall::Posterior).empty());
    QVERIFY(m_document->sheet().at(Segment::L2, Wall::Posterior).isBlank());
    m_view->setGradingCell(CellAddress{Segment::L3, Wall::Posterior});
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Mark);
}

void ScanViewTest::shiftWipesMarksAndEscapeLeavesThem() {
    m_document->markStretch(Wall::Anterior, {260, 230}, {260, 310});
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Anterior});
    m_view->setTool(ScanView::ToolKind::Mark);
    const auto at = [this](double y) { return m_view->transform().toWidget({260, y}).toPoint(); };
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(250));
    QTest::mouseMove(m_view.get(), at(280));
    QCOMPARE(m_document->stretches(Wall::Anterior).size(), std::size_t{2});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_document->stretches(Wall::Anterior).size(), std::size_t{1});
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(280));
    QCOMPARE(m_document->stretches(Wall::Anterior).size(), std::size_t{1});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);
}

void ScanViewTest::marksAreMadeOnlyWhileACellIsGraded() {
    m_view->setTool(ScanView::ToolKind::Mark);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Anterior});
    m_view->setTool(ScanView::ToolKind::Mark);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Mark);
    m_document->setEditable(true, false); // submitted
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);
    m_document->setEditable(true, true);
    m_view->setTool(ScanView::ToolKind::Mark);
    m_view->setGradingCell(std::nullopt);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);
}

void ScanViewTest::theCellUnderGradingStaysInViewWithAZoomOfOnesOwn() {
    m_view->centreOn(Level::T12);
    for (int i = 0; i < 8; ++i)
        m_view->zoomBy(1.25);
    for (const Segment segment : {Segment::L4, Segment::L1}) {
        m_view->setGradingCell(CellAddress{segment, Wall::Anterior});
        const auto area = gradingArea(m_view->scene().state());
        QVERIFY(area);
        QVERIFY(QRectF(m_view->rect()).contains(area->center()));
    }
}

void ScanViewTest::inTheArmWithoutGuidesNothingIsDrawnOrGrabbed() {
    m_view->setGuideMode(GuideMode::None);
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Anterior});
    const QImage withLandmarks = picture();
    const QPoint place = placeOf(kPoint);
    drag(place, {20, 0});
    QVERIFY(m_document->landmarks() == makeSpine());
    m_view->select(kPoint);
    QVERIFY(!m_view->selectedPoint());
    show(makeScan(), {});
    QVERIFY(picture() == withLandmarks);
}

void ScanViewTest::guidesThatAreOnlyShownCannotBeGrabbed() {
    m_view->setGuideMode(GuideMode::ReadOnly);
    QVERIFY(!pickHandle(m_view->scene().state(), placeOf(kPoint)));
    drag(placeOf(kPoint), {20, 0});
    QCOMPARE(m_document->undoStack().count(), 0);
    const QImage shown = picture();
    m_view->setGuideMode(GuideMode::None);
    QVERIFY(picture() != shown);
}

void ScanViewTest::howFarOffAPointMayBeIsShownWhereAskedOrWhereItIsMuch() {
    const auto pictureWith = [this](std::optional<double> radiusPx) {
        Landmarks spine = makeSpine();
        spine.at(kPoint.level).at(kPoint.corner).uncertaintyPx = radiusPx;
        const auto selected = m_view->selectedPoint();
        show(makeScan(), {{spine, makeDetection()}, {}});
        m_view->select(selected);
        return picture();
    };
    const QImage plain = pictureWith(std::nullopt);
    QVERIFY(pictureWith(8) == plain);  // a vertebra's side is 70 px: 8 are not much
    QVERIFY(pictureWith(20) != plain); // 20 are
    m_view->select(kPoint);
    const QImage chosen = pictureWith(std::nullopt);
    QVERIFY(pictureWith(8) != chosen);
    m_view->setGuideMode(GuideMode::ReadOnly); // who may change nothing is not distracted
    QVERIFY(pictureWith(20) == pictureWith(std::nullopt));
}

void ScanViewTest::aBlindedReaderSeesNoCaption() {
    m_view->setCaption({});
    const QImage without = picture();
    m_view->setCaption(QStringLiteral("SYNTHETIC^PATIENT 1234"));
    QVERIFY(picture() != without);
    m_view->setBlinded(true);
    QVERIFY(picture() == without);
}

void ScanViewTest::theCellUnderGradingIsLit() {
    m_view->zoomToSpine(); // where grading would bring it
    const QImage unlit = picture();
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Anterior});
    const QImage anterior = picture();
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Posterior});
    QVERIFY(anterior != unlit);
    QVERIFY(picture() != anterior);
    m_view->setGradingCell(std::nullopt);
    QVERIFY(picture() == unlit);
}

void ScanViewTest::whileACellIsGradedNoPointCanBeMoved() {
    m_view->select(kPoint);
    m_view->setGradingCell(CellAddress{Segment::L2, Wall::Anterior});
    QVERIFY(!m_view->selectedPoint());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    drag(placeOf(kPoint), {20, 0});
    QVERIFY(m_document->landmarks() == makeSpine());
    m_view->setGradingCell(std::nullopt);
    drag(placeOf(kPoint), {20, 0});
    QCOMPARE(m_document->undoStack().count(), 1);
}

void ScanViewTest::eachLayerCanBeSwitchedOff_data() {
    QTest::addColumn<Layer>("layer");
    QTest::newRow("landmarks") << &OverlayOptions::landmarks;
    QTest::newRow("guides") << &OverlayOptions::guides;
    QTest::newRow("region of interest") << &OverlayOptions::roi;
    QTest::newRow("labels") << &OverlayOptions::labels;
    QTest::newRow("black mask") << &OverlayOptions::blackMask;
}

void ScanViewTest::eachLayerCanBeSwitchedOff() {
    QFETCH(Layer, layer);
    auto mask = std::make_shared<BlackMask>(BlackMask{400, 700, std::vector<std::uint8_t>(400 * 700, 0)});
    std::fill_n(mask->pixels.begin(), 150 * 400, std::uint8_t{1});
    show({makeScan(), std::move(mask)});
    OverlayOptions all;
    all.blackMask = true;
    m_view->setOverlays(all);
    const QImage shown = picture();
    OverlayOptions without = all;
    without.*layer = false;
    m_view->setOverlays(without);
    QVERIFY(picture() != shown);
}

void ScanViewTest::thePlaceToolPlacesMissingPointsInOrder() {
    show(makeScan(), {});
    m_document->moveCorner({Level::T12, Corner::SuperiorPosterior}, {50, 50});
    m_view->setTool(ScanView::ToolKind::Place);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Place);
    const PixelPoint target{123, 77};
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->transform().toWidget(target).toPoint());
    QVERIFY(distance(*point({Level::T12, Corner::SuperiorAnterior}).position, target) < 1);
    QCOMPARE(*m_document->nextUnset(), (PointAddress{Level::T12, Corner::InferiorAnterior}));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);

    Landmarks almost = makeSpine();
    almost.at(Level::L5).at(Corner::InferiorPosterior) = Landmark{};
    show(makeScan(), {{almost, {}}, {}});
    m_view->setTool(ScanView::ToolKind::Place);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                      m_view->transform().toWidget(PixelPoint{120, 600}).toPoint());
    QVERIFY(!m_document->nextUnset());
    QCOMPARE(m_view->tool(), ScanView::ToolKind::Move);
}

void ScanViewTest::thePlaceToolPlacesTheSelectedMissingPointFirst() {
    show(makeScan(), {});
    const PointAddress wanted{Level::L3, Corner::InferiorAnterior};
    m_view->select(wanted);
    QCOMPARE(m_view->selectedPoint(), std::optional(wanted));
    m_view->setTool(ScanView::ToolKind::Place);
    const PixelPoint target{123, 377};
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->transform().toWidget(target).toPoint());
    QVERIFY(point(wanted).position && distance(*point(wanted).position, target) < 1);
    QCOMPARE(*m_document->nextUnset(), (PointAddress{Level::T12, Corner::SuperiorAnterior}));
}

void ScanViewTest::aDocumentThatGoesLeavesAnEmptyView() {
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, placeOf(kPoint));
    moveTo(placeOf(kPoint) + QPoint(9, 0), Qt::LeftButton);
    m_document.reset();
    QVERIFY(!m_view->document());
    moveTo({300, 300}, Qt::LeftButton);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {300, 300});
    picture();
    QVERIFY(!m_view->readPixel({300, 300}));
}

void ScanViewTest::theBackgroundIsNeutralGreyInEveryTheme() {
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    m_view->setPalette(light);
    m_view->clearFocus();
    const QColor corner = picture().pixelColor(8, 450);
    QCOMPARE(corner.red(), corner.green());
    QCOMPARE(corner.green(), corner.blue());
    QVERIFY(corner.red() < 60);
}

VERTESCORE_QT_TEST_MAIN(ScanViewTest)
#include "tst_ScanView.moc"
