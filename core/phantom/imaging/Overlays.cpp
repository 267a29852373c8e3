// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/imaging/Overlays.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

/// Digits and some letters of 3 x 5 dots, row by row from the highest of 15 bits.
constexpr std::array<std::uint16_t, 20> kGlyphs{0x7B6F, 0x2C97, 0x73E7, 0x73CF, 0x5BC9, 0x79CF, 0x79EF,
                                                0x7249, 0x7BEF, 0x7BCF, 0x2BED, 0x3923, 0x6B6E, 0x79A7,
                                                0x79A4, 0x5BED, 0x4927, 0x6BA4, 0x6BAD, 0x7492};

void fillBox(Plane& grey, int left, int top, int width, int height, float value) {
    for (int y = std::max(0, top); y < std::min(grey.height, top + height); ++y)
        for (int x = std::max(0, left); x < std::min(grey.width, left + width); ++x)
            grey.row(y)[x] = value;
}

/// Letters that read from left to right in the finished picture.
struct Lettering {
    PixelPoint corner; ///< top left as it is read
    int dot = 1;       ///< pixels
    int length = 4;
    float value = 1;
};

void addText(const Lettering& lettering, const Scene& scene, Plane& grey) {
    for (int i = 0; i < lettering.length; ++i) {
        const auto which = static_cast<std::size_t>(scene.random->integer(0, int{kGlyphs.size()} - 1));
        for (int bit = 0; bit < 15; ++bit) {
            if (((kGlyphs[which] >> (14 - bit)) & 1) == 0) continue;
            const int left = static_cast<int>(lettering.corner.x) + (4 * i + bit % 3) * lettering.dot;
            const int top = static_cast<int>(lettering.corner.y) + bit / 3 * lettering.dot;
            fillBox(grey, scene.isMirrored ? grey.width - left - lettering.dot : left, top, lettering.dot,
                    lettering.dot, lettering.value);
        }
    }
}

int dotOf(const Plane& grey, RandomStream& random) {
    return std::max(1, static_cast<int>(grey.width * random.uniform(0.004, 0.009)));
}

/// A line, now and then dashed.
void drawLine(const Scene& scene, Plane& grey, const SpineCurve& line, double widthMm, float value) {
    const Pen pen(scene.field);
    if (scene.random->chance(0.75)) return blendTo(grey, pen.stroke(line, widthMm), value, 0.95F);
    for (double from = 0; from < 1; from += 0.1)
        blendTo(grey, pen.stroke(stretchOf(line, from, from + 0.06), widthMm), value, 0.95F);
}

/// Lines across the column, some through discs, some anywhere, drawn on to the front.
void addAcross(const Scene& scene, Plane& grey, double widthMm, float value) {
    RandomStream& random = *scene.random;
    const auto& bodies = scene.spine.bodies;
    const double shift = random.chance(0.5) ? 0.0 : random.uniform(-0.5, 0.5);
    const double ahead = random.uniform(0.1, 1.8);
    const bool isThirds = random.chance(0.3);
    for (std::size_t i = kT12 - 2; i < kL5; ++i) {
        if (random.chance(0.4)) continue;
        for (const double at : {1.12, 1.45, 1.8}) {
            if (at > 1.2 && !isThirds) break;
            const double tilt = random.uniform(-0.1, 0.1);
            drawLine(scene, grey,
                     {bodies[i].place(random.uniform(-0.1, 0.1), at + shift),
                      bodies[i].place(1 + ahead, at + shift + tilt)},
                     widthMm, value);
        }
    }
}

/// A curve before or behind the column.
void addAlong(const Scene& scene, Plane& grey, double widthMm, float value) {
    RandomStream& random = *scene.random;
    const double l4 = scene.spine.at(Level::L4).place(0.5, 1).y;
    const double from = random.uniform(-0.6, 0.4) * l4;
    const double to = random.uniform(0.6, 1.3) * l4;
    const double ahead = random.chance(0.75) ? random.uniform(0.2, 1.6) : random.uniform(-1.9, -1.0);
    SpineCurve knots;
    for (int i = 0; i < 6; ++i)
        knots.push_back(scene.spine.beside(from + (to - from) * i / 5, ahead + random.uniform(-0.08, 0.08)));
    drawLine(scene, grey, smoothCurve(knots, 6), widthMm, value);
}

void addArrow(const Scene& scene, Plane& grey, double widthMm, float value) {
    RandomStream& random = *scene.random;
    const Field& field = scene.field;
    const SpinePoint tip{field.left + random.uniform(0.1, 0.9) * field.widthMm(),
                         field.top + random.uniform(0.1, 0.9) * field.heightMm()};
    const double angle = random.uniform(-kPi, kPi);
    const double length = random.uniform(12, 40);
    const auto towards = [&](double turn, double reach) {
        return SpinePoint{tip.x + reach * cosine(angle + turn), tip.y + reach * sine(angle + turn)};
    };
    const Pen pen(field);
    blendTo(grey, pen.stroke({tip, towards(0, length)}, widthMm), value);
    blendTo(grey, pen.fill({tip, towards(0.4, 7), towards(-0.4, 7)}), value);
}

} // namespace

void addMarks(const Scene& scene, Plane& grey) {
    RandomStream& random = *scene.random;
    if (random.chance(0.2))
        fillBox(grey, 0, random.integer(0, grey.height - 1),
                static_cast<int>(grey.width * random.uniform(0.015, 0.035)),
                static_cast<int>(grey.height * random.uniform(0.015, 0.05)), 1.0F);
    if (!random.chance(0.12)) return;
    const int dot = dotOf(grey, random);
    const double x = grey.width * (random.chance(0.5) ? 0.02 : 0.72);
    const double y = grey.height * (random.chance(0.5) ? 0.016 : 0.93);
    const int lines = random.chance(0.3) ? random.integer(2, 4) : 1;
    const float value = random.chance(0.8) ? 1.0F : static_cast<float>(random.uniform(0, 0.8));
    for (int line = 0; line < lines; ++line)
        addText({{x, y + 7.0 * line * dot}, dot, random.integer(2, 8), value}, scene, grey);
}

void addDrawnLines(const Scene& scene, Plane& grey) {
    RandomStream& random = *scene.random;
    if (!scene.contents.hasOverlay) return;
    const double widthMm = random.uniform(0.5, 1.6);
    const auto value =
        static_cast<float>(random.chance(0.6) ? random.uniform(0.75, 1) : random.uniform(0, 0.7));
    const bool isAcross = random.chance(0.6);
    if (isAcross) addAcross(scene, grey, widthMm, value);
    if (random.chance(0.45)) addAlong(scene, grey, widthMm, value);
    if (random.chance(0.3) || !isAcross) addArrow(scene, grey, widthMm, value);
    if (!random.chance(0.35)) return;
    const int words = random.integer(1, 6);
    const int dot = dotOf(grey, random);
    for (int i = 0; i < words; ++i)
        addText({{random.uniform(0.05, 0.9) * grey.width, random.uniform(0.05, 0.95) * grey.height},
                 dot,
                 random.integer(1, 3),
                 value},
                scene, grey);
}

} // namespace vertescore
