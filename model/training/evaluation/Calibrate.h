// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/LoadDetector.h"
#include "model/decode/Naming.h"
#include "model/decode/Uncertainty.h"
#include "model/training/evaluation/Reliability.h"
#include "model/training/scans/ScanSource.h"
#include "model/training/scans/TrainingScan.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace vertescore {

/// Whether a vertebra given this name lies where the truth has it: nearest to that level's centre, and
/// nearer than half a vertebral height.
bool isRightlyNamed(const DecodedVertebra& vertebra, std::size_t level, const ScanTargets& truth);

/// How far off the network's corners are from those of the true vertebra that it lies on, whatever its name;
/// in the units of UncertaintyModel. Nothing where it lies on none.
std::optional<std::array<double, 4>> cornerErrors(const DecodedVertebra& vertebra, const ScanTargets& truth,
                                                  const ScanGeometry& geometry);

struct Calibration {
    NamingModel naming;
    UncertaintyModel uncertainty;
    std::size_t scans = 0; ///< with something to name
    std::size_t vertebrae = 0;
    double rightNamings = 0; ///< share of the scans that the model names right
    /// On stressed scans, to which both were fitted, and on the plain ones.
    Reliability confidence = Reliability::ofConfidence(), plainConfidence = Reliability::ofConfidence();
    Reliability radius = Reliability::ofRadius(), plainRadius = Reliability::ofRadius();
};

struct CalibrateOptions {
    LoadDetectorOptions loading;
    std::uint64_t count = 3000; ///< scans; fewer when the source has fewer
    std::stop_token stop;
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< may be empty
};

/// Fits the naming of chains, the confidence and the corners' uncertainty to what these weights see on scans
/// with truth. Every second scan is stressed (Stress.h). The naming is fitted to all of them, what is
/// promised to the stressed ones alone: on pictures like the training's a network is too sure of itself for
/// the rest of the world. Errors: those of loading, Cancelled, InvalidArgument when the scans show too little
/// to fit.
Result<Calibration> calibrate(const std::filesystem::path& weights, const ScanSource& scans,
                              const CalibrateOptions& options);

/// `from` with this calibration in its metadata, written to `to`. Errors: those of reading and writing.
Status rewriteCalibration(const std::filesystem::path& from, const std::filesystem::path& to,
                          const Calibration& calibration);

} // namespace vertescore
