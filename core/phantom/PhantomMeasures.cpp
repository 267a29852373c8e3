// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/PhantomMeasures.h"

#include "core/phantom/drawing/ExactMath.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vertescore {
namespace {

/// The picture as greys 0...1 with the front on the right, and its landmarks there.
struct View {
    int width = 0;
    int height = 0;
    std::vector<float> grey;
    Landmarks landmarks;
    double low = 0;   ///< 1st percentile
    double range = 1; ///< 99th - 1st

    bool contains(PixelPoint p) const {
        return p.x >= 0 && p.y >= 0 && p.x <= width - 1 && p.y <= height - 1;
    }
    float at(PixelPoint p) const {
        const auto x = static_cast<std::size_t>(std::clamp(p.x + 0.5, 0.0, width - 1.0));
        const auto y = static_cast<std::size_t>(std::clamp(p.y + 0.5, 0.0, height - 1.0));
        return grey[y * static_cast<std::size_t>(width) + x];
    }
    PixelPoint corner(Level level, Corner corner) const { return *landmarks.at(level).at(corner).position; }
};

double percentileOf(std::vector<float>& sorted, double share) {
    if (sorted.empty()) return 0;
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

/// A four-sided region of the picture, sampled about once per pixel.
struct Patch {
    int columns = 0;
    int rows = 0;
    std::vector<double> values;
    bool isInside = true; ///< within the picture
    bool isClipped = false;

    double mean() const {
        double sum = 0;
        for (double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    }
    double variance() const {
        const double middle = mean();
        double sum = 0;
        for (double value : values)
            sum += (value - middle) * (value - middle);
        return sum / static_cast<double>(values.size());
    }
};

Patch samplePatch(const View& view, PixelPoint a, PixelPoint b, PixelPoint c, PixelPoint d) {
    Patch patch; // a top back, b top front, c bottom front, d bottom back
    patch.columns = std::clamp(static_cast<int>(distance(a, b)), 3, 400);
    patch.rows = std::clamp(static_cast<int>(distance(a, d)), 3, 400);
    for (PixelPoint p : {a, b, c, d})
        patch.isInside = patch.isInside && view.contains(p);
    for (int y = 0; y < patch.rows; ++y)
        for (int x = 0; x < patch.columns; ++x) {
            const double across = (x + 0.5) / patch.columns;
            const PixelPoint place =
                between(between(a, b, across), between(d, c, across), (y + 0.5) / patch.rows);
            const float value = view.at(place);
            patch.isClipped = patch.isClipped || value <= 0.0F || value >= 1.0F;
            patch.values.push_back(value);
        }
    return patch;
}

/// Takes the least-squares quadratic surface away. On a full grid 1, u, v, uv, u^2 - mean, v^2 - mean are
/// orthogonal.
void detrend(Patch& patch) {
    const auto centred = [](int i, int n) { return 2.0 * i / (n - 1) - 1; };
    const auto meanSquare = [&](int n) {
        double sum = 0;
        for (int i = 0; i < n; ++i)
            sum += centred(i, n) * centred(i, n);
        return sum / n;
    };
    const double squareX = meanSquare(patch.columns);
    const double squareY = meanSquare(patch.rows);
    for (int term = 0; term < 6; ++term) {
        const auto basis = [&](std::size_t i) {
            const double u = centred(static_cast<int>(i) % patch.columns, patch.columns);
            const double v = centred(static_cast<int>(i) / patch.columns, patch.rows);
            const std::array<double, 6> terms{1, u, v, u * v, u * u - squareX, v * v - squareY};
            return terms[static_cast<std::size_t>(term)];
        };
        double product = 0;
        double norm = 1e-12;
        for (std::size_t i = 0; i < patch.values.size(); ++i) {
            product += patch.values[i] * basis(i);
            norm += basis(i) * basis(i);
        }
        for (std::size_t i = 0; i < patch.values.size(); ++i)
            patch.values[i] -= product / norm * basis(i);
    }
}

/// depth 0 at the posterior wall, 1 at the anterior one; height 0 at the superior endplate, 1 at the inferior
/// one.
PixelPoint place(const View& view, Level level, double depth, double height) {
    return between(between(view.corner(level, Corner::SuperiorPosterior),
                           view.corner(level, Corner::SuperiorAnterior), depth),
                   between(view.corner(level, Corner::InferiorPosterior),
                           view.corner(level, Corner::InferiorAnterior), depth),
                   height);
}

Patch bodyPatch(const View& view, Level level, double back, double front, double top, double bottom) {
    return samplePatch(view, place(view, level, back, top), place(view, level, front, top),
                       place(view, level, front, bottom), place(view, level, back, bottom));
}

Patch discPatch(const View& view, Level level) {
    const auto below = static_cast<Level>(static_cast<int>(level) + 1);
    const auto at = [&](double depth, double share) {
        return between(place(view, level, depth, 1), place(view, below, depth, 0), share);
    };
    return samplePatch(view, at(0.2, 0.25), at(0.8, 0.25), at(0.8, 0.75), at(0.2, 0.75));
}

/// Mean over depth of the brightest place on short profiles across the lower endplate.
double inferiorRim(const View& view, Level level) {
    double sum = 0;
    int count = 0;
    for (double depth = 0.2; depth <= 0.801; depth += 0.1, ++count) {
        double peak = 0;
        for (double height = 0.80; height <= 1.12; height += 0.02) {
            double value = 0;
            for (double aside : {-0.03, 0.0, 0.03})
                value += view.at(place(view, level, depth + aside, height)) / 3;
            peak = std::max(peak, value);
        }
        sum += peak;
    }
    return sum / count;
}

/// The brightest 0.1 D wide column behind the body.
double brightestColumn(const View& view, Level level) {
    double best = 0;
    for (double depth = -0.9; depth < -0.25; depth += 0.05)
        best = std::max(best, bodyPatch(view, level, depth - 0.05, depth + 0.05, 0, 1.2).mean());
    return best;
}

void measureTissues(const View& view, PhantomMeasures& measures) {
    std::vector<double> body, disc, front, rim, facets, cnrDisc, cnrFront, texture;
    double brighter = 0;
    double darker = 0;
    double seen = 0;
    for (Level level : {Level::T12, Level::L1, Level::L2, Level::L3, Level::L4}) {
        Patch inside = bodyPatch(view, level, 0.2, 0.8, 0.25, 0.75);
        Patch between = discPatch(view, level);
        Patch ahead = bodyPatch(view, level, 1.06, 1.25, 0.25, 0.75);
        if (!inside.isInside || !ahead.isInside || !between.isInside) continue;
        const double mean = inside.mean();
        const double behindTop = bodyPatch(view, level, -0.28, -0.08, 0.1, 0.45).mean();
        const double behindBottom = bodyPatch(view, level, -0.25, -0.08, 0.68, 0.95).mean();
        body.push_back((mean - view.low) / view.range);
        disc.push_back((mean - between.mean()) / view.range);
        front.push_back((mean - ahead.mean()) / view.range);
        rim.push_back((inferiorRim(view, level) - mean) / view.range);
        facets.push_back((brightestColumn(view, level) - view.low) / view.range);
        ++seen;
        brighter += behindTop > mean ? 1 : 0;
        darker += behindBottom < mean ? 1 : 0;
        const double toDisc = mean - between.mean();
        const double toFront = mean - ahead.mean();
        for (Patch* patch : {&inside, &between, &ahead})
            detrend(*patch);
        cnrDisc.push_back(toDisc / std::sqrt(0.5 * (inside.variance() + between.variance()) + 1e-9));
        cnrFront.push_back(toFront / std::sqrt(0.5 * (inside.variance() + ahead.variance()) + 1e-9));
        if (ahead.variance() > 1e-6) texture.push_back(std::sqrt(inside.variance() / ahead.variance()));
    }
    if (seen < 3) return;
    measures[PhantomMeasure::Body] = medianOf(body);
    measures[PhantomMeasure::BodyMinusDisc] = medianOf(disc);
    measures[PhantomMeasure::BodyMinusFront] = medianOf(front);
    measures[PhantomMeasure::RimMinusBody] = medianOf(rim);
    measures[PhantomMeasure::Facets] = medianOf(facets);
    measures[PhantomMeasure::CnrDisc] = medianOf(cnrDisc);
    measures[PhantomMeasure::CnrFront] = medianOf(cnrFront);
    if (!texture.empty()) measures[PhantomMeasure::Texture] = medianOf(texture);
    measures[PhantomMeasure::PedicleBrighter] = brighter / seen;
    measures[PhantomMeasure::ForamenDarker] = darker / seen;
    const Patch l5 = bodyPatch(view, Level::L5, 0.2, 0.8, 0.25, 0.75);
    const Patch l3 = bodyPatch(view, Level::L3, 0.2, 0.8, 0.25, 0.75);
    if (l5.isInside && l3.isInside)
        measures[PhantomMeasure::L5MinusL3] = (l5.mean() - l3.mean()) / view.range;
}

/// The six flattest unclipped windows before the column, detrended.
std::vector<Patch> flatWindows(const View& view) {
    const int size = std::max(16, view.height / 25);
    const double depth = distance(place(view, Level::L2, 0, 0.5), place(view, Level::L2, 1, 0.5));
    std::vector<Patch> windows;
    for (int top = size; top + 2 * size < view.height; top += size) {
        const PixelPoint t12 = place(view, Level::T12, 1, 0.5);
        const PixelPoint l4 = place(view, Level::L4, 1, 0.5);
        const double wall = t12.x + (l4.x - t12.x) * std::clamp((top - t12.y) / (l4.y - t12.y), -1.0, 1.2);
        for (double left = wall + 0.4 * depth; left + size < view.width - 2; left += size) {
            const double right = left + size;
            Patch patch = samplePatch(view, {left, double(top)}, {right, double(top)},
                                      {right, double(top + size)}, {left, double(top + size)});
            if (patch.isClipped) continue;
            detrend(patch);
            windows.push_back(std::move(patch));
        }
    }
    std::sort(windows.begin(), windows.end(),
              [](const Patch& a, const Patch& b) { return a.variance() < b.variance(); });
    if (windows.size() > 6) windows.resize(6);
    return windows;
}

/// Autocorrelation of the windows at a lag.
double correlation(const std::vector<Patch>& windows, int lagX, int lagY) {
    double product = 0;
    double norm = 1e-12;
    for (const Patch& patch : windows)
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

double blobLength(const std::vector<Patch>& windows, int stepX, int stepY) {
    constexpr double kOneOverE = 0.36787944117144233;
    double before = 1;
    for (int lag = 1; lag <= 12; ++lag) {
        const double now = correlation(windows, lag * stepX, lag * stepY);
        if (now < kOneOverE) return lag - 1 + (before - kOneOverE) / (before - now);
        before = now;
    }
    return 12;
}

void measureNoise(const View& view, PhantomMeasures& measures) {
    const std::vector<Patch> windows = flatWindows(view);
    if (windows.size() < 3) return;
    std::vector<double> deviations, ratios;
    for (const Patch& patch : windows) {
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

void measureGeometry(const View& view, bool isPart, PhantomMeasures& measures) {
    double depth = 0, height = 0, disc = 0;
    for (Level level : {Level::L1, Level::L2, Level::L3, Level::L4}) {
        depth += 0.25 * distance(place(view, level, 0, 0.5), place(view, level, 1, 0.5));
        height += 0.25 * distance(place(view, level, 0.5, 0), place(view, level, 0.5, 1));
        const auto above = static_cast<Level>(static_cast<int>(level) - 1);
        disc += 0.25 * distance(place(view, above, 0.5, 1), place(view, level, 0.5, 0));
    }
    measures[PhantomMeasure::DepthOverHeight] =
        depth * kNetworkWidth / view.width / (height * kNetworkHeight / view.height);
    measures[PhantomMeasure::DiscOverHeight] = disc / height;
    measures[PhantomMeasure::T12Degrees] =
        slopeDegrees(place(view, Level::T12, 0, 0), place(view, Level::T12, 1, 0));
    measures[PhantomMeasure::L4Degrees] =
        slopeDegrees(place(view, Level::L4, 0, 1), place(view, Level::L4, 1, 1));
    measures[PhantomMeasure::L5Degrees] =
        slopeDegrees(place(view, Level::L5, 0, 0), place(view, Level::L5, 1, 0));
    const PixelPoint t12 = place(view, Level::T12, 0.5, 0.5);
    const PixelPoint l4 = place(view, Level::L4, 0.5, 0.5);
    measures[PhantomMeasure::LeanDegrees] = degrees(angleOf(l4.y - t12.y, l4.x - t12.x));
    if (isPart) return;
    measures[PhantomMeasure::T12Top] = place(view, Level::T12, 0.5, 0).y / view.height;
    measures[PhantomMeasure::L4Bottom] = place(view, Level::L4, 0.5, 1).y / view.height;
    measures[PhantomMeasure::L5Bottom] = place(view, Level::L5, 0.5, 1).y / view.height;
    measures[PhantomMeasure::L4Across] = l4.x / view.width;
    measures[PhantomMeasure::T12Across] = t12.x / view.width;
    measures[PhantomMeasure::DepthOverWidth] = depth / view.width;
    measures[PhantomMeasure::HeightOverHeight] = height / view.height;
}

View viewOf(const Phantom& phantom) {
    const ScanGeometry geometry{phantom.image.width, phantom.image.height, std::nullopt};
    const bool isMirrored = phantom.landmarks.anterior == AnteriorSide::Left;
    View view{phantom.image.width,
              phantom.image.height,
              {},
              isMirrored ? mirrored(phantom.landmarks, geometry) : phantom.landmarks};
    const auto width = static_cast<std::size_t>(view.width);
    const float scale = 1.0F / static_cast<float>((1 << phantom.bitsStored) - 1);
    view.grey.resize(phantom.image.samples.size());
    for (std::size_t i = 0; i < view.grey.size(); ++i) {
        const std::size_t x = i % width;
        const bool isScanned = phantom.blackRegions.pixels.empty() || phantom.blackRegions.pixels[i] == 0;
        view.grey[i - x + (isMirrored ? width - 1 - x : x)] =
            isScanned ? scale * static_cast<float>(phantom.image.samples[i]) : 0.0F;
    }
    return view;
}

void measureGreys(const Phantom& phantom, View& view, PhantomMeasures& measures) {
    std::vector<float> all = view.grey;
    std::sort(all.begin(), all.end());
    view.low = percentileOf(all, 0.01);
    view.range = std::max(0.02, percentileOf(all, 0.99) - view.low);
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
    View view = viewOf(phantom);
    measureGreys(phantom, view, measures);
    measureTissues(view, measures);
    measureNoise(view, measures);
    measureGeometry(view, phantom.contents.isPart, measures);
    return measures;
}

} // namespace vertescore
