// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vertescore {

enum class GuideKind { Inter, Intra };

/// A line across the spine from its posterior to its anterior point, source pixels.
struct Guide {
    GuideKind kind = GuideKind::Inter;
    PixelPoint anterior;
    PixelPoint posterior;
    friend bool operator==(const Guide&, const Guide&) = default;
};

/// Top to bottom: T12/L1, L1 1/3, L1 2/3, L1/L2, ... L4/L5. Inter-vertebral guides have the indices 0, 3, 6,
/// 9, 12.
inline constexpr std::size_t kGuideCount = 13;
inline constexpr std::array<std::string_view, kGuideCount> kGuideNames{
    "T12/L1", "L1 1/3", "L1 2/3", "L1/L2",  "L2 1/3", "L2 2/3", "L2/L3",
    "L3 1/3", "L3 2/3", "L3/L4",  "L4 1/3", "L4 2/3", "L4/L5"};

/// The guides that the landmarks allow; a guide whose corners are missing is absent, never guessed.
struct Guides {
    std::array<std::optional<Guide>, kGuideCount> guides;

    bool isComplete() const;
    /// Mean chord of the first 12 guides (all but L4/L5), source pixels; nothing unless those are all there.
    /// ("Mean vertebral width" of paper 000, as its authors measure it.)
    std::optional<double> meanWidth() const;
    friend bool operator==(const Guides&, const Guides&) = default;
};

} // namespace vertescore
