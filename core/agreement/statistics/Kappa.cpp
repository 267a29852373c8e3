// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Kappa.h"

#include <cmath>
#include <cstdlib>

namespace vertescore {
namespace {

std::size_t at(int score) {
    return static_cast<std::size_t>(score);
}

Kappa undefinedKappa(Undefined reason) {
    return {reason, reason, reason, Interval::undefined(reason), {}};
}

/// Marginal shares of both raters, and the mean disagreement of each score with the other rater's margin.
struct Margins {
    std::vector<double> first, second;     ///< r, c
    std::vector<double> ofFirst, ofSecond; ///< vr(i) = sum_j v_ij c_j, vc(j) = sum_i r_i v_ij
    double expected = 0;                   ///< qe
};

Margins marginsOf(const PairSample& sample, const DisagreementWeights& weights) {
    const auto k = weights.size();
    Margins margins{std::vector<double>(k), std::vector<double>(k), std::vector<double>(k),
                    std::vector<double>(k), 0};
    // Counted first and divided once: a constant rater's share is 1 exactly, which decides what is undefined.
    for (const int score : sample.first)
        margins.first[at(score)] += 1;
    for (const int score : sample.second)
        margins.second[at(score)] += 1;
    for (double& share : margins.first)
        share /= static_cast<double>(sample.size());
    for (double& share : margins.second)
        share /= static_cast<double>(sample.size());
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            margins.ofFirst[i] += weights[i][j] * margins.second[j];
            margins.ofSecond[j] += weights[i][j] * margins.first[i];
            margins.expected += weights[i][j] * margins.first[i] * margins.second[j];
        }
    }
    return margins;
}

double standardErrorUnderNull(const Margins& margins, const DisagreementWeights& weights, double n) {
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            const double deviation =
                weights[i][j] - margins.ofFirst[i] - margins.ofSecond[j] + margins.expected;
            sum += margins.first[i] * margins.second[j] * deviation * deviation;
        }
    }
    return std::sqrt(sum / n) / margins.expected;
}

} // namespace

std::string_view kappaWeightsKey(KappaWeights weights) {
    switch (weights) {
    case KappaWeights::Unweighted:
        return "unw";
    case KappaWeights::Linear:
        return "lin";
    case KappaWeights::Quadratic:
        return "quad";
    }
    return {};
}

DisagreementWeights disagreementWeights(KappaWeights weights, int categories) {
    DisagreementWeights matrix(at(categories), std::vector<double>(at(categories)));
    for (int i = 0; i < categories; ++i) {
        for (int j = 0; j < categories; ++j) {
            const int apart = std::abs(i - j);
            const int weight = weights == KappaWeights::Unweighted ? (apart != 0)
                               : weights == KappaWeights::Linear   ? apart
                                                                   : apart * apart;
            matrix[at(i)][at(j)] = weight;
        }
    }
    return matrix;
}

Kappa kappa(const PairSample& sample, const DisagreementWeights& weights) {
    VERTESCORE_ASSERT(weights.size() == at(sample.categories));
    if (sample.size() < 2) return undefinedKappa(Undefined::TooFewImages);
    const auto n = static_cast<double>(sample.size());
    const Margins margins = marginsOf(sample, weights);
    const double qe = margins.expected;
    if (qe == 0) return undefinedKappa(Undefined::NoExpectedDisagreement);
    double qo = 0;
    for (std::size_t s = 0; s < sample.size(); ++s)
        qo += weights[at(sample.first[s])][at(sample.second[s])];
    qo /= n;

    Kappa result;
    const double estimate = 1 - qo / qe;
    double sumOfSquares = 0;
    for (std::size_t s = 0; s < sample.size(); ++s) {
        const std::size_t x = at(sample.first[s]), y = at(sample.second[s]);
        const double influence =
            -(weights[x][y] - qo) / qe + qo * (margins.ofFirst[x] + margins.ofSecond[y] - 2 * qe) / (qe * qe);
        result.influence.push_back(influence);
        sumOfSquares += influence * influence;
    }
    const double standardError = std::sqrt(sumOfSquares) / n;
    const double reach = kNormalQuantile975 * standardError;
    result.estimate = estimate;
    result.standardError = standardError;
    result.standardErrorNull = standardErrorUnderNull(margins, weights, n);
    result.wald = {estimate - reach, estimate + reach};
    return result;
}

Kappa kappa(const PairSample& sample, KappaWeights weights) {
    return kappa(sample, disagreementWeights(weights, sample.categories));
}

} // namespace vertescore
