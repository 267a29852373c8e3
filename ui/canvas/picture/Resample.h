// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

#include <QPointF>
#include <QSize>

#include <vector>

namespace vertescore {

/// What to make of a picture: output sample (i, j) shows the source at origin + (i + 0.5, j + 0.5) * step,
/// where the source's top-left pixel covers 0...1 in both directions.
struct ResampleOptions {
    QSize size;               ///< of the output
    QPointF origin;           ///< source pixels
    QPointF step;             ///< source pixels per output sample; > 0
    std::uint8_t outside = 0; ///< grey beyond the picture
};

/// Cubic filter of Mitchell and Netravali (1988, B = C = 1/3), widened where the picture shrinks: no stair
/// steps, hardly any ringing at an edge. Greys, row-major, of the output's size. Any thread.
std::vector<std::uint8_t> resampled(const DisplayImage& source, const ResampleOptions& options);

} // namespace vertescore
