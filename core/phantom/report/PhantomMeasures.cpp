// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/report/PhantomMeasures.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/report/PhantomView.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vertescore {
namespace {

/// Of sorted values.
double percentileOf(const std::vector<float>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

/// Mean over depth of the brightest place on short profiles across the lower endplate.
double inferiorRim(const PhantomView& view, Level level) {
    double sum = 0;
    int count = 0;
    for (double depth = 0.2; depth <= 0.801; depth += 0.1, ++count) {
        double peak = 0;
        for (double height = 0.80; height <= 1.12; height += 0.02) {
            double value = 0;
            for (double aside : {-0.03, 0.0, 0.03})
                value += view.at(view.place(level, depth + aside, height)) / 3;
            peak = std::max(peak, value);
        }
        sum += peak;
    }
    return sum / count;
}

/// The brightest 0.1 D wide column behind the body.
double brightestColumn(const PhantomView& view, Level level) {
    double best = 0;
    for (double depth = -0.9; depth < -0.25; depth += 0.05)
        best = std::max(best, bodyPatch(view, level, {depth - 0.05, depth + 0.05, 0, 1.2}).mean());
    return best;
}

/// The measures of one vertebra; of a panel the medians count.
struct VertebraFinding {
    double body, disc, front, rim, facets, cnrDisc, cnrFront, texture;
    bool isPedicleBrighter, isForamenDarker;
};

double contrastToNoise(double difference, const GreyPatch& a, const GreyPatch& b) {
    return difference / std::sqrt(0.5 * (a.variance() + b.variance()) + 1e-9);
}

/// Nothing where the vertebra, its disc or what lies before it is outside the picture.
std::optional<VertebraFinding> findingAt(const PhantomView& view, Level level) {
    GreyPatch inside = bodyPatch(view, level, {0.2, 0.8, 0.25, 0.75});
    GreyPatch disc = discPatch(view, level);
    GreyPatch ahead = bodyPatch(view, level, {1.06, 1.25, 0.25, 0.75});
    if (!inside.isInside || !ahead.isInside || !disc.isInside) return std::nullopt;
    const double mean = inside.mean();
    const double toDisc = mean - disc.mean();
    const double toFront = mean - ahead.mean();
    VertebraFinding finding{};
    finding.body = (mean - view.low) / view.range;
    finding.disc = toDisc / view.range;
    finding.front = toFront / view.range;
    finding.rim = (inferiorRim(view, level) - mean) / view.range;
    finding.facets = (brightestColumn(view, level) - view.low) / view.range;
    finding.isPedicleBrighter = bodyPatch(view, level, {-0.28, -0.08, 0.1, 0.45}).mean() > mean;
    finding.isForamenDarker = bodyPatch(view, level, {-0.25, -0.08, 0.68, 0.95}).mean() < mean;
    for (GreyPatch* patch : {&inside, &disc, &ahead})
        detrend(*patch);
    finding.cnrDisc = contrastToNoise(toDisc, inside, disc);
    finding.cnrFront = contrastToNoise(toFront, inside, ahead);
    finding.texture = std::sqrt(inside.variance() / std::max(1e-6, ahead.variance()));
    return finding;
}

void measureTissues(const PhantomView& view, PhantomMeasures& measures) {
    std::vector<VertebraFinding> findings;
    for (Level level : {Level::T12, Level::L1, Level::L2, Level::L3, Level::L4})
        if (const auto finding = findingAt(view, level)) findings.push_back(*finding);
    if (findings.size() < 3) return;
    const auto median = [&](auto member) {
        std::vector<double> values;
        for (const VertebraFinding& finding : findings)
            values.push_back(static_cast<double>(finding.*member));
        return medianOf(std::move(values));
    };
    const auto share = [&](bool VertebraFinding::*member) {
        const auto hits =
            std::count_if(findings.begin(), findings.end(), [&](const auto& f) { return f.*member; });
        return static_cast<double>(hits) / static_cast<double>(findings.size());
    };
    measures[PhantomMeasure::Body] = median(&VertebraFinding::body);
    measures[PhantomMeasure::BodyMinusDisc] = median(&VertebraFinding::disc);
    measures[PhantomMeasure::BodyMinusFront] = median(&VertebraFinding::front);
    measures[PhantomMeasure::RimMinusBody] = median(&VertebraFinding::rim);
    measures[PhantomMeasure::Facets] = median(&VertebraFinding::facets);
    measures[PhantomMeasure::CnrDisc] = median(&VertebraFinding::cnrDisc);
    measures[PhantomMeasure::CnrFront] = median(&VertebraFinding::cnrFront);
    measures[PhantomMeasure::Texture] = median(&VertebraFinding::texture);
    measures[PhantomMeasure::PedicleBrighter] = share(&VertebraFinding::isPedicleBrighter);
    measures[PhantomMeasure::ForamenDarker] = share(&VertebraFinding::isForamenDarker);
    const GreyPatch l5 = bodyPatch(view, Level::L5, {0.2, 0.8, 0.25, 0.75});
    const GreyPatch l3 = bodyPatch(view, Level::L3, {0.2, 0.8, 0.25, 0.75});
    if (l5.isInside && l3.isInside)
        measures[PhantomMeasure::L5MinusL3] = (l5.mean() - l3.mean()) / view.range;
}

/// The six flattest unclipped windows before the column, detrended.
std::vector<GreyPatch> flatWindows(const PhantomView& view) {
    const int size = std::max(16, view.height / 25);
    const double depth = distance(view.place(Level::L2, 0, 0.5), view.place(Level::L2, 1, 0.5));
    std::vector<GreyPatch> windows;
    for (int top = size; top + 2 * size < view.height; top += size) {
        const PixelPoint t12 = view.place(Level::T12, 1, 0.5);
        const PixelPoint l4 = view.place(Level::L4, 1, 0.5);
        const double wall = t12.x + (l4.x - t12.x) * std::clamp((top - t12.y) / (l4.y - t12.y), -1.0, 1.2);
        for (double left = wall + 0.4 * depth; left + size < view.width - 2; left += size) {
            const double right = left + size;
            GreyPatch patch = samplePatch(
                view, {PixelPoint{left, double(top)}, PixelPoint{right, double(top)},
                       PixelPoint{right, double(top + size)}, PixelPoint{left, double(top + size)}});
            if (patch.isClipped) continue;
            detrend(patch);
            windows.push_back(std::move(patch));
        }
    }
    std::sort(windows.begin(), windows.end(),
              [](const GreyPatch& a, const GreyPatch& b) { return a.variance() < b.variance(); });
    if (windows.size() > 6) windows.resize(6);
    return windows;
}

/// Autocorrelation of the windows at a lag.
double correlation(const std::vector<GreyPatch>& windows, int lagX, int lagY) {
    double product = 0;
    double norm = 1e-12;
    for (const GreyPatch& patch : windows)
        for (int y = 0; y + lagY < patch.rows; ++y)
            for (int x = 0; x + lagX < patch.columns; ++x) {
                const double a = patch.values[static_cast<std::size_t>(y * patch.columns + x)];
                const double b =
                    patch.values[static_cast<std::size_t>((y + lagY) * patch.columns + x + lagX)];
                product += a * b;
                norm += 0.5 * (a * a + b * b);
            }
    return product / norm;
}

double blobLength(const std::vector<GreyPatch>& windows, int stepX, int stepY) {
    constexpr double kOneOverE = 0.36787944117144233;
    double before = 1;
    for (int lag = 1; lag <= 12; ++lag) {
        const double now = correlation(windows, lag * stepX, lag * stepY);
        if (now < kOneOverE) return lag - 1 + (before - kOneOverE) / (before - now);
        before = now;
    }
    return 12;
}

void measureNoise(const PhantomView& view, PhantomMeasures& measures) {
    const std::vector<GreyPatch> windows = flatWindows(view);
    if (windows.size() < 3) return;
    std::vector<double> deviations, ratios;
    for (const GreyPatch& patch : windows) {
        std::vector<double> rows(static_cast<std::size_t>(patch.rows));
        std::vector<double> columns(static_cast<std::size_t>(patch.columns));
        for (std::size_t i = 0; i < patch.values.size(); ++i) {
            rows[i / columns.size()] += patch.values[i] / patch.columns;
            columns[i % columns.size()] += patch.values[i] / patch.rows;
        }
        double rowPower = 0;
        double columnPower = 1e-12;
        for (double value : rows)
            rowPower += value * value / patch.rows;
        for (double value : columns)
            columnPower += value * value / patch.columns;
        deviations.push_back(std::sqrt(patch.variance()) / view.range);
        ratios.push_back(rowPower / columnPower);
    }
    measures[PhantomMeasure::Noise] = medianOf(deviations);
    measures[PhantomMeasure::RowOverColumn] = medianOf(ratios);
    measures[PhantomMeasure::BlobX] = blobLength(windows, 1, 0) * kNetworkWidth / view.width;
    measures[PhantomMeasure::BlobY] = blobLength(windows, 0, 1) * kNetworkHeight / view.height;
}

double slopeDegrees(PixelPoint back, PixelPoint front) {
    return degrees(angleOf(front.x - back.x, front.y - back.y));
}

void measureGeometry(const PhantomView& view, bool isWholeSpine, PhantomMeasures& measures) {
    double depth = 0, height = 0, disc = 0;
    for (Level level : {Level::L1, Level::L2, Level::L3, Level::L4}) {
        depth += 0.25 * distance(view.place(level, 0, 0.5), view.place(level, 1, 0.5));
        height += 0.25 * distance(view.place(level, 0.5, 0), view.place(level, 0.5, 1));
        const auto above = static_cast<Level>(static_cast<int>(level) - 1);
        disc += 0.25 * distance(view.place(above, 0.5, 1), view.place(level, 0.5, 0));
    }
    measures[PhantomMeasure::DepthOverHeight] =
        depth * kNetworkWidth / view.width / (height * kNetworkHeight / view.height);
    measures[PhantomMeasure::DiscOverHeight] = disc / height;
    measures[PhantomMeasure::T12Degrees] =
        slopeDegrees(view.place(Level::T12, 0, 0), view.place(Level::T12, 1, 0));
    measures[PhantomMeasure::L4Degrees] =
        slopeDegrees(view.place(Level::L4, 0, 1), view.place(Level::L4, 1, 1));
    measures[PhantomMeasure::L5Degrees] =
        slopeDegrees(view.place(Level::L5, 0, 0), view.place(Level::L5, 1, 0));
    const PixelPoint t12 = view.place(Level::T12, 0.5, 0.5);
    const PixelPoint l4 = view.place(Level::L4, 0.5, 0.5);
    measures[PhantomMeasure::LeanDegrees] = degrees(angleOf(l4.y - t12.y, l4.x - t12.x));
    if (!isWholeSpine) return;
    measures[PhantomMeasure::T12Top] = view.place(Level::T12, 0.5, 0).y / view.height;
    measures[PhantomMeasure::L4Bottom] = view.place(Level::L4, 0.5, 1).y / view.height;
    measures[PhantomMeasure::L5Bottom] = view.place(Level::L5, 0.5, 1).y / view.height;
    measures[PhantomMeasure::L4Across] = l4.x / view.width;
    measures[PhantomMeasure::T12Across] = t12.x / view.width;
    measures[PhantomMeasure::DepthOverWidth] = depth / view.width;
    measures[PhantomMeasure::HeightOverHeight] = height / view.height;
}

void measureGreys(const Phantom& phantom, const PhantomView& view, PhantomMeasures& measures) {
    std::vector<float> all = view.grey;
    std::sort(all.begin(), all.end());
    const auto share = [&](float from, float to) {
        const auto first = std::lower_bound(all.begin(), all.end(), from);
        return static_cast<double>(std::upper_bound(first, all.end(), to) - first) /
               static_cast<double>(all.size());
    };
    measures[PhantomMeasure::BlackShare] = share(0.0F, 8.5F / 255);
    measures[PhantomMeasure::WhiteShare] = share(249.5F / 255, 1.0F);
    if (!phantom.blackRegions.isEmpty()) {
        const auto masked = static_cast<std::size_t>(
            std::count_if(phantom.blackRegions.pixels.begin(), phantom.blackRegions.pixels.end(),
                          [](std::uint8_t pixel) { return pixel != 0; }));
        all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(masked));
    }
    measures[PhantomMeasure::Grey5] = percentileOf(all, 0.05);
    measures[PhantomMeasure::Grey25] = percentileOf(all, 0.25);
    measures[PhantomMeasure::Grey50] = percentileOf(all, 0.50);
    measures[PhantomMeasure::Grey75] = percentileOf(all, 0.75);
    measures[PhantomMeasure::Grey95] = percentileOf(all, 0.95);
}

} // namespace

