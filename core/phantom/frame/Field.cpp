// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/frame/Field.h"

#include "core/phantom/drawing/ExactMath.h"
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

/// Of a whole scan: body height / frame height, and body depth / body height in pixels of 512 x 1024.
struct Proportions {
    Range height;
    Range aspect;
};

Proportions proportionsOf(PhantomStyle style) {
    switch (style) {
    case PhantomStyle::A:
        return {{0.054, 0.0655, 0.0725}, {1.00, 1.22, 1.58}};
    case PhantomStyle::B:
        return {{0.055, 0.0630, 0.0715}, {1.08, 1.36, 1.64}};
    case PhantomStyle::C:
        return {{0.054, 0.0610, 0.0725}, {0.90, 1.40, 1.75}};
    case PhantomStyle::D:
        return {{0.054, 0.0630, 0.0710}, {1.58, 1.77, 1.90}};
    }
    return {};
}

// Shifted takes what lies beside these.
constexpr double kLowestAspect = 0.63;
constexpr double kHighestAspect = 1.90;
constexpr double kLargestDepth = 0.30; ///< of the frame's width: more leaves no room for what is around

double drawn(const Range& range, RandomStream& random) {
    return random.aroundMedian(range.low, range.median, range.high);
}

double evenlyByRatio(double low, double high, RandomStream& random) {
    return low * exponential(random.uniform() * naturalLogarithm(high / low));
}

/// Body height / frame height of whole scans: training's ranges begin at 0.054, end at 0.0725, and go on with
/// 0.08 in lumbar views.
double drawWholeHeight(const FieldOptions& options, RandomStream& random) {
    const double typical = drawn(proportionsOf(options.style).height, random);
    const double unseen =
        random.chance(0.5) ? random.uniform(0.0500, 0.0528) : random.uniform(0.0742, 0.0780);
    return options.domain == PhantomDomain::Train ? typical : unseen;
}

/// Below training's ranges, or above where the frame has room for it.
double unseenAspect(double height, RandomStream& random) {
    const double low = random.uniform(0.54, 0.62);
    const double high = random.uniform(1.92, 2.08);
    const bool isHigh = random.chance(0.5) && 2 * height * high <= kLargestDepth;
    return isHigh ? high : low;
}

double drawAspect(const FieldOptions& options, double height, RandomStream& random) {
    Range range = proportionsOf(options.style).aspect;
    const bool isWhole = options.extent == PhantomExtent::WholeSpine;
    if (options.style == PhantomStyle::C && !isWhole) range = {kLowestAspect, 0.74, 1.2};
    const double typical = drawn(range, random);
    const double wide = evenlyByRatio(kLowestAspect, kHighestAspect, random);
    const bool isWide = random.chance(0.15);
    const double unseen = unseenAspect(height, random);
    const bool isOdd = random.chance(0.35) || !isWhole;
    if (isOdd && options.domain == PhantomDomain::Shifted) return unseen;
    return isWide ? wide : typical;
}

/// mm of the upper border above T12, or of the lower border, of a crop.
double borderMm(const FieldOptions& options, const Spine& spine, RandomStream& random) {
    if (options.extent == PhantomExtent::FromT10) {
        const VertebralBody& t10 = spine.bodies[kT12 - 2];
        const VertebralBody& t11 = spine.bodies[kT12 - 1];
        return random.uniform(t10.place(0.5, 0.1).y, t11.place(0.5, 0.75).y);
    }
    const double plate = spine.at(Level::L5).place(0.5, 1).y;
    const double sacrum = 0.5 * (spine.firstSacral[indexOf(Corner::SuperiorAnterior)].y +
                                 spine.firstSacral[indexOf(Corner::SuperiorPosterior)].y);
    return random.uniform(spine.at(Level::L5).place(0.5, 0.3).y, std::max(plate, sacrum) + 2);
}

/// Body height / frame height. A crop with one border in the spine gets the height that puts the other end of
/// the lumbar spine near the other border.
double drawHeightShare(const FieldOptions& options, const Spine& spine, double border, RandomStream& random) {
    const double whole = drawWholeHeight(options, random);
    const double bottom = spine.at(Level::L5).place(0.5, 1).y;
    switch (options.extent) {
    case PhantomExtent::WholeSpine:
        return whole;
    case PhantomExtent::Lumbar:
        return random.aroundMedian(0.080, 0.093, 0.115);
    case PhantomExtent::FromT10:
        return std::max(0.080, spine.heightMm * random.uniform(0.74, 1.03) / (bottom - border));
    case PhantomExtent::ToL5:
        return random.chance(0.4) ? std::clamp(whole, 0.054, 0.0725) : random.uniform(0.080, 0.120);
    case PhantomExtent::Closest:
        return random.uniform(0.095, 0.130);
    }
    return whole;
}

Scale drawScale(const FieldOptions& options, const Spine& spine, double border, RandomStream& random) {
    const double height = drawHeightShare(options, spine, border, random);
    const double depth = std::min(kLargestDepth, 2 * height * drawAspect(options, height, random));
    return {spine.depthMm / depth, spine.heightMm / height};
}

