// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

bool isFlat(const Scene& scene) {
    return scene.style == PhantomStyle::C || scene.style == PhantomStyle::D;
}

/// Outline of a band of a given width along a curve.
SpineCurve band(const SpineCurve& curve, double widthMm) {
    SpineCurve outline;
    SpineCurve back;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const SpinePoint a = curve[i == 0 ? 0 : i - 1];
        const SpinePoint b = curve[std::min(i + 1, curve.size() - 1)];
        const double length = std::max(1e-9, distance(a, b));
        const SpinePoint across{-(b.y - a.y) / length * widthMm / 2, (b.x - a.x) / length * widthMm / 2};
        outline.push_back({curve[i].x + across.x, curve[i].y + across.y});
        back.push_back({curve[i].x - across.x, curve[i].y - across.y});
    }
    outline.insert(outline.end(), back.rbegin(), back.rend());
    return outline;
}

void drawBand(const Scene& scene, Drawing& drawing, const SpineCurve& curve, double widthMm, double strength,
              double rims) {
    const Pen pen(scene.field);
    const SpineCurve outline = band(curve, widthMm);
    add(drawing.grey, pen.fill(outline, 0.6), static_cast<float>(strength));
    SpineCurve edge = outline;
    edge.push_back(outline.front());
    add(drawing.grey, pen.stroke(edge, 1.6), static_cast<float>(strength * rims));
}

/// A rib from its vertebra: back behind the facets, round, and down to the front. T11 and T12 end early.
SpineCurve ribOf(const Scene& scene, std::size_t vertebra, double sideShift) {
    RandomStream& random = *scene.random;
    const Spine& spine = scene.spine;
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

void drawRibs(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const double turn = random.normal(0, 7); // mm by which the patient's rotation parts left from right
    const double width = random.uniform(6.5, 11.5);
    const bool areArcsSeen = random.chance(0.75);
    const double fade = random.uniform(0.35, 1.0);
    for (std::size_t i = kT1 + 2; i <= kT12; ++i)
        for (const double side : {-0.5, 0.5}) {
            const SpineCurve rib = ribOf(scene, i, side * turn + random.normal(0, 2));
            const double strength = scene.look.rib * random.uniform(0.35, 1.0);
            const auto turnPoint = static_cast<std::ptrdiff_t>(std::min<std::size_t>(11, rib.size()));
            const SpineCurve arc(rib.begin(), rib.begin() + turnPoint);
            const SpineCurve shaft(rib.begin() + turnPoint - 1, rib.end());
            if (areArcsSeen || i >= kT12 - 1) drawBand(scene, drawing, arc, 0.6 * width, 0.8 * strength, 0.5);
            if (shaft.size() > 3)
                drawBand(scene, drawing, shaft, width, fade * strength, random.uniform(0.2, 0.8));
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
        static_cast<float>(isFlat(scene) ? random.uniform(0.015, 0.05) : random.uniform(0.12, 0.4)));
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
        const double contrast = isFlat(scene) ? random.uniform(0.02, 0.09) : random.uniform(0.05, 0.30);
        add(drawing.grey, pen.stroke(smoothCurve(line, 5), scene.spine.heightMm * random.uniform(0.05, 0.09)),
            static_cast<float>(-contrast));
    }
}

/// The iliac bones: white domes whose top lies about L4's lower endplate.
void drawPelvis(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Spine& spine = scene.spine;
    const Look& look = scene.look;
    const Pen pen(scene.field);
    const VertebralBody& l4 = spine.at(Level::L4);
    const double depth = spine.depthMm;
    const double height = spine.heightMm;
    const double crest = random.aroundMedian(-0.65, -0.2, 0.42) * height;
    const double reachFront = random.aroundMedian(0.5, 0.9, 1.7);
    const double gain = look.pelvis - (isFlat(scene) ? look.front : look.body * 0.55);
    for (int side = 0; side < 2; ++side) {
        const SpinePoint top{l4.place(0.45, 1).x + random.uniform(-0.3, 0.3) * depth,
                             l4.place(0.5, 1).y + crest +
                                 (side == 0 ? 0.0 : random.uniform(0.1, 0.6) * height)};
        const double back = random.uniform(1.3, 2.1) * depth;
        const double front = (reachFront + 0.5) * depth;
        const double flare = random.uniform(1.0, 1.5);
        const SpineCurve outline = smoothCurve({{top.x - 1.5 * back, top.y + 6.0 * height},
                                                {top.x - 1.35 * back, top.y + 2.4 * height},
                                                {top.x - 1.1 * back, top.y + 0.9 * height},
                                                {top.x - 0.7 * back, top.y + 0.25 * height},
                                                {top.x - 0.2 * back, top.y},
                                                {top.x + 0.3 * front, top.y + 0.08 * height},
                                                {top.x + 0.7 * front, top.y + 0.45 * height},
                                                {top.x + front, top.y + 1.2 * height},
                                                {top.x + flare * front, top.y + 2.4 * height},
                                                {top.x + 0.9 * flare * front, top.y + 6.0 * height}},
                                               6);
        const Coverage bone = pen.fill(outline, random.uniform(0.8, 3.0));
        add(drawing.grey, bone, static_cast<float>(gain * random.uniform(0.38, 0.62)));
        add(drawing.grain, bone,
            static_cast<float>(isFlat(scene) ? 0.3 * look.boneGrain : 0.45 * look.boneGrain));
        const SpineCurve edge(outline.begin() + 8, outline.begin() + 48);
        add(drawing.grey, pen.stroke(edge, random.uniform(1.5, 3.5)),
            static_cast<float>(gain * random.uniform(0.05, 0.35)));
    }
}

