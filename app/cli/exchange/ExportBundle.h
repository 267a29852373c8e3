// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/intake/ExportTrainingBundle.h"

namespace vertescore::cli {

/// Writes the bundle, and says what is in it and what was left out.
void exportBundle(const BundleItems& items, const std::filesystem::path& out, Console& console);

} // namespace vertescore::cli
