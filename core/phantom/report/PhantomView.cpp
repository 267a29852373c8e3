// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/report/PhantomView.h"

#include <algorithm>
#include <array>

namespace vertescore {

float PhantomView::at(PixelPoint p) const {
    const auto x = static_cast<std::size_t>(std::clamp(p.x + 0.5, 0.0, width - 1.0));
    const auto y = static_cast<std::size_t>(std::clamp(p.y + 0.5, 0.0, height - 1.0));
    return grey[y * static_cast<std::size_t>(width) + x];
}

PixelPoint PhantomView::place(Level level, double depth, double down) const {
    const auto corner = [&](Corner which) { return *landmarks.at(level).at(which).position; };
    return between(between(corner(Corner::SuperiorPosterior), corner(Corner::SuperiorAnterior), depth),
                   between(corner(Corner::InferiorPosterior), corner(Corner::InferiorAnterior), depth), down);
}

PhantomView viewOf(const Phantom& phantom) {
    const ScanGeometry geometry{phantom.image.width, phantom.image.height, std::nullopt};
    const bool isMirrored = phantom.landmarks.anterior == AnteriorSide::Left;
    PhantomView view{phantom.image.width,
                     phantom.image.height,
                     {},
                     isMirrored ? mirrored(phantom.landmarks, geometry) : phantom.landmarks,
                     0,
                     1};
    const auto width = static_cast<std::size_t>(view.width);
    const float scale = 1.0F / static_cast<float>((1 << phantom.bitsStored) - 1);
    view.grey.resize(phantom.image.samples.size());
    for (std::size_t i = 0; i < view.grey.size(); ++i) {
        const std::size_t x = i % width;
        const bool isScanned = phantom.blackRegions.pixels.empty() || phantom.blackRegions.pixels[i] == 0;
        view.grey[i - x + (isMirrored ? width - 1 - x : x)] =
            isScanned ? scale * static_cast<float>(phantom.image.samples[i]) : 0.0F;
    }
    std::vector<float> sorted = view.grey;
    std::sort(sorted.begin(), sorted.end());
    const auto percentile = [&](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    view.low = percentile(0.01);
    view.range = std::max(0.02, percentile(0.99) - view.low);
    return view;
}

double GreyPatch::mean() const {
    double sum = 0;
    for (double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double GreyPatch::variance() const {
    const double middle = mean();
    double sum = 0;
    for (double value : values)
        sum += (value - middle) * (value - middle);
    return sum / static_cast<double>(values.size());
}

GreyPatch samplePatch(const PhantomView& view, const std::array<PixelPoint, 4>& corners) {
    const auto& [a, b, c, d] = corners;
    GreyPatch patch;
    patch.columns = std::clamp(static_cast<int>(distance(a, b)), 3, 400);
    patch.rows = std::clamp(static_cast<int>(distance(a, d)), 3, 400);
    for (const PixelPoint& p : corners)
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

GreyPatch bodyPatch(const PhantomView& view, Level level, const BodyRegion& region) {
    return samplePatch(view, {view.place(level, region.back, region.top),
                              view.place(level, region.front, region.top),
                              view.place(level, region.front, region.bottom),
                              view.place(level, region.back, region.bottom)});
}

GreyPatch discPatch(const PhantomView& view, Level level) {
    const auto below = static_cast<Level>(static_cast<int>(level) + 1);
    const auto at = [&](double depth, double share) {
        return between(view.place(level, depth, 1), view.place(below, depth, 0), share);
    };
    return samplePatch(view, {at(0.2, 0.25), at(0.8, 0.25), at(0.8, 0.75), at(0.2, 0.75)});
}

// On a full grid 1, u, v, uv, u^2 - mean and v^2 - mean are orthogonal: each is taken away on its own.
void detrend(GreyPatch& patch) {
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

} // namespace vertescore
