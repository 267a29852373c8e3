// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ScanView.h"

#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanViewState_p.h"
#include "ui/canvas/items/GradingItem.h"
#include "ui/documents/SayLandmarks.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kFitMargin = 20;
constexpr double kSpineMargin = 70; // labels and the spine's handle have room
constexpr double kSelectionMargin = 40;

/// How far low...high has to move to lie within the bounds; what is larger than they are comes into their
/// middle.
double shiftInto(double low, double high, double least, double most) {
    if (high - low > most - least) return (least + most - low - high) / 2;
    if (low < least) return least - low;
    return high > most ? most - high : 0;
}

} // namespace

ScanView::ScanView(QWidget* parent)
    : QWidget(parent), m_scene(std::make_unique<ScanScene>()), m_state(std::make_unique<State>(*this)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Scan"));
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button sets the window
}

ScanView::~ScanView() = default;

void ScanView::setDocument(ScanDocument* document) {
    if (document == m_state->document) return;
    endPress(false);
    if (m_state->document) disconnect(m_state->document, nullptr, this, nullptr);
    m_state->document = document;
    m_scene->setDocument(document);
    setTool(ToolKind::Move);
    if (document) {
        connect(document, &ScanDocument::landmarksChanged, this, &ScanView::refreshMarks);
        connect(document, &ScanDocument::factorChanged, this, &ScanView::refreshMarks);
        connect(document, &ScanDocument::scoresChanged, this, &ScanView::refreshMarks);
        connect(document, &ScanDocument::editableChanged, this, &ScanView::refreshMarks);
        connect(document, &QObject::destroyed, this, &ScanView::forgetDocument);
        if (!m_state->isWindowKept) {
            m_state->window.reset();
            m_state->isInverted = false;
        }
        applyPipeline();
        zoomToFit();
    }
    announceDocument();
}

void ScanView::forgetDocument() {
    endPress(false);
    m_scene->setDocument(nullptr);
    announceDocument();
}

void ScanView::announceDocument() {
    Q_EMIT selectionChanged(std::nullopt);
    Q_EMIT pixelUnderPointer(std::nullopt);
    showStatus();
    update();
}

ScanDocument* ScanView::document() const {
    return m_state->document;
}

void ScanView::setEmptyText(const QString& text) {
    m_state->emptyText = text;
    update();
}

void ScanView::setCaption(const QString& caption) {
    m_scene->state().caption = caption;
    update();
}

void ScanView::setBlinded(bool blinded) {
    m_scene->state().blinded = blinded;
    update();
}

void ScanView::setGuideMode(GuideMode mode) {
    endPress(false);
    m_scene->state().guideMode = mode;
    if (mode != GuideMode::Editable) {
        setTool(ToolKind::Move);
        select(std::nullopt);
    }
    update();
}

GuideMode ScanView::guideMode() const {
    return m_scene->state().guideMode;
}

const OverlayOptions& ScanView::overlays() const {
    return m_scene->state().overlays;
}

void ScanView::setOverlays(const OverlayOptions& overlays) {
    if (overlays == m_scene->state().overlays) return;
    m_scene->state().overlays = overlays;
    refreshMarks();
    Q_EMIT overlaysChanged();
}

bool ScanView::areOverlaysHidden() const {
    return m_scene->state().overlaysHidden;
}

void ScanView::setOverlaysHidden(bool hidden) {
    if (hidden == m_scene->state().overlaysHidden) return;
    m_scene->state().overlaysHidden = hidden;
    update();
    Q_EMIT overlaysChanged();
}

void ScanView::setGradingCell(std::optional<CellAddress> cell) {
    if (cell == m_scene->state().gradingCell) return;
    if (!cell || tool() == ToolKind::Place) setTool(ToolKind::Move); // marking goes on from cell to cell
    if (cell) {
        endPress(false);
        select(std::nullopt);
    }
    const bool begins = cell && !m_scene->state().gradingCell;
    m_scene->state().gradingCell = cell;
    // Plaques are small: whoever did not choose a zoom gets the aorta's region as large as it fits.
    if (begins && m_state->fit == State::Fit::Whole) zoomToSpine();
    if (cell && m_scene->state().showsMarks())
        if (const auto area = gradingArea(m_scene->state())) makeVisible(*area);
    showStatus();
    update();
}

