// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/FitUncertainty.h"

#include "core/base/Assert.h"
#include "model/training/evaluation/LinearSystem.h"
#include "model/training/evaluation/Reliability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

constexpr double kFloorPx = 0.5; ///< errors below are all very small: their logs must not rule the fit
constexpr double kRidge = 1;     ///< in units of standardised clues
constexpr double kSmallestRadius = 0.1;
constexpr std::size_t kGroups = 12;

struct Standard {
    CornerClues mean{};
    CornerClues deviation{};
};

/// The first clue is the constant and stays as it is; one that never changes gets no say.
Standard standardOf(const std::vector<PlacedCorner>& corners) {
    Standard standard;
    standard.deviation.fill(1);
    const auto count = static_cast<double>(corners.size());
    for (std::size_t k = 1; k < kCornerClues; ++k) {
        double sum = 0, squares = 0;
        for (const PlacedCorner& corner : corners)
            sum += corner.clues[k];
        standard.mean[k] = sum / count;
        for (const PlacedCorner& corner : corners)
            squares += std::pow(corner.clues[k] - standard.mean[k], 2);
        standard.deviation[k] = std::max(1e-6, std::sqrt(squares / count));
    }
    return standard;
}

CornerClues scoreWeights(const std::vector<PlacedCorner>& corners) {
    const Standard standard = standardOf(corners);
    Matrix normal(kCornerClues, Vector(kCornerClues));
    Vector right(kCornerClues);
    for (const PlacedCorner& corner : corners) {
        CornerClues clues{};
        for (std::size_t k = 0; k < kCornerClues; ++k)
            clues[k] = (corner.clues[k] - standard.mean[k]) / standard.deviation[k];
        const double wanted = std::log(corner.error + kFloorPx);
        for (std::size_t i = 0; i < kCornerClues; ++i) {
            right[i] += clues[i] * wanted;
            for (std::size_t j = 0; j < kCornerClues; ++j)
                normal[i][j] += clues[i] * clues[j];
        }
    }
    for (std::size_t i = 0; i < kCornerClues; ++i)
        normal[i][i] += i == 0 ? 1e-9 : kRidge;
    const Vector fitted = solved(std::move(normal), std::move(right));
    CornerClues weights{};
    weights[0] = fitted[0];
    for (std::size_t k = 1; k < kCornerClues; ++k) {
        weights[k] = fitted[k] / standard.deviation[k];
        weights[0] -= weights[k] * standard.mean[k];
    }
    return weights;
}

struct Group {
    double score = 0; ///< mean
    double radius = 0;
    double count = 0;
};

Group groupOf(const std::vector<std::pair<double, double>>& scored, std::size_t from, std::size_t to) {
    Group group;
    std::vector<double> errors;
    for (std::size_t i = from; i < to; ++i) {
        group.score += scored[i].first / static_cast<double>(to - from);
        errors.push_back(scored[i].second);
    }
    std::sort(errors.begin(), errors.end());
    group.radius = std::max(kSmallestRadius, quantileOf(errors, kUncertaintyShare));
    group.count = static_cast<double>(to - from);
    return group;
}

/// Neighbours that fall become one radius, each group its own score still.
void poolFalling(std::vector<Group>& groups) {
    struct Block {
        double radius, count;
        std::size_t size;
    };
    std::vector<Block> blocks;
    for (const Group& group : groups) {
        blocks.push_back({group.radius, group.count, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].radius > blocks.back().radius) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block& pooled = blocks.back();
            pooled.radius =
                (pooled.radius * pooled.count + last.radius * last.count) / (pooled.count + last.count);
            pooled.count += last.count;
            pooled.size += last.size;
        }
    }
    std::size_t at = 0;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.size; ++i)
            groups[at++].radius = block.radius;
}

} // namespace

UncertaintyModel fitUncertainty(const std::vector<PlacedCorner>& corners) {
    VERTESCORE_ASSERT(corners.size() >= kGroups);
    UncertaintyModel model;
    model.weights = scoreWeights(corners);
    std::vector<std::pair<double, double>> scored; // score and error
    for (const PlacedCorner& corner : corners)
        scored.emplace_back(model.score(corner.clues), corner.error);
    std::sort(scored.begin(), scored.end());
    std::vector<Group> groups;
    for (std::size_t i = 0; i < kGroups; ++i)
        groups.push_back(groupOf(scored, i * scored.size() / kGroups, (i + 1) * scored.size() / kGroups));
    poolFalling(groups);
    for (const Group& group : groups)
        if (model.knots.empty() || group.score > model.knots.back().score)
            model.knots.push_back({group.score, group.radius});
    return model;
}

} // namespace vertescore
