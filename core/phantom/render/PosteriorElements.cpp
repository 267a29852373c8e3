// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// Half round and half square, as spinous processes are.
SpineCurve roundedQuad(SpinePoint a, SpinePoint b, SpinePoint c, SpinePoint d) {
    return smoothCurve({between(a, b, 0.15), between(a, b, 0.85), between(b, c, 0.2), between(b, c, 0.8),
                        between(c, d, 0.15), between(c, d, 0.85), between(d, a, 0.2), between(d, a, 0.8),
                        between(a, b, 0.15)},
                       3);
}

/// Behind the lower half of the body and the disc: a dark round hole.
void drawForamen(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    if (random.chance(0.14)) return;
    const double height = body.heightMm();
    const double radius = height * random.uniform(0.18, 0.26);
    const SpinePoint centre = body.place(-0.05 - radius / body.depthMm(), random.uniform(0.74, 0.9));
    const Pen pen(scene.field);
    const Coverage hole =
        pen.fill(ellipse(centre, radius, radius * random.uniform(1.05, 1.5), random.uniform(-0.3, 0.3)), 1.0);
    cover(drawing.grey, hole, static_cast<float>(scene.look.foramen), static_cast<float>(scene.look.boneKeep),
          static_cast<float>(scene.look.front));
}

void drawPedicle(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const double top = random.uniform(0.02, 0.12);
    const double bottom = random.uniform(0.5, 0.64);
    const SpineCurve outline = roundedQuad(body.place(-0.45, top), body.place(0.10, top),
                                           body.place(0.08, bottom), body.place(-0.45, bottom));
    const double own = random.normal(0, isFlatStyle(scene.style) ? 0.01 : 0.07);
    cover(drawing.grey, pen.fill(outline, 1.2), static_cast<float>(scene.look.pedicle + own),
          static_cast<float>(scene.look.boneKeep), static_cast<float>(scene.look.front));
    blendTo(drawing.grain, pen.fill(outline, 1.2), static_cast<float>(0.8 * scene.look.boneGrain));
}

/// Articular processes at the height of the disc below, lamina between them.
void drawFacets(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const Look& look = scene.look;
    const double ribbon = look.pedicle + random.uniform(0.12, 0.68) * (look.facets - look.pedicle);
    const auto keep = static_cast<float>(scene.style == PhantomStyle::D ? 1.0 : 0.15 * look.boneKeep);
    const auto put = [&](const SpineCurve& outline, double soft, double value) {
        const Coverage coverage = pen.fill(outline, soft);
        cover(drawing.grey, coverage, static_cast<float>(value), keep, static_cast<float>(look.front));
        blendTo(drawing.grain, coverage, static_cast<float>(0.7 * look.boneGrain));
    };
    const double column = -random.normalWithin(0.55, 0.04, 0.44, 0.66);
    const double half = random.uniform(0.11, 0.17);
    put({body.place(column - half, -0.15), body.place(column + half, -0.15), body.place(column + half, 1.3),
         body.place(column - half, 1.3)},
        1.5, ribbon + random.normal(0, 0.03 * (look.facets - look.disc)));
    const double height = body.heightMm();
    for (const double at : {1.12, 0.95}) {
        const SpinePoint centre =
            body.place(column + random.uniform(-0.08, 0.06), at + random.uniform(-0.1, 0.1));
        put(ellipse(centre, body.depthMm() * random.uniform(0.08, 0.19), height * random.uniform(0.24, 0.46),
                    random.uniform(-0.6, 0.2)),
            1.0, look.facets + random.normal(0, 0.08 * (look.facets - look.disc)));
    }
}

void drawSpinous(const Scene& scene, Drawing& drawing, const VertebralBody& body, bool isThoracic) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const double slant = isThoracic ? random.uniform(0.5, 0.9) : random.uniform(0.05, 0.35);
    const double tip = -random.uniform(1.25, 1.6);
    const double top = random.uniform(0.25, 0.42);
    const double bottom = random.uniform(0.9, 1.12);
    const SpineCurve outline = roundedQuad(body.place(tip, top + slant), body.place(-0.72, top),
                                           body.place(-0.75, bottom), body.place(tip, bottom + slant));
    const Coverage coverage = pen.fill(outline, 1.0);
    const double value =
        scene.look.spinous - scene.look.behind + random.normal(0, isFlatStyle(scene.style) ? 0.008 : 0.03);
    add(drawing.grey, coverage, static_cast<float>(value));
    add(drawing.grain, coverage, 0.4F);
}

} // namespace

void drawSpinousProcesses(const Scene& scene, Drawing& drawing) {
    for (std::size_t i = 0; i < kBodyCount; ++i)
        drawSpinous(scene, drawing, scene.spine.bodies[i], i < kT12);
}

void drawPosteriorElements(const Scene& scene, Drawing& drawing) {
    for (const VertebralBody& body : scene.spine.bodies)
        drawPedicle(scene, drawing, body);
    for (const VertebralBody& body : scene.spine.bodies)
        drawFacets(scene, drawing, body);
    for (const VertebralBody& body : scene.spine.bodies)
        drawForamen(scene, drawing, body);
}

} // namespace vertescore
