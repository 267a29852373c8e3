// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/landmarks/Vertebra.h"

namespace vertescore {

namespace {
constexpr std::array<std::string_view, kLevelCount> kLevelNames{"T12", "L1", "L2", "L3", "L4", "L5"};
constexpr std::array<std::string_view, kCornerCount> kCornerNames{"superiorAnterior", "superiorPosterior",
                                                                  "inferiorAnterior", "inferiorPosterior"};
} // namespace

std::string_view levelName(Level level) {
    return kLevelNames[indexOf(level)];
}

std::optional<Level> levelFromName(std::string_view name) {
    for (const Level level : kLevels)
        if (levelName(level) == name) return level;
    return std::nullopt;
}

std::string_view cornerName(Corner corner) {
    return kCornerNames[indexOf(corner)];
}

std::optional<Corner> cornerFromName(std::string_view name) {
    for (const Corner corner : kCorners)
        if (cornerName(corner) == name) return corner;
    return std::nullopt;
}

} // namespace vertescore
