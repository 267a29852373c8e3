// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/CropRoi.h"

#include "core/geometry/Spline.h"

#include <algorithm>
#include <cmath>

namespace vertescore {

namespace {

std::string absentGuides(const Guides& guides) {
    std::string names;
    for (std::size_t i = 0; i < kGuideCount; ++i)
        if (!guides.guides[i]) names += (names.empty() ? "" : ", ") + std::string(kGuideNames[i]);
    return names;
}

Result<std::array<PixelPoint, kGuideCount>> knotsBefore(const Guides& guides, double d) {
    std::array<PixelPoint, kGuideCount> knots;
    for (std::size_t i = 0; i < kGuideCount; ++i) {
        const auto& guide = *guides.guides[i];
        const double length = distance(guide.posterior, guide.anterior);
        if (!(length > 0))
            return failure(ErrorCode::LandmarksMalformed,
                           "guide " + std::string(kGuideNames[i]) + " has no length, hence no direction");
        knots[i] = {guide.anterior.x + (guide.anterior.x - guide.posterior.x) / length * d,
                    guide.anterior.y + (guide.anterior.y - guide.posterior.y) / length * d};
    }
    return knots;
}

std::vector<CropCause> causesOf(const RoiCurve& curve, const ScanGeometry& geometry, const BlackMask& mask) {
    std::vector<CropCause> causes;
    causes.reserve(curve.samples.size());
    for (const auto& sample : curve.samples)
        causes.push_back(!geometry.contains(sample) ? CropCause::Border
                         : mask.at(sample)          ? CropCause::BlackRegion
                                                    : CropCause::None);
    return causes;
}

/// Share of samples outside within each segment; a sample belongs to the segment between whose knots its y
/// lies.
std::array<double, 4> segmentPercents(const RoiCurve& curve, const std::vector<CropCause>& causes) {
    std::array<std::size_t, 4> all{}, outside{};
    for (std::size_t i = 0; i < curve.samples.size(); ++i) {
        std::size_t segment = 0;
        while (segment < 3 && curve.samples[i].y > curve.knots[3 * (segment + 1)].y)
            ++segment;
        ++all[segment];
        if (causes[i] != CropCause::None) ++outside[segment];
    }
    std::array<double, 4> percents{};
    for (std::size_t s = 0; s < percents.size(); ++s)
        percents[s] = all[s] ? 100.0 * static_cast<double>(outside[s]) / static_cast<double>(all[s]) : 0;
    return percents;
}

std::vector<CropRange> rangesOf(const RoiCurve& curve, const std::vector<CropCause>& causes) {
    std::vector<CropRange> ranges;
    CropCause running = CropCause::None;
    for (std::size_t i = 0; i < causes.size(); ++i) {
        const double y = curve.samples[i].y;
        if (causes[i] != CropCause::None && causes[i] != running) ranges.push_back({y, y, causes[i]});
        if (causes[i] != CropCause::None) ranges.back().yTo = y;
        running = causes[i];
    }
    return ranges;
}

} // namespace

bool BlackMask::isEmpty() const {
    return std::none_of(pixels.begin(), pixels.end(), [](std::uint8_t pixel) { return pixel != 0; });
}

bool BlackMask::at(PixelPoint point) const {
    const auto x = std::lround(point.x), y = std::lround(point.y);
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)] != 0;
}

Result<RoiCurve> buildRoiCurve(const Guides& guides, double factor) {
    if (!(factor > 0) || !std::isfinite(factor))
        return failure(ErrorCode::InvalidArgument, "the factor must be positive");
    if (!guides.isComplete()) return failure(ErrorCode::LandmarksMissing, "no guide " + absentGuides(guides));

    RoiCurve curve;
    curve.factor = factor;
    curve.meanWidth = *guides.meanWidth();
    curve.distance = factor * (1 + curve.meanWidth);
    const auto knots = knotsBefore(guides, curve.distance);
    if (!knots) return failure(knots.error());
    curve.knots = *knots;

    std::vector<double> x, y;
    for (const auto& knot : curve.knots) {
        x.push_back(knot.x);
        y.push_back(knot.y);
    }
    const auto spline = Spline::through(y, x);
    if (!spline) return failure(spline.error());
    curve.samples.reserve(kCurveSamples);
    const double first = y.front(), step = (y.back() - y.front()) / static_cast<double>(kCurveSamples - 1);
    for (std::size_t i = 0; i < kCurveSamples; ++i) {
        const double row = i + 1 == kCurveSamples ? y.back() : first + step * static_cast<double>(i);
        curve.samples.push_back({spline->at(row), row});
    }
    return curve;
}

Result<Roi> cropRoi(const Guides& guides, const ScanGeometry& geometry, const BlackMask& mask,
                    const CropOptions& options) {
    auto curve = buildRoiCurve(guides, options.factor);
    if (!curve) return failure(curve.error());
    Roi roi;
    roi.curve = std::move(*curve);
    roi.causes = causesOf(roi.curve, geometry, mask);
    const auto outside = static_cast<std::size_t>(std::count_if(
        roi.causes.begin(), roi.causes.end(), [](CropCause c) { return c != CropCause::None; }));
    roi.isCropped = outside >= options.minimumOutside;
    roi.percent = 100.0 * static_cast<double>(outside) / static_cast<double>(kCurveSamples);
    roi.segmentPercent = segmentPercents(roi.curve, roi.causes);
    roi.ranges = rangesOf(roi.curve, roi.causes);
    return roi;
}

} // namespace vertescore
