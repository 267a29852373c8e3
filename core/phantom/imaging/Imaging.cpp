// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/imaging/Imaging.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Grain.h"
#include "core/phantom/drawing/Random.h"

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
    const auto mottle = static_cast<float>(look.mottle);
    for (std::size_t i = 0; i < grey.values.size(); ++i)
        grey.values[i] += noise * drawing.grain.values[i] * (fine.values[i] + mottle * coarse.values[i]);
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

/// Gain, offset, bias and gamma; clips to 0...1.
void applyCurve(const Scene& scene, Plane& grey) {
    constexpr int kSteps = 4096;
    const Look& look = scene.look;
    std::array<float, kSteps + 2> curve{};
    for (int i = 0; i <= kSteps; ++i)
        curve[static_cast<std::size_t>(i)] =
            static_cast<float>(power(static_cast<double>(i) / kSteps, look.gamma));
    curve[kSteps + 1] = curve[kSteps];
    const Plane bias = cloudOver(scene.field, 120, 160, *scene.random);
    for (std::size_t i = 0; i < grey.values.size(); ++i) {
        const float gain =
            static_cast<float>(look.gain) * (1 + static_cast<float>(look.bias) * bias.values[i]);
        const float value =
            std::clamp(grey.values[i] * gain + static_cast<float>(look.offset), 0.0F, 1.0F) * kSteps;
        const auto step = static_cast<std::size_t>(value);
        grey.values[i] = curve[step] + (value - static_cast<float>(step)) * (curve[step + 1] - curve[step]);
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

/// Digits of 3 x 5 dots.
constexpr std::array<std::uint16_t, 10> kDigits{0x7B6F, 0x2C97, 0x73E7, 0x73CF, 0x5BC9,
                                                0x79CF, 0x79EF, 0x7249, 0x7BEF, 0x7BCF};

void addText(Plane& grey, PixelPoint corner, int dot, bool isMirrored, RandomStream& random) {
    const int length = random.integer(2, 8);
    for (int i = 0; i < length; ++i) {
        const std::uint16_t digit = kDigits[static_cast<std::size_t>(random.integer(0, 9))];
        for (int bit = 0; bit < 15; ++bit) {
            if (((digit >> (14 - bit)) & 1) == 0) continue;
            const int left = static_cast<int>(corner.x) + (4 * i + bit % 3) * dot;
            const int top = static_cast<int>(corner.y) + bit / 3 * dot;
            fillBox(grey, isMirrored ? grey.width - left - dot : left, top, dot, dot, 1.0F);
        }
    }
}

/// Blanked white tabs and burned-in numbers near the borders.
void addMarks(Plane& grey, bool isMirrored, RandomStream& random) {
    if (random.chance(0.2))
        fillBox(grey, 0, random.integer(0, grey.height - 1),
                static_cast<int>(grey.width * random.uniform(0.015, 0.035)),
                static_cast<int>(grey.height * random.uniform(0.015, 0.05)), 1.0F);
    if (random.chance(0.08)) {
        const int dot = std::max(1, grey.width / 200);
        const double x = grey.width * (random.chance(0.5) ? 0.02 : 0.75);
        const double y = grey.height * (random.chance(0.5) ? 0.016 : 0.95);
        addText(grey, {x, y}, dot, isMirrored, random);
    }
}

} // namespace

Plane takePicture(const Scene& scene, Drawing drawing) {
    RandomStream& random = *scene.random;
    Plane& grey = drawing.grey;
    const Field& field = scene.field;
    blur(grey, scene.look.blurMm / field.mmPerPixelX, scene.look.blurMm / field.mmPerPixelY);
    addNoise(scene, drawing);
    addStripes(scene, grey);
    applyCurve(scene, grey);
    if (random.chance(0.04)) equaliseLocally(grey, random.uniform(1.5, 3.0));
    addWhiteAir(scene, grey);
    applyMask(scene, grey);
    addMarks(grey, scene.isMirrored, random);
    if (scene.mask.mask.pixels.empty() && random.chance(0.02))
        for (float& value : grey.values)
            value = 1 - value; // an export that forgot MONOCHROME1
    if (random.chance(0.3)) degradeLikeJpeg(grey, random.integer(60, 95));
    return std::move(grey);
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
