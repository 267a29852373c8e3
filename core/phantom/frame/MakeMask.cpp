// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/frame/Field.h"
#include "core/phantom/drawing/Random.h"

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
    return style == PhantomStyle::D ? 0.08 : 0.05;
}

} // namespace

MaskPlan makeMask(const FieldOptions& options, const Field& field, const Spine& spine, RandomStream& random) {
    MaskPlan plan;
    const bool hasMask = random.chance(maskChance(options.style));
    const Border front = drawFront(options, field, random);
    const Border back = drawBack(field, random);
    const bool hasFront = options.style == PhantomStyle::C || random.chance(0.6);
    const bool hasBack = random.chance(0.55) || !hasFront;
    const int rowsPerStair = random.integer(1, 4) * std::max(1, field.height / 700);
    plan.outlineGain = random.chance(0.6) ? random.uniform(1.3, 1.7) : 0.0;
    if (!hasMask) return plan;
    plan.mask.width = field.width;
    plan.mask.height = field.height;
    plan.mask.pixels.assign(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height),
                            0);
    for (int y = 0; y < field.height; ++y) {
        const int stairY = y / rowsPerStair * rowsPerStair;
        const double mm = field.toSpine({0, static_cast<double>(stairY)}).y;
        const double right = referenceX(spine, mm, true) + reachAt(front, spine, mm);
        const double left = referenceX(spine, mm, false) - reachAt(back, spine, mm);
        const int last =
            hasFront ? static_cast<int>(std::floor(field.toPixel({right, mm}).x)) : field.width - 1;
        const int first = hasBack ? static_cast<int>(std::ceil(field.toPixel({left, mm}).x)) : 0;
        auto* row =
            plan.mask.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(field.width);
        for (int x = 0; x < std::clamp(first, 0, field.width); ++x)
            row[x] = 1;
        for (int x = std::clamp(last + 1, 0, field.width); x < field.width; ++x)
            row[x] = 1;
    }
    if (plan.mask.isEmpty()) plan = {};
    return plan;
}

} // namespace vertescore
