// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/anatomy/Aorta.h"
#include "core/phantom/frame/Field.h"
#include "core/phantom/styles/Look.h"
#include "core/phantom/drawing/Canvas.h"

namespace vertescore {

/// Everything that a picture shows. Truth about bones and calcium comes from here, not from the picture.
struct Scene {
    PhantomStyle style = PhantomStyle::A;
    Spine spine;
    Aorta aorta;
    Field field;
    Look look;
    MaskPlan mask;
    PhantomContents contents;
    bool isMirrored = false;        ///< the picture will be swapped: text is drawn the other way round
    RandomStream* random = nullptr; ///< not owned; for what is drawn but is no truth
};

/// The picture under way. Front on the right.
struct Drawing {
    Plane grey;  ///< before windowing; may leave 0...1
    Plane grain; ///< local strength of the noise, 1 = as in soft tissue
};

/// Soft tissue, lung, liver, bowel: what lies behind the bones. Starts the drawing.
Drawing drawSoftTissue(const Scene& scene);
/// Discs, bodies, endplates, foramina, pedicles, facets, spinous processes, T1-L5, and the sacrum.
void drawColumn(const Scene& scene, Drawing& drawing);
/// Plaques on the aorta's walls, and soft lines that are none.
void drawAorta(const Scene& scene, Drawing& drawing);
/// Ribs, pelvis, arms, sternum, lung edges, table: what crosses the vertebrae.
void drawCrossings(const Scene& scene, Drawing& drawing);

/// Bilinear blow-up of a coarse grid of normal random numbers of one standard deviation, cell mm wide and
/// high.
Plane cloudOver(const Field& field, double cellMmX, double cellMmY, RandomStream& random);

} // namespace vertescore
