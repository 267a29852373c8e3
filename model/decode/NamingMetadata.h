// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/decode/Naming.h"

#include <map>
#include <string>
#include <string_view>

namespace vertescore {

/// Where a weights file's metadata keeps its NamingModel, as JSON.
inline constexpr std::string_view kNamingKey = "naming";

std::string toJson(const NamingModel& model);
/// Errors: WeightsMalformed, also when a clue is missing or unknown.
Result<NamingModel> namingModelFromJson(std::string_view text);

/// That of a weights file; the default where it has none. Errors: WeightsMalformed.
Result<NamingModel> namingModelOf(const std::map<std::string, std::string>& metadata);

} // namespace vertescore
