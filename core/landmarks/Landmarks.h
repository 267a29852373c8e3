// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/landmarks/Vertebra.h"

#include <string>
#include <vector>

namespace vertescore {

/// Who put a point where it is.
enum class PointState {
    Unset,      ///< no position
    Predicted,  ///< the network
    Edited,     ///< a person moved or placed it
    Confirmed,  ///< a person looked at it and agreed
    NotVisible, ///< outside the picture or hidden; the position, if any, is an extrapolation
};
std::string_view pointStateName(PointState state);
std::optional<PointState> pointStateFromName(std::string_view name);

/// One of the 24 points.
struct Landmark {
    std::optional<PixelPoint> position; ///< nothing exactly when state is Unset (NotVisible may have either)
    PointState state = PointState::Unset;
    bool locked = false; ///< editing leaves it where it is
    /// How far off the network's place may be: within this radius (source pixels, in the picture's own grid)
    /// of it the corner of the vertebra it lies on is found nine times in ten. That the vertebra has the
    /// right name is what its confidence says. Above 0; nothing for a person's point and where the network
    /// was not calibrated for it.
    std::optional<double> uncertaintyPx = std::nullopt;
    bool isRounded = false; ///< imported from a source of whole pixels, and not moved since
    friend bool operator==(const Landmark&, const Landmark&) = default;
};

/// Why the network gave no vertebra.
enum class MissingReason { None, BelowThreshold, OutsidePicture };
std::string_view missingReasonName(MissingReason reason);
std::optional<MissingReason> missingReasonFromName(std::string_view name);

struct VertebraLandmarks {
    std::array<Landmark, kCornerCount> corners; ///< by indexOf(Corner)
    std::optional<double> confidence;           ///< 0...1 from the network; nothing when a person placed it
    MissingReason missing = MissingReason::None;

    const Landmark& at(Corner corner) const { return corners[indexOf(corner)]; }
    Landmark& at(Corner corner) { return corners[indexOf(corner)]; }
    bool isComplete() const;                  ///< all four corners have a position
    std::optional<PixelPoint> centre() const; ///< mean of the corners, when complete
    friend bool operator==(const VertebraLandmarks&, const VertebraLandmarks&) = default;
};

/// The landmarks of one scan, in source pixels. A value: copy it freely between threads.
struct Landmarks {
    AnteriorSide anterior = AnteriorSide::Right;
    std::array<VertebraLandmarks, kLevelCount> vertebrae; ///< by indexOf(Level)

    const VertebraLandmarks& at(Level level) const { return vertebrae[indexOf(level)]; }
    VertebraLandmarks& at(Level level) { return vertebrae[indexOf(level)]; }
    bool isEmpty() const; ///< no point has a position
    std::vector<Level> missingLevels() const;
    friend bool operator==(const Landmarks&, const Landmarks&) = default;
};

/// Reverses left and right, sides included: for computing everything with anterior on the right.
Landmarks mirrored(const Landmarks& landmarks, const ScanGeometry& geometry);

/// All labels one level down (+1: what was called L1 is called L2; T12 becomes empty) or up (-1). Level shift
/// is the most common error of detection.
Landmarks shifted(const Landmarks& landmarks, int levels);

/// What cannot be right: in words, per level, for showing in place.
struct LandmarkProblem {
    enum class Kind {
        SwappedAnteriorPosterior,
        SwappedSuperiorInferior,
        OverlapsNext,
        OutOfOrder,
        NotConvex
    };
    Level level = Level::T12;
    Kind kind = Kind::NotConvex;
    friend bool operator==(const LandmarkProblem&, const LandmarkProblem&) = default;
};
std::vector<LandmarkProblem> findProblems(const Landmarks& landmarks);

} // namespace vertescore
