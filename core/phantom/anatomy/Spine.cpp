// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/anatomy/Spine.h"

#include "core/phantom/drawing/ExactMath.h"

#include <algorithm>
#include <cmath>

namespace vertescore {
namespace {

constexpr int kCurveSteps = 10;

/// From a to b, bent towards the direction of inward by sag in the middle (a parabola).
SpineCurve bentLine(SpinePoint a, SpinePoint b, SpinePoint inward, double sag) {
    SpineCurve curve;
    curve.reserve(kCurveSteps + 1);
    for (int i = 0; i <= kCurveSteps; ++i) {
        const double share = static_cast<double>(i) / kCurveSteps;
        const double bend = 4 * share * (1 - share) * sag;
        const SpinePoint straight = between(a, b, share);
        curve.push_back({straight.x + inward.x * bend, straight.y + inward.y * bend});
    }
    return curve;
}

/// Unit vector from one point towards another.
SpinePoint direction(SpinePoint from, SpinePoint to) {
    const double length = std::max(1e-9, distance(from, to));
    return {(to.x - from.x) / length, (to.y - from.y) / length};
}

SpinePoint shiftedDown(SpinePoint point, double offset) {
    return {point.x, point.y + offset};
}

/// A column border at y: linear between consecutive corners, going on beyond the ends.
template <typename CornerOf>
double borderAt(double y, CornerOf cornerOf) {
    constexpr std::size_t count = 2 * kBodyCount;
    std::size_t i = 1;
    while (i + 1 < count && cornerOf(i).y < y)
        ++i;
    const SpinePoint a = cornerOf(i - 1);
    const SpinePoint b = cornerOf(i);
    const double share = b.y > a.y ? std::clamp((y - a.y) / (b.y - a.y), -4.0, 4.0) : 0.0;
    return a.x + (b.x - a.x) * share;
}

} // namespace

SpinePoint between(SpinePoint a, SpinePoint b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double distance(SpinePoint a, SpinePoint b) {
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

SpineCurve smoothCurve(const SpineCurve& through, int steps) {
    SpineCurve curve;
    if (through.size() < 2) return through;
    const auto knot = [&](std::ptrdiff_t i) {
        return through[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(i, 0, static_cast<std::ptrdiff_t>(through.size()) - 1))];
    };
    for (std::ptrdiff_t i = 0; i + 1 < static_cast<std::ptrdiff_t>(through.size()); ++i) {
        const SpinePoint p0 = knot(i - 1);
        const SpinePoint p1 = knot(i);
        const SpinePoint p2 = knot(i + 1);
        const SpinePoint p3 = knot(i + 2);
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const auto blend = [t](double a, double b, double c, double d) {
                return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
            };
            curve.push_back({blend(p0.x, p1.x, p2.x, p3.x), blend(p0.y, p1.y, p2.y, p3.y)});
        }
    }
    curve.push_back(through.back());
    return curve;
}

SpineCurve ellipse(SpinePoint centre, double halfWidth, double halfHeight, double tiltRadians, int corners) {
    SpineCurve outline;
    outline.reserve(static_cast<std::size_t>(corners));
    const double c = cosine(tiltRadians);
    const double s = sine(tiltRadians);
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * kPi * i / corners;
        const double x = halfWidth * cosine(angle);
        const double y = halfHeight * sine(angle);
        outline.push_back({centre.x + c * x - s * y, centre.y + s * x + c * y});
    }
    return outline;
}

SpineCurve band(const SpineCurve& curve, double widthMm) {
    SpineCurve outline;
    SpineCurve back;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const SpinePoint a = curve[i == 0 ? 0 : i - 1];
        const SpinePoint b = curve[std::min(i + 1, curve.size() - 1)];
        const double length = std::max(1e-9, distance(a, b));
        const SpinePoint across{-(b.y - a.y) / length * widthMm / 2, (b.x - a.x) / length * widthMm / 2};
        outline.push_back({curve[i].x + across.x, curve[i].y + across.y});
        back.push_back({curve[i].x - across.x, curve[i].y - across.y});
    }
    outline.insert(outline.end(), back.rbegin(), back.rend());
    return outline;
}

SpinePoint VertebralBody::place(double depth, double height) const {
    const SpinePoint superior = between(at(Corner::SuperiorPosterior), at(Corner::SuperiorAnterior), depth);
    const SpinePoint inferior = between(at(Corner::InferiorPosterior), at(Corner::InferiorAnterior), depth);
    return between(superior, inferior, height);
}

double VertebralBody::depthMm() const {
    return 0.5 * (distance(at(Corner::SuperiorAnterior), at(Corner::SuperiorPosterior)) +
                  distance(at(Corner::InferiorAnterior), at(Corner::InferiorPosterior)));
}

double VertebralBody::heightMm() const {
    return 0.5 * (distance(at(Corner::SuperiorAnterior), at(Corner::InferiorAnterior)) +
                  distance(at(Corner::SuperiorPosterior), at(Corner::InferiorPosterior)));
}

SpineCurve VertebralBody::superiorEndplate(double offset) const {
    return bentLine(shiftedDown(at(Corner::SuperiorPosterior), offset),
                    shiftedDown(at(Corner::SuperiorAnterior), offset),
                    direction(place(0.5, 0), place(0.5, 1)), superiorSag);
}

SpineCurve VertebralBody::inferiorEndplate(double offset) const {
    return bentLine(shiftedDown(at(Corner::InferiorPosterior), offset),
                    shiftedDown(at(Corner::InferiorAnterior), offset),
                    direction(place(0.5, 1), place(0.5, 0)), inferiorSag);
}

SpineCurve VertebralBody::anteriorWall() const {
    return bentLine(at(Corner::SuperiorAnterior), at(Corner::InferiorAnterior),
                    direction(place(1, 0.5), place(0, 0.5)), anteriorWaist);
}

SpineCurve VertebralBody::posteriorWall() const {
    return bentLine(at(Corner::SuperiorPosterior), at(Corner::InferiorPosterior),
                    direction(place(0, 0.5), place(1, 0.5)), posteriorWaist);
}

SpineCurve VertebralBody::outline() const {
    SpineCurve outline = superiorEndplate();
    const SpineCurve anterior = anteriorWall();
    SpineCurve inferior = inferiorEndplate();
    SpineCurve posterior = posteriorWall();
    std::reverse(inferior.begin(), inferior.end());
    std::reverse(posterior.begin(), posterior.end());
    outline.insert(outline.end(), anterior.begin() + 1, anterior.end());
    outline.insert(outline.end(), inferior.begin() + 1, inferior.end());
    outline.insert(outline.end(), posterior.begin() + 1, posterior.end() - 1);
    return outline;
}

double Spine::anteriorX(double y) const {
    return borderAt(y, [this](std::size_t i) {
        return bodies[i / 2].at(i % 2 == 0 ? Corner::SuperiorAnterior : Corner::InferiorAnterior);
    });
}

double Spine::posteriorX(double y) const {
    return borderAt(y, [this](std::size_t i) {
        return bodies[i / 2].at(i % 2 == 0 ? Corner::SuperiorPosterior : Corner::InferiorPosterior);
    });
}

SpinePoint Spine::beside(double y, double depths) const {
    return {depths >= 0 ? anteriorX(y) + depths * depthMm : posteriorX(y) + depths * depthMm, y};
}

} // namespace vertescore
