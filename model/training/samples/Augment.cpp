// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/samples/Augment.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace vertescore {
namespace {

constexpr double kMarginPx = 4; ///< of the network frame, between a visible corner and the border

struct Range {
    double low = 1e9;
    double high = -1e9;
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// Where the picture may be put along one axis: what must be seen stays inside, and the picture neither
/// leaves a gap when it is larger than the frame nor sticks out when it is smaller, as far as both can be
/// had.
double drawOffset(const Range& needed, const Range& picture, double size, SampleRandom& random) {
    double low = kMarginPx - needed.low;
    double high = size - kMarginPx - needed.high;
    if (low > high) return (low + high) / 2;
    const double edgeA = -picture.low;
    const double edgeB = size - picture.high;
    const double tightLow = std::max(low, std::min(edgeA, edgeB));
    const double tightHigh = std::min(high, std::max(edgeA, edgeB));
    if (tightLow <= tightHigh) {
        low = tightLow;
        high = tightHigh;
    } else {
        low = high = tightLow > high ? high : low;
    }
    return random.uniform(low, high);
}

std::array<NetworkPoint, 4> pictureCorners() {
    constexpr double w = kNetworkWidth - 0.5;
    constexpr double h = kNetworkHeight - 0.5;
    return {NetworkPoint{-0.5, -0.5}, NetworkPoint{w, -0.5}, NetworkPoint{-0.5, h}, NetworkPoint{w, h}};
}

FrameMap placed(FrameMap map, const ScanTargets& targets, SampleRandom& random) {
    Range neededX, neededY, pictureX, pictureY;
    for (const NetworkPoint corner : pictureCorners()) {
        const NetworkPoint p = map.apply(corner);
        pictureX.include(p.x);
        pictureY.include(p.y);
    }
    const auto need = [&](NetworkPoint point) {
        // A corner that the border of the picture already cut off need not be kept.
        point.x = std::clamp(point.x, 0.0, kNetworkWidth - 1.0);
        point.y = std::clamp(point.y, 0.0, kNetworkHeight - 1.0);
        const NetworkPoint p = map.apply(point);
        neededX.include(p.x);
        neededY.include(p.y);
    };
    for (const VertebraTarget& target : targets) {
        if (!target.isPresent) continue;
        need(target.centre);
        for (const NetworkPoint corner : target.corners)
            need(corner);
    }
    if (neededX.low > neededX.high) return map; // nothing to keep inside
    map.dx = drawOffset(neededX, pictureX, kNetworkWidth, random);
    map.dy = drawOffset(neededY, pictureY, kNetworkHeight, random);
    return map;
}

/// Grey 0...255 to -0.5...0.5 with random brightness, contrast and gamma.
std::array<float, 256> drawGreyTable(const AugmentOptions& o, SampleRandom& random) {
    std::array<float, 256> table{};
    const double gamma = o.enabled && random.chance(0.5) ? std::pow(1 + o.gamma, random.uniform(-1, 1)) : 1.0;
    const double contrast =
        o.enabled && random.chance(0.6) ? random.uniform(o.lowestContrast, o.highestContrast) : 1.0;
    const double brightness =
        o.enabled && random.chance(0.6) ? random.uniform(-o.brightness, o.brightness) : 0.0;
    const bool isInverted = o.enabled && random.chance(o.invertChance);
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double share = static_cast<double>(i) / 255;
        const double grey = std::pow(isInverted ? 1 - share : share, gamma);
        table[i] = static_cast<float>(std::clamp((grey - 0.5) * contrast + brightness, -0.5, 0.5));
    }
    return table;
}

/// Bilinear reading of a picture that fills the network frame; `outside` beyond its border.
class PictureReader {
public:
    PictureReader(const DisplayImage& picture, const std::array<float, 256>& table, float outside)
        : m_picture(picture), m_table(table), m_outside(outside) {}

