// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/Phantom.h"

#include "core/base/Assert.h"
#include "core/guides/BuildGuides.h"
#include "core/phantom/imaging/Imaging.h"
#include "core/phantom/drawing/Random.h"
#include "core/roi/CropRoi.h"

#include <algorithm>

namespace vertescore {
namespace {

/// Users of randomness; the numbers are part of what a seed means and must not change.
enum class Purpose : std::uint64_t {
    Plan = 1,
    Spine = 2,
    Aorta = 3,
    Field = 4,
    Mask = 5,
    Look = 6,
    Picture = 7,
    Contents = 8
};

/// A scene whose truth is settled, front on the right, and what is decided beside it.
struct Plan {
    Scene scene;
    AnteriorSide anterior = AnteriorSide::Right;
    PhantomDomain domain = PhantomDomain::Train;
    int bits = 8;
    Landmarks landmarks; ///< front on the right
};

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

Landmarks landmarksOf(const Scene& scene) {
    Landmarks landmarks;
    const ScanGeometry geometry{scene.field.width, scene.field.height, std::nullopt};
    for (Level level : kLevels)
        for (Corner corner : kCorners) {
            Landmark& landmark = landmarks.at(level).at(corner);
            landmark.position = scene.field.toPixel(scene.spine.at(level).at(corner));
            landmark.state =
                geometry.contains(*landmark.position) ? PointState::Confirmed : PointState::NotVisible;
        }
    return landmarks;
}

/// Whether the region of interest at factor 1 is cropped; nothing when the curve cannot be built, or when a
/// scan of style C has no unscanned region.
std::optional<bool> isCropped(const Plan& plan) {
    const Field& field = plan.scene.field;
    if (plan.scene.style == PhantomStyle::C && plan.scene.mask.mask.isEmpty()) return std::nullopt;
    const Result<Roi> roi = cropRoi(buildGuides(plan.landmarks), {field.width, field.height, std::nullopt},
                                    plan.scene.mask.mask, {});
    if (!roi) return std::nullopt;
    return roi->isCropped;
}

void drawGeometry(Plan& plan, const PhantomOptions& options, std::uint64_t index, std::uint64_t attempt,
                  bool wantsCropped) {
    Scene& scene = plan.scene;
    const auto stream = [&](Purpose purpose) {
        return RandomStream(options.seed, index, static_cast<std::uint64_t>(purpose), attempt);
    };
    RandomStream spine = stream(Purpose::Spine);
    RandomStream field = stream(Purpose::Field);
    RandomStream mask = stream(Purpose::Mask);
    const FieldOptions fieldOptions{scene.style, options.domain, options.standardSize, plan.bits == 12,
                                    wantsCropped};
    scene.spine = makeSpine({options.domain, scene.style}, spine);
    scene.field = makeField(fieldOptions, scene.spine, field);
    scene.mask = makeMask(fieldOptions, scene.field, scene.spine, mask);
    plan.landmarks = landmarksOf(scene);
}

PhantomContents drawContents(const Scene& scene, RandomStream random) {
    const bool isFlat = scene.style == PhantomStyle::C || scene.style == PhantomStyle::D;
    PhantomContents contents;
    contents.isPart = scene.field.isPart;
    contents.hasLungEdge = random.chance(0.56);
    contents.hasRibBorder = random.chance(isFlat ? 0.2 : 0.42);
    contents.hasWhiteAir = random.chance(isFlat ? 0.06 : 0.50);
    return contents;
}

Plan makePlan(const PhantomOptions& options, std::uint64_t index) {
    RandomStream random(options.seed, index, static_cast<std::uint64_t>(Purpose::Plan));
    Plan plan;
    plan.domain = options.domain;
    const PhantomStyle drawnStyle = kPhantomStyles[static_cast<std::size_t>(random.integer(0, 3))];
    plan.scene.style = options.style.value_or(drawnStyle);
    const bool isException = random.chance(0.12);
    const bool isLeft = (plan.scene.style == PhantomStyle::C) != isException;
    plan.anterior = options.anterior.value_or(isLeft ? AnteriorSide::Left : AnteriorSide::Right);
    plan.scene.isMirrored = plan.anterior == AnteriorSide::Left;
    plan.bits = random.chance(plan.scene.style == PhantomStyle::D ? 0.75 : 0.25) ? 12 : 8;
    const double cropDraw = random.uniform();
    const bool wantsCropped = options.cropped.value_or(cropDraw < croppedShare(plan.scene.style));
    constexpr std::uint64_t kAttempts = 400;
    std::optional<bool> cropped;
    for (std::uint64_t attempt = 0; attempt < kAttempts && cropped != wantsCropped; ++attempt) {
        drawGeometry(plan, options, index, attempt, wantsCropped);
        cropped = isCropped(plan);
    }
    VERTESCORE_ASSERT(cropped == wantsCropped);
    RandomStream aorta(options.seed, index, static_cast<std::uint64_t>(Purpose::Aorta));
    plan.scene.aorta = makeAorta(plan.scene.spine, options.minimumCalcification, aorta);
    RandomStream look(options.seed, index, static_cast<std::uint64_t>(Purpose::Look));
    plan.scene.look = makeLook(plan.scene.style, options.domain, look);
    plan.scene.contents = drawContents(
        plan.scene, RandomStream(options.seed, index, static_cast<std::uint64_t>(Purpose::Contents)));
    return plan;
}

std::vector<PixelPoint> pixelsOf(const SpineCurve& curve, const Field& field, bool isMirrored) {
    const ScanGeometry geometry{field.width, field.height, std::nullopt};
    std::vector<PixelPoint> points;
    points.reserve(curve.size());
    for (const SpinePoint& point : curve) {
        const PixelPoint pixel = field.toPixel(point);
        points.push_back(isMirrored ? geometry.mirrored(pixel) : pixel);
    }
    return points;
}

BlackMask mirroredMask(BlackMask mask, bool isMirrored) {
    if (isMirrored)
        for (int y = 0; y < mask.height; ++y) {
            const auto row = mask.pixels.begin() + static_cast<std::ptrdiff_t>(y) * mask.width;
            std::reverse(row, row + mask.width);
        }
    return mask;
}

Phantom truthOf(const Plan& plan) {
    const Scene& scene = plan.scene;
    const Field& field = scene.field;
    const bool isMirrored = plan.anterior == AnteriorSide::Left;
    Phantom phantom;
    phantom.image.width = field.width;
    phantom.image.height = field.height;
    phantom.bitsStored = plan.bits;
    phantom.spacing = {field.mmPerPixelX * field.magnification, field.mmPerPixelY, SpacingSource::Phantom};
    phantom.style = scene.style;
    phantom.domain = plan.domain;
    phantom.landmarks =
        isMirrored ? mirrored(plan.landmarks, {field.width, field.height, std::nullopt}) : plan.landmarks;
    phantom.anteriorWall = pixelsOf(scene.aorta.anteriorWall, field, isMirrored);
    phantom.posteriorWall = pixelsOf(scene.aorta.posteriorWall, field, isMirrored);
    phantom.plaques = scene.aorta.plaques;
    phantom.aac24 = gradesOf(scene.aorta.plaques);
    phantom.blackRegions = mirroredMask(scene.mask.mask, isMirrored);
    phantom.contents = scene.contents;
    return phantom;
}

} // namespace

std::string_view phantomStyleName(PhantomStyle style) {
    constexpr std::array<std::string_view, 4> kNames{"A", "B", "C", "D"};
    return kNames[static_cast<std::size_t>(style)];
}

std::optional<PhantomStyle> phantomStyleFromName(std::string_view name) {
    for (PhantomStyle style : kPhantomStyles)
        if (phantomStyleName(style) == name) return style;
    return std::nullopt;
}

std::string_view phantomDomainName(PhantomDomain domain) {
    return domain == PhantomDomain::Train ? "train" : "shifted";
}

std::optional<PhantomDomain> phantomDomainFromName(std::string_view name) {
    for (PhantomDomain domain : {PhantomDomain::Train, PhantomDomain::Shifted})
        if (phantomDomainName(domain) == name) return domain;
    return std::nullopt;
}

Phantom makePhantom(const PhantomOptions& options, std::uint64_t index) {
    Plan plan = makePlan(options, index);
    RandomStream random(options.seed, index, static_cast<std::uint64_t>(Purpose::Picture));
    plan.scene.random = &random;
    Drawing drawing = drawSoftTissue(plan.scene);
    drawColumn(plan.scene, drawing);
    drawAorta(plan.scene, drawing);
    drawCrossings(plan.scene, drawing);
    const Plane picture = takePicture(plan.scene, std::move(drawing));
    Phantom phantom = truthOf(plan);
    phantom.image = quantised(picture, plan.bits, plan.anterior == AnteriorSide::Left);
    return phantom;
}

Phantom makePhantomTruth(const PhantomOptions& options, std::uint64_t index) {
    return truthOf(makePlan(options, index));
}

} // namespace vertescore
