// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/LoadDetector.h"
#include "model/bench/OperationProfile.h"
#include "model/network/VerteNetOptions.h"

#include <string>
#include <vector>

namespace vertescore {

struct BenchOptions {
    std::filesystem::path weights; ///< empty: untrained weights of `network`
    VerteNetOptions network;
    LoadDetectorOptions loading;
    int repeats = 20;
    int warmUp = 3;
    int batch = 1;        ///< scans per detection; times are of the whole batch
    bool profile = false; ///< also say where the network's time goes, on the CPU
};

struct StageTime {
    std::string name; ///< "grey", "preprocess", "network", "landmarks", "total"
    double medianMs = 0;
    double minimumMs = 0;
};

struct BenchReport {
    std::vector<StageTime> stages;
    VerteNetOptions network;
    std::string device;
    std::string precision;
    int threads = 1;
    int batch = 1;
    std::vector<OperationTime>
        operations; ///< of one detection (mean), the longest first; empty unless asked for

    double scansPerSecond() const; ///< by the median of "total"
};

/// Times one detection, or one batch, stage by stage, on a 12-bit phantom of a scanner's size. Errors as
/// loadDetector.
Result<BenchReport> benchDetection(const BenchOptions& options);

} // namespace vertescore
