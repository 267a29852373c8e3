// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace vertescore {

using Sha256State = std::array<std::uint32_t, 8>;

/// Digests whole blocks of 64 bytes, one after the other. Two ways to the same state; any thread.
using Sha256Blocks = void (*)(Sha256State& state, const unsigned char* bytes, std::size_t blocks);

void digestSha256Portably(Sha256State& state, const unsigned char* bytes, std::size_t blocks);

/// By the processor's own instructions (Intel SHA Extensions), several times as fast; nullptr where it has
/// none.
Sha256Blocks sha256ByInstructions();

/// The faster of the two here.
Sha256Blocks fastestSha256();

} // namespace vertescore
