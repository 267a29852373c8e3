// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/frame/Field.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

struct Scale {
    double widthMm;
    double heightMm;
};

struct Range {
    double low;
    double median;
    double high;
};

/// Body depth / frame width, body height / frame height.
struct Proportions {
    Range depth;
    Range height;
};

Proportions proportionsOf(PhantomStyle style) {
    switch (style) {
    case PhantomStyle::A:
        return {{0.136, 0.158, 0.202}, {0.053, 0.0655, 0.0725}};
    case PhantomStyle::B:
        return {{0.138, 0.170, 0.205}, {0.054, 0.063, 0.0715}};
    case PhantomStyle::C:
        return {{0.135, 0.180, 0.245}, {0.051, 0.061, 0.073}};
    case PhantomStyle::D:
        return {{0.175, 0.222, 0.255}, {0.053, 0.063, 0.071}};
    }
    return {};
}

double drawn(const Range& range, PhantomDomain domain, RandomStream& random) {
    if (domain == PhantomDomain::Train) return random.aroundMedian(range.low, range.median, range.high);
    const double span = range.high - range.low;
    return random.chance(0.5) ? random.uniform(range.low - 0.18 * span, range.low)
                              : random.uniform(range.high, range.high + 0.18 * span);
}

Scale drawScale(const FieldOptions& options, const Spine& spine, bool isPart, RandomStream& random) {
    if (isPart) { // T12-L5 fills the picture
        const double height = spine.heightMm / random.uniform(0.095, 0.125);
        return {spine.depthMm / random.uniform(0.17, 0.27), height};
    }
    const Proportions proportions = proportionsOf(options.style);
    return {spine.depthMm / drawn(proportions.depth, options.domain, random),
            spine.heightMm / drawn(proportions.height, options.domain, random)};
}

/// The matrices that scanners write: Hologic-like tall ones, GE-like smaller ones.
void drawMatrix(Field& field, const FieldOptions& options, const Scale& scale, RandomStream& random) {
    const int tallWidth = random.chance(0.5) ? 402 : 378;
    const int tallHeight = 1104 + 16 * random.integer(0, 9);
    const double pixelMm = random.uniform(0.50, 0.66);
    if (options.standardSize) {
        field.width = kNetworkWidth;
        field.height = kNetworkHeight;
    } else if (options.hasTallMatrix) {
        field.width = tallWidth;
        field.height = tallHeight;
    } else {
        field.width = std::clamp(static_cast<int>(scale.widthMm / pixelMm), 240, 480);
        field.height = std::clamp(static_cast<int>(scale.heightMm / pixelMm), 420, 1200);
    }
    field.mmPerPixelX = scale.widthMm / field.width;
    field.mmPerPixelY = scale.heightMm / field.height;
}

/// L4's middle across the frame.
double drawAcross(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random) {
    const double depths = spine.depthMm / field.widthMm();
    double share = random.aroundMedian(0.28, 0.455, 0.575);
    if (options.style == PhantomStyle::D) share = random.aroundMedian(0.46, 0.615, 0.72);
    if (options.style == PhantomStyle::C) share = random.aroundMedian(0.34, 0.47, 0.62);
    if (field.isPart) share = random.uniform(0.38, 0.60);
    if (options.style == PhantomStyle::C) return share; // the black mask crops, not the border
    if (options.wantsCropped) return 1.0 - depths * random.uniform(0.85, 1.5);
    return std::min(share, 1.0 - depths * 1.75);
}

/// T12's upper border down the frame.
double drawDown(const Field& field, const Spine& spine, RandomStream& random) {
    const double t12 = spine.at(Level::T12).place(0.5, 0).y;
    const double l4 = std::max(spine.at(Level::L4).at(Corner::InferiorAnterior).y,
                               spine.at(Level::L4).at(Corner::InferiorPosterior).y);
    const double l5 = spine.at(Level::L5).place(0.5, 1).y;
    const double height = field.heightMm();
    double share =
        random.chance(0.82) ? random.normalWithin(0.532, 0.032, 0.42, 0.575) : random.uniform(0.30, 0.50);
    share = std::min(share, random.uniform(0.965, 1.035) - (l5 - t12) / height);
    if (random.chance(0.2)) share = random.uniform(0.955, 0.985) - (l4 - t12) / height;
    if (field.isPart) share = random.uniform(-0.03, 0.13);
    share = std::min(share, random.uniform(0.96, 0.988) - (l4 - t12) / height);
    if (!field.isPart) share = std::max(share, random.uniform(0.785, 0.83) - (l5 - t12) / height);
    return share;
}

} // namespace

Field makeField(const FieldOptions& options, const Spine& spine, RandomStream& random) {
    Field field;
    field.isPart = random.chance(options.style == PhantomStyle::C ? 0.30 : 0.05);
    const Scale scale = drawScale(options, spine, field.isPart, random);
    drawMatrix(field, options, scale, random);
    field.magnification =
        options.domain == PhantomDomain::Train ? random.uniform(1.0, 1.10) : random.uniform(1.11, 1.17);
    const double across = drawAcross(options, field, spine, random);
    const double down = drawDown(field, spine, random);
    field.left = spine.at(Level::L4).place(0.5, 0.5).x - across * (field.width - 1) * field.mmPerPixelX;
    field.top = spine.at(Level::T12).place(0.5, 0).y - down * (field.height - 1) * field.mmPerPixelY;
    return field;
}

} // namespace vertescore
