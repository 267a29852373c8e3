// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// 0.975 quantile of the normal distribution; everywhere, never 1.96 and never 2.
inline constexpr double kNormalQuantile975 = 1.959963984540054;

} // namespace vertescore
