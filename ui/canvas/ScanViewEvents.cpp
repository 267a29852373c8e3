// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanViewState_p.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace vertescore {
namespace {

constexpr double kZoomPerNotch = 1.2;
constexpr double kNotch = 120; // of a mouse wheel, in QWheelEvent's units
constexpr double kNudge = 1;
constexpr double kCoarseNudge = 10;
constexpr double kFineNudge = 0.1;

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

PixelPoint stepOf(const QKeyEvent& event) {
    double step = kNudge;
    if (event.modifiers().testFlag(Qt::ShiftModifier)) step = kCoarseNudge;
    if (event.modifiers().testFlag(Qt::ControlModifier)) step = kFineNudge;
    switch (event.key()) {
    case Qt::Key_Left:
        return {-step, 0};
    case Qt::Key_Right:
        return {step, 0};
    case Qt::Key_Up:
        return {0, -step};
    default:
        return {0, step};
    }
}

ToolEvent toolEvent(const ScanView& view, const QMouseEvent& event) {
    return {event.position(), view.transform().toPixel(event.position()), event.modifiers()};
}

} // namespace

bool ScanView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys that mean something here now must not start a command elsewhere.
        if (wantsKey(static_cast<QKeyEvent&>(*event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::NativeGesture && m_state->document) {
        const auto& gesture = static_cast<QNativeGestureEvent&>(*event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            ViewTransform next = transform();
            next.zoomAt(gesture.position(), next.zoom() * (1 + gesture.value()));
            setTransform(next);
            return true;
        }
    }
    return QWidget::event(event);
}

bool ScanView::wantsKey(const QKeyEvent& event) const {
    if (!m_state->document) return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (isArrow(event.key())) return selectedPoint() && !modifiers.testFlag(Qt::AltModifier);
    if (event.key() == Qt::Key_Escape) return m_state->pressed || selectedPoint() || tool() != ToolKind::Move;
    return modifiers == Qt::NoModifier && event.key() == Qt::Key_Space;
}

void ScanView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    m_scene->state().size = size();
    m_scene->paint(painter, event->rect());
    if (!m_state->document) {
        painter.setPen(QColor(190, 190, 190));
        painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap,
                         m_state->emptyText);
    }
    if (!hasFocus() || !m_state->document) return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(150, 150, 150), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ScanView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_scene->state().size = size();
    switch (m_state->fit) {
    case State::Fit::Free:
        setTransform(transform());
        break;
    case State::Fit::Whole:
        zoomToFit();
        break;
    case State::Fit::Spine:
        zoomToSpine();
        break;
    }
}

void ScanView::beginPress(Tool& tool, const QMouseEvent& event) {
    const ToolEvent press = toolEvent(*this, event);
    m_state->panTool.setDeselecting(false);
    Tool* taker = &tool;
    if (!tool.press(press)) {
        m_state->panTool.setDeselecting(true);
        m_state->panTool.press(press);
        taker = &m_state->panTool;
    }
    m_state->pressed = taker;
    m_state->pressedButton = event.button();
    showStatus();
}

void ScanView::endPress(bool keep) {
    Tool* const tool = std::exchange(m_state->pressed, nullptr);
    m_state->pressedButton = Qt::NoButton;
    if (tool && !keep) tool->cancel();
    if (m_state->nudge && m_state->document) m_state->document->endGesture();
    m_state->nudge.reset();
    showStatus();
}

void ScanView::mousePressEvent(QMouseEvent* event) {
    if (!m_state->document || m_state->pressed) return;
    if (m_state->nudge) endPress(true);
    switch (event->button()) {
    case Qt::LeftButton:
        beginPress(m_state->isSpaceHeld ? m_state->panTool : m_state->activeTool(), *event);
        break;
    case Qt::MiddleButton:
        beginPress(m_state->panTool, *event);
        break;
    case Qt::RightButton:
        beginPress(m_state->windowTool, *event);
        break;
    default:
        event->ignore();
        break;
    }
}

void ScanView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_state->document) return;
    if (m_state->pressed) {
        m_state->pressed->move(toolEvent(*this, *event));
    } else {
        m_state->activeTool().hover(toolEvent(*this, *event));
    }
    showStatus();
    Q_EMIT pixelUnderPointer(readPixel(event->position()));
}

void ScanView::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_state->pressed || event->button() != m_state->pressedButton) return;
    m_state->pressed->release(toolEvent(*this, *event));
    endPress(true);
}

void ScanView::mouseDoubleClickEvent(QMouseEvent* event) {
    const bool isFree = event->button() == Qt::LeftButton && tool() == ToolKind::Move &&
                        !pickHandle(m_scene->state(), event->position());
    if (m_state->document && isFree) {
        m_state->fit == State::Fit::Whole ? zoomToSpine() : zoomToFit();
    } else {
        mousePressEvent(event);
    }
}

void ScanView::wheelEvent(QWheelEvent* event) {
    if (!m_state->document) return;
    ViewTransform next = transform();
    next.zoomAt(event->position(), next.zoom() * std::pow(kZoomPerNotch, event->angleDelta().y() / kNotch));
    setTransform(next);
    event->accept();
}

void ScanView::keyPressEvent(QKeyEvent* event) {
    if (!wantsKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (isArrow(event->key())) {
        nudgeSelected(*event);
    } else if (event->key() == Qt::Key_Space) {
        m_state->isSpaceHeld = true;
        showStatus();
    } else if (m_state->pressed) {
        endPress(false);
    } else if (tool() != ToolKind::Move) {
        setTool(ToolKind::Move);
    } else {
        select(std::nullopt);
    }
}

void ScanView::nudgeSelected(const QKeyEvent& event) {
    if (m_state->pressed) return;
    // A key held down is one undo step.
    if (!event.isAutoRepeat() || !m_state->nudge) m_state->nudge = m_state->document->beginGesture();
    m_state->document->nudge(*selectedPoint(), stepOf(event), m_state->nudge);
    makeVisible(*selectedPoint());
}

void ScanView::keyReleaseEvent(QKeyEvent* event) {
    if (event->isAutoRepeat()) return;
    if (event->key() == Qt::Key_Space) m_state->isSpaceHeld = false;
    if (isArrow(event->key()) && m_state->nudge) {
        m_state->nudge.reset();
        m_state->document->endGesture();
    }
    showStatus();
    QWidget::keyReleaseEvent(event);
}

void ScanView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_state->isSpaceHeld = false;
    endPress(false);
    update();
}

void ScanView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    Q_EMIT pixelUnderPointer(std::nullopt);
}

bool ScanView::focusNextPrevChild(bool next) {
    // Tab walks the points and leaves after the last one: the keyboard must not be caught here.
    const auto before = selectedPoint();
    const PointAddress last = next ? PointAddress{kLevels.back(), kCorners.back()} : PointAddress{};
    if (m_scene->state().canEdit() && !m_state->document->landmarks().isEmpty() && before != last) {
        selectNext(next ? 1 : -1);
        const auto after = selectedPoint();
        const auto order = [](const PointAddress& point) {
            return indexOf(point.level) * kCornerCount + indexOf(point.corner);
        };
        if (after && (!before || (order(*after) > order(*before)) == next) && after != before) return true;
    }
    select(std::nullopt);
    return QWidget::focusNextPrevChild(next);
}

} // namespace vertescore