void drawArm(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.7) || scene.field.isPart) return;
    const Field& field = scene.field;
    const Pen pen(field);
    const double width = random.uniform(0.08, 0.2) * field.widthMm();
    const double x = field.left + random.uniform(0.62, 0.98) * field.widthMm();
    const double tilt = random.uniform(-0.1, 0.9);
    const double length = random.uniform(0.06, 0.2) * field.heightMm();
    const SpinePoint from{x - tilt * 0.35 * length, field.top - 20};
    const SpinePoint to{x + tilt * length, field.top + length};
    const auto value = static_cast<float>(scene.look.shoulder);
    const Coverage arm = pen.fill(band({from, between(from, to, 0.5), to}, width), 5);
    blendTo(drawing.grey, arm, value, 0.9F);
    blendTo(drawing.grain, arm, static_cast<float>(1.4 * scene.look.boneGrain));
}

/// The upper chest lies under both shoulders.
void drawShoulder(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.75) || scene.field.isPart) return;
    const Pen pen(scene.field);
    const double x = scene.field.left + random.uniform(0.0, 0.65) * scene.field.widthMm();
    const SpinePoint centre{x, scene.field.top - random.uniform(0.0, 20)};
    const SpineCurve cloud =
        ellipse(centre, random.uniform(25, 60), random.uniform(18, 70), random.uniform(-0.5, 0.5));
    const double gain = (scene.look.shoulder - scene.look.lung) * random.uniform(0.25, 0.8);
    add(drawing.grey, pen.fill(cloud, 12), static_cast<float>(gain));
}

void drawSternum(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.7)) return;
    const Field& field = scene.field;
    const Pen pen(field);
    const double x = field.left + random.uniform(0.86, 1.02) * field.widthMm();
    const double top = field.top + random.uniform(0.02, 0.15) * field.heightMm();
    const double length = random.uniform(0.1, 0.24) * field.heightMm();
    const SpineCurve line = smoothCurve({{x - 12, top}, {x - 3, top + 0.5 * length}, {x, top + length}}, 8);
    const auto strength = static_cast<float>(scene.look.rib * random.uniform(0.6, 1.5));
    for (const double offset : {0.0, random.uniform(6, 11)}) {
        SpineCurve shifted = line;
        for (SpinePoint& point : shifted)
            point.x += offset;
        add(drawing.grey, pen.stroke(shifted, 1.8), strength);
    }
}

/// Skin folds, the edge of the pad, cables and clips.
void drawThinThings(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Field& field = scene.field;
    const Pen pen(field);
    const double scale = isFlat(scene) ? 0.25 : 1.0;
    if (random.chance(0.14)) { // pad
        const double x = field.left + random.uniform(0.02, 0.12) * field.widthMm();
        add(drawing.grey, pen.stroke({{x, field.top}, {x + random.uniform(-4, 4), field.bottomMm()}}, 1.2),
            static_cast<float>(scale * random.uniform(0.05, 0.3)));
    }
    const int folds = random.chance(scene.style == PhantomStyle::D ? 0.7 : 0.2) ? random.integer(1, 3) : 0;
    for (int i = 0; i < folds; ++i) {
        const double y = field.top + random.uniform(0.5, 1.0) * field.heightMm();
        const SpineCurve fold =
            smoothCurve({{field.left, y},
                         {field.left + 0.5 * field.widthMm(), y + random.uniform(-20, 20)},
                         {field.rightMm(), y + random.uniform(-50, 50)}},
                        8);
        add(drawing.grey, pen.stroke(fold, random.uniform(1, 2.5)),
            static_cast<float>(scale * random.uniform(-0.15, 0.2)));
    }
    if (random.chance(0.04)) { // cable
        SpineCurve knots;
        for (int i = 0; i < 5; ++i)
            knots.push_back(
                {field.left + random.uniform() * field.widthMm(), field.top + 0.25 * i * field.heightMm()});
        blendTo(drawing.grey, pen.stroke(smoothCurve(knots, 10), random.uniform(1.2, 2.4)), 1.1F, 0.9F);
    }
    const int clips = random.chance(0.04) ? random.integer(1, 5) : 0;
    for (int i = 0; i < clips; ++i) {
        const SpinePoint at{field.left + random.uniform() * field.widthMm(),
                            field.top + random.uniform(0.3, 1) * field.heightMm()};
        blendTo(drawing.grey,
                pen.stroke({at, {at.x + random.uniform(-5, 5), at.y + random.uniform(-5, 5)}}, 1.8), 1.2F);
    }
}

} // namespace

void drawCrossings(const Scene& scene, Drawing& drawing) {
    drawRibs(scene, drawing);
    drawRibShadow(scene, drawing);
    drawLungEdges(scene, drawing);
    drawSternum(scene, drawing);
    drawShoulder(scene, drawing);
    drawPelvis(scene, drawing);
    drawArm(scene, drawing);
    drawThinThings(scene, drawing);
}

} // namespace vertescore