std::string_view phantomMeasureName(PhantomMeasure measure) {
    constexpr std::array<std::string_view, kPhantomMeasureCount> kNames{"grey p5",
                                                                        "grey p25",
                                                                        "grey median",
                                                                        "grey p75",
                                                                        "grey p95",
                                                                        "black share",
                                                                        "white share",
                                                                        "body",
                                                                        "body - disc",
                                                                        "body - front",
                                                                        "lower rim - body",
                                                                        "facet column",
                                                                        "L5 - L3",
                                                                        "pedicle brighter than body",
                                                                        "foramen darker than body",
                                                                        "CNR body : disc",
                                                                        "CNR body : front",
                                                                        "noise",
                                                                        "blob across",
                                                                        "blob along",
                                                                        "row / column variance",
                                                                        "texture body / beside",
                                                                        "T12 top",
                                                                        "L4 bottom",
                                                                        "L5 bottom",
                                                                        "L4 across",
                                                                        "T12 across",
                                                                        "depth / width",
                                                                        "height / frame height",
                                                                        "depth / height at 512 x 1024",
                                                                        "disc / height",
                                                                        "lean, degrees",
                                                                        "T12 upper endplate, degrees",
                                                                        "L4 lower endplate, degrees",
                                                                        "L5 upper endplate, degrees"};
    return kNames[static_cast<std::size_t>(measure)];
}

PhantomMeasures measurePhantom(const Phantom& phantom) {
    PhantomMeasures measures;
    const PhantomView view = viewOf(phantom);
    const bool isWholeSpine = phantom.contents.extent == PhantomExtent::WholeSpine;
    // The real pictures whose greys were measured are whole scans, those of style C crops.
    if (isWholeSpine || phantom.style == PhantomStyle::C) measureGreys(phantom, view, measures);
    measureTissues(view, measures);
    measureNoise(view, measures);
    measureGeometry(view, isWholeSpine, measures);
    return measures;
}

} // namespace vertescore
