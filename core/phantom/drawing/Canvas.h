// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/anatomy/Spine.h"
#include "core/phantom/frame/Field.h"

#include <span>
#include <vector>

namespace vertescore {

/// Floating grey values, row-major.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    Plane() = default;
    Plane(int w, int h, float value = 0)
        : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value) {}
    float* row(int y) {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    const float* row(int y) const {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

/// How much of each pixel a shape covers, 0...1, over the part of the picture that it touches (may be empty).
struct Coverage {
    int left = 0;
    int top = 0;
    Plane share;
};

/// Turns shapes in mm into coverage in the field's pixels. Keeps a reference to the field. Pure; any thread.
class Pen {
public:
    explicit Pen(const Field& field) : m_field(field) {}

    /// Inside of a closed outline; the border is smeared over about 2 x softMm.
    Coverage fill(const SpineCurve& outline, double softMm = 0) const;

    /// A line with a smooth profile, widthMm at half height; weights (one per point, or none) scale it along
    /// the way. Lines thinner than a pixel are drawn one pixel wide and fainter.
    Coverage stroke(const SpineCurve& line, double widthMm, std::span<const float> weights = {}) const;

private:
    const Field& m_field;
};

/// Moves values towards one value.
void blendTo(Plane& plane, const Coverage& coverage, float value, float strength = 1);
void add(Plane& plane, const Coverage& coverage, float amount);
/// Raises values that are lower.
void raiseTo(Plane& plane, const Coverage& coverage, float value);
/// Moves values towards value + keep x (what was there - reference).
void cover(Plane& plane, const Coverage& coverage, float value, float keep, float reference);

/// Running mean over 2 r + 1 pixels, twice each way (a triangle profile).
void smear(Plane& plane, int radiusX, int radiusY);

} // namespace vertescore
