// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/AddScans.h"
#include "core/store/ReaderSession.h"

namespace vertescore {

/// A scan and its landmarks on their way into a training bundle.
struct BundleItem {
    std::filesystem::path path; ///< of the scan
    int width = 0;              ///< of the picture that the landmarks were placed on
    int height = 0;
    std::string pixelSha256; ///< of that picture; empty: not known
    Landmarks landmarks;
    std::optional<DetectionModel> model =
        std::nullopt; ///< to which they go back, where a landmark file says so
};

struct BundleItems {
    std::vector<BundleItem> items;
    std::vector<SkippedFile> skipped; ///< scans without landmarks
};

/// Every scan of a study with the landmarks that the signed-in person sees: an annotator those of everyone
/// but blinded readers, a reader the own corrections too. Errors: those of the session.
Result<BundleItems> bundleItemsOf(const AnnotatorSession& session);
Result<BundleItems> bundleItemsOf(const ReaderSession& session);

/// Every scan file at or below the paths with the landmarks of NAME.truth.json, else NAME.landmarks.json, in
/// the folder of landmarks or, when that is empty, beside the scan.
BundleItems bundleItemsOf(const std::vector<std::filesystem::path>& paths,
                          const std::filesystem::path& landmarkFolder = {});

struct BundleReport {
    std::size_t scans = 0;        ///< written
    std::size_t personScans = 0;  ///< of these, with no vertebra left to the network or undecided
    std::size_t personPoints = 0; ///< edited or confirmed: what teaches
    std::size_t predictedPoints = 0;
    std::size_t notVisiblePoints = 0;
    std::size_t missingPoints = 0;
    std::vector<SkippedFile> skipped; ///< files that cannot be read, or hold another picture than they did
};

struct BundleOptions {
    std::stop_token stop; ///< asked before each file
    std::function<void(std::size_t done, std::size_t total)>
        progress; ///< after each file, in the calling thread
};

/// Reads the scans and writes a training bundle (core/tensors/TrainingBundle.h): grey pictures at source
/// size, every point with its state, no name, id or path of anyone; a patient becomes a number. Goes on after
/// a file that cannot be used. Blocks. Errors: LandmarksMissing (nothing is left to write), Cancelled
/// (nothing was written), FileNotWritable, DiskFull.
Result<BundleReport> exportTrainingBundle(const BundleItems& items, const std::filesystem::path& out,
                                          const BundleOptions& options = {});

} // namespace vertescore
