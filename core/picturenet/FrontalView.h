// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

namespace vertescore {

/// From which probability on a picture is taken for a frontal one: a lateral scan that is refused costs a
/// click, so few are (figures in resources/weights/frontal.md).
inline constexpr double kFrontalFrom = 0.95;

/// How sure the built-in small network (PictureNet) is that a displayed scan shows the patient from the
/// front, 0...1; 0 of an empty picture. Pure; any thread; about 2 ms.
double frontalProbability(const DisplayImage& scan);

} // namespace vertescore
