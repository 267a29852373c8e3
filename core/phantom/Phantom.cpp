// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/Phantom.h"

#include "core/phantom/drawing/Random.h"
#include "core/phantom/imaging/Imaging.h"
#include "core/phantom/plan/Plan.h"

#include <algorithm>

namespace vertescore {
namespace {

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
    const Field& field = plan.frame;
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
    phantom.blackRegions = mirroredMask(plan.blackRegions, isMirrored);
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
    drawChest(plan.scene, drawing);
    drawPelvis(plan.scene, drawing);
    drawThinThings(plan.scene, drawing);
    const Plane picture = takePicture(plan.scene, std::move(drawing), plan.frame);
    Phantom phantom = truthOf(plan);
    phantom.image = quantised(picture, plan.bits, plan.anterior == AnteriorSide::Left);
    return phantom;
}

Phantom makePhantomTruth(const PhantomOptions& options, std::uint64_t index) {
    return truthOf(makePlan(options, index));
}

} // namespace vertescore
