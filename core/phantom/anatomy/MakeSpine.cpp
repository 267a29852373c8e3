// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/anatomy/Spine.h"
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

/// One vertebra and the disc below it, mm, typical woman.
struct Segmental {
    double anteriorHeight;
    double posteriorHeight;
    double superiorDepth;
    double inferiorDepth;
    double discAnterior;
    double discPosterior;
};

constexpr std::array<Segmental, kLevelCount> kLumbar{{
    {24.0, 25.5, 30.5, 31.5, 6.5, 5.5},
    {25.5, 27.0, 31.5, 32.0, 8.0, 6.0},
    {26.5, 27.2, 32.5, 32.5, 9.5, 7.0},
    {27.0, 27.0, 33.0, 33.0, 11.0, 7.5},
    {27.0, 26.0, 33.5, 32.8, 12.0, 7.5},
    {27.8, 24.2, 33.3, 31.8, 12.0, 6.0},
}};

/// C4...C7 and T1...T11 as shares of T12: distance to the next centre, and depth.
constexpr std::array<double, kT12> kUpperPitch{0.47, 0.47,  0.47,  0.48, 0.49, 0.51, 0.53, 0.61,
                                               0.66, 0.675, 0.705, 0.74, 0.77, 0.82, 0.885};
constexpr std::array<double, kT12> kUpperDepth{0.52, 0.52, 0.54, 0.56, 0.60, 0.64, 0.68, 0.73,
                                               0.78, 0.82, 0.85, 0.88, 0.91, 0.94, 0.97};

using Segmentals = std::array<Segmental, kBodyCount>;

Segmentals typicalPerson() {
    Segmentals person{};
    for (std::size_t i = 0; i < kLumbar.size(); ++i)
        person[kT12 + i] = kLumbar[i];
    const double t12Pitch = 31.5;
    for (std::size_t i = 0; i < kT12; ++i) {
        const double pitch = kUpperPitch[i] * t12Pitch;
        const double depth = kUpperDepth[i] * kLumbar[0].superiorDepth;
        person[i] = {0.82 * pitch - 0.8, 0.82 * pitch + 0.8, depth,
                     depth * 1.02,       0.18 * pitch + 0.2, 0.18 * pitch - 0.2};
    }
    return person;
}

/// Person's size, proportions and each vertebra's own variation.
Segmentals drawPerson(const SpineOptions& options, RandomStream& random) {
    Segmentals person = typicalPerson();
    const bool isMale = random.chance(0.35);
    const bool isShifted = options.domain == PhantomDomain::Shifted;
    const double size = isShifted
                            ? (random.chance(0.5) ? random.uniform(0.78, 0.86) : random.uniform(1.15, 1.24))
                            : random.normalWithin(1.0, 0.06, 0.87, 1.14);
    const double heights = size * (isMale ? 1.08 : 1.0);
    const double depths = size * (isMale ? 1.12 : 1.0) * random.normalWithin(1.02, 0.055, 0.88, 1.17);
    const double discs = size * random.normalWithin(1.28, 0.22, 0.75, 1.8);
    for (Segmental& segmental : person) {
        const double height = heights * random.normalWithin(1, 0.03, 0.92, 1.08);
        const double depth = depths * random.normalWithin(1, 0.02, 0.95, 1.05);
        const double disc = discs * random.normalWithin(1, 0.12, 0.75, 1.3);
        segmental.anteriorHeight *= height * random.normalWithin(1, 0.02, 0.95, 1.05);
        segmental.posteriorHeight *= height;
        segmental.superiorDepth *= depth;
        segmental.inferiorDepth *= depth;
        segmental.discAnterior = std::max(2.2, segmental.discAnterior * disc);
        segmental.discPosterior = std::max(2.0, segmental.discPosterior * disc);
        if (random.chance(0.06)) { // a disc that has collapsed
            segmental.discAnterior = random.uniform(2.2, 3.5);
            segmental.discPosterior = random.uniform(2.0, 3.0);
        }
    }
    return person;
}

