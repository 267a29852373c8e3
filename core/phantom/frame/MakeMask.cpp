// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Random.h"
#include "core/phantom/frame/Field.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

struct Step {
    double y;     ///< mm
    double width; ///< mm, positive = the field gets narrower going down
};

/// One slanted border: how far from the column's wall it runs, mm, by height.
struct Border {
    double atL1 = 0; ///< D from the wall
    double atL4 = 0;
    double narrowest = 0; ///< D; far from the lumbar spine the border keeps between these two
    double widest = 0;
    std::vector<Step> steps;
};

Border drawFront(const FieldOptions& options, const Field& field, RandomStream& random) {
    Border border;
    if (options.wantsCropped) {
        border.atL4 = random.aroundMedian(0.36, 0.62, 0.96);
        border.atL1 = border.atL4 + random.uniform(0.15, 0.8);
    } else {
        border.atL4 = random.uniform(1.2, 1.75);
        border.atL1 = border.atL4 + random.uniform(-0.05, 0.6);
    }
    border.narrowest = std::min(border.atL4, border.atL1) - 0.12;
    border.widest = border.atL1 + random.uniform(0.2, 1.0);
    const int steps = random.integer(0, 2);
    for (int i = 0; i < steps; ++i)
        border.steps.push_back(
            {field.top + random.uniform(0.1, 0.98) * field.heightMm(), random.uniform(0.07, 0.24)});
    return border;
}

Border drawBack(const Field& field, RandomStream& random) {
    Border border;
    border.atL4 = random.uniform(1.0, 1.7);
    border.atL1 = border.atL4 + random.uniform(-0.25, 0.3);
    border.narrowest = 0.85;
    border.widest = 2.2;
    const int steps = random.integer(0, 2);
    for (int i = 0; i < steps; ++i)
        border.steps.push_back(
            {field.top + random.uniform(0.1, 0.98) * field.heightMm(), random.uniform(-0.2, 0.2)});
    return border;
}

/// Distance from the wall, mm, of the border at a height.
double reachAt(const Border& border, const Spine& spine, double y) {
    const double l1 = spine.at(Level::L1).place(1, 0.5).y;
    const double l4 = spine.at(Level::L4).place(1, 0.5).y;
    double depths = border.atL1 + (border.atL4 - border.atL1) * (y - l1) / (l4 - l1);
    depths = std::clamp(depths, border.narrowest, border.widest);
    for (const Step& step : border.steps) // steps pivot on L4, whose distance is the one that is drawn
        if ((y < step.y) != (l4 < step.y)) depths += l4 > y ? step.width : -step.width;
    return depths * spine.depthMm;
}

/// A straight reference for the column's wall: fields follow it by slants, not by its bends.
double referenceX(const Spine& spine, double y, bool isFront) {
    const double l1 = spine.at(Level::L1).place(1, 0.5).y;
    const double l4 = spine.at(Level::L4).place(1, 0.5).y;
    const double xL1 = isFront ? spine.anteriorX(l1) : spine.posteriorX(l1);
    const double xL4 = isFront ? spine.anteriorX(l4) : spine.posteriorX(l4);
    return xL1 + (xL4 - xL1) * (y - l1) / (l4 - l1);
}

double maskChance(PhantomStyle style) {
    if (style == PhantomStyle::C) return 1.0;
    return style == PhantomStyle::D ? 0.12 : 0.07;
}

/// Makes the row black before the pixel first and after the pixel last.
void blacken(BlackMask& mask, int y, int first, int last) {
    auto* row = mask.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width);
    for (int x = 0; x < std::min(first, mask.width); ++x)
        row[x] = 1;
    for (int x = std::max(0, last + 1); x < mask.width; ++x)
        row[x] = 1;
}

/// The borders that a scanner leaves which measured only a strip.
struct StripPlan {
    Border front;
    Border back;
    bool hasFront = false;
    bool hasBack = false;
    int rowsPerStair = 1;
};

