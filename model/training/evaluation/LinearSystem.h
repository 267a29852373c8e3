// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace vertescore {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>; ///< rows

/// x of a x = b for a positive definite a, by Gauss elimination.
Vector solved(Matrix a, Vector b);

} // namespace vertescore
