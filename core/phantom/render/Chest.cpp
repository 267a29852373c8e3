// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

void drawBand(const Scene& scene, Drawing& drawing, const SpineCurve& curve, double widthMm, double strength,
              double rims) {
    const Pen pen(scene.field);
    const SpineCurve outline = band(curve, widthMm);
    add(drawing.grey, pen.fill(outline, 0.6), static_cast<float>(strength));
    SpineCurve edge = outline;
    edge.push_back(outline.front());
    add(drawing.grey, pen.stroke(edge, 1.6), static_cast<float>(strength * rims));
}

void drawRibs(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Neighbours& last = scene.neighbours;
    const double turn = last.lastRibs[1].front().y - last.lastRibs[0].front().y;
    const double width = random.uniform(6.5, 11.5);
    const bool areArcsSeen = random.chance(0.75);
    const double fade = random.uniform(0.35, 1.0);
    for (std::size_t i = kT1 + 2; i <= kT12; ++i)
        for (std::size_t side = 0; side < 2; ++side) {
            const double shift = (side == 0 ? -0.5 : 0.5) * turn + random.normal(0, 2);
            const SpineCurve rib = i == kT12 ? last.lastRibs[side] : ribOf(scene.spine, i, shift, random);
            const double strength =
                scene.look.rib * (i == kT12 ? last.lastRibStrengths[side] : random.uniform(0.35, 1.0));
            const auto turnPoint = static_cast<std::ptrdiff_t>(std::min<std::size_t>(11, rib.size()));
            const SpineCurve arc(rib.begin(), rib.begin() + turnPoint);
            const SpineCurve shaft(rib.begin() + turnPoint - 1, rib.end());
            const double fading = i == kT12 ? 1.0 : fade;
            if (areArcsSeen || i >= kT12 - 1) drawBand(scene, drawing, arc, 0.6 * width, strength, 0.5);
            if (shaft.size() > 3)
                drawBand(scene, drawing, shaft, width, fading * strength, random.uniform(0.2, 0.8));
        }
}

/// Brighter half of a body with a straight oblique border: the end of a rib that lies over it.
void drawRibShadow(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!scene.contents.hasRibBorder) return;
    const VertebralBody& body = scene.spine.bodies[static_cast<std::size_t>(random.integer(12, 17))];
    const double at = random.uniform(0.25, 0.75);
    const double slope = random.uniform(0.2, 0.7);
    const bool isLower = random.chance(0.5);
    const double far = isLower ? random.uniform(0.9, 1.3) : random.uniform(-0.3, 0.1);
    const SpineCurve outline{body.place(-0.2, at - slope / 2), body.place(1.2, at + slope / 2),
                             body.place(1.2, far + slope / 2), body.place(-0.2, far - slope / 2)};
    add(drawing.grey, Pen(scene.field).fill(outline, 0.5),
        static_cast<float>(isFlatStyle(scene.style) ? random.uniform(0.015, 0.05)
                                                    : random.uniform(0.12, 0.4)));
}

/// Thin dark oblique lines over T9-T12: the edge of the lung, which looks like a disc.
void drawLungEdges(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!scene.contents.hasLungEdge) return;
    const Pen pen(scene.field);
    const int count = random.integer(1, 2);
    for (int i = 0; i < count; ++i) {
        const VertebralBody& body = scene.spine.bodies[static_cast<std::size_t>(random.integer(12, 15))];
        const double angle = radians(random.uniform(46, 72));
        const double half = 0.5 * scene.spine.heightMm * random.uniform(0.45, 1.2);
        const SpinePoint middle = body.place(random.uniform(0.2, 0.8), random.uniform(0.25, 0.75));
        const SpinePoint reach{half * cosine(angle), -half * sine(angle)};
        const SpineCurve line{{middle.x + reach.x, middle.y + reach.y},
                              {middle.x + 0.1 * reach.x + random.uniform(-1, 1), middle.y},
                              {middle.x - reach.x, middle.y - reach.y}};
        const double contrast =
            isFlatStyle(scene.style) ? random.uniform(0.02, 0.09) : random.uniform(0.05, 0.30);
        add(drawing.grey, pen.stroke(smoothCurve(line, 5), scene.spine.heightMm * random.uniform(0.05, 0.09)),
            static_cast<float>(-contrast));
    }
}

void drawArm(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.7) || !scene.field.isWholeSpine()) return;
    const Field& field = scene.field;
    const Pen pen(field);
    const double width = random.uniform(0.08, 0.2) * field.widthMm();
    const double x = field.left + random.uniform(0.62, 0.98) * field.widthMm();
    const double tilt = random.uniform(-0.1, 0.9);
    const double length = random.uniform(0.06, 0.2) * field.heightMm();
    const SpinePoint from{x - tilt * 0.35 * length, field.top - 20};
    const SpinePoint to{x + tilt * length, field.top + length};
    const auto value = static_cast<float>(scene.look.shoulder);
    const SpineCurve bone =
        smoothCurve({from, {0.5 * (from.x + to.x) + random.uniform(-6, 6), 0.5 * (from.y + to.y)}, to}, 6);
    const double soft = random.uniform(1.3, 2.4);
    add(drawing.grey, pen.fill(band(bone, soft * width), 7), // muscle
        static_cast<float>(random.uniform(0.1, 0.35) * (value - scene.look.lung)));
    const Coverage shaft = pen.fill(band(bone, width), random.uniform(2, 6));
    blendTo(drawing.grey, shaft, value, static_cast<float>(random.uniform(0.6, 0.95)));
    blendTo(drawing.grain, shaft, static_cast<float>(1.4 * scene.look.boneGrain));
}

/// The upper chest lies under both shoulders.
void drawShoulder(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.75) || !scene.field.isWholeSpine()) return;
    const Pen pen(scene.field);
    const double x = scene.field.left + random.uniform(0.0, 0.65) * scene.field.widthMm();
    const SpinePoint centre{x, scene.field.top - random.uniform(0.0, 20)};
    const SpineCurve cloud =
        ellipse(centre, random.uniform(25, 60), random.uniform(18, 70), random.uniform(-0.5, 0.5));
    const double gain = (scene.look.shoulder - scene.look.lung) * random.uniform(0.25, 0.8);
    add(drawing.grey, pen.fill(cloud, 12), static_cast<float>(gain));
}

/// A flat bone seen from its edge, with brighter borders, near the front of whole scans.
void drawSternum(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.7) || !scene.field.isWholeSpine()) return;
    const Field& field = scene.field;
    const double x = field.left + random.uniform(0.86, 1.02) * field.widthMm();
    const double top = field.top + random.uniform(-0.03, 0.12) * field.heightMm();
    const double length = random.uniform(55, 120);
    const double lean = random.uniform(6, 22);
    const SpineCurve line =
        smoothCurve({{x - lean, top}, {x - 0.3 * lean, top + 0.5 * length}, {x, top + length}}, 8);
    const double strength = scene.look.rib * random.uniform(0.4, 1.1);
    const double thickness = random.uniform(8, 14);
    add(drawing.grey, Pen(field).fill(band(line, thickness), random.uniform(2, 4)),
        static_cast<float>(strength));
    drawBand(scene, drawing, line, thickness, 0.2 * strength, random.uniform(1.0, 3.0));
}

} // namespace

void drawChest(const Scene& scene, Drawing& drawing) {
    drawRibs(scene, drawing);
    drawRibShadow(scene, drawing);
    drawLungEdges(scene, drawing);
    drawSternum(scene, drawing);
    drawShoulder(scene, drawing);
    drawArm(scene, drawing);
}

} // namespace vertescore