std::optional<PointAddress> ScanView::selectedPoint() const {
    return m_scene->state().selected;
}

void ScanView::select(std::optional<PointAddress> point) {
    if (point && !m_scene->state().canEdit()) point.reset();
    if (point == m_scene->state().selected) return;
    m_scene->state().selected = point;
    if (point) makeVisible(*point);
    setAccessibleDescription(point ? say(*point) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT selectionChanged(point);
}

void ScanView::selectNext(int step) {
    if (!m_scene->state().canEdit()) return;
    std::vector<PointAddress> placed;
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            if (m_state->document->landmarks().at(level).at(corner).position)
                placed.push_back({level, corner});
        }
    }
    if (placed.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(placed.size());
    const auto selected = selectedPoint();
    const auto found = selected ? std::find(placed.begin(), placed.end(), *selected) : placed.end();
    std::ptrdiff_t next = step > 0 ? 0 : count - 1;
    if (found != placed.end()) next = ((found - placed.begin() + step) % count + count) % count;
    select(placed[static_cast<std::size_t>(next)]);
}

QRectF ScanView::comfortableArea() const {
    const double margin = std::min({kSelectionMargin, width() / 4.0, height() / 4.0});
    return QRectF(rect()).adjusted(margin, margin, -margin, -margin);
}

void ScanView::makeVisible(PointAddress point) {
    if (const auto place = pointPlace(m_scene->state(), point)) makeVisible(QRectF(*place, QSizeF()));
}

void ScanView::makeVisible(const QRectF& area) {
    const QRectF inner = comfortableArea();
    const QPointF by(shiftInto(area.left(), area.right(), inner.left(), inner.right()),
                     shiftInto(area.top(), area.bottom(), inner.top(), inner.bottom()));
    if (by.isNull()) return;
    ViewTransform next = transform();
    next.pan(by);
    setTransform(next);
}

void ScanView::centreOn(Level level) {
    if (!m_state->document) return;
    const auto centre = m_state->document->landmarks().at(level).centre();
    if (!centre || comfortableArea().contains(transform().toWidget(*centre))) return;
    ViewTransform next = transform();
    next.centreOn(*centre, size());
    setTransform(next);
}

ScanView::ToolKind ScanView::tool() const {
    return m_state->kind;
}

void ScanView::setTool(ToolKind kind) {
    if (kind == ToolKind::Place && !m_scene->state().canEdit()) return;
    if (kind == ToolKind::Mark && !m_scene->state().canMark()) return;
    if (kind == m_state->kind) return;
    endPress(false);
    m_state->activeTool().deactivate();
    m_state->kind = kind;
    m_state->activeTool().activate();
    showStatus();
    Q_EMIT toolChanged(kind);
}

WindowLevel ScanView::window() const {
    const GreyPipeline& pipeline = m_scene->picture().pipeline();
    if (pipeline.window) return *pipeline.window;
    if (!m_state->document) return {};
    const auto [low, high] = modalityRange(m_state->document->scan().image, pipeline);
    return {(low + high) / 2, std::max(1.0, high - low), VoiFunction::LinearExact};
}

void ScanView::setWindow(const WindowLevel& window) {
    m_state->window = window;
    applyPipeline();
}

void ScanView::changeWindow(double wider, double brighter) {
    WindowLevel next = window();
    next.width = std::max(1.0, next.width + wider);
    next.centre += m_scene->picture().pipeline().inverted ? brighter : -brighter;
    setWindow(next);
}

void ScanView::resetWindow() {
    m_state->window.reset();
    m_state->isInverted = false;
    applyPipeline();
}

void ScanView::autoWindow(double low, double high) {
    if (!m_state->document) return;
    const Scan& scan = m_state->document->scan();
    setWindow(percentileWindow(scan.image, scan.pipeline, low, high));
}

bool ScanView::isInverted() const {
    return m_state->isInverted;
}

