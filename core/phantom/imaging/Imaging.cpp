// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/imaging/Imaging.h"

#include "core/phantom/drawing/Enlarge.h"
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Grain.h"
#include "core/phantom/drawing/Random.h"
#include "core/phantom/imaging/Overlays.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vertescore {
namespace {

void addNoise(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Look& look = scene.look;
    Plane& grey = drawing.grey;
    const double scaleX = grey.width / static_cast<double>(kNetworkWidth);
    const double scaleY = grey.height / static_cast<double>(kNetworkHeight);
    const Plane fine = makeGrain(grey.width, grey.height, look.blobX * scaleX, look.blobY * scaleY, random);
    const auto noise = static_cast<float>(look.noise);
    if (scene.style == PhantomStyle::C) { // within the band the grain is coarse, beside it fine
        const Plane coarse = makeGrain(grey.width, grey.height, 2.6 * scaleX, 3.4 * scaleY, random);
        for (std::size_t i = 0; i < grey.values.size(); ++i) {
            const float strength = drawing.grain.values[i];
            const float share = std::min(1.0F, 4 * std::fabs(strength - 1));
            grey.values[i] +=
                noise * strength * (fine.values[i] + share * (coarse.values[i] - fine.values[i]));
        }
        return;
    }
    const Plane coarse = cloudOver(scene.field, 2.6, 2.2, random);
    const Plane streaks = cloudOver(scene.field, 1.4, 6.5, random); // trabeculae run along the spine
    const auto mottle = static_cast<float>(look.mottle);
    const auto trabeculae = static_cast<float>(look.trabeculae);
    for (std::size_t i = 0; i < grey.values.size(); ++i) {
        const float strength = drawing.grain.values[i];
        const float inBone = trabeculae * std::max(0.0F, strength - 1);
        grey.values[i] +=
            noise * (strength * (fine.values[i] + mottle * coarse.values[i]) + inBone * streaks.values[i]);
    }
}

void addStripes(const Scene& scene, Plane& grey) {
    RandomStream& random = *scene.random;
    const Look& look = scene.look;
    std::vector<float> columns(static_cast<std::size_t>(grey.width));
    for (float& value : columns)
        value = static_cast<float>(random.normal(0, look.columnStripes));
    for (int y = 0; y < grey.height; ++y) {
        const auto row = static_cast<float>(random.normal(0, look.rowStripes));
        for (int x = 0; x < grey.width; ++x)
            grey.row(y)[x] += row + columns[static_cast<std::size_t>(x)];
    }
    if (!random.chance(0.15)) return; // seams between passes of the scanner
    const int seams = random.integer(1, 2);
    for (int i = 0; i < seams; ++i) {
        float* row = grey.row(random.integer(0, grey.height - 1));
        const auto step = static_cast<float>(random.uniform(-0.015, 0.015));
        for (int x = 0; x < grey.width; ++x)
            row[x] += step;
    }
}

/// Grey of a grey: gamma, then a bend that makes the middle steeper or flatter.
std::vector<float> toneCurve(const Look& look, int steps) {
    std::vector<float> curve(static_cast<std::size_t>(steps) + 2);
    for (int i = 0; i <= steps; ++i) {
        const double v = power(static_cast<double>(i) / steps, look.gamma);
        curve[static_cast<std::size_t>(i)] =
            static_cast<float>(v + 2 * look.toneBend * v * (1 - v) * (2 * v - 1));
    }
    curve.back() = curve[curve.size() - 2];
    return curve;
}

/// Window, gain, offset, bias and tone; clips to 0...1.
void applyCurve(const Scene& scene, Plane& grey) {
    constexpr int kSteps = 4096;
    const Look& look = scene.look;
    const std::vector<float> curve = toneCurve(look, kSteps);
    const Plane bias = cloudOver(scene.field, 120, 160, *scene.random);
    const auto gain = static_cast<float>(look.gain * look.contrast);
    const auto offset = static_cast<float>(look.offset + look.pivot * (1 - look.contrast));
    const auto uneven = static_cast<float>(look.bias);
    for (std::size_t i = 0; i < grey.values.size(); ++i) {
        const float value =
            std::clamp(grey.values[i] * gain * (1 + uneven * bias.values[i]) + offset, 0.0F, 1.0F) * kSteps;
        const auto step = static_cast<std::size_t>(value);
        grey.values[i] = curve[step] + (value - static_cast<float>(step)) * (curve[step + 1] - curve[step]);
    }
}

/// Very thick places turn white with dark grains: too few photons arrived.
void addPepper(const Scene& scene, Plane& grey) {
    RandomStream& random = *scene.random;
    if (scene.look.pepper <= 0) return;
    const auto likely = static_cast<std::uint64_t>(scene.look.pepper * 65536);
    for (float& value : grey.values) {
        if (value < 0.97F) continue;
        const std::uint64_t bits = random.next();
        if ((bits & 0xFFFF) < likely)
            value -= 0.15F + 0.5F * static_cast<float>((bits >> 16) & 0xFFFF) / 65536;
    }
}

void fillBox(Plane& grey, int left, int top, int width, int height, float value) {
    for (int y = std::max(0, top); y < std::min(grey.height, top + height); ++y)
        for (int x = std::max(0, left); x < std::min(grey.width, left + width); ++x)
            grey.row(y)[x] = value;
}

/// Air that the scanner shows white, with stepped edges, at a border.
void addWhiteAir(const Scene& scene, Plane& grey) {
    RandomStream& random = *scene.random;
    if (!scene.contents.hasWhiteAir) return;
    const int patches = random.chance(0.25) ? 2 : 1;
    const bool isStriped = random.chance(0.28);
    for (int i = 0; i < patches; ++i) {
        const bool isBehind = random.chance(0.75);
        const double room = isBehind ? scene.field.toPixel(scene.spine.beside(0, -1.1)).x / grey.width : 0.16;
        double share = std::min(random.uniform(0.04, 0.16), std::max(0.02, room));
        const int top = static_cast<int>(grey.height * random.uniform(0, 0.7));
        const int bottom = top + static_cast<int>(grey.height * random.uniform(0.06, 0.45));
        int nextStep = top;
        for (int y = top; y < std::min(bottom, grey.height); ++y) {
            if (y >= nextStep) {
                share = std::clamp(share + random.uniform(-0.025, 0.025), 0.012, std::max(0.02, room));
                nextStep = y + 1 + static_cast<int>(grey.height * random.uniform(0.005, 0.05));
            }
            const int width = static_cast<int>(share * grey.width);
            const float value = isStriped ? static_cast<float>(1 - std::fabs(random.normal(0, 0.06))) : 1.0F;
            fillBox(grey, isBehind ? 0 : grey.width - width, y, width, 1, value);
        }
    }
}

/// Unscanned pixels at 0; a bright line of two pixels beside them.
void applyMask(const Scene& scene, Plane& grey) {
    const BlackMask& mask = scene.mask.mask;
    if (mask.pixels.empty()) return;
    const auto gain = static_cast<float>(scene.mask.outlineGain);
    for (int y = 0; y < grey.height; ++y) {
        const auto* row =
            mask.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width);
        float* values = grey.row(y);
        for (int x = 0; x < grey.width; ++x) {
            const bool isNear = row[std::max(0, x - 2)] != 0 || row[std::min(grey.width - 1, x + 2)] != 0;
            if (row[x] != 0)
                values[x] = 0;
            else if (isNear && gain > 0)
                values[x] = std::min(1.0F, values[x] * gain);
        }
    }
}

