// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/training/scans/BundleSource.h"

#include <CLI/CLI.hpp>

namespace vertescore {

/// Which scans a command works on, as its options say.
struct SourceArguments {
    std::vector<std::filesystem::path> bundles;
    BundleSourceOptions reading;
    double phantomShare = 0; ///< of what is learnt from beside bundles
    PhantomOptions phantoms;
    std::string domain = "train";
};

/// --bundle and --accept-predicted; --phantom-seed and --domain; --phantom-share.
void addBundleOptions(CLI::App& command, SourceArguments& arguments);
void addPhantomOptions(CLI::App& command, SourceArguments& arguments);
void addMixtureOption(CLI::App& command, SourceArguments& arguments);

/// The scans of the bundles, and on stderr what was left out.
Result<BundleScans> openScans(const SourceArguments& arguments);

/// The options' phantoms, without an end.
std::unique_ptr<ScanSource> phantomsOf(const SourceArguments& arguments);

} // namespace vertescore
