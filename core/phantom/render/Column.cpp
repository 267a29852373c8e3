// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>

namespace vertescore {
namespace {

bool isFlat(const Scene& scene) {
    return scene.style == PhantomStyle::C || scene.style == PhantomStyle::D;
}

/// Half round and half square, as spinous processes are.
SpineCurve roundedQuad(SpinePoint a, SpinePoint b, SpinePoint c, SpinePoint d) {
    return smoothCurve({between(a, b, 0.15), between(a, b, 0.85), between(b, c, 0.2), between(b, c, 0.8),
                        between(c, d, 0.15), between(c, d, 0.85), between(d, a, 0.2), between(d, a, 0.8),
                        between(a, b, 0.15)},
                       3);
}

/// One weight per point of a line, 1 = full; speckle 1 turns the line into dots.
std::vector<float> speckles(std::size_t count, double speckle, RandomStream& random) {
    std::vector<float> weights(count);
    for (float& weight : weights)
        weight = static_cast<float>(1 - speckle * std::max(0.0, random.uniform(-0.35, 1.0)));
    return weights;
}

SpineCurve withMoreKnots(const SpineCurve& line, int times) {
    return smoothCurve(line, times);
}

void drawLine(const Scene& scene, Plane& grey, const SpineCurve& line, double peak, double strength) {
    const SpineCurve fine = withMoreKnots(line, 3);
    const std::vector<float> weights = speckles(fine.size(), scene.look.rimSpeckle, *scene.random);
    const Coverage coverage = Pen(scene.field).stroke(fine, scene.look.rimMm, weights);
    if (isFlat(scene))
        add(grey, coverage, static_cast<float>(strength * (peak - scene.look.body)));
    else
        blendTo(grey, coverage, static_cast<float>(peak), static_cast<float>(strength));
}

void drawDisc(const Scene& scene, Drawing& drawing, const VertebralBody& above,
              const SpinePoint& superiorPosterior, const SpinePoint& superiorAnterior) {
    const Pen pen(scene.field);
    const SpineCurve outline{above.at(Corner::InferiorPosterior), above.at(Corner::InferiorAnterior),
                             superiorAnterior, superiorPosterior};
    cover(drawing.grey, pen.fill(outline, 0.8), static_cast<float>(scene.look.disc),
          static_cast<float>(scene.look.boneKeep), static_cast<float>(scene.look.front));
}

void drawBody(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const Look& look = scene.look;
    const Coverage coverage = pen.fill(body.outline(), 0.4);
    const double own = random.normal(0, isFlat(scene) ? 0.004 : 0.025);
    cover(drawing.grey, coverage, static_cast<float>(look.body + own), static_cast<float>(look.boneKeep),
          static_cast<float>(look.front));
    if (scene.style != PhantomStyle::C) blendTo(drawing.grain, coverage, static_cast<float>(look.boneGrain));
    if (random.chance(0.03)) // one half sclerotic
        add(drawing.grey,
            pen.fill({body.place(0.45, 0), body.place(1, 0), body.place(1, 1), body.place(0.6, 1)}, 2),
            isFlat(scene) ? 0.03F : 0.18F);
}

void drawRims(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    const Look& look = scene.look;
    const double superior =
        random.chance(look.missingRims * 1.3) ? random.uniform(0, 0.3) : random.uniform(0.8, 1.0);
    const double inferior =
        random.chance(look.missingRims * 0.7) ? random.uniform(0, 0.3) : random.uniform(0.85, 1.0);
    drawLine(scene, drawing.grey, body.anteriorWall(), look.anteriorRim, random.uniform(0.3, 0.9));
    drawLine(scene, drawing.grey, body.posteriorWall(), look.anteriorRim, random.uniform(0.0, 0.6));
    drawLine(scene, drawing.grey, body.superiorEndplate(), look.superiorRim, superior);
    drawLine(scene, drawing.grey, body.inferiorEndplate(), look.inferiorRim, inferior);
}

/// Second outlines of endplates that are seen from an angle.
void drawDoubleEndplates(const Scene& scene, Drawing& drawing, std::size_t first, std::size_t last,
                         double offset) {
    const Look& look = scene.look;
    for (std::size_t i = first; i <= last; ++i) {
        const VertebralBody& body = scene.spine.bodies[i];
        drawLine(scene, drawing.grey, body.superiorEndplate(offset), look.superiorRim, 0.45);
        drawLine(scene, drawing.grey, body.inferiorEndplate(offset), look.inferiorRim, 0.45);
    }
}

void drawSpurs(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    const Pen pen(scene.field);
    const auto spur = [&](double height, double length, double bend) {
        if (length <= 0) return;
        const double depth = body.depthMm();
        const SpineCurve line{body.place(0.93, height),
                              body.place(1.0 + 0.5 * length / depth, height + 0.3 * bend),
                              body.place(1.0 + length / depth, height + bend)};
        const Coverage coverage = pen.stroke(smoothCurve(line, 3), 2.6);
        add(drawing.grey, coverage, isFlat(scene) ? 0.04F : 0.28F);
    };
    spur(0.03, body.superiorSpur, -0.12);
    spur(0.97, body.inferiorSpur, 0.12);
}

/// Behind the lower half of the body and the disc: a dark round hole.
void drawForamen(const Scene& scene, Drawing& drawing, const VertebralBody& body) {
    RandomStream& random = *scene.random;
    if (random.chance(0.10)) return;
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
    const double own = random.normal(0, isFlat(scene) ? 0.01 : 0.07);
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
        scene.look.spinous - scene.look.behind + random.normal(0, isFlat(scene) ? 0.008 : 0.03);
    add(drawing.grey, coverage, static_cast<float>(value));
    add(drawing.grain, coverage, 0.4F);
}

/// Style C: one band over bodies and discs alike, whose grain changes in strength from block to block.
void drawGrainBand(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    for (std::size_t i = 0; i < kBodyCount; ++i) {
        const VertebralBody& body = scene.spine.bodies[i];
        const double strength = std::max(0.8, scene.look.boneGrain * random.uniform(0.6, 1.7));
        const double from = random.uniform(-0.35, 0.0);
        blendTo(drawing.grain,
                pen.fill({body.place(-0.04, from), body.place(1.04, from), body.place(1.04, from + 1.45),
                          body.place(-0.04, from + 1.45)}),
                static_cast<float>(strength));
    }
}

/// S1-S3 from the plate that carries L5, bending backwards; it leaves no free edge before the bottom of the
/// scan.
SpineCurve sacrumOutline(const Scene& scene) {
    const auto& first = scene.spine.firstSacral;
    const SpinePoint front = first[indexOf(Corner::SuperiorAnterior)];
    const SpinePoint back = first[indexOf(Corner::SuperiorPosterior)];
    const double depth = distance(front, back);
    const SpinePoint ahead{(front.x - back.x) / depth, (front.y - back.y) / depth};
    const auto at = [&](double forwards, double down) {
        const double d = down * scene.spine.heightMm;
        return SpinePoint{back.x + ahead.x * forwards * depth - ahead.y * d,
                          back.y + ahead.y * forwards * depth + ahead.x * d};
    };
    return smoothCurve({at(0, 0), at(0.5, 0.01), at(1, 0), at(0.93, 0.5), at(0.88, 1.0), at(0.7, 1.9),
                        at(0.4, 2.8), at(0.2, 3.8), at(-0.3, 3.9), at(-0.45, 2.8), at(-0.5, 1.6),
                        at(-0.45, 0.7), at(-0.2, 0.15), at(0, 0)},
                       5);
}

/// A white sloping plate with no free edge below it.
void drawSacrum(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const Look& look = scene.look;
    VertebralBody first;
    first.corners = scene.spine.firstSacral;
    const double grey = look.body + random.uniform(0.25, 0.7) * (look.pelvis - look.body);
    const SpineCurve outline = sacrumOutline(scene);
    const Coverage coverage = pen.fill(outline, 1.2);
    if (isFlat(scene)) {
        add(drawing.grey, coverage, static_cast<float>(0.6 * (grey - look.body)));
    } else {
        cover(drawing.grey, coverage, static_cast<float>(grey), static_cast<float>(look.boneKeep),
              static_cast<float>(look.front));
    }
    blendTo(drawing.grain, coverage, static_cast<float>(look.boneGrain));
    drawLine(scene, drawing.grey, {first.place(0, 0), first.place(0.5, 0.02), first.place(1, 0)},
             look.superiorRim, random.uniform(0.6, 1.0));
    drawLine(scene, drawing.grey, {first.place(1, 0), first.place(0.94, 0.5), first.place(0.9, 1.0)},
             look.anteriorRim, random.uniform(0.3, 0.9));
    for (const double at : {1.03, 2.0}) // fused discs leave faint short lines
        drawLine(scene, drawing.grey,
                 {first.place(0.15, at), first.place(0.45, at + 0.02), first.place(0.75, at)},
                 look.superiorRim, random.uniform(0.05, 0.25));
}

/// Between two calcified walls the vessel is nearly as bright as bone; without calcium it cannot be seen.
void drawLumen(const Scene& scene, Drawing& drawing) {
    const double strength = scene.look.plaque * scene.random->uniform(0.1, 0.45);
    for (Segment segment : kSegments) {
        const int grade = *gradesOf(scene.aorta.plaques).levelScore(segment);
        if (grade < 4) continue;
        SpineCurve tube = wallWithin(scene.spine, scene.aorta, segment, Wall::Anterior);
        const SpineCurve back = wallWithin(scene.spine, scene.aorta, segment, Wall::Posterior);
        tube.insert(tube.end(), back.rbegin(), back.rend());
        add(drawing.grey, Pen(scene.field).fill(tube, 2.0), static_cast<float>(strength * grade / 6));
    }
}

} // namespace

void drawColumn(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const auto& bodies = scene.spine.bodies;
    for (std::size_t i = 0; i < kBodyCount; ++i)
        drawSpinous(scene, drawing, bodies[i], i < kT12);
    for (std::size_t i = 0; i < kBodyCount; ++i) {
        const bool isLast = i + 1 == kBodyCount;
        const SpinePoint posterior = isLast ? scene.spine.firstSacral[indexOf(Corner::SuperiorPosterior)]
                                            : bodies[i + 1].at(Corner::SuperiorPosterior);
        const SpinePoint anterior = isLast ? scene.spine.firstSacral[indexOf(Corner::SuperiorAnterior)]
                                           : bodies[i + 1].at(Corner::SuperiorAnterior);
        drawDisc(scene, drawing, bodies[i], posterior, anterior);
    }
    drawSacrum(scene, drawing);
    for (const VertebralBody& body : bodies)
        drawBody(scene, drawing, body);
    for (const VertebralBody& body : bodies)
        drawPedicle(scene, drawing, body);
    for (const VertebralBody& body : bodies)
        drawFacets(scene, drawing, body);
    for (const VertebralBody& body : bodies)
        drawForamen(scene, drawing, body);
    if (random.chance(0.15)) {
        const auto first = static_cast<std::size_t>(random.integer(12, 17));
        const std::size_t last = std::min(kL5, first + static_cast<std::size_t>(random.integer(1, 4)));
        drawDoubleEndplates(scene, drawing, first, last,
                            random.uniform(1.6, 4.0) * (random.chance(0.5) ? 1 : -1));
    }
    for (const VertebralBody& body : bodies) {
        drawRims(scene, drawing, body);
        drawSpurs(scene, drawing, body);
    }
    if (scene.style == PhantomStyle::C) drawGrainBand(scene, drawing);
}

void drawAorta(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const Look& look = scene.look;
    drawLumen(scene, drawing);
    for (const PhantomPlaque& plaque : scene.aorta.plaques) {
        const SpineCurve wall = wallWithin(scene.spine, scene.aorta, plaque.segment, plaque.wall);
        const SpineCurve line = smoothCurve(stretchOf(wall, plaque.fromShare, plaque.toShare), 4);
        if (line.size() < 2) continue;
        const std::vector<float> weights = speckles(line.size(), random.uniform(0.3, 1.0), random);
        const double width = scene.spine.depthMm * random.aroundMedian(0.035, 0.075, 0.12);
        const double strength = look.plaque * random.uniform(0.6, 1.4);
        add(drawing.grey, pen.stroke(line, width, weights), static_cast<float>(strength));
    }
    if (!random.chance(0.3)) return; // a soft line that is no calcium
    const double y = random.uniform(-0.3, 0.7) * scene.spine.at(Level::L4).place(0.5, 1).y;
    const double ahead = random.uniform(0.35, 0.8);
    const double length = random.uniform(0.4, 1.5) * scene.spine.depthMm;
    add(drawing.grey,
        pen.stroke({scene.spine.beside(y, ahead),
                    scene.spine.beside(y + length, ahead + random.uniform(-0.15, 0.15))},
                   scene.spine.depthMm * random.uniform(0.06, 0.14)),
        static_cast<float>(isFlat(scene) ? random.uniform(0.01, 0.045) : random.uniform(0.02, 0.08)));
}

} // namespace vertescore
