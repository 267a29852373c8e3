// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"
#include "model/decode/Chain.h"
#include "model/decode/Heatmap.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace vertescore {

/// What speaks for one way of naming a chain, each weighed by NamingModel. Log odds are those of the heatmap.
enum class NamingClue {
    Inside,    ///< sum of the log odds of vertebrae that get a name
    First,     ///< log odds of the one named T12, when there
    Last,      ///< log odds of the one named L5, when there
    FirstSize, ///< log of its height over the chain's median height
    LastSize,
    Above,     ///< vertebrae above T12: how many
    AboveOdds, ///< and the sum of their log odds
    Below,     ///< vertebrae below L5
    BelowOdds,
    TopUnseen,     ///< levels above the chain's first, inside the picture: how many
    TopUnseenOdds, ///< and the sum of the heatmap's log odds where they would be
    TopOutside,    ///< levels above the chain's first, outside the picture
    BottomUnseen,
    BottomUnseenOdds,
    BottomOutside,
    Levels, ///< sum of the vertebrae's LevelLogs for the names they get
    Count
};
inline constexpr std::size_t kNamingClues = static_cast<std::size_t>(NamingClue::Count);
using NamingClues = std::array<double, kNamingClues>;

/// One way of naming: the chain's place that would be T12; negative when levels are missing above it.
struct Naming {
    int t12 = 0;
    NamingClues clues{};
};

/// A conditional logit over all ways of naming a chain: P(way) ~ exp(weights . clues); and what the
/// probability and a vertebra's own peak say together about that vertebra being there and rightly named:
/// logit P = certainty . (1, logit P(way), log odds of the peak). Fitted on phantoms by `calibrate`, kept in
/// the weights' metadata, because both depend on the network.
struct NamingModel {
    NamingClues weights;
    std::array<double, 3> certainty;
    NamingModel(); ///< for weights that were never calibrated

    /// That a vertebra with this peak value, in a way of naming with this probability, is there and rightly
    /// named.
    double probability(double naming, double peak) const;
    friend bool operator==(const NamingModel&, const NamingModel&) = default;
};

/// The names of the clues in metadata, in their order.
std::string_view namingClueName(NamingClue clue);

/// All ways that leave no more than one vertebra of the best six without a name.
std::vector<Naming> namingsOf(const SpineChain& chain, const Heatmap& heatmap);

/// P(way) of each, in their order.
std::vector<double> namingProbabilities(const std::vector<Naming>& namings, const NamingClues& weights);

/// Named vertebrae, with the reason for each that is missing. Nothing is ever invented.
struct LevelledVertebrae {
    std::array<std::optional<DecodedVertebra>, kLevelCount> vertebrae;
    std::array<MissingReason, kLevelCount> missing{};
    double namingProbability = 0; ///< of this way of naming among all
};

/// The likeliest way. `confidence` of each vertebra becomes the probability that it is there and rightly
/// named. A vertebra whose centre lies outside the picture is missing for that reason.
LevelledVertebrae nameLevels(const SpineChain& chain, const Heatmap& heatmap, const NamingModel& model = {});

/// The chain named in a given way, with the peaks' own values as confidence.
LevelledVertebrae named(const SpineChain& chain, const Naming& naming);

} // namespace vertescore
