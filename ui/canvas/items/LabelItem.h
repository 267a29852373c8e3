// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace vertescore {

struct SceneState;

/// Behind each vertebra its name, the network's confidence, and in words what cannot be right about it.
void paintLabels(QPainter& painter, const SceneState& state);

} // namespace vertescore
