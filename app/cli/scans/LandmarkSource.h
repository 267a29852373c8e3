// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/scans/Detecting.h"

namespace vertescore::cli {

struct LandmarkChoice {
    std::string path; ///< a landmark file, or a folder of NAME.landmarks.json; empty: the network places them
    DetectorChoice detector;
};

/// --landmarks and what the network needs.
void addLandmarkOptions(CLI::App& command, LandmarkChoice& choice);

/// Where the landmarks of a scan come from.
class LandmarkSource {
public:
    /// Errors: those of loading the network, when it is needed.
    static Result<LandmarkSource> open(const LandmarkChoice& choice);

    /// name: of the scan's result files. Errors: those of reading the file or of detecting;
    /// LandmarksMalformed for landmarks of a scan of another size.
    Result<LandmarkRecord> landmarksOf(const Scan& scan, const std::string& name, Console& console);

private:
    std::filesystem::path m_path;
    DetectorChoice m_choice;
    std::unique_ptr<LandmarkDetector> m_detector; ///< null: read from m_path
};

} // namespace vertescore::cli
