// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/scans/ScanSource.h"

#include <filesystem>
#include <vector>

namespace vertescore {

struct BundleSourceOptions {
    /// True: a point that the network placed teaches like a person's. False: the vertebra it belongs to is
    /// neither learnt nor taken for background.
    bool acceptPredicted = false;
};

/// The scans of training bundles.
struct BundleScans {
    std::unique_ptr<ScanSource> source;
    std::size_t leftOut = 0; ///< scans that cannot teach: nothing taught, or a vertebra nobody has decided on
};

/// Reads bundles (core/tensors/TrainingBundle.h) one after the other; patients of two bundles are two
/// patients. Errors: those of TrainingBundle::read, and LandmarksMissing (no scan can teach).
Result<BundleScans> openBundles(const std::vector<std::filesystem::path>& paths,
                                const BundleSourceOptions& options = {});

} // namespace vertescore