/// Wedge, biconcave or crush fractures: about one spine in ten, one to three vertebrae of T7...L4.
bool drawDeformities(Segmentals& person, std::array<VertebralBody, kBodyCount>& bodies,
                     RandomStream& random) {
    if (!random.chance(0.10)) return false;
    const int count = random.chance(0.7) ? 1 : random.integer(2, 3);
    for (int i = 0; i < count; ++i) {
        const auto which = static_cast<std::size_t>(random.integer(10, 19));
        switch (random.integer(0, 2)) {
        case 0:
            person[which].anteriorHeight *= random.uniform(0.55, 0.8);
            break;
        case 1:
            bodies[which].superiorSag += random.uniform(3.0, 6.0);
            bodies[which].inferiorSag += random.uniform(1.5, 4.5);
            break;
        default: {
            const double crush = random.uniform(0.55, 0.75);
            person[which].anteriorHeight *= crush;
            person[which].posteriorHeight *= crush;
        }
        }
    }
    return true;
}

void drawBends(std::array<VertebralBody, kBodyCount>& bodies, PhantomStyle style, RandomStream& random) {
    const double meanSag = style == PhantomStyle::C ? 2.3 : 1.1;
    const bool hasSpurs = random.chance(0.33);
    for (VertebralBody& body : bodies) {
        body.superiorSag = random.normalWithin(meanSag, 1.2, -1.4, 4.2);
        body.inferiorSag = random.normalWithin(meanSag, 1.2, -1.4, 4.2);
        body.anteriorWaist = random.normalWithin(1.5, 0.7, -0.3, 3.2);
        body.posteriorWaist = random.normalWithin(0.8, 0.4, -0.2, 1.8);
        if (hasSpurs && random.chance(0.4)) body.superiorSpur = random.uniform(1.5, 6);
        if (hasSpurs && random.chance(0.4)) body.inferiorSpur = random.uniform(1.5, 6);
    }
}

/// Endplate angle, radians, positive = descending towards the front.
SpinePoint along(double angle, double length) {
    return {cosine(angle) * length, sine(angle) * length};
}

/// Sets the corners of a body whose superior endplate's middle and both endplate angles are known.
void setCorners(VertebralBody& body, const Segmental& segmental, SpinePoint superiorMiddle,
                double superiorAngle, double inferiorAngle) {
    const double height = 0.5 * (segmental.anteriorHeight + segmental.posteriorHeight);
    const SpinePoint down = along(0.5 * (superiorAngle + inferiorAngle) + kPi / 2, height);
    const SpinePoint inferiorMiddle{superiorMiddle.x + down.x, superiorMiddle.y + down.y};
    const SpinePoint superior = along(superiorAngle, 0.5 * segmental.superiorDepth);
    const SpinePoint inferior = along(inferiorAngle, 0.5 * segmental.inferiorDepth);
    body.corners[indexOf(Corner::SuperiorAnterior)] = {superiorMiddle.x + superior.x,
                                                       superiorMiddle.y + superior.y};
    body.corners[indexOf(Corner::SuperiorPosterior)] = {superiorMiddle.x - superior.x,
                                                        superiorMiddle.y - superior.y};
    body.corners[indexOf(Corner::InferiorAnterior)] = {inferiorMiddle.x + inferior.x,
                                                       inferiorMiddle.y + inferior.y};
    body.corners[indexOf(Corner::InferiorPosterior)] = {inferiorMiddle.x - inferior.x,
                                                        inferiorMiddle.y - inferior.y};
}

double bodyWedge(const Segmental& s) {
    return (s.anteriorHeight - s.posteriorHeight) / (0.5 * (s.superiorDepth + s.inferiorDepth));
}
double discWedge(const Segmental& s) {
    return (s.discAnterior - s.discPosterior) / s.inferiorDepth;
}
double discHeight(const Segmental& s) {
    return 0.5 * (s.discAnterior + s.discPosterior);
}

