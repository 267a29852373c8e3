// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vertescore {

/// The scripts as they stand in recompute.py.in and recompute.R.in, before their @WORDS@ are filled in.
extern const std::string_view kRecomputePython;
extern const std::string_view kRecomputeR;

} // namespace vertescore
