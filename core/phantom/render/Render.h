// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/anatomy/Aorta.h"
#include "core/phantom/drawing/Canvas.h"
#include "core/phantom/frame/Field.h"
#include "core/phantom/plan/Neighbours.h"
#include "core/phantom/styles/Look.h"

namespace vertescore {

/// Everything that a picture shows. Truth about bones and calcium comes from here, not from the picture.
struct Scene {
    PhantomStyle style = PhantomStyle::A;
    PhantomDomain domain = PhantomDomain::Train;
    Spine spine;
    Neighbours neighbours;
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
/// Discs, bodies, endplates, C4-L5, with what is behind them, and the sacrum.
void drawColumn(const Scene& scene, Drawing& drawing);
/// Spinous processes of all vertebrae; drawn before the bodies.
void drawSpinousProcesses(const Scene& scene, Drawing& drawing);
/// Pedicles, facets and foramina of all vertebrae; drawn after the bodies.
void drawPosteriorElements(const Scene& scene, Drawing& drawing);
/// Plaques on the aorta's walls, and soft lines that are none.
void drawAorta(const Scene& scene, Drawing& drawing);
/// Ribs, sternum, arms and shoulders, lung edges.
void drawChest(const Scene& scene, Drawing& drawing);
/// The iliac bones: white domes whose top lies about L4's lower endplate.
void drawPelvis(const Scene& scene, Drawing& drawing);
/// Skin folds, the edge of the pad, cables, clips, and what takes the contrast of T12 or L5 away.
void drawThinThings(const Scene& scene, Drawing& drawing);

/// Bilinear blow-up of a coarse grid of normal random numbers of one standard deviation, cell mm wide and
/// high.
Plane cloudOver(const Field& field, double cellMmX, double cellMmY, RandomStream& random);

} // namespace vertescore
