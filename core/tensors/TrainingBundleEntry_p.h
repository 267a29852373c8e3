// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensors/TrainingBundle.h"

namespace vertescore {

inline constexpr std::size_t kPointCount = kLevelCount * kCornerCount;

/// The numbers of one entry's landmarks, as the file holds them.
struct BundlePoints {
    std::array<double, 2 * kPointCount> places{};
    std::array<std::uint8_t, kPointCount> placed{};
    std::array<std::uint8_t, kPointCount> states{};
};
BundlePoints pointsOf(const Landmarks& landmarks);

/// What of an entry is no array, as JSON.
std::string entryText(const BundleScan& scan);

/// The scan named `name` in the file, checked. Errors: FileMalformed (names the entry).
Result<BundleScan> readEntry(const SafetensorsFile& file, const std::string& name);

} // namespace vertescore
