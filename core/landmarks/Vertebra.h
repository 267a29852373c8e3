// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vertescore {

/// The six vertebrae, top to bottom.
enum class Level { T12, L1, L2, L3, L4, L5 };
inline constexpr std::size_t kLevelCount = 6;
inline constexpr std::array<Level, kLevelCount> kLevels{Level::T12, Level::L1, Level::L2,
                                                        Level::L3,  Level::L4, Level::L5};
std::string_view levelName(Level level);
std::optional<Level> levelFromName(std::string_view name);
constexpr std::size_t indexOf(Level level) {
    return static_cast<std::size_t>(level);
}

/// Corners of a vertebral body, by anatomy; left and right exist only in the network's frame.
enum class Corner { SuperiorAnterior, SuperiorPosterior, InferiorAnterior, InferiorPosterior };
inline constexpr std::size_t kCornerCount = 4;
inline constexpr std::array<Corner, kCornerCount> kCorners{
    Corner::SuperiorAnterior, Corner::SuperiorPosterior, Corner::InferiorAnterior, Corner::InferiorPosterior};
std::string_view cornerName(Corner corner); ///< "superiorAnterior", ...
std::optional<Corner> cornerFromName(std::string_view name);
constexpr std::size_t indexOf(Corner corner) {
    return static_cast<std::size_t>(corner);
}

} // namespace vertescore
