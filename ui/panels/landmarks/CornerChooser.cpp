// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/CornerChooser.h"

#include "ui/documents/SayLandmarks.h"
#include "ui/report/Palette.h"
#include "ui/theme/Colours.h"

#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

namespace vertescore {
namespace {

constexpr int kMarkSize = 20;
constexpr double kMarkRadius = 5;

bool isAnterior(Corner corner) {
    return corner == Corner::SuperiorAnterior || corner == Corner::InferiorAnterior;
}

bool isSuperior(Corner corner) {
    return corner == Corner::SuperiorAnterior || corner == Corner::SuperiorPosterior;
}

/// The mark as over the scan; a faint dotted ring where the corner has no place yet.
QIcon markOf(PointState state, double devicePixelRatio) {
    QPixmap pixmap(QSize(kMarkSize, kMarkSize) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QPointF centre(kMarkSize / 2.0, kMarkSize / 2.0);
    if (state == PointState::Unset) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(deskColours().mutedText, 1.4, Qt::DotLine));
        painter.drawEllipse(centre, kMarkRadius, kMarkRadius);
    } else {
        drawPointMark(painter, centre, kMarkRadius, state);
    }
    painter.end();
    return pixmap;
}

} // namespace

CornerChooser::CornerChooser(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    for (const Corner corner : kCorners) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setProperty("role", QStringLiteral("mark"));
        button->setIconSize({kMarkSize, kMarkSize});
        m_buttons[indexOf(corner)] = button;
        connect(button, &QToolButton::clicked, this, [this, corner] {
            if (m_level) Q_EMIT cornerChosen({*m_level, corner});
        });
    }
    place(AnteriorSide::Right);
}

void CornerChooser::place(AnteriorSide anterior) {
    if (m_anterior == anterior) return;
    m_anterior = anterior;
    auto* grid = static_cast<QGridLayout*>(layout());
    for (const Corner corner : kCorners) {
        const bool isRight = isAnterior(corner) == (anterior == AnteriorSide::Right);
        grid->addWidget(m_buttons[indexOf(corner)], isSuperior(corner) ? 0 : 1, isRight ? 1 : 0);
    }
}

void CornerChooser::show(const Landmarks& landmarks, const ScanGeometry& geometry, std::optional<Level> level,
                         std::optional<PointAddress> selected) {
    m_level = level;
    place(landmarks.anterior);
    for (const Corner corner : kCorners) {
        QToolButton& button = *m_buttons[indexOf(corner)];
        const Landmark* landmark = level ? &landmarks.at(*level).at(corner) : nullptr;
        button.setIcon(markOf(landmark ? landmark->state : PointState::Unset, devicePixelRatioF()));
        button.setEnabled(level.has_value());
        button.setChecked(level && selected == PointAddress{*level, corner});
        QString name = say(corner);
        if (landmark)
            name = QStringLiteral("%1: %2").arg(say(PointAddress{*level, corner}), say(landmark->state)) +
                   sayPrecision(*landmark, geometry);
        button.setAccessibleName(name);
        button.setToolTip(name);
    }
}

} // namespace vertescore
