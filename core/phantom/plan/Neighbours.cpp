// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/plan/Neighbours.h"

#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

bool isShown(const Field& field, const BlackMask& mask, SpinePoint point) {
    return field.contains(point) && !mask.at(field.toPixel(point));
}

/// mm of a curve that the picture shows.
double shownLength(const SpineCurve& curve, const Field& field, const BlackMask& mask) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i)
        if (isShown(field, mask, curve[i]) && isShown(field, mask, curve[i + 1]))
            length += distance(curve[i], curve[i + 1]);
    return length;
}

} // namespace

SpineCurve ribOf(const Spine& spine, std::size_t vertebra, double sideShift, RandomStream& random) {
    const VertebralBody& body = spine.bodies[vertebra];
    const double depth = spine.depthMm;
    const double pitch = 1.3 * spine.heightMm;
    const double scale = body.depthMm() / depth;
    const SpinePoint head = body.place(-0.1, 0.1);
    const double steep = random.uniform(0.55, 1.15);
    const double sag = random.uniform(0.9, 1.4) * pitch;
    const double x = spine.bodies[std::min(vertebra + 1, kL5)].place(0.5, 0.5).x;
    SpineCurve knots{{head.x, head.y + sideShift},
                     {head.x - 0.75 * depth * scale, head.y + 0.1 * pitch + sideShift},
                     {head.x - random.uniform(1.15, 1.4) * depth * scale, head.y + 0.55 * pitch + sideShift},
                     {head.x - 0.75 * depth, head.y + 0.95 * sag + sideShift}};
    const double reach = vertebra == kT12       ? random.uniform(-0.6, 0.9)
                         : vertebra == kT12 - 1 ? random.uniform(0.3, 2.4)
                                                : 7.0;
    const double start = knots.back().y;
    for (double ahead = 0.0; ahead < reach; ahead += 0.8)
        knots.push_back({x + ahead * depth,
                         start + (0.45 + 0.78 * ahead) * steep * depth - 0.02 * ahead * ahead * depth});
    return smoothCurve(knots, 4);
}

Neighbours makeNeighbours(const Spine& spine, RandomStream& random) {
    Neighbours neighbours;
    const VertebralBody& l4 = spine.at(Level::L4);
    const double depth = spine.depthMm;
    const double height = spine.heightMm;
    const double x = l4.place(0.45, 1).x;
    const double y = l4.place(0.5, 1).y + random.aroundMedian(-0.65, -0.2, 0.42) * height;
    neighbours.nearCrest = {x + random.uniform(-0.3, 0.3) * depth, y};
    neighbours.farCrest = {x + random.uniform(-0.3, 0.3) * depth, y + random.uniform(0.1, 0.6) * height};
    neighbours.crestFront = random.aroundMedian(0.5, 0.9, 1.7);
    const double turn = random.normal(0, 7); // mm by which the patient's rotation parts left from right
    for (std::size_t side = 0; side < 2; ++side) {
        const double shift = (side == 0 ? -0.5 : 0.5) * turn + random.normal(0, 2);
        neighbours.lastRibs[side] = ribOf(spine, kT12, shift, random);
        neighbours.lastRibStrengths[side] = random.uniform(0.35, 1.0);
    }
    return neighbours;
}

LevelCues cuesOf(const Neighbours& neighbours, const Spine& spine, const Field& field, const BlackMask& mask,
                 const Look& look) {
    LevelCues cues;
    const double visible = 0.7 * look.noise; // over the length of a bone less than its noise can be seen
    for (std::size_t side = 0; side < 2; ++side)
        cues.lastRib =
            cues.lastRib || (shownLength(neighbours.lastRibs[side], field, mask) > 1.3 * spine.depthMm &&
                             look.rib * neighbours.lastRibStrengths[side] > visible);
    const SpinePoint crest = neighbours.nearCrest;
    const double below = 0.3 * spine.heightMm;
    cues.crest = isShown(field, mask, crest) && isShown(field, mask, {crest.x, crest.y + below}) &&
                 0.38 * (look.pelvis - look.front) > visible;
    const SpinePoint plate = between(spine.firstSacral[indexOf(Corner::SuperiorAnterior)],
                                     spine.firstSacral[indexOf(Corner::SuperiorPosterior)], 0.5);
    cues.sacrum = isShown(field, mask, plate) && isShown(field, mask, {plate.x, plate.y + below});
    return cues;
}

} // namespace vertescore
