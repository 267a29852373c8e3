// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/io/Scan.h"
#include "core/io/landmarks/LandmarkFiles.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

// What the subcommands that let the network run, or draw its result, have in common.
namespace vertescore::cli {

struct DetectorChoice {
    std::string weights; ///< empty: the ones that ship with the program
    std::string device = "auto";
    std::string precision = "auto";
    std::string anterior = "auto";
    std::string view = "auto";
    bool frontalToo = false;
};

void addDetectorOptions(CLI::App& command, DetectorChoice& choice);

/// Errors: WeightsMissing and what loadDetector may fail with.
Result<std::unique_ptr<LandmarkDetector>> loadChosenDetector(const DetectorChoice& choice);

/// Landmarks of a scan, ready for writing. Errors: FrontalView (unless frontal scans are allowed), Cancelled,
/// and what the detector may fail with; with the scan's path.
Result<LandmarkRecord> detectOn(const Scan& scan, LandmarkDetector& detector, const DetectorChoice& choice,
                                Console& console);

/// The crop of a scan with these landmarks, black regions found in its picture.
struct CropFinding {
    Guides guides;
    Result<Roi> roi;
};
CropFinding findCrop(const Scan& scan, const Landmarks& landmarks, double factor);
/// The same at each of several factors, in their order.
std::vector<CropFinding> findCrops(const Scan& scan, const Landmarks& landmarks,
                                   const std::vector<double>& factors);

/// NAME.overlay.png: the scan with landmarks, guides and curve. Errors: FileNotWritable, DiskFull.
Status saveOverlay(const std::filesystem::path& path, const Scan& scan, const LandmarkRecord& record,
                   const CropFinding& crop);

/// "T12 0.97, L1 0.98, ..., L5 missing"
std::string landmarksInWords(const Landmarks& landmarks);
/// "not cropped", "cropped 12.4 %: border", or why it could not be told.
std::string cropInOneLine(const Result<Roi>& roi);

} // namespace vertescore::cli
