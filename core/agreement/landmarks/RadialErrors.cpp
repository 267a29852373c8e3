// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/landmarks/RadialErrors_p.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace vertescore {
namespace {

struct ImageSum {
    double sum = 0;
    double points = 0;
};

Interval meanInterval(const std::map<std::string, ImageSum>& images, double mean, double points) {
    if (images.size() < 2) return Interval::undefined(Undefined::TooFewImages);
    const auto m = static_cast<double>(images.size());
    double squares = 0;
    for (const auto& [image, of] : images)
        squares += (of.sum - mean * of.points) * (of.sum - mean * of.points);
    const double error = std::sqrt(m / (m - 1) * squares) / points;
    const double reach = boost::math::quantile(boost::math::students_t(m - 1), 0.975) * error;
    return {mean - reach, mean + reach};
}

/// Of sorted values at rank 1 + share (n - 1).
double quantile(const std::vector<double>& sorted, double share) {
    const double rank = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

RadialErrors radialErrors(std::span<const PointDistance> distances) {
    RadialErrors result;
    result.points = distances.size();
    if (distances.empty()) {
        const Undefined few = Undefined::TooFewImages;
        result.mean = result.median = result.percentile95 = result.largest = few;
        result.meanInterval = Interval::undefined(few);
        return result;
    }
    std::map<std::string, ImageSum> images;
    std::vector<double> sorted;
    double sum = 0;
    for (const PointDistance& one : distances) {
        images[one.image].sum += one.distance;
        images[one.image].points += 1;
        sorted.push_back(one.distance);
        sum += one.distance;
    }
    std::ranges::sort(sorted);
    const auto points = static_cast<double>(distances.size());
    result.images = images.size();
    result.mean = sum / points;
    result.meanInterval = meanInterval(images, sum / points, points);
    result.median = quantile(sorted, 0.5);
    result.percentile95 = quantile(sorted, 0.95);
    result.largest = sorted.back();
    return result;
}

} // namespace vertescore
