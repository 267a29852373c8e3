// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Vertebra.h"
#include "core/phantom/Phantom.h"

#include <array>
#include <cstddef>
#include <vector>

namespace vertescore {

/// A place in the patient: mm, x towards the front, y down, origin in the middle of T12's superior endplate.
struct SpinePoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const SpinePoint&, const SpinePoint&) = default;
};

using SpineCurve = std::vector<SpinePoint>;

SpinePoint between(SpinePoint a, SpinePoint b, double share);
double distance(SpinePoint a, SpinePoint b);

/// A smooth curve through the points (Catmull-Rom), steps pieces per stretch.
SpineCurve smoothCurve(const SpineCurve& through, int steps);
/// The closed outline of an ellipse, tilted by an angle (positive: front end down).
SpineCurve ellipse(SpinePoint centre, double halfWidth, double halfHeight, double tiltRadians,
                   int corners = 28);

/// The closed outline of a band of a given width along a curve.
SpineCurve band(const SpineCurve& curve, double widthMm);

/// One vertebral body as a quadrilateral with bent sides.
struct VertebralBody {
    std::array<SpinePoint, kCornerCount> corners; ///< by indexOf(Corner); exact
    double superiorSag = 0; ///< mm that the middle of the endplate lies inside the body; negative = bulging
    double inferiorSag = 0;
    double anteriorWaist = 0; ///< mm that the middle of the wall lies inside the body
    double posteriorWaist = 0;
    double superiorSpur = 0; ///< osteophyte at the anterior corner, mm; 0 = none
    double inferiorSpur = 0;

    SpinePoint at(Corner corner) const { return corners[indexOf(corner)]; }
    /// depth 0 at the posterior wall, 1 at the anterior one; height 0 at the superior endplate, 1 at the
    /// inferior one. Values beyond 0...1 go on: (-0.5, 0.2) is half a depth behind the upper part of the
    /// body.
    SpinePoint place(double depth, double height) const;
    double depthMm() const;                               ///< mean of both endplate chords
    double heightMm() const;                              ///< mean of both walls
    SpineCurve superiorEndplate(double offset = 0) const; ///< posterior to anterior; offset mm down
    SpineCurve inferiorEndplate(double offset = 0) const;
    SpineCurve anteriorWall() const; ///< top to bottom
    SpineCurve posteriorWall() const;
    SpineCurve outline() const;
};

/// C4...C7, T1...T12, L1...L5.
inline constexpr std::size_t kBodyCount = 21;
inline constexpr std::size_t kT1 = 4;
inline constexpr std::size_t kT12 = 15;
inline constexpr std::size_t kL5 = 20;

struct Spine {
    std::array<VertebralBody, kBodyCount> bodies;
    std::array<SpinePoint, 4> firstSacral; ///< S1 as a body: by indexOf(Corner)
    double depthMm = 0;                    ///< D: mean body depth L1-L4
    double heightMm = 0;                   ///< H: mean body height L1-L4
    bool isDeformed = false;

    const VertebralBody& at(Level level) const { return bodies[kT12 + indexOf(level)]; }
    /// Front or back border of the column at a height y, interpolated between the bodies.
    double anteriorX(double y) const;
    double posteriorX(double y) const;
    /// D before (positive) or behind (negative) the walls.
    SpinePoint beside(double y, double depths) const;
};

/// What a person's spine is drawn from.
struct SpineOptions {
    PhantomDomain domain = PhantomDomain::Train;
    PhantomStyle style = PhantomStyle::A;
};

class RandomStream;

/// Typical female and male heights, depths and discs, T12-S1 lordosis 36.8 +- 13.2 degrees, tilts and lean as
/// measured on real scans, about one spine in ten deformed. Pure; any thread.
Spine makeSpine(const SpineOptions& options, RandomStream& random);

} // namespace vertescore
