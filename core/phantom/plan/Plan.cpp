// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/plan/Plan.h"

#include "core/base/Assert.h"
#include "core/guides/BuildGuides.h"
#include "core/phantom/drawing/Random.h"
#include "core/roi/CropRoi.h"

#include <algorithm>

namespace vertescore {
namespace {

double croppedShare(PhantomStyle style) {
    switch (style) {
    case PhantomStyle::A:
    case PhantomStyle::B:
        return 0.10;
    case PhantomStyle::C:
        return 0.70;
    case PhantomStyle::D:
        return 0.20;
    }
    return 0;
}

/// Most scans are whole spines; of style C, published pictures are mostly close crops.
PhantomExtent drawExtent(PhantomStyle style, RandomStream& random) {
    using Shares = std::array<double, kPhantomExtents.size()>;
    constexpr Shares kUsual{0.66, 0.11, 0.08, 0.08, 0.07};
    constexpr Shares kStrip{0.50, 0.10, 0.06, 0.06, 0.28};
    const Shares& shares = style == PhantomStyle::C ? kStrip : kUsual;
    double u = random.uniform();
    std::size_t which = 0;
    while (which + 1 < shares.size() && u >= shares[which])
        u -= shares[which++];
    return kPhantomExtents[which];
}

Landmarks landmarksOf(const Spine& spine, const Field& frame) {
    Landmarks landmarks;
    const ScanGeometry geometry{frame.width, frame.height, std::nullopt};
    for (Level level : kLevels)
        for (Corner corner : kCorners) {
            Landmark& landmark = landmarks.at(level).at(corner);
            landmark.position = frame.toPixel(spine.at(level).at(corner));
            landmark.state =
                geometry.contains(*landmark.position) ? PointState::Confirmed : PointState::NotVisible;
        }
    return landmarks;
}

/// Whether the region of interest at factor 1 is cropped; nothing when the curve cannot be built.
std::optional<bool> isCropped(const Plan& plan) {
    const Result<Roi> roi =
        cropRoi(buildGuides(plan.landmarks), {plan.frame.width, plan.frame.height, std::nullopt},
                plan.blackRegions, {});
    if (!roi) return std::nullopt;
    return roi->isCropped;
}

/// One try of everything that has a place.
class GeometryDraw {
public:
    GeometryDraw(const PhantomOptions& options, std::uint64_t index, FieldOptions field)
        : m_options(options), m_index(index), m_field(field) {}

    void into(Plan& plan, std::uint64_t attempt) const {
        Scene& scene = plan.scene;
        RandomStream spine = stream(Purpose::Spine, attempt);
        RandomStream field = stream(Purpose::Field, attempt);
        RandomStream mask = stream(Purpose::Mask, attempt);
        RandomStream neighbours = stream(Purpose::Neighbours, attempt);
        scene.spine = makeSpine({m_options.domain, scene.style}, spine);
        plan.frame = makeField(m_field, scene.spine, field);
        scene.field = scene.contents.isEnlarged ? smallerField(plan.frame, field) : plan.frame;
        if (scene.contents.isEnlarged && !m_options.standardSize && field.chance(0.5))
            plan.frame = scene.field; // a small picture that nobody has enlarged yet
        scene.mask = makeMask(m_field, scene.field, scene.spine, mask);
        scene.neighbours = makeNeighbours(scene.spine, neighbours);
        plan.blackRegions = enlargedMask(scene.mask.mask, plan.frame.width, plan.frame.height);
        plan.landmarks = landmarksOf(scene.spine, plan.frame);
    }

private:
    RandomStream stream(Purpose purpose, std::uint64_t attempt) const {
        return {m_options.seed, m_index, static_cast<std::uint64_t>(purpose), attempt};
    }
    const PhantomOptions& m_options;
    std::uint64_t m_index;
    FieldOptions m_field;
};

/// Cropped as wanted, levels can be told, the unscanned region is there, and the drawn spine does not end
/// within the picture.
bool isAcceptable(const Plan& plan, const LevelCues& cues, const FieldOptions& wanted) {
    const bool needsMask = wanted.wantsMask.value_or(wanted.style == PhantomStyle::C);
    if (needsMask && plan.blackRegions.isEmpty()) return false;
    const bool isSpineLongEnough = plan.frame.top > plan.scene.spine.bodies.front().place(0.5, 0).y;
    return isSpineLongEnough && cues.any() && isCropped(plan) == wanted.wantsCropped;
}

void drawContents(PhantomContents& contents, PhantomStyle style, RandomStream random) {
    const bool isFlat = isFlatStyle(style);
    contents.hasLungEdge = random.chance(0.56);
    contents.hasRibBorder = random.chance(isFlat ? 0.2 : 0.42);
    contents.hasWhiteAir = random.chance(isFlat ? 0.06 : 0.50);
    contents.isEnlarged = random.chance(0.18);
    contents.hasOverlay = random.chance(0.10);
    contents.hasVeil = random.chance(0.18);
}

void settleGeometry(Plan& plan, const GeometryDraw& draw, const FieldOptions& wanted) {
    constexpr std::uint64_t kAttempts = 400;
    bool isSettled = false;
    for (std::uint64_t attempt = 0; attempt < kAttempts && !isSettled; ++attempt) {
        draw.into(plan, attempt);
        const Scene& scene = plan.scene;
        const LevelCues cues =
            cuesOf(scene.neighbours, scene.spine, scene.field, scene.mask.mask, scene.look);
        plan.scene.contents.showsLastRib = cues.lastRib;
        plan.scene.contents.showsCrest = cues.crest;
        plan.scene.contents.showsSacrum = cues.sacrum;
        isSettled = isAcceptable(plan, cues, wanted);
    }
    VERTESCORE_ASSERT(isSettled);
}

} // namespace

Plan makePlan(const PhantomOptions& options, std::uint64_t index) {
    const auto stream = [&](Purpose purpose) {
        return RandomStream(options.seed, index, static_cast<std::uint64_t>(purpose));
    };
    RandomStream random = stream(Purpose::Plan);
    Plan plan;
    Scene& scene = plan.scene;
    plan.domain = options.domain;
    const PhantomStyle drawnStyle = kPhantomStyles[static_cast<std::size_t>(random.integer(0, 3))];
    scene.style = options.style.value_or(drawnStyle);
    scene.domain = options.domain;
    const bool isException = random.chance(0.12);
    const bool isLeft = (scene.style == PhantomStyle::C) != isException;
    plan.anterior = options.anterior.value_or(isLeft ? AnteriorSide::Left : AnteriorSide::Right);
    scene.isMirrored = plan.anterior == AnteriorSide::Left;
    plan.bits = random.chance(scene.style == PhantomStyle::D ? 0.75 : 0.25) ? 12 : 8;
    const bool wantsCropped = options.cropped.value_or(random.uniform() < croppedShare(scene.style));
    const PhantomExtent drawnExtent = drawExtent(scene.style, random);
    drawContents(scene.contents, scene.style, stream(Purpose::Contents));
    scene.contents.extent = options.extent.value_or(drawnExtent);
    RandomStream look = stream(Purpose::Look);
    scene.look = makeLook(scene.style, options.domain, look);
    const FieldOptions field{scene.style,     options.domain, scene.contents.extent, options.standardSize,
                             plan.bits == 12, wantsCropped,   options.blackRegions};
    settleGeometry(plan, GeometryDraw(options, index, field), field);
    RandomStream aorta = stream(Purpose::Aorta);
    scene.aorta = makeAorta(scene.spine, options.minimumCalcification, aorta);
    return plan;
}

} // namespace vertescore
