// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/MoveTool.h"

#include "ui/canvas/ScanScene.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"

#include <QCoreApplication>

namespace vertescore {
namespace {

constexpr double kStartDistance = 2.5; // a click that trembles selects and moves nothing
constexpr double kFineShare = 0.2;

struct MoveWords {
    Q_DECLARE_TR_FUNCTIONS(MoveWords)
};

} // namespace

void MoveTool::deactivate() {
    cancel();
    m_view.scene().state().hovered.reset();
    m_view.update();
}

bool MoveTool::press(const ToolEvent& event) {
    m_handle = pickHandle(m_view.scene().state(), event.place);
    if (!m_handle) return false;
    if (m_handle->kind == Handle::Kind::Point) m_view.select(m_handle->point);
    m_pressPlace = event.place;
    return true;
}

void MoveTool::move(const ToolEvent& event) {
    if (!m_handle) return;
    if (!m_gesture) {
        const QPointF away = event.place - m_pressPlace;
        if (std::hypot(away.x(), away.y()) < kStartDistance) return;
        begin(event);
        return;
    }
    const double share = event.modifiers.testFlag(Qt::ControlModifier) ? kFineShare : 1;
    m_moved.x += (event.pixel.x - m_last.x) * share;
    m_moved.y += (event.pixel.y - m_last.y) * share;
    m_last = event.pixel;
    apply();
}

void MoveTool::release(const ToolEvent&) {
    end();
}

void MoveTool::cancel() {
    if (m_gesture && m_view.document()) {
        m_moved = {};
        apply();
    }
    end();
}

void MoveTool::hover(const ToolEvent& event) {
    SceneState& state = m_view.scene().state();
    const auto hovered = pickHandle(state, event.place);
    if (hovered == state.hovered) return;
    state.hovered = hovered;
    m_view.update();
}

QCursor MoveTool::cursor() const {
    const SceneState& state = m_view.scene().state();
    if (state.dragged)
        return state.dragged->kind == Handle::Kind::Point ? Qt::BlankCursor : Qt::SizeAllCursor;
    if (!state.hovered) return Qt::ArrowCursor;
    return state.hovered->kind == Handle::Kind::Point ? Qt::PointingHandCursor : Qt::SizeAllCursor;
}

QString MoveTool::statusText() const {
    const SceneState& state = m_view.scene().state();
    const auto handle = state.dragged ? state.dragged : state.hovered;
    if (!handle) return {};
    switch (handle->kind) {
    case Handle::Kind::Point: {
        const Landmark& landmark =
            state.document->landmarks().at(handle->point.level).at(handle->point.corner);
        const QString name = QStringLiteral("%1 \u2013 %2").arg(say(handle->point), say(landmark.state));
        return landmark.locked ? MoveWords::tr("%1, locked").arg(name) : name;
    }
    case Handle::Kind::Vertebra:
        return MoveWords::tr("Drag to move %1 as a whole").arg(say(handle->point.level));
    case Handle::Kind::Spine:
        return MoveWords::tr("Drag to move all vertebrae");
    }
    return {};
}

void MoveTool::begin(const ToolEvent& event) {
    ScanDocument& document = *m_view.document();
    m_gesture = document.beginGesture();
    m_last = event.pixel;
    m_moved = {};
    if (m_handle->kind == Handle::Kind::Point) {
        m_start = document.landmarks().at(m_handle->point.level).at(m_handle->point.corner).position.value();
    }
    m_view.scene().state().dragged = m_handle;
    m_view.update();
}

void MoveTool::apply() {
    ScanDocument& document = *m_view.document();
    switch (m_handle->kind) {
    case Handle::Kind::Point:
        document.moveCorner(m_handle->point, {m_start.x + m_moved.x, m_start.y + m_moved.y}, m_gesture);
        break;
    case Handle::Kind::Vertebra:
        document.moveVertebra(m_handle->point.level, m_moved, m_gesture);
        break;
    case Handle::Kind::Spine:
        document.moveSpine(m_moved, m_gesture);
        break;
    }
}

void MoveTool::end() {
    if (m_gesture && m_view.document()) m_view.document()->endGesture();
    m_gesture.reset();
    m_handle.reset();
    m_view.scene().state().dragged.reset();
    m_view.update();
}

} // namespace vertescore
