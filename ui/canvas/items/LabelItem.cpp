// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/items/LabelItem.h"

#include "ui/canvas/SceneState.h"
#include "ui/canvas/items/marks/Chip.h"
#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"
#include "ui/report/Palette.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace vertescore {
namespace {

constexpr double kGap = 14;
constexpr double kRoom = 84; // of a label with its confidence
const QColor kProblemColour(0xFF, 0xC8, 0x5C);

/// Behind the rearmost corner, at the height of the vertebra's middle.
std::optional<QPointF> labelPlace(const SceneState& state, Level level, double direction) {
    std::optional<double> rearmost;
    double sumY = 0;
    int count = 0;
    for (const Corner corner : kCorners) {
        const auto place = pointPlace(state, {level, corner});
        if (!place) continue;
        const double x = place->x() * direction;
        rearmost = rearmost ? std::min(*rearmost, x) : x;
        sumY += place->y();
        ++count;
    }
    if (!rearmost) return std::nullopt;
    // Beside a vertebra that is only partly in view the label stays within the widget.
    const double x = std::clamp(*rearmost * direction - direction * kGap, direction > 0 ? kRoom : 0.0,
                                direction > 0 ? state.size.width() : state.size.width() - kRoom);
    return QPointF(x, sumY / count);
}

QString confidenceText(const SceneState& state, Level level) {
    const auto& confidence = state.document->landmarks().at(level).confidence;
    if (!confidence) return {};
    return QLocale().toString(*confidence * 100, 'f', 0) + QStringLiteral(" %");
}

} // namespace

void paintLabels(QPainter& painter, const SceneState& state) {
    const double direction = anteriorDirection(state);
    for (const Level level : kLevels) {
        const auto place = labelPlace(state, level, direction);
        if (!place) continue;
        const QRectF box = paintChip(painter, *place, -direction,
                                     {say(level), confidenceText(state, level), palette::labelText(), true});
        QPointF below(direction > 0 ? box.right() : box.left(), box.bottom() + box.height() / 2 + 2);
        for (const LandmarkProblem& problem : state.document->problems()) {
            if (problem.level != level) continue;
            const QRectF words =
                paintChip(painter, below, -direction,
                          {QStringLiteral("\u26A0 ") + say(problem), {}, kProblemColour, false});
            below.ry() += words.height() + 2;
        }
    }
}

} // namespace vertescore
