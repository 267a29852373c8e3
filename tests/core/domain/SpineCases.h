// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

namespace vertescore::test {

/// Six upright bodies, 40 wide (x 100...140, anterior right) and 30 high, the first at y 0, gaps of 10.
inline Landmarks straightSpine() {
    Landmarks landmarks;
    for (const Level level : kLevels) {
        const double top = 40.0 * static_cast<double>(indexOf(level));
        auto& vertebra = landmarks.at(level);
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{140, top}, PointState::Predicted, false};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{100, top}, PointState::Predicted, false};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{140, top + 30}, PointState::Predicted, false};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{100, top + 30}, PointState::Predicted, false};
    }
    return landmarks;
}

} // namespace vertescore::test
