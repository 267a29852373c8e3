// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/BlandAltman.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace vertescore {
namespace {

AgreementLimit undefinedLimit(Undefined reason) {
    return {reason, Interval::undefined(reason), Interval::undefined(reason)};
}

} // namespace

BlandAltman blandAltman(std::size_t n, double meanDifference, double sdOfDifferences) {
    BlandAltman result;
    const Undefined few = Undefined::TooFewImages;
    if (n < 2) {
        result = {few, Interval::undefined(few), few, undefinedLimit(few), undefinedLimit(few)};
        if (n == 1) result.bias = meanDifference;
        return result;
    }
    const auto count = static_cast<double>(n);
    const double root = std::sqrt(count), z = kNormalQuantile975;
    const double t = boost::math::quantile(boost::math::students_t(count - 1), 0.975);
    const double approximate = t * sdOfDifferences * std::sqrt(1 / count + z * z / (2 * (count - 1)));
    const boost::math::non_central_t exact(count - 1, z * root);
    const double inner = sdOfDifferences * boost::math::quantile(exact, 0.025) / root;
    const double outer = sdOfDifferences * boost::math::quantile(exact, 0.975) / root;

    const double bias = meanDifference, low = bias - z * sdOfDifferences, high = bias + z * sdOfDifferences;
    const double biasReach = t * sdOfDifferences / root;
    result.bias = bias;
    result.biasInterval = {bias - biasReach, bias + biasReach};
    result.sd = sdOfDifferences;
    result.lower = {low, {low - approximate, low + approximate}, {bias - outer, bias - inner}};
    result.upper = {high, {high - approximate, high + approximate}, {bias + inner, bias + outer}};
    return result;
}

BlandAltman blandAltman(std::span<const double> first, std::span<const double> second) {
    VERTESCORE_ASSERT(first.size() == second.size());
    const auto n = static_cast<double>(first.size());
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        mean += (first[i] - second[i]) / n;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double deviation = first[i] - second[i] - mean;
        squares += deviation * deviation;
    }
    return blandAltman(first.size(), mean, first.size() < 2 ? 0 : std::sqrt(squares / (n - 1)));
}

} // namespace vertescore
