// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/LandmarkDetector.h"
#include "model/training/evaluation/Evaluate.h"
#include "model/training/scans/ScanSource.h"

#include <stop_token>

namespace vertescore {

struct EvaluateDetectorOptions {
    std::uint64_t count = 200;    ///< scans, at most those that the source has
    bool anteriorIsKnown = false; ///< true: the detector is told the side
    std::stop_token stop;         ///< asked before each scan; then the scans until there are given
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< in the calling thread
};

/// Runs a detector over the first scans of a source. Errors: those of the detector.
Result<Evaluation> evaluateDetector(LandmarkDetector& detector, const ScanSource& source,
                                    const EvaluateDetectorOptions& options = {});

} // namespace vertescore
