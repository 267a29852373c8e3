// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

#include <QPointF>

class QPainter;

namespace vertescore {

/// drawPointMark() through a picture that is drawn once per state and size: blending some hundred translucent
/// spans anew for each of 24 points at each repaint costs more than all the rest. The mark's centre falls on
/// a whole device pixel. GUI thread.
void stampPointMark(QPainter& painter, QPointF centre, double radius, PointState state);

} // namespace vertescore
