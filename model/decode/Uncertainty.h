// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/decode/Chain.h"
#include "model/decode/Heatmap.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// Of the corners of vertebrae that are what the network takes them for, this share lies within the radius.
inline constexpr double kUncertaintyShare = 0.9;

/// What speaks of how far off one corner may be.
enum class CornerClue {
    One,
    Anterior,  ///< 1 or 0
    Superior,  ///< 1 or 0
    SpineOdds, ///< mean log odds of the chain's peaks
    Height,    ///< log of the vertebra's height, network pixels
    Uneven, ///< distance from the middle of the same corner above and below, in median heights; 0 at the ends
    SpreadAcross, ///< variance of the heatmap about the peak, square cells
    SpreadAlong,
    HeatmapMass, ///< log of the heatmap's sum for each vertebra of the chain
    Last,        ///< 1 for the lowest of the chain
    Count
};
inline constexpr std::size_t kCornerClues = static_cast<std::size_t>(CornerClue::Count);
using CornerClues = std::array<double, kCornerClues>;

/// The names of the clues in metadata, in their order.
std::string_view cornerClueName(CornerClue clue);

/// A radius for each corner: a score of the clues first, then a line through points that never falls. Fitted
/// by `calibrate` to what the network saw on scans with truth, kept in the weights' metadata. Radii and
/// displacements are in network pixels of a frame with the picture's own aspect: a displacement in source
/// pixels over the mean scale (see meanScale in Decode.h).
struct UncertaintyModel {
    struct Knot {
        double score = 0;  ///< ascending
        double radius = 0; ///< above 0, never falling
        friend bool operator==(const Knot&, const Knot&) = default;
    };
    CornerClues weights{};
    std::vector<Knot> knots; ///< at least one

    double score(const CornerClues& clues) const;
    /// Linear between the knots, that of the last one beyond either end.
    double radius(const CornerClues& clues) const;
    friend bool operator==(const UncertaintyModel&, const UncertaintyModel&) = default;
};

/// The clues of each corner (kTopLeft ... kBottomRight) for each place of the chain; zeros where one was
/// skipped. anterior: its side in the picture that the network saw.
std::vector<std::array<CornerClues, 4>> cornerCluesOf(const SpineChain& chain, const Heatmap& heatmap,
                                                      AnteriorSide anterior);

/// The same chain with the radii of its corners.
SpineChain withRadii(SpineChain chain, const Heatmap& heatmap, AnteriorSide anterior,
                     const UncertaintyModel& model);

/// Where a weights file's metadata keeps its UncertaintyModel, as JSON.
inline constexpr std::string_view kUncertaintyKey = "uncertainty";
std::string toJson(const UncertaintyModel& model);
/// Errors: WeightsMalformed, also when a clue is missing or unknown, a radius not above 0 or one that falls.
Result<UncertaintyModel> uncertaintyModelFromJson(std::string_view text);
/// That of a weights file; nothing where it was never calibrated for it. Errors: WeightsMalformed.
Result<std::optional<UncertaintyModel>>
uncertaintyModelOf(const std::map<std::string, std::string>& metadata);

} // namespace vertescore
