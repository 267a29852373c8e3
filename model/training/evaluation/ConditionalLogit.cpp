// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/ConditionalLogit.h"

#include "model/decode/Chain.h"
#include "model/training/evaluation/LinearSystem.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vertescore {
namespace {

constexpr int kMostSteps = 50;
constexpr int kMostHalvings = 30;
constexpr double kConverged = 1e-16; ///< of the squared step in units of the curvature

double dot(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Vector probabilities(const Choice& choice, const Vector& weights) {
    Vector out;
    for (const Vector& clues : choice.alternatives)
        out.push_back(dot(clues, weights));
    return softmax(std::move(out));
}

double objective(const std::vector<Choice>& choices, const Vector& weights, double ridge) {
    double sum = -ridge / 2 * dot(weights, weights);
    for (const Choice& choice : choices)
        sum += std::log(std::max(probabilities(choice, weights)[choice.chosen], 1e-300));
    return sum;
}

struct Slope {
    Vector gradient;
    Matrix curvature; ///< minus the second derivatives; positive definite
};

Slope slopeAt(const std::vector<Choice>& choices, const Vector& weights, double ridge) {
    const std::size_t n = weights.size();
    Slope slope{Vector(n), Matrix(n, Vector(n))};
    for (std::size_t i = 0; i < n; ++i) {
        slope.gradient[i] = -ridge * weights[i];
        slope.curvature[i][i] = ridge;
    }
    for (const Choice& choice : choices) {
        const Vector p = probabilities(choice, weights);
        Vector mean(n);
        for (std::size_t a = 0; a < p.size(); ++a)
            for (std::size_t i = 0; i < n; ++i)
                mean[i] += p[a] * choice.alternatives[a][i];
        for (std::size_t i = 0; i < n; ++i)
            slope.gradient[i] += choice.alternatives[choice.chosen][i] - mean[i];
        for (std::size_t a = 0; a < p.size(); ++a)
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j)
                    slope.curvature[i][j] +=
                        p[a] * (choice.alternatives[a][i] - mean[i]) * (choice.alternatives[a][j] - mean[j]);
    }
    return slope;
}

} // namespace

std::vector<double> fitConditionalLogit(const std::vector<Choice>& choices, double ridge) {
    if (choices.empty()) return {};
    Vector weights(choices.front().alternatives.front().size());
    double value = objective(choices, weights, ridge);
    for (int step = 0; step < kMostSteps; ++step) {
        const Slope slope = slopeAt(choices, weights, ridge);
        const Vector direction = solved(slope.curvature, slope.gradient);
        if (dot(direction, slope.gradient) < kConverged) break;
        double length = 1;
        for (int halving = 0; halving < kMostHalvings; ++halving, length /= 2) {
            Vector next = weights;
            for (std::size_t i = 0; i < next.size(); ++i)
                next[i] += length * direction[i];
            const double reached = objective(choices, next, ridge);
            if (reached < value) continue;
            weights = std::move(next);
            value = reached;
            break;
        }
    }
    return weights;
}

} // namespace vertescore
