// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vertescore {

/// Grey of a colour, rounded: Y of PS3.3 C.7.6.3.1.2 (the weights of ITU-R BT.601). Channels 0...65535.
constexpr std::uint16_t luminance(int red, int green, int blue) {
    return static_cast<std::uint16_t>(0.299 * red + 0.587 * green + 0.114 * blue + 0.5);
}

} // namespace vertescore
