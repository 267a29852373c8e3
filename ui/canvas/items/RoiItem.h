// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QImage;
class QPainter;

namespace vertescore {

struct SceneState;

/// The front border of the aorta's region; what lies outside the field is red and thicker.
void paintRoi(QPainter& painter, const SceneState& state);

/// The mask of what was not scanned as a picture of the scan's size; null when there is none.
QImage maskPicture(const SceneState& state);
void paintMask(QPainter& painter, const SceneState& state, const QImage& mask);

} // namespace vertescore