/// The matrices that scanners write: Hologic-like tall ones, GE-like smaller ones.
void drawMatrix(Field& field, const FieldOptions& options, const Scale& scale, RandomStream& random) {
    const int tallWidth = random.chance(0.5) ? 402 : 378;
    const int tallHeight = 1104 + 16 * random.integer(0, 9);
    const double pixelMm = random.uniform(0.50, 0.66);
    if (options.standardSize) {
        field.width = kNetworkWidth;
        field.height = kNetworkHeight;
    } else if (options.hasTallMatrix && field.isWholeSpine()) {
        field.width = tallWidth;
        field.height = tallHeight;
    } else {
        field.width = std::clamp(static_cast<int>(scale.widthMm / pixelMm), 240, 480);
        field.height = std::clamp(static_cast<int>(scale.heightMm / pixelMm), 320, 1200);
    }
    field.mmPerPixelX = scale.widthMm / field.width;
    field.mmPerPixelY = scale.heightMm / field.height;
}

Range acrossOf(PhantomStyle style, bool isWholeSpine) {
    if (!isWholeSpine && style != PhantomStyle::C) return {0.36, 0.48, 0.62};
    switch (style) {
    case PhantomStyle::A:
        return {0.27, 0.415, 0.565};
    case PhantomStyle::B:
        return {0.30, 0.465, 0.565};
    case PhantomStyle::C:
        return {0.34, 0.47, 0.62};
    case PhantomStyle::D:
        return {0.46, 0.615, 0.72};
    }
    return {};
}

/// L4's middle across the frame.
double drawAcross(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random) {
    const double depths = spine.depthMm / field.widthMm();
    const double share = drawn(acrossOf(options.style, field.isWholeSpine()), random);
    const double cropped = 1.0 - depths * random.uniform(0.85, 1.5);
    if (options.isCroppedByMask()) return share;
    if (options.wantsCropped) return cropped;
    return std::min(share, 1.0 - depths * 1.75);
}

/// Heights that decide about the place down the frame, mm.
struct Heights {
    double t12;
    double l4; ///< lower border of L4's lower corner
    double l5;
};

Heights heightsOf(const Spine& spine) {
    return {spine.at(Level::T12).place(0.5, 0).y,
            std::max(spine.at(Level::L4).at(Corner::InferiorAnterior).y,
                     spine.at(Level::L4).at(Corner::InferiorPosterior).y),
            spine.at(Level::L5).place(0.5, 1).y};
}

/// T12's upper border down the frame of a whole scan.
double wholeSpineDown(const Heights& at, double height, RandomStream& random) {
    double share =
        random.chance(0.82) ? random.normalWithin(0.525, 0.032, 0.42, 0.575) : random.uniform(0.30, 0.50);
    share = std::min(share, random.uniform(0.95, 1.035) - (at.l5 - at.t12) / height);
    if (random.chance(0.2)) share = random.uniform(0.955, 0.985) - (at.l4 - at.t12) / height;
    return std::max(share, random.uniform(0.785, 0.83) - (at.l5 - at.t12) / height);
}

/// T12's upper border down the frame.
double drawDown(const Field& field, const Spine& spine, double border, RandomStream& random) {
    const Heights at = heightsOf(spine);
    const double height = field.heightMm();
    double share = 0;
    switch (field.extent) {
    case PhantomExtent::WholeSpine:
        share = wholeSpineDown(at, height, random);
        break;
    case PhantomExtent::Lumbar:
        share = std::min(random.uniform(0.06, 0.40), random.uniform(0.90, 1.03) - (at.l5 - at.t12) / height);
        break;
    case PhantomExtent::FromT10:
        share = (at.t12 - border) / height;
        break;
    case PhantomExtent::ToL5:
        share = 1 - (border - at.t12) / height;
        break;
    case PhantomExtent::Closest:
        share = random.uniform(-0.03, 0.13);
        break;
    }
    return std::min(share, random.uniform(0.96, 0.988) - (at.l4 - at.t12) / height);
}

} // namespace

Field makeField(const FieldOptions& options, const Spine& spine, RandomStream& random) {
    Field field;
    field.extent = options.extent;
    const double border = borderMm(options, spine, random);
    const Scale scale = drawScale(options, spine, border, random);
    drawMatrix(field, options, scale, random);
    field.magnification =
        options.domain == PhantomDomain::Train ? random.uniform(1.0, 1.10) : random.uniform(1.11, 1.17);
    const double across = drawAcross(options, field, spine, random);
    const double down = drawDown(field, spine, border, random);
    field.left = spine.at(Level::L4).place(0.5, 0.5).x - across * (field.width - 1) * field.mmPerPixelX;
    field.top = spine.at(Level::T12).place(0.5, 0).y - down * (field.height - 1) * field.mmPerPixelY;
    return field;
}

Field withMatrix(const Field& field, int width, int height) {
    Field other = field;
    other.width = width;
    other.height = height;
    other.mmPerPixelX = field.widthMm() / width;
    other.mmPerPixelY = field.heightMm() / height;
    other.left = field.left + 0.5 * (other.mmPerPixelX - field.mmPerPixelX); // pixel centres
    other.top = field.top + 0.5 * (other.mmPerPixelY - field.mmPerPixelY);
    return other;
}

Field smallerField(const Field& field, RandomStream& random) {
    const int width = std::min(field.width, random.integer(170, 270));
    const double height = width * static_cast<double>(field.height) / field.width;
    const int rows = std::clamp(static_cast<int>(height * random.uniform(0.9, 1.1)), 180, 560);
    return withMatrix(field, width, std::min(field.height, rows));
}

} // namespace vertescore