/// T12 down to S1. extraPerDisc: radians added to each disc's wedge.
void stackDown(Spine& spine, const Segmentals& person, double topAngle, double extraPerDisc) {
    double angle = topAngle;
    SpinePoint middle;
    for (std::size_t i = kT12; i < kBodyCount; ++i) {
        const double inferiorAngle = angle + bodyWedge(person[i]);
        setCorners(spine.bodies[i], person[i], middle, angle, inferiorAngle);
        const double nextAngle = inferiorAngle + discWedge(person[i]) + extraPerDisc;
        const SpinePoint below = spine.bodies[i].place(0.5, 1);
        const SpinePoint step = along(0.5 * (inferiorAngle + nextAngle) + kPi / 2, discHeight(person[i]));
        middle = {below.x + step.x, below.y + step.y};
        angle = nextAngle;
    }
    VertebralBody sacral;
    Segmental first = person[kL5];
    first.anteriorHeight *= 1.06;
    first.superiorDepth *= 0.98;
    first.inferiorDepth *= 0.72;
    setCorners(sacral, first, middle, angle, angle + radians(14));
    spine.firstSacral = sacral.corners;
}

/// T11 up to C4.
void stackUp(Spine& spine, const Segmentals& person, double topAngle, double extraPerDisc) {
    double angleBelow = topAngle;
    SpinePoint middleBelow;
    for (std::size_t i = kT12; i-- > 0;) {
        const double bend = i < kT1 ? -radians(4) : extraPerDisc; // the neck bends the other way
        const double inferiorAngle = angleBelow - discWedge(person[i]) + bend;
        const double superiorAngle = inferiorAngle - bodyWedge(person[i]);
        const SpinePoint gap = along(0.5 * (inferiorAngle + angleBelow) + kPi / 2, discHeight(person[i]));
        const double height = 0.5 * (person[i].anteriorHeight + person[i].posteriorHeight);
        const SpinePoint body = along(0.5 * (inferiorAngle + superiorAngle) + kPi / 2, height);
        const SpinePoint middle{middleBelow.x - gap.x - body.x, middleBelow.y - gap.y - body.y};
        setCorners(spine.bodies[i], person[i], middle, superiorAngle, inferiorAngle);
        angleBelow = superiorAngle;
        middleBelow = middle;
    }
}

/// Real spines lean to the front going down by more than their endplates say: every place is moved along x in
/// proportion to its height, less so in the upper chest.
void lean(Spine& spine, double wanted) {
    const SpinePoint top = spine.at(Level::T12).place(0.5, 0.5);
    const SpinePoint bottom = spine.at(Level::L4).place(0.5, 0.5);
    const double slope = wanted - (bottom.x - top.x) / (bottom.y - top.y);
    const double bendY = spine.bodies[kT12 - 3].place(0.5, 0).y;
    const auto move = [&](SpinePoint& point) {
        point.x += point.y > bendY ? slope * point.y : slope * (bendY + 0.35 * (point.y - bendY));
    };
    for (VertebralBody& body : spine.bodies)
        std::for_each(body.corners.begin(), body.corners.end(), move);
    std::for_each(spine.firstSacral.begin(), spine.firstSacral.end(), move);
}

} // namespace

Spine makeSpine(const SpineOptions& options, RandomStream& random) {
    Spine spine;
    Segmentals person = drawPerson(options, random);
    drawBends(spine.bodies, options.style, random);
    spine.isDeformed = drawDeformities(person, spine.bodies, random);
    const double topAngle = radians(random.normalWithin(-7.4, 4.5, -18, 3));
    const double lordosis = radians(random.normalWithin(3.0, 16.2, -32, 40));
    const double kyphosis = radians(random.normalWithin(2, 10, -18, 25));
    stackDown(spine, person, topAngle, lordosis / 6);
    stackUp(spine, person, topAngle, kyphosis / static_cast<double>(kT12));
    const bool isSingleEnergy = options.style == PhantomStyle::D;
    const double leanDegrees =
        random.normalWithin(isSingleEnergy ? 14.2 : 9.8, isSingleEnergy ? 3.6 : 3.1, 2.5, 22);
    lean(spine, sine(radians(leanDegrees)) / cosine(radians(leanDegrees)));
    for (Level level : {Level::L1, Level::L2, Level::L3, Level::L4}) {
        spine.depthMm += spine.at(level).depthMm() / 4;
        spine.heightMm += spine.at(level).heightMm() / 4;
    }
    return spine;
}

} // namespace vertescore
