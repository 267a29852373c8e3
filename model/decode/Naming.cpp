// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Naming.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr int kNames = static_cast<int>(kLevelCount);
constexpr int kEvidenceReach = 2; ///< cells around the place where a vertebra would be

bool isInFrame(NetworkPoint p) {
    return p.x >= 0 && p.y >= 0 && p.x <= kNetworkWidth - 1 && p.y <= kNetworkHeight - 1;
}

/// `steps` steps beyond the chain's last vertebra (or above its first), at the distance of the last two.
NetworkPoint beyond(const SpineChain& chain, bool isBelow, int steps) {
    const std::size_t last = isBelow ? chain.size() - 1 : 0;
    const NetworkPoint end = chain[last]->centre;
    std::size_t places = 1;
    const auto before = [&] { return isBelow ? last - places : last + places; };
    while (!chain[before()])
        ++places;
    const NetworkPoint other = chain[before()]->centre;
    const double share = static_cast<double>(steps) / static_cast<double>(places);
    return {end.x + (end.x - other.x) * share, end.y + (end.y - other.y) * share};
}

double medianHeight(const SpineChain& chain) {
    std::vector<double> heights;
    for (const auto& vertebra : chain)
        if (vertebra) heights.push_back(vertebra->height());
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// Its place in LevelLogs; level 0 is T12.
std::size_t levelClass(int level) {
    return static_cast<std::size_t>(std::clamp(level, -1, kNames) + 1);
}

class ClueFinder {
public:
    ClueFinder(const SpineChain& chain, const Heatmap& heatmap)
        : m_chain(chain), m_heatmap(heatmap), m_size(static_cast<int>(chain.size())),
          m_medianHeight(std::max(1.0, medianHeight(chain))) {}

    NamingClues cluesOf(int t12) const {
        NamingClues clues{};
        const auto at = [&](NamingClue clue) -> double& { return clues[static_cast<std::size_t>(clue)]; };
        for (int i = 0; i < m_size; ++i) {
            const auto& vertebra = m_chain[static_cast<std::size_t>(i)];
            if (!vertebra) continue;
            const double odds = logOdds(vertebra->confidence);
            const int level = i - t12;
            at(NamingClue::Levels) += vertebra->levels[levelClass(level)];
            if (level < 0) {
                at(NamingClue::Above) += 1;
                at(NamingClue::AboveOdds) += odds;
            } else if (level >= kNames) {
                at(NamingClue::Below) += 1;
                at(NamingClue::BelowOdds) += odds;
            } else {
                at(NamingClue::Inside) += odds;
            }
            if (level != 0 && level != kNames - 1) continue;
            at(level == 0 ? NamingClue::First : NamingClue::Last) = odds;
            at(level == 0 ? NamingClue::FirstSize : NamingClue::LastSize) =
                std::log(std::max(1.0, vertebra->height()) / m_medianHeight);
        }
        for (int steps = 1; steps <= -t12; ++steps)
            addUnseen(false, steps, at(NamingClue::TopUnseen), at(NamingClue::TopUnseenOdds),
                      at(NamingClue::TopOutside));
        for (int steps = 1; steps <= t12 + kNames - m_size; ++steps)
            addUnseen(true, steps, at(NamingClue::BottomUnseen), at(NamingClue::BottomUnseenOdds),
                      at(NamingClue::BottomOutside));
        return clues;
    }

private:
    void addUnseen(bool isBelow, int steps, double& unseen, double& odds, double& outside) const {
        const NetworkPoint place = beyond(m_chain, isBelow, steps);
        if (!isInFrame(place)) {
            outside += 1;
            return;
        }
        unseen += 1;
        const CellPoint cell = m_heatmap.frame().toCells(place);
        odds += logOdds(static_cast<double>(m_heatmap.strongestNear(cell, kEvidenceReach)));
    }

    const SpineChain& m_chain;
    const Heatmap& m_heatmap;
    int m_size;
    double m_medianHeight;
};

int namedCount(const SpineChain& chain, int t12) {
    int count = 0;
    for (int i = std::max(0, t12); i < std::min(static_cast<int>(chain.size()), t12 + kNames); ++i)
        count += chain[static_cast<std::size_t>(i)] ? 1 : 0;
    return count;
}

MissingReason reasonBeyond(const SpineChain& chain, bool isBelow, int steps) {
    if (std::count_if(chain.begin(), chain.end(), [](const auto& v) { return v.has_value(); }) < 2)
        return MissingReason::BelowThreshold;
    return isInFrame(beyond(chain, isBelow, steps)) ? MissingReason::BelowThreshold
                                                    : MissingReason::OutsidePicture;
}

} // namespace

