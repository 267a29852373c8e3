// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vertescore {

/// The text of resources/weights/blackregions.txt, built in so that nothing can be missing at run time.
std::string_view shippedBlackRegions();

} // namespace vertescore