    float at(double x, double y) const { // picture pixels, centres at integers
        if (x < -0.5 || y < -0.5 || x > m_picture.width - 0.5 || y > m_picture.height - 0.5) return m_outside;
        x = std::clamp(x, 0.0, m_picture.width - 1.0);
        y = std::clamp(y, 0.0, m_picture.height - 1.0);
        const int left = std::min(static_cast<int>(x), std::max(0, m_picture.width - 2));
        const int top = std::min(static_cast<int>(y), std::max(0, m_picture.height - 2));
        const auto fx = static_cast<float>(x - left);
        const auto fy = static_cast<float>(y - top);
        const int right = std::min(left + 1, m_picture.width - 1);
        const int bottom = std::min(top + 1, m_picture.height - 1);
        const float upper = grey(left, top) * (1 - fx) + grey(right, top) * fx;
        const float lower = grey(left, bottom) * (1 - fx) + grey(right, bottom) * fx;
        return upper * (1 - fy) + lower * fy;
    }

private:
    float grey(int x, int y) const { return m_table[m_picture.at(x, y)]; }
    const DisplayImage& m_picture;
    const std::array<float, 256>& m_table;
    float m_outside;
};

std::vector<float> resampled(const PictureReader& reader, const DisplayImage& picture, const FrameMap& map,
                             int width, int height) {
    const double outStepX = static_cast<double>(kNetworkWidth) / width;
    const double outStepY = static_cast<double>(kNetworkHeight) / height;
    const double inScaleX = static_cast<double>(picture.width) / kNetworkWidth;
    const double inScaleY = static_cast<double>(picture.height) / kNetworkHeight;
    const auto read = [&](double x, double y) { // pixel of the sample, fractional
        const NetworkPoint in = map.applyInverse({(x + 0.5) * outStepX - 0.5, (y + 0.5) * outStepY - 0.5});
        return reader.at((in.x + 0.5) * inScaleX - 0.5, (in.y + 0.5) * inScaleY - 0.5);
    };
    std::vector<float> grey;
    grey.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            grey.push_back((read(x - 0.25, y - 0.25) + read(x + 0.25, y - 0.25) + read(x - 0.25, y + 0.25) +
                            read(x + 0.25, y + 0.25)) /
                           4);
    return grey;
}

} // namespace

NetworkPoint FrameMap::applyInverse(NetworkPoint p) const {
    const double determinant = xx * yy - xy * yx;
    const double x = p.x - dx;
    const double y = p.y - dy;
    return {(yy * x - xy * y) / determinant, (xx * y - yx * x) / determinant};
}

FrameMap drawFrameMap(const ScanTargets& targets, const AugmentOptions& o, SampleRandom& random) {
    FrameMap map;
    if (!o.enabled) return map;
    const double mirror = random.chance(o.mirrorChance) ? -1 : 1;
    if (random.chance(o.plainChance)) {
        map.xx = mirror;
        if (mirror < 0) map.dx = kNetworkWidth - 1;
        return map;
    }
    const double scale = std::exp(random.uniform(std::log(o.smallestScale), std::log(o.largestScale)));
    const double stretch = std::exp(random.uniform(-o.aspect, o.aspect) / 2);
    const double angle = random.uniform(-o.rotationDeg, o.rotationDeg) * std::numbers::pi / 180;
    const double sx = mirror * scale * stretch;
    const double sy = scale / stretch;
    map.xx = std::cos(angle) * sx;
    map.xy = -std::sin(angle) * sy;
    map.yx = std::sin(angle) * sx;
    map.yy = std::cos(angle) * sy;
    return placed(map, targets, random);
}

ScanTargets mapped(const ScanTargets& targets, const FrameMap& map) {
    ScanTargets out = targets;
    for (VertebraTarget& target : out) {
        target.centre = map.apply(target.centre);
        for (NetworkPoint& corner : target.corners)
            corner = map.apply(corner);
        if (!map.mirrors()) continue;
        std::swap(target.corners[kTopLeft], target.corners[kTopRight]);
        std::swap(target.corners[kBottomLeft], target.corners[kBottomRight]);
    }
    return out;
}

TrainingSample augmentedSample(const DisplayImage& picture, const ScanTargets& targets, AnteriorSide anterior,
                               int width, int height, const AugmentOptions& options, SampleRandom random) {
    const FrameMap map = drawFrameMap(targets, options, random);
    const std::array<float, 256> table = drawGreyTable(options, random);
    const float outside = random.chance(0.5) ? -0.5F : static_cast<float>(random.uniform(-0.5, 0.5));
    const PictureReader reader(picture, table, outside);
    const bool isLeft = (anterior == AnteriorSide::Left) != map.mirrors();
    GreySample grey{width, height, resampled(reader, picture, map, width, height)};
    if (options.enabled) disturb(grey, options.disturb, random);
    return {width, height, std::move(grey.values), mapped(targets, map),
            isLeft ? AnteriorSide::Left : AnteriorSide::Right};
}

} // namespace vertescore
