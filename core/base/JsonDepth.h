// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace vertescore {

/// How deep brackets and braces of a JSON text nest, those in quotes apart; of a text that is no JSON, any
/// number.
std::size_t jsonDepth(std::string_view text);

/// No file of ours or of the programs that we know nests deeper than ten. The JSON library copies by
/// recursion what an object holds when the object grows, so a text that nests a million deep would end the
/// program.
inline constexpr std::size_t kDeepestJson = 100;

} // namespace vertescore
