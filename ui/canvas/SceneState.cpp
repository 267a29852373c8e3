// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/SceneState.h"

#include "ui/documents/ScanDocument.h"

#include <QPolygonF>

#include <cmath>

namespace vertescore {
namespace {

constexpr double kPointReach = 16;
constexpr double kHandleReach = 11; // smaller: a press between corners rather means a corner
constexpr double kSpineHandleGap = 30;

double apart(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// The best candidate so far; ties go to the first.
struct Nearest {
    QPointF place;
    std::optional<Handle> handle;
    double distance = 0;

    void offer(const Handle& candidate, std::optional<QPointF> at, double reach) {
        if (!at) return;
        const double d = apart(*at, place);
        if (d > reach || (handle && d >= distance)) return;
        handle = candidate;
        distance = d;
    }
};

} // namespace

bool SceneState::canEdit() const {
    return showsMarks() && overlays.landmarks && !gradingCell && guideMode == GuideMode::Editable &&
           document->areLandmarksEditable();
}

bool SceneState::canMark() const {
    return showsMarks() && gradingCell && document->canMark();
}

std::optional<QPointF> pointPlace(const SceneState& state, PointAddress point) {
    const auto& position = state.document->landmarks().at(point.level).at(point.corner).position;
    if (!position) return std::nullopt;
    return state.transform.toWidget(*position);
}

std::optional<QPointF> vertebraHandlePlace(const SceneState& state, Level level) {
    const auto centre = state.document->landmarks().at(level).centre();
    if (!centre) return std::nullopt;
    return state.transform.toWidget(*centre);
}

std::optional<QPointF> spineHandlePlace(const SceneState& state) {
    for (const Level level : kLevels) {
        if (!state.document->landmarks().at(level).isComplete()) continue;
        const QPointF anterior = *pointPlace(state, {level, Corner::SuperiorAnterior});
        const QPointF posterior = *pointPlace(state, {level, Corner::SuperiorPosterior});
        return (anterior + posterior) / 2 - QPointF(0, kSpineHandleGap);
    }
    return std::nullopt;
}

std::optional<QRectF> spineArea(const SceneState& state) {
    QPolygonF points;
    for (const VertebraLandmarks& vertebra : state.document->landmarks().vertebrae)
        for (const Landmark& landmark : vertebra.corners)
            if (landmark.position) points << QPointF(landmark.position->x, landmark.position->y);
    if (points.isEmpty()) return std::nullopt;
    if (const auto& roi = state.document->roi())
        for (const PixelPoint sample : roi->curve.samples)
            points << QPointF(sample.x, sample.y);
    return points.boundingRect();
}

double anteriorDirection(const SceneState& state) {
    return state.document->landmarks().anterior == AnteriorSide::Right ? 1 : -1;
}

std::optional<Handle> pickHandle(const SceneState& state, QPointF place) {
    if (!state.canEdit()) return std::nullopt;
    Nearest nearest{place, std::nullopt, 0};
    for (const Level level : kLevels) {
        for (const Corner corner : kCorners) {
            const PointAddress point{level, corner};
            nearest.offer({Handle::Kind::Point, point}, pointPlace(state, point), kPointReach);
        }
    }
    for (const Level level : kLevels) {
        nearest.offer({Handle::Kind::Vertebra, {level, Corner::SuperiorAnterior}},
                      vertebraHandlePlace(state, level), kHandleReach);
    }
    nearest.offer({Handle::Kind::Spine, {}}, spineHandlePlace(state), kHandleReach);
    return nearest.handle;
}

} // namespace vertescore
