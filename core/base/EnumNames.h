// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vertescore {

/// The value of an enumeration whose names stand in the array in the order of its values; nothing when no
/// name fits.
template <typename Enum, std::size_t count>
constexpr std::optional<Enum> valueNamed(const std::array<std::string_view, count>& names,
                                         std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace vertescore
