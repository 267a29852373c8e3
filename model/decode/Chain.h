// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/ScanGeometry.h"
#include "core/landmarks/Landmarks.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace vertescore {

/// Corners by their place in the picture, the order of the corner head.
inline constexpr std::size_t kTopLeft = 0;
inline constexpr std::size_t kTopRight = 1;
inline constexpr std::size_t kBottomLeft = 2;
inline constexpr std::size_t kBottomRight = 3;

/// Natural logarithms of the probabilities that a vertebra lies above T12, is T12 ... L5, lies below L5. All
/// zero from a network that does not say.
using LevelLogs = std::array<double, kLevelCount + 2>;

/// A vertebra as the heads see it; network frame.
struct DecodedVertebra {
    NetworkPoint centre;
    std::array<NetworkPoint, 4> corners; ///< kTopLeft ... kBottomRight; may lie outside
    double confidence = 0; ///< of the peak; after naming, that the vertebra and its name are right
    LevelLogs levels{};
    std::optional<std::array<double, 4>> radii = {}; ///< of the corners; see UncertaintyModel

    NetworkPoint top() const;    ///< middle of the upper endplate
    NetworkPoint bottom() const; ///< middle of the lower endplate
    double height() const;       ///< between the two
};

/// Vertebrae that follow one another down a spine, a place for each step: nothing where one was skipped. The
/// first and the last place are taken.
using SpineChain = std::vector<std::optional<DecodedVertebra>>;

/// The best-supported chain among candidates given top to bottom: every next vertebra begins about a disc
/// below the one before, at most one is skipped between two, sizes change slowly. Candidates off the chain
/// (facets, ribs, a second column) are dropped. Empty when no candidate is likelier than not.
SpineChain longestChain(const std::vector<DecodedVertebra>& candidates);

/// The natural logarithm of the odds, for probabilities held within 0.01...0.99.
double logOdds(double probability);

/// exp of each score over the sum of all, without overflow; nothing of nothing.
std::vector<double> softmax(std::vector<double> scores);

} // namespace vertescore
