// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Uncertainty.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

constexpr int kLeastReach = 2;  ///< cells about a peak
constexpr int kReachShare = 16; ///< and this part of the map's width where it is finer
constexpr double kNoValue = 1e-6;

/// What all vertebrae of a chain share.
struct ChainFacts {
    double meanOdds = 0;
    double medianHeight = 1;
    double logMass = 0;   ///< of the heatmap, for each vertebra
    std::size_t last = 0; ///< its place
};

ChainFacts factsOf(const SpineChain& chain, const Heatmap& heatmap) {
    ChainFacts facts;
    std::vector<double> heights;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        if (!chain[i]) continue;
        facts.meanOdds += logOdds(chain[i]->confidence);
        heights.push_back(chain[i]->height());
        facts.last = i;
    }
    if (heights.empty()) return facts;
    const auto count = static_cast<double>(heights.size());
    const double mass = std::accumulate(heatmap.values.begin(), heatmap.values.end(), 0.0);
    facts.logMass = std::log(std::max(kNoValue, mass) / count);
    facts.meanOdds /= count;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    facts.medianHeight = std::max(1.0, *middle);
    return facts;
}

struct Spread {
    double across = 0; ///< square cells
    double along = 0;
};

/// The heatmap's variance about its own centre of gravity, in a window about a vertebra's centre.
Spread spreadAbout(const Heatmap& map, NetworkPoint centre) {
    const CellPoint place = map.frame().toCells(centre);
    const int reach = std::max(kLeastReach, map.width / kReachShare);
    const int cx = std::clamp(static_cast<int>(std::floor(place.x)), 0, map.width - 1);
    const int cy = std::clamp(static_cast<int>(std::floor(place.y)), 0, map.height - 1);
    double mass = kNoValue, x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    for (int y = std::max(0, cy - reach); y <= std::min(map.height - 1, cy + reach); ++y)
        for (int x = std::max(0, cx - reach); x <= std::min(map.width - 1, cx + reach); ++x) {
            const double value = static_cast<double>(map.at(x, y));
            const double dx = x - cx, dy = y - cy;
            mass += value;
            x1 += value * dx;
            y1 += value * dy;
            x2 += value * dx * dx;
            y2 += value * dy * dy;
        }
    return {x2 / mass - x1 * x1 / (mass * mass), y2 / mass - y1 * y1 / (mass * mass)};
}

double unevennessAt(const SpineChain& chain, std::size_t place, std::size_t corner, double medianHeight) {
    if (place == 0 || place + 1 >= chain.size() || !chain[place - 1] || !chain[place + 1]) return 0;
    const NetworkPoint above = chain[place - 1]->corners[corner], below = chain[place + 1]->corners[corner];
    const NetworkPoint own = chain[place]->corners[corner];
    return std::hypot((above.x + below.x) / 2 - own.x, (above.y + below.y) / 2 - own.y) / medianHeight;
}

} // namespace

std::string_view cornerClueName(CornerClue clue) {
    constexpr std::array<std::string_view, kCornerClues> kNames{
        "one",    "anterior",     "superior",    "spineOdds",   "height",
        "uneven", "spreadAcross", "spreadAlong", "heatmapMass", "last"};
    return kNames[static_cast<std::size_t>(clue)];
}

double UncertaintyModel::score(const CornerClues& clues) const {
    return std::inner_product(clues.begin(), clues.end(), weights.begin(), 0.0);
}

double UncertaintyModel::radius(const CornerClues& clues) const {
    const double at = score(clues);
    const auto above = std::lower_bound(knots.begin(), knots.end(), at,
                                        [](const Knot& knot, double score) { return knot.score < score; });
    if (above == knots.begin()) return knots.front().radius;
    if (above == knots.end()) return knots.back().radius;
    const Knot& below = *(above - 1);
    return below.radius + (above->radius - below.radius) * (at - below.score) / (above->score - below.score);
}

std::vector<std::array<CornerClues, 4>> cornerCluesOf(const SpineChain& chain, const Heatmap& heatmap,
                                                      AnteriorSide anterior) {
    const ChainFacts facts = factsOf(chain, heatmap);
    std::vector<std::array<CornerClues, 4>> out(chain.size());
    for (std::size_t place = 0; place < chain.size(); ++place) {
        if (!chain[place]) continue;
        const Spread spread = spreadAbout(heatmap, chain[place]->centre);
        for (std::size_t corner = 0; corner < out[place].size(); ++corner) {
            const auto put = [&](CornerClue clue, double value) {
                out[place][corner][static_cast<std::size_t>(clue)] = value;
            };
            const bool isRight = corner == kTopRight || corner == kBottomRight;
            put(CornerClue::One, 1);
            put(CornerClue::Anterior, isRight == (anterior == AnteriorSide::Right) ? 1 : 0);
            put(CornerClue::Superior, corner == kTopLeft || corner == kTopRight ? 1 : 0);
            put(CornerClue::SpineOdds, facts.meanOdds);
            put(CornerClue::Height, std::log(std::max(1.0, chain[place]->height())));
            put(CornerClue::Uneven, unevennessAt(chain, place, corner, facts.medianHeight));
            put(CornerClue::SpreadAcross, spread.across);
            put(CornerClue::SpreadAlong, spread.along);
            put(CornerClue::HeatmapMass, facts.logMass);
            put(CornerClue::Last, place == facts.last ? 1 : 0);
        }
    }
    return out;
}

SpineChain withRadii(SpineChain chain, const Heatmap& heatmap, AnteriorSide anterior,
                     const UncertaintyModel& model) {
    const auto clues = cornerCluesOf(chain, heatmap, anterior);
    for (std::size_t place = 0; place < chain.size(); ++place) {
        if (!chain[place]) continue;
        std::array<double, 4>& radii = chain[place]->radii.emplace();
        for (std::size_t corner = 0; corner < radii.size(); ++corner)
            radii[corner] = model.radius(clues[place][corner]);
    }
    return chain;
}

} // namespace vertescore
