// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/render/Render.h"

namespace vertescore {

/// What the scanner and its export make of a drawing: blur, noise, stripes, window curve, unscanned regions,
/// white air, text, lines, seams, compression; and enlarges it to the matrix of the frame, a second
/// compression included. Greys 0...1, front on the right. True positions are not moved.
Plane takePicture(const Scene& scene, Drawing drawing, const Field& frame);

/// Greys to stored values of the given bits, left and right swapped on demand.
GreyImage quantised(const Plane& picture, int bits, bool isMirrored);

} // namespace vertescore
