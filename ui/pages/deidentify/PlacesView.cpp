// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/PlacesView.h"

#include "ui/theme/Colours.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr double kGrip = 6;         ///< widget units around an edge that take hold of it
constexpr double kSmallestDrag = 3; ///< less is a click
constexpr double kMargin = 12;
constexpr double kZoomStep = 1.2;
constexpr double kFrame = 2;       ///< width of a border, outside of its place: writing stays readable
constexpr int kPressesPerFar = 10; ///< pixels that an arrow with Shift moves

int pixelAt(double position) {
    return static_cast<int>(std::lround(position));
}

} // namespace

PlacesView::PlacesView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Picture with the places that become black"));
}

void PlacesView::setPicture(DisplayImage picture) {
    m_width = picture.width;
    m_height = picture.height;
    m_text.clear();
    m_picture.setDisplay(std::move(picture));
    if (const QSize now = pictureSize(); now != m_sizeBefore) {
        m_sizeBefore = now;
        m_transform = ViewTransform(ScanGeometry{m_width, m_height, std::nullopt});
        fit();
    }
    update();
}

void PlacesView::clear(const QString& text) {
    m_width = m_height = 0;
    m_drag = Drag::None;
    m_text = text;
    setAreas({});
}

void PlacesView::setAreas(std::vector<PixelArea> areas) {
    m_areas = std::move(areas);
    choose(-1);
}

std::optional<PixelArea> PlacesView::chosen() const {
    return m_chosen < 0 ? std::nullopt : std::optional(m_areas[static_cast<std::size_t>(m_chosen)]);
}

void PlacesView::choose(int area) {
    m_chosen = area;
    update();
    Q_EMIT chosenChanged();
}

PixelArea PlacesView::within(PixelArea area) const {
    area.width = std::clamp(area.width, 1, m_width);
    area.height = std::clamp(area.height, 1, m_height);
    area.x = std::clamp(area.x, 0, m_width - area.width);
    area.y = std::clamp(area.y, 0, m_height - area.height);
    return area;
}

void PlacesView::changeChosen(const PixelArea& area) {
    if (m_chosen < 0 || !hasPicture()) return;
    PixelArea& place = m_areas[static_cast<std::size_t>(m_chosen)];
    const PixelArea changed = within(area);
    if (place == changed) return;
    place = changed;
    update();
    Q_EMIT areasChanged();
    Q_EMIT chosenChanged();
}

void PlacesView::addArea() {
    if (!hasPicture()) return;
    const PixelPoint middle = m_transform.toPixel(QRectF(rect()).center());
    const int width = std::max(1, m_width / 4), height = std::max(1, m_height / 16);
    m_areas.push_back(within({pixelAt(middle.x) - width / 2, pixelAt(middle.y) - height / 2, width, height}));
    choose(static_cast<int>(m_areas.size()) - 1);
    Q_EMIT areasChanged();
}

void PlacesView::removeChosen() {
    if (m_chosen < 0) return;
    m_areas.erase(m_areas.begin() + m_chosen);
    choose(-1);
    Q_EMIT areasChanged();
}

void PlacesView::setShowsCopy(bool shows) {
    m_showsCopy = shows;
    update();
}

QRectF PlacesView::rectOf(const PixelArea& area) const {
    return m_transform.toWidget(QRectF(area.x - 0.5, area.y - 0.5, area.width, area.height));
}