/// Quality 1...100; both domains compress, each by its own range.
int drawQuality(const Scene& scene) {
    const bool isTrain = scene.domain == PhantomDomain::Train;
    return isTrain ? scene.random->integer(60, 95) : scene.random->integer(40, 58);
}

} // namespace

Plane takePicture(const Scene& scene, Drawing drawing, const Field& frame) {
    RandomStream& random = *scene.random;
    Plane& grey = drawing.grey;
    const Field& field = scene.field;
    blur(grey, scene.look.blurMm / field.mmPerPixelX, scene.look.blurMm / field.mmPerPixelY);
    addNoise(scene, drawing);
    addStripes(scene, grey);
    applyCurve(scene, grey);
    addPepper(scene, grey);
    if (random.chance(0.04)) equaliseLocally(grey, random.uniform(1.5, 3.0));
    addWhiteAir(scene, grey);
    applyMask(scene, grey);
    addMarks(scene, grey);
    addDrawnLines(scene, grey);
    if (scene.mask.mask.pixels.empty() && random.chance(0.03))
        for (float& value : grey.values)
            value = 1 - value; // an export that forgot MONOCHROME1
    if (random.chance(0.3)) degradeLikeJpeg(grey, drawQuality(scene));
    if (grey.width == frame.width && grey.height == frame.height) return std::move(grey);
    const Enlarging how = random.chance(0.6) ? Enlarging::Bilinear : Enlarging::Cubic;
    Plane large = enlarged(grey, frame.width, frame.height, how);
    if (random.chance(0.3)) degradeLikeJpeg(large, drawQuality(scene));
    return large;
}

GreyImage quantised(const Plane& picture, int bits, bool isMirrored) {
    GreyImage image;
    image.width = picture.width;
    image.height = picture.height;
    image.samples.resize(picture.values.size());
    const float scale = static_cast<float>((1 << bits) - 1);
    for (int y = 0; y < picture.height; ++y) {
        const float* row = picture.row(y);
        auto* target =
            image.samples.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
        for (int x = 0; x < picture.width; ++x)
            target[isMirrored ? picture.width - 1 - x : x] =
                static_cast<std::uint16_t>(row[x] * scale + 0.5F);
    }
    return image;
}

} // namespace vertescore