StripPlan drawStrip(const FieldOptions& options, const Field& field, RandomStream& random) {
    StripPlan strip;
    strip.front = drawFront(options, field, random);
    strip.back = drawBack(field, random);
    strip.hasFront = options.style == PhantomStyle::C || random.chance(0.6);
    strip.hasBack = random.chance(0.55) || !strip.hasFront;
    strip.rowsPerStair = random.integer(1, 4) * std::max(1, field.height / 700);
    return strip;
}

void applyStrip(BlackMask& mask, const StripPlan& strip, const Field& field, const Spine& spine) {
    for (int y = 0; y < field.height; ++y) {
        const int stairY = y / strip.rowsPerStair * strip.rowsPerStair;
        const double mm = field.toSpine({0, static_cast<double>(stairY)}).y;
        const double right = referenceX(spine, mm, true) + reachAt(strip.front, spine, mm);
        const double left = referenceX(spine, mm, false) - reachAt(strip.back, spine, mm);
        const int last =
            strip.hasFront ? static_cast<int>(std::floor(field.toPixel({right, mm}).x)) : field.width - 1;
        const int first = strip.hasBack ? static_cast<int>(std::ceil(field.toPixel({left, mm}).x)) : 0;
        blacken(mask, y, first, last);
    }
}

/// Bars on one side or both, as an export puts them that fills a page. They keep clear of the spine.
void applyBars(BlackMask& mask, const Field& field, const Spine& spine, RandomStream& random) {
    double clearBack = field.width;
    double clearFront = 0;
    for (Level level : kLevels) {
        const VertebralBody& body = spine.at(level);
        clearBack = std::min(clearBack, field.toPixel(body.place(-0.9, 0.5)).x);
        clearFront = std::max(clearFront, field.toPixel(body.place(1.3, 0.5)).x);
    }
    const double back = std::min(random.uniform(0.02, 0.14) * field.width, clearBack);
    const double front = std::min(random.uniform(0.02, 0.14) * field.width, field.width - 1 - clearFront);
    const int which = random.integer(0, 2); // back, front, both
    for (int y = 0; y < field.height; ++y)
        blacken(mask, y, which == 1 ? 0 : static_cast<int>(back),
                which == 0 ? field.width - 1 : field.width - 1 - static_cast<int>(front));
}

} // namespace

MaskPlan makeMask(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random) {
    MaskPlan plan;
    const bool drawsStrip = random.chance(maskChance(options.style));
    const bool drawsBars = !drawsStrip && random.chance(0.03);
    const bool asksForBars = options.style != PhantomStyle::C && random.chance(0.3);
    const bool hasStrip = options.wantsMask ? *options.wantsMask && !asksForBars : drawsStrip;
    const bool hasBars = options.wantsMask ? *options.wantsMask && asksForBars : drawsBars;
    const StripPlan strip = drawStrip(options, field, random);
    const double gain = random.chance(0.6) ? random.uniform(1.3, 1.7) : 0.0;
    if (!hasStrip && !hasBars) return plan;
    plan.mask = {field.width, field.height, {}};
    plan.mask.pixels.assign(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height),
                            0);
    if (hasStrip) {
        plan.outlineGain = gain;
        applyStrip(plan.mask, strip, field, spine);
    } else {
        applyBars(plan.mask, field, spine, random);
    }
    if (plan.mask.isEmpty()) plan = {};
    return plan;
}

BlackMask enlargedMask(const BlackMask& mask, int width, int height) {
    if (mask.pixels.empty() || (mask.width == width && mask.height == height)) return mask;
    BlackMask large{width, height, {}};
    large.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            large.pixels.push_back(
                mask.at({(x + 0.5) * mask.width / width - 0.5, (y + 0.5) * mask.height / height - 0.5}) ? 1
                                                                                                        : 0);
    return large;
}

} // namespace vertescore