std::string_view namingClueName(NamingClue clue) {
    constexpr std::array<std::string_view, kNamingClues> kClueNames{
        "inside",        "first",      "last",         "firstSize",        "lastSize",
        "above",         "aboveOdds",  "below",        "belowOdds",        "topUnseen",
        "topUnseenOdds", "topOutside", "bottomUnseen", "bottomUnseenOdds", "bottomOutside",
        "levels"};
    return kClueNames[static_cast<std::size_t>(clue)];
}

NamingModel::NamingModel() : weights{}, certainty{0.0, 0.5, 0.5} {
    const auto set = [&](NamingClue clue, double weight) {
        weights[static_cast<std::size_t>(clue)] = weight;
    };
    set(NamingClue::Inside, 1.0);
    set(NamingClue::TopUnseenOdds, 1.0);
    set(NamingClue::TopOutside, -3.0);
    set(NamingClue::BottomUnseenOdds, 1.0);
    set(NamingClue::Levels, 1.0);
}

double NamingModel::probability(double naming, double peak) const {
    const double logit = certainty[0] + certainty[1] * logOdds(naming) + certainty[2] * logOdds(peak);
    return 1 / (1 + std::exp(-logit));
}

std::vector<Naming> namingsOf(const SpineChain& chain, const Heatmap& heatmap) {
    std::vector<Naming> namings;
    const int size = static_cast<int>(chain.size());
    if (namedCount(chain, 0) < 2 || size < 2) return namings;
    const ClueFinder finder(chain, heatmap);
    int most = 0;
    for (int t12 = 1 - kNames; t12 < size; ++t12)
        most = std::max(most, namedCount(chain, t12));
    for (int t12 = 1 - kNames; t12 < size; ++t12)
        if (namedCount(chain, t12) >= most - 1) namings.push_back({t12, finder.cluesOf(t12)});
    return namings;
}

std::vector<double> namingProbabilities(const std::vector<Naming>& namings, const NamingClues& weights) {
    std::vector<double> out;
    for (const Naming& naming : namings) {
        double score = 0;
        for (std::size_t k = 0; k < kNamingClues; ++k)
            score += weights[k] * naming.clues[k];
        out.push_back(score);
    }
    return softmax(std::move(out));
}

LevelledVertebrae named(const SpineChain& chain, const Naming& naming) {
    LevelledVertebrae out;
    const int size = static_cast<int>(chain.size());
    for (int level = 0; level < kNames; ++level) {
        const auto index = static_cast<std::size_t>(level);
        const int place = naming.t12 + level;
        if (place < 0 || place >= size) {
            out.missing[index] =
                place < 0 ? reasonBeyond(chain, false, -place) : reasonBeyond(chain, true, place - size + 1);
            continue;
        }
        const auto& vertebra = chain[static_cast<std::size_t>(place)];
        if (!vertebra)
            out.missing[index] = MissingReason::BelowThreshold;
        else if (!isInFrame(vertebra->centre))
            out.missing[index] = MissingReason::OutsidePicture;
        else
            out.vertebrae[index] = vertebra;
    }
    return out;
}

LevelledVertebrae nameLevels(const SpineChain& chain, const Heatmap& heatmap, const NamingModel& model) {
    const std::vector<Naming> namings = namingsOf(chain, heatmap);
    LevelledVertebrae out;
    if (namings.empty()) { // fewer than two vertebrae: which one it is cannot be told
        out.missing.fill(MissingReason::BelowThreshold);
        return out;
    }
    const std::vector<double> probabilities = namingProbabilities(namings, model.weights);
    const auto best = std::max_element(probabilities.begin(), probabilities.end());
    out = named(chain, namings[static_cast<std::size_t>(best - probabilities.begin())]);
    out.namingProbability = *best;
    for (auto& vertebra : out.vertebrae) {
        if (!vertebra) continue;
        vertebra->confidence = model.probability(*best, vertebra->confidence);
    }
    return out;
}

} // namespace vertescore
