// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"
#include "core/landmarks/Landmarks.h"
#include "core/roi/Roi.h"
#include "core/scoring/ScoreSheet.h"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

/// Plain values of what was found on one scan. No behaviour but comparison; any thread.
namespace vertescore {

/// How much of the aorta's region is cut off, without the curve (PresentationWriter.h draws that).
struct CropResult {
    double factor = 1.0;
    bool isCropped = false;
    double percent = 0;                                 ///< 0...100
    std::array<double, kSegmentCount> segmentPercent{}; ///< L1...L4
    bool atBorder = false;
    bool atBlackRegion = false;
    friend bool operator==(const CropResult&, const CropResult&) = default;
};

CropResult cropResultOf(const Roi& roi);

/// Whether a corner is in one of these states.
bool hasPoint(const Landmarks& landmarks, std::initializer_list<PointState> states);

/// One reader's grades of a scan.
struct Grading {
    ScoreSheet sheet;
    ScoringConvention convention = ScoringConvention::Nhanes;
    std::string reader; ///< a person, or that person's code; empty: not said
    friend bool operator==(const Grading&, const Grading&) = default;
};

struct ScanResults {
    Landmarks landmarks; ///< source pixels
    /// Who moved, placed or confirmed points; empty: not said. Never put on a predicted point.
    std::string annotator;
    std::optional<DetectionModel> model; ///< to which the landmarks go back
    std::optional<CropResult> crop;
    std::optional<Grading> grading;
    friend bool operator==(const ScanResults&, const ScanResults&) = default;
};

/// To whom and what landmarks go back, as a study or a landmark file says it.
struct LandmarkOrigin {
    std::string author = {}; ///< who saved them; empty: not said
    std::optional<DetectionModel> model = std::nullopt;
    std::string weightsSha256 = {}; ///< of the network, where nothing else is known of it; empty: of none
};

/// Puts landmarks among the results: the author is their annotator only where a person placed, moved or
/// confirmed a corner.
void putLandmarks(ScanResults& results, const Landmarks& landmarks, const LandmarkOrigin& origin);

} // namespace vertescore
