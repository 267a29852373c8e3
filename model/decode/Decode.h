// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decode/Naming.h"

namespace vertescore {

/// Index in that order of an anatomical corner, for a picture with anterior on this side.
std::size_t cornerPlace(Corner corner, AnteriorSide anterior);

/// centre: cell-edge offset; corners: centre minus corner; cells.
DecodedVertebra decodeVertebra(const Peak& peak, const std::array<float, 2>& centre,
                               const std::array<float, 8>& corners, const CellFrame& frame);

/// Source pixels per network pixel, the geometric mean of both axes: the same area.
double meanScale(const ScanGeometry& geometry);

/// Landmarks in source pixels. picture: which side of the decoded picture anterior was on; isMirrored: the
/// picture was mirrored on its way into the network.
Landmarks toLandmarks(const LevelledVertebrae& found, const ScanGeometry& geometry, AnteriorSide picture,
                      bool isMirrored);

} // namespace vertescore
