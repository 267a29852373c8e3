// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picturenet/PictureNet.h"
#include "core/roi/CropRoi.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace vertescore {

namespace {

// A JPEG keeps unscanned areas within a few greys of black.
constexpr std::uint8_t kBlackLevel = 12;
constexpr int kClosingRadius = 2;
// Smaller components are shadows in the picture, not parts of the field's border.
constexpr double kSmallestShare = 0.004;
// The scanned field begins at once where scanning began: this far from an unscanned region it is as grey as
// anywhere. Tissue and air that are merely clipped to black brighten slowly and stay below.
constexpr int kProbeDistance = 3;
constexpr int kFieldGrey = 48;
constexpr double kLeastProbability = 0.5;

using Bitmap = std::vector<std::uint8_t>;

/// Running maximum (or minimum) over 2 radius + 1 pixels along one axis; beyond the border the edge pixel
/// goes on.
template <typename Pick>
Bitmap filteredAlong(const Bitmap& in, int count, int length, int countStride, int lengthStride, Pick pick) {
    Bitmap out(in.size());
    const auto index = [&](int line, int position) {
        return static_cast<std::size_t>(line) * static_cast<std::size_t>(countStride) +
               static_cast<std::size_t>(position) * static_cast<std::size_t>(lengthStride);
    };
    for (int line = 0; line < count; ++line)
        for (int i = 0; i < length; ++i) {
            std::uint8_t value = in[index(line, i)];
            for (int k = std::max(0, i - kClosingRadius); k <= std::min(length - 1, i + kClosingRadius); ++k)
                value = pick(value, in[index(line, k)]);
            out[index(line, i)] = value;
        }
    return out;
}

template <typename Pick>
Bitmap filtered(const Bitmap& in, int width, int height, Pick pick) {
    return filteredAlong(filteredAlong(in, height, width, width, 1, pick), width, height, 1, width, pick);
}

Bitmap closedDarkPixels(const DisplayImage& scan) {
    Bitmap dark(scan.pixels.size());
    std::transform(scan.pixels.begin(), scan.pixels.end(), dark.begin(),
                   [](std::uint8_t grey) { return static_cast<std::uint8_t>(grey <= kBlackLevel ? 1 : 0); });
    const auto larger = [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); };
    const auto smaller = [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); };
    return filtered(filtered(dark, scan.width, scan.height, larger), scan.width, scan.height, smaller);
}

struct Component {
    std::vector<std::size_t> pixels;
    bool touchesBorder = false;
    std::vector<std::uint8_t> greysBeside; ///< of the field, kProbeDistance from the component's edge
};

/// Collects the component around a start pixel and clears it from the bitmap of pixels still to visit.
Component takeComponent(Bitmap& open, const Bitmap& dark, const DisplayImage& scan, std::size_t start) {
    const int width = scan.width, height = scan.height;
    Component component;
    component.pixels.push_back(start);
    open[start] = 0;
    constexpr std::array<std::pair<int, int>, 4> kNeighbours{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    for (std::size_t next = 0; next < component.pixels.size(); ++next) {
        const int x = static_cast<int>(component.pixels[next] % static_cast<std::size_t>(width));
        const int y = static_cast<int>(component.pixels[next] / static_cast<std::size_t>(width));
        for (const auto& [dx, dy] : kNeighbours) {
            const int nx = x + dx, ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= width || ny >= height) {
                component.touchesBorder = true;
                continue;
            }
            const auto neighbour =
                static_cast<std::size_t>(ny) * static_cast<std::size_t>(width) + static_cast<std::size_t>(nx);
            if (open[neighbour]) {
                open[neighbour] = 0;
                component.pixels.push_back(neighbour);
            } else if (!dark[neighbour]) {
                const int px = x + kProbeDistance * dx, py = y + kProbeDistance * dy;
                if (px >= 0 && py >= 0 && px < width && py < height)
                    component.greysBeside.push_back(scan.at(px, py));
            }
        }
    }
    return component;
}

bool isUnscanned(Component& component, std::size_t imagePixels) {
    if (!component.touchesBorder || component.greysBeside.empty()) return false;
    if (static_cast<double>(component.pixels.size()) < kSmallestShare * static_cast<double>(imagePixels))
        return false;
    const auto middle =
        component.greysBeside.begin() + static_cast<std::ptrdiff_t>(component.greysBeside.size() / 2);
    std::nth_element(component.greysBeside.begin(), middle, component.greysBeside.end());
    return *middle >= kFieldGrey;
}

} // namespace

double blackRegionProbability(const DisplayImage& scan) {
    if (scan.width < 1 || scan.height < 1) return 0;
    return PictureNet::shipped(PictureQuestion::UnscannedRegions).probability(pictureCells(scan));
}

BlackMask findBlackRegions(const DisplayImage& scan) {
    if (blackRegionProbability(scan) < kLeastProbability) return {};
    return blackPixelRegions(scan);
}

BlackMask blackPixelRegions(const DisplayImage& scan) {
    const Bitmap dark = closedDarkPixels(scan);
    Bitmap open = dark;
    BlackMask mask;
    for (std::size_t start = 0; start < open.size(); ++start) {
        if (!open[start]) continue;
        auto component = takeComponent(open, dark, scan, start);
        if (!isUnscanned(component, dark.size())) continue;
        if (mask.pixels.empty()) mask = {scan.width, scan.height, Bitmap(dark.size(), 0)};
        for (const auto pixel : component.pixels)
            mask.pixels[pixel] = 1;
    }
    return mask;
}

} // namespace vertescore