void ScanView::setInverted(bool inverted) {
    if (inverted == m_state->isInverted) return;
    m_state->isInverted = inverted;
    applyPipeline();
}

void ScanView::setWindowKeptAcrossScans(bool kept) {
    m_state->isWindowKept = kept;
}

void ScanView::applyPipeline() {
    if (!m_state->document) return;
    GreyPipeline pipeline = m_state->document->scan().pipeline;
    if (m_state->window) pipeline.window = m_state->window;
    pipeline.inverted = pipeline.inverted != m_state->isInverted;
    m_scene->picture().setPipeline(pipeline);
    update();
    Q_EMIT windowChanged();
}

const ViewTransform& ScanView::transform() const {
    return m_scene->state().transform;
}

void ScanView::setTransform(const ViewTransform& transform) {
    ViewTransform next = transform;
    next.keepInside(size());
    if (next == this->transform()) return;
    m_scene->state().transform = next;
    m_state->fit = State::Fit::Free;
    update();
    Q_EMIT transformChanged();
}

void ScanView::zoomToFit() {
    if (!m_state->document) return;
    const ScanGeometry& geometry = m_state->document->scan().geometry;
    ViewTransform next = transform();
    next.fit(QRectF(-0.5, -0.5, geometry.width, geometry.height), size(), kFitMargin);
    setTransform(next);
    m_state->fit = State::Fit::Whole;
}

void ScanView::zoomToSpine() {
    const auto area = m_scene->state().showsMarks() ? spineArea(m_scene->state()) : std::optional<QRectF>();
    if (!area) {
        zoomToFit();
        return;
    }
    ViewTransform next = transform();
    next.fit(*area, size(), kSpineMargin);
    setTransform(next);
    m_state->fit = State::Fit::Spine;
}

void ScanView::zoomOneToOne() {
    ViewTransform next = transform();
    next.zoomAt(QRectF(rect()).center(), 1 / devicePixelRatioF());
    setTransform(next);
}

void ScanView::zoomBy(double factor) {
    ViewTransform next = transform();
    next.zoomAt(QRectF(rect()).center(), next.zoom() * factor);
    setTransform(next);
}

std::optional<PixelReading> ScanView::readPixel(QPointF widgetPoint) const {
    if (!m_state->document) return std::nullopt;
    const Scan& scan = m_state->document->scan();
    const PixelPoint point = transform().toPixel(widgetPoint);
    const auto x = static_cast<int>(std::lround(point.x)), y = static_cast<int>(std::lround(point.y));
    if (x < 0 || y < 0 || x >= scan.geometry.width || y >= scan.geometry.height) return std::nullopt;
    PixelReading reading{x, y, scan.image.stored(x, y), 0, m_scene->picture().display().at(x, y), {}, {}};
    reading.modality = modalityValue(scan.pipeline, reading.stored);
    reading.mm = scan.geometry.toMm({static_cast<double>(x), static_cast<double>(y)});
    if (scan.geometry.spacing) reading.spacingSource = scan.geometry.spacing->source;
    return reading;
}

QSize ScanView::sizeHint() const {
    return {640, 900};
}

QSize ScanView::minimumSizeHint() const {
    return {240, 240};
}

void ScanView::refreshMarks() {
    // A point that an undo took away stays selected: the next thing may be to place it.
    if (selectedPoint() && !m_scene->state().canEdit()) select(std::nullopt);
    if (m_state->kind == ToolKind::Mark && !m_scene->state().canMark()) setTool(ToolKind::Move);
    if (m_state->kind == ToolKind::Place) showStatus();
    update();
}

void ScanView::showStatus() {
    Tool& tool = m_state->pressed ? *m_state->pressed : m_state->activeTool();
    setCursor(m_state->isSpaceHeld && !m_state->pressed ? QCursor(Qt::OpenHandCursor) : tool.cursor());
    const QString status = m_state->document ? tool.statusText() : QString();
    if (status == m_state->status) return;
    m_state->status = status;
    Q_EMIT statusText(status);
}

} // namespace vertescore
