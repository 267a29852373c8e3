// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resampling.h"
#include "core/base/Result.h"

#include <filesystem>
#include <map>
#include <string_view>

namespace vertescore {

/// Fixed resampling indices, so that two programs bootstrap alike: one resample a line, n comma-separated
/// indices 0...n - 1. FileEmpty; FileMalformed names the line. Pure.
Result<Resamples> parseResamples(std::string_view text);

/// Every file boot_indices_*.csv of a folder, by the n of its lines. The error carries the path; FileNotFound
/// when the folder has none, DuplicateEntry when two files have the same n.
Result<std::map<std::size_t, Resamples>> readResampleFolder(const std::filesystem::path& folder);

} // namespace vertescore