PlacesView::Hold PlacesView::holdAt(QPointF point) const {
    // The chosen one first, then the smallest: it could not be reached otherwise.
    Hold hold;
    double smallest = 0;
    for (int i = 0; i < static_cast<int>(m_areas.size()); ++i) {
        const QRectF rect = rectOf(m_areas[static_cast<std::size_t>(i)]);
        if (!rect.adjusted(-kGrip, -kGrip, kGrip, kGrip).contains(point)) continue;
        const double size = i == m_chosen ? 0 : rect.width() * rect.height();
        if (hold.area >= 0 && size >= smallest) continue;
        smallest = size;
        hold = {i, {}};
        if (std::abs(point.x() - rect.left()) <= kGrip)
            hold.edges |= Qt::LeftEdge;
        else if (std::abs(point.x() - rect.right()) <= kGrip)
            hold.edges |= Qt::RightEdge;
        if (std::abs(point.y() - rect.top()) <= kGrip)
            hold.edges |= Qt::TopEdge;
        else if (std::abs(point.y() - rect.bottom()) <= kGrip)
            hold.edges |= Qt::BottomEdge;
    }
    return hold;
}

void PlacesView::mousePressEvent(QMouseEvent* event) {
    if (!hasPicture()) return;
    m_from = event->position();
    m_fromPixel = m_transform.toPixel(m_from);
    if (event->button() != Qt::LeftButton) {
        m_drag = Drag::Pull;
        return;
    }
    const Hold hold = holdAt(m_from);
    choose(hold.area);
    m_edges = hold.edges;
    m_drag = hold.area < 0 ? Drag::Draw : hold.edges ? Drag::Resize : Drag::Move;
    if (hold.area >= 0) m_before = m_areas[static_cast<std::size_t>(hold.area)];
}

void PlacesView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag == Drag::None) return showCursor(event->position());
    if (m_drag == Drag::Pull) {
        m_transform.pan(event->position() - m_from);
        m_transform.keepInside(size());
        m_from = event->position();
        m_isFitted = false;
        return update();
    }
    dragTo(event->position());
}

void PlacesView::dragTo(QPointF point) {
    const PixelPoint from = m_fromPixel, to = m_transform.toPixel(point);
    if (m_drag == Drag::Draw) {
        if (m_chosen < 0) {
            if ((point - m_from).manhattanLength() < kSmallestDrag) return;
            m_areas.emplace_back();
            m_chosen = static_cast<int>(m_areas.size()) - 1;
        }
        const auto clampX = [this](double x) { return std::clamp(pixelAt(x), 0, m_width - 1); };
        const auto clampY = [this](double y) { return std::clamp(pixelAt(y), 0, m_height - 1); };
        const auto [left, right] = std::minmax({clampX(from.x), clampX(to.x)});
        const auto [top, bottom] = std::minmax({clampY(from.y), clampY(to.y)});
        return changeChosen({left, top, right - left + 1, bottom - top + 1});
    }
    const int dx = pixelAt(to.x - from.x), dy = pixelAt(to.y - from.y);
    PixelArea area = m_before;
    if (m_drag == Drag::Move) {
        area.x += dx;
        area.y += dy;
        return changeChosen(area);
    }
    int left = area.x, top = area.y, right = area.x + area.width, bottom = area.y + area.height;
    if (m_edges & Qt::LeftEdge) left = std::clamp(left + dx, 0, right - 1);
    if (m_edges & Qt::RightEdge) right = std::clamp(right + dx, left + 1, m_width);
    if (m_edges & Qt::TopEdge) top = std::clamp(top + dy, 0, bottom - 1);
    if (m_edges & Qt::BottomEdge) bottom = std::clamp(bottom + dy, top + 1, m_height);
    changeChosen({left, top, right - left, bottom - top});
}

void PlacesView::mouseReleaseEvent(QMouseEvent* event) {
    m_drag = Drag::None;
    if (hasPicture()) showCursor(event->position());
}

void PlacesView::showCursor(QPointF point) {
    const Hold hold = hasPicture() ? holdAt(point) : Hold{};
    const bool isAcross = hold.edges & (Qt::LeftEdge | Qt::RightEdge);
    const bool isDown = hold.edges & (Qt::TopEdge | Qt::BottomEdge);
    const bool isFalling =
        hold.edges == (Qt::LeftEdge | Qt::TopEdge) || hold.edges == (Qt::RightEdge | Qt::BottomEdge);
    if (hold.area < 0)
        setCursor(hasPicture() ? Qt::CrossCursor : Qt::ArrowCursor);
    else if (isAcross && isDown)
        setCursor(isFalling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor);
    else
        setCursor(isAcross ? Qt::SizeHorCursor : isDown ? Qt::SizeVerCursor : Qt::SizeAllCursor);
}

