// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/render/Render.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// The outline of an iliac bone below its top: a dome, wider behind than before.
SpineCurve ilium(const Scene& scene, SpinePoint top) {
    RandomStream& random = *scene.random;
    const double height = scene.spine.heightMm;
    const double back = random.uniform(1.2, 2.2) * scene.spine.depthMm;
    const double front = (scene.neighbours.crestFront + 0.5) * scene.spine.depthMm;
    const double flare = random.uniform(1.0, 1.5);
    const auto uneven = [&] { return random.uniform(-0.07, 0.07) * height; };
    return smoothCurve({{top.x - 1.5 * back, top.y + 6.0 * height},
                        {top.x - 1.35 * back, top.y + 2.4 * height + uneven()},
                        {top.x - 1.1 * back, top.y + 0.9 * height + uneven()},
                        {top.x - 0.7 * back, top.y + 0.25 * height + uneven()},
                        {top.x - 0.2 * back, top.y},
                        {top.x + 0.3 * front, top.y + 0.08 * height + uneven()},
                        {top.x + 0.7 * front, top.y + 0.45 * height + uneven()},
                        {top.x + front, top.y + 1.2 * height + uneven()},
                        {top.x + flare * front, top.y + 2.4 * height},
                        {top.x + 0.9 * flare * front, top.y + 6.0 * height}},
                       6);
}

/// A bone of uneven thickness: brighter and darker by patches of a centimetre.
void addUneven(const Scene& scene, Drawing& drawing, const Coverage& bone, double amount, double patchiness) {
    const Plane cloud = cloudOver(scene.field, 11, 14, *scene.random);
    for (int y = 0; y < bone.share.height; ++y) {
        const float* share = bone.share.row(y);
        const float* uneven = cloud.row(bone.top + y) + bone.left;
        float* grey = drawing.grey.row(bone.top + y) + bone.left;
        for (int x = 0; x < bone.share.width; ++x)
            grey[x] +=
                share[x] * static_cast<float>(amount) * (1 + static_cast<float>(patchiness) * uneven[x]);
    }
}

} // namespace

void drawPelvis(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Look& look = scene.look;
    const Pen pen(scene.field);
    const bool isFlat = isFlatStyle(scene.style);
    const double gain = look.pelvis - (isFlat ? look.front : look.body * 0.55);
    for (const SpinePoint top : {scene.neighbours.nearCrest, scene.neighbours.farCrest}) {
        const SpineCurve outline = ilium(scene, top);
        const Coverage bone = pen.fill(outline, random.uniform(0.8, 4.0));
        addUneven(scene, drawing, bone, gain * random.uniform(0.38, 0.62), random.uniform(0.0, 0.35));
        add(drawing.grain, bone, static_cast<float>(isFlat ? 0.3 * look.boneGrain : 0.45 * look.boneGrain));
        const SpineCurve edge(outline.begin() + 8, outline.begin() + 48);
        add(drawing.grey, pen.stroke(edge, random.uniform(1.5, 3.5)),
            static_cast<float>(gain * random.uniform(0.05, 0.35)));
    }
}

} // namespace vertescore
