// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"
#include "core/phantom/render/Render.h"

#include <algorithm>

namespace vertescore {
namespace {

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
    if (isFlatStyle(scene.style))
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

/// brighter: grey that this body has over the typical one.
void drawBody(const Scene& scene, Drawing& drawing, const VertebralBody& body, double brighter) {
    RandomStream& random = *scene.random;
    const Pen pen(scene.field);
    const Look& look = scene.look;
    const Coverage coverage = pen.fill(body.outline(), 0.4);
    const double scale = isFlatStyle(scene.style) ? 0.15 : 1.0;
    const double own = random.normal(0, 0.025 * scale) + brighter * scale;
    cover(drawing.grey, coverage, static_cast<float>(look.body + own), static_cast<float>(look.boneKeep),
          static_cast<float>(look.front));
    if (scene.style != PhantomStyle::C) blendTo(drawing.grain, coverage, static_cast<float>(look.boneGrain));
    if (random.chance(0.03)) // one half sclerotic
        add(drawing.grey,
            pen.fill({body.place(0.45, 0), body.place(1, 0), body.place(1, 1), body.place(0.6, 1)}, 2),
            isFlatStyle(scene.style) ? 0.03F : 0.18F);
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
        add(drawing.grey, coverage, isFlatStyle(scene.style) ? 0.04F : 0.28F);
    };
    spur(0.03, body.superiorSpur, -0.12);
    spur(0.97, body.inferiorSpur, 0.12);
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
    const Coverage coverage = pen.fill(outline, random.uniform(1.2, 4.5));
    if (isFlatStyle(scene.style)) {
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
    drawSpinousProcesses(scene, drawing);
    for (std::size_t i = 0; i < kBodyCount; ++i) {
        const bool isLast = i + 1 == kBodyCount;
        const auto& below = isLast ? scene.spine.firstSacral : bodies[i + 1].corners;
        drawDisc(scene, drawing, bodies[i], below[indexOf(Corner::SuperiorPosterior)],
                 below[indexOf(Corner::SuperiorAnterior)]);
    }
    drawSacrum(scene, drawing);
    const double fading = random.uniform(-0.012, 0.012); // the column dims or brightens downwards
    for (std::size_t i = 0; i < kBodyCount; ++i)
        drawBody(scene, drawing, bodies[i],
                 fading * (static_cast<double>(i) - static_cast<double>(kT12) - 2));
    drawPosteriorElements(scene, drawing);
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
        static_cast<float>(isFlatStyle(scene.style) ? random.uniform(0.01, 0.045)
                                                    : random.uniform(0.02, 0.08)));
}

} // namespace vertescore