void PlacesView::wheelEvent(QWheelEvent* event) {
    if (!hasPicture()) return event->ignore();
    zoomAt(event->position(), event->angleDelta().y() / 120.0);
}

void PlacesView::zoomAt(QPointF point, double steps) {
    m_transform.zoomAt(point, m_transform.zoom() * std::pow(kZoomStep, steps));
    m_transform.keepInside(size());
    m_isFitted = false;
    update();
}

void PlacesView::keyPressEvent(QKeyEvent* event) {
    const int step = event->modifiers() & Qt::ShiftModifier ? kPressesPerFar : 1;
    const bool isSize = event->modifiers() & Qt::ControlModifier;
    PixelArea area = chosen().value_or(PixelArea());
    switch (event->key()) {
    case Qt::Key_Left:
        (isSize ? area.width : area.x) -= step;
        break;
    case Qt::Key_Right:
        (isSize ? area.width : area.x) += step;
        break;
    case Qt::Key_Up:
        (isSize ? area.height : area.y) -= step;
        break;
    case Qt::Key_Down:
        (isSize ? area.height : area.y) += step;
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeChosen();
    case Qt::Key_Space:
        return m_areas.empty() ? void() : choose((m_chosen + 1) % static_cast<int>(m_areas.size()));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAt(QRectF(rect()).center(), 1);
    case Qt::Key_Minus:
        return zoomAt(QRectF(rect()).center(), -1);
    case Qt::Key_0:
        fit();
        return update();
    default:
        return QWidget::keyPressEvent(event);
    }
    changeChosen(area);
}

void PlacesView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PlacesView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void PlacesView::resizeEvent(QResizeEvent*) {
    if (m_isFitted)
        fit();
    else
        m_transform.keepInside(size());
}

void PlacesView::fit() {
    if (!hasPicture()) return;
    m_transform.fit(QRectF(-0.5, -0.5, m_width, m_height), size(), kMargin);
    m_isFitted = true;
}

void PlacesView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colours& colours = deskColours();
    if (hasPicture()) {
        painter.drawImage(0, 0, m_picture.view(m_transform, size(), devicePixelRatioF()));
    } else {
        painter.fillRect(rect(),
                         QColor::fromRgb(qRgb(ScanPicture::kBackgroundGrey, ScanPicture::kBackgroundGrey,
                                              ScanPicture::kBackgroundGrey)));
        painter.setPen(colours.mutedText);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_text);
    }
    for (int i = 0; i < static_cast<int>(m_areas.size()) && hasPicture(); ++i) {
        const QRectF rect = rectOf(m_areas[static_cast<std::size_t>(i)]);
        const bool isChosen = i == m_chosen;
        if (m_showsCopy) painter.fillRect(rect, Qt::black);
        if (m_showsCopy && !isChosen) continue;
        // On white writing and on black ground alike.
        const QRectF border = rect.adjusted(-kFrame, -kFrame, kFrame, kFrame);
        painter.setPen(QPen(Qt::black, 2 * kFrame));
        painter.drawRect(border);
        painter.setPen(QPen(isChosen ? colours.accentText : colours.warning, kFrame));
        painter.drawRect(border);
        if (!isChosen) continue;
        for (const QPointF corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
            painter.fillRect(QRectF(corner - QPointF(4, 4), QSizeF(8, 8)), colours.accentText);
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(colours.accentText, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

QSize PlacesView::sizeHint() const {
    return {420, 560};
}

QSize PlacesView::minimumSizeHint() const {
    return {220, 220};
}

} // namespace vertescore
