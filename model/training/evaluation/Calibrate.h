// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/LoadDetector.h"
#include "model/decode/Naming.h"
#include "model/training/scans/ScanSource.h"
#include "model/training/scans/TrainingScan.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace vertescore {

/// Vertebrae that were given about this confidence, and how many of them were there and rightly named.
struct ReliabilityRow {
    double from = 0; ///< confidence, this much or more
    double to = 0;   ///< and less
    std::size_t count = 0;
    double meanConfidence = 0;
    double rightShare = 0;
};

/// Ten rows of equal width; rows without a vertebra stay in, with count 0.
class Reliability {
public:
    Reliability();
    void add(double confidence, bool isRight);
    const std::vector<ReliabilityRow>& rows() const { return m_rows; }
    /// Mean distance of confidence from the share that was right, weighed by count.
    double calibrationError() const;

private:
    std::vector<ReliabilityRow> m_rows;
};

/// Whether a vertebra given this name lies where the truth has it: nearest to that level's centre, and
/// nearer than half a vertebral height.
bool isRightlyNamed(const DecodedVertebra& vertebra, std::size_t level, const ScanTargets& truth);

struct Calibration {
    NamingModel model;
    std::size_t scans = 0;
    std::size_t vertebrae = 0;
    double rightNamings = 0; ///< share of the scans that the model names right
    Reliability reliability; ///< on the scans it was fitted to
};

struct CalibrateOptions {
    LoadDetectorOptions loading;
    std::uint64_t count = 2000; ///< scans; fewer when the source has fewer
    std::stop_token stop;
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< may be empty
};

/// Fits the naming of chains and the confidence to what these weights see on scans with truth. Errors: those
/// of loading, Cancelled, InvalidArgument when the scans show too little to fit.
Result<Calibration> calibrate(const std::filesystem::path& weights, const ScanSource& scans,
                              const CalibrateOptions& options);

/// `from` with another naming model in its metadata, written to `to`. Errors: those of reading and writing.
Status rewriteNaming(const std::filesystem::path& from, const std::filesystem::path& to,
                     const NamingModel& model);

} // namespace vertescore
