// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// The edge of the pad that the patient lies on.
void drawPad(const Scene& scene, Drawing& drawing, double scale) {
    RandomStream& random = *scene.random;
    const Field& field = scene.field;
    const double x = field.left + random.uniform(0.02, 0.12) * field.widthMm();
    add(drawing.grey, Pen(field).stroke({{x, field.top}, {x + random.uniform(-4, 4), field.bottomMm()}}, 1.2),
        static_cast<float>(scale * random.uniform(0.05, 0.3)));
}

void drawSkinFolds(const Scene& scene, Drawing& drawing, double scale) {
    RandomStream& random = *scene.random;
    const Field& field = scene.field;
    const int folds = random.integer(1, 3);
    for (int i = 0; i < folds; ++i) {
        const double y = field.top + random.uniform(0.3, 1.0) * field.heightMm();
        const SpineCurve fold =
            smoothCurve({{field.left, y},
                         {field.left + 0.5 * field.widthMm(), y + random.uniform(-20, 20)},
                         {field.rightMm(), y + random.uniform(-50, 50)}},
                        8);
        add(drawing.grey, Pen(field).stroke(fold, random.uniform(1, 2.5)),
            static_cast<float>(scale * random.uniform(-0.15, 0.2)));
    }
}

/// Cables and surgical clips.
void drawMetal(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Field& field = scene.field;
    const Pen pen(field);
    if (random.chance(0.04)) {
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

/// Something thick takes the contrast of T12 (lung, diaphragm) or of L5 (pelvis) away.
void drawVeil(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const bool isLower = random.chance(0.5);
    const VertebralBody& body = scene.spine.at(isLower ? Level::L5 : Level::T12);
    const double above = isLower ? random.uniform(-0.2, 0.5) : random.uniform(-2.5, -0.3);
    const double below = isLower ? 3.0 : random.uniform(0.7, 1.2);
    const double slope = random.uniform(-0.4, 0.4);
    const SpineCurve outline{body.place(-1.5, above - slope), body.place(2.0, above + slope),
                             body.place(2.0, below + slope), body.place(-1.5, below - slope)};
    const Look& look = scene.look;
    const double grey = isLower ? look.body + random.uniform(0.1, 0.9) * (look.pelvis - look.body)
                                : look.liver + random.uniform(-0.2, 1.0) * (look.body - look.liver);
    const Coverage veil = Pen(scene.field).fill(outline, random.uniform(4, 12));
    blendTo(drawing.grey, veil, static_cast<float>(grey), static_cast<float>(random.uniform(0.4, 0.8)));
}

} // namespace

void drawThinThings(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const double scale = isFlatStyle(scene.style) ? 0.25 : 1.0;
    if (random.chance(0.14)) drawPad(scene, drawing, scale);
    if (random.chance(scene.style == PhantomStyle::D ? 0.7 : 0.2)) drawSkinFolds(scene, drawing, scale);
    drawMetal(scene, drawing);
    if (scene.contents.hasVeil) drawVeil(scene, drawing);
}

} // namespace vertescore
