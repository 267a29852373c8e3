// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Chain.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// A vertebra alone is worth its log odds beyond those of this value; weaker ones stay only between others.
constexpr double kWorthwhile = 0.12;
/// Between the endplates of neighbours, in vertebral heights: discs measure 0.26...0.43 of one, and a
/// vertebra that was skipped adds about 1.3.
constexpr double kDisc = 0.33;
constexpr double kSkippedStep = 1.33;
constexpr double kAllowedGap = 0.55; ///< deviation from either
constexpr double kSkipCost = 1.0;    ///< log odds
constexpr double kGapCost = 4.0;     ///< per squared height of deviation
constexpr double kSideCost = 4.0;    ///< per squared height of the endplates' displacement along themselves
constexpr double kSizeCost = 4.0;    ///< per squared log ratio of heights
constexpr double kLargestSide = 1.0; ///< heights

NetworkPoint middle(NetworkPoint a, NetworkPoint b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

struct Link {
    double cost = 0;
    bool skipsOne = false;
};

/// What it costs to let `lower` follow `upper`; nothing when it cannot.
std::optional<Link> linkBetween(const DecodedVertebra& upper, const DecodedVertebra& lower) {
    const double height = (upper.height() + lower.height()) / 2;
    const NetworkPoint from = upper.bottom(), to = lower.top();
    const NetworkPoint axis{lower.centre.x - upper.centre.x, lower.centre.y - upper.centre.y};
    const double length = std::hypot(axis.x, axis.y);
    if (height <= 0 || length <= 0) return std::nullopt;
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double gap = (dx * axis.x + dy * axis.y) / length / height;
    const double side = (dx * axis.y - dy * axis.x) / length / height;
    const double size = std::log(std::max(upper.height(), 1.0) / std::max(lower.height(), 1.0));
    const bool skipsOne = gap > kDisc + kAllowedGap;
    const double deviation = gap - kDisc - (skipsOne ? kSkippedStep : 0);
    if (std::abs(deviation) > kAllowedGap || std::abs(side) > kLargestSide) return std::nullopt;
    return Link{kGapCost * deviation * deviation + kSideCost * side * side + kSizeCost * size * size +
                    (skipsOne ? kSkipCost : 0),
                skipsOne};
}

/// The best chain that ends in a candidate.
struct Ending {
    double score = 0;
    std::optional<std::size_t> before;
    bool skipsOne = false;
};

} // namespace

NetworkPoint DecodedVertebra::top() const {
    return middle(corners[kTopLeft], corners[kTopRight]);
}
NetworkPoint DecodedVertebra::bottom() const {
    return middle(corners[kBottomLeft], corners[kBottomRight]);
}
double DecodedVertebra::height() const {
    return std::hypot(bottom().x - top().x, bottom().y - top().y);
}

double logOdds(double probability) {
    const double p = std::clamp(probability, 0.01, 0.99);
    return std::log(p / (1 - p));
}

std::vector<double> softmax(std::vector<double> scores) {
    if (scores.empty()) return scores;
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& value : scores)
        sum += value = std::exp(value - most);
    for (double& value : scores)
        value /= sum;
    return scores;
}

SpineChain longestChain(const std::vector<DecodedVertebra>& candidates) {
    std::vector<Ending> endings;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double own = logOdds(candidates[i].confidence) - logOdds(kWorthwhile);
        Ending best{own, std::nullopt, false};
        for (std::size_t j = 0; j < i; ++j)
            if (const auto link = linkBetween(candidates[j], candidates[i]))
                if (const double score = own + endings[j].score - link->cost; score > best.score)
                    best = {score, j, link->skipsOne};
        endings.push_back(best);
    }
    const auto best = std::max_element(endings.begin(), endings.end(),
                                       [](const Ending& a, const Ending& b) { return a.score < b.score; });
    SpineChain chain;
    if (best == endings.end() || best->score <= 0) return chain;
    for (std::optional<std::size_t> at = static_cast<std::size_t>(best - endings.begin()); at;
         at = endings[*at].before) {
        chain.push_back(candidates[*at]);
        if (endings[*at].skipsOne) chain.push_back(std::nullopt);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

} // namespace vertescore
