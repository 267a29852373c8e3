// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vertescore {
namespace {

constexpr int kSubRows = 4;

struct Box {
    double left = 1e30, top = 1e30, right = -1e30, bottom = -1e30;
    void include(PixelPoint p) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
};

/// The empty coverage of a box grown by a margin and clipped to the picture.
Coverage coverageOf(const Box& box, double marginX, double marginY, const Field& field) {
    const auto clipped = [](double value, int size) {
        return static_cast<int>(std::clamp(value, 0.0, size - 1.0));
    };
    Coverage coverage;
    if (box.right + marginX < 0 || box.left - marginX > field.width - 1 || box.bottom + marginY < 0 ||
        box.top - marginY > field.height - 1)
        return coverage;
    coverage.left = clipped(std::floor(box.left - marginX), field.width);
    coverage.top = clipped(std::floor(box.top - marginY), field.height);
    const int right = clipped(std::ceil(box.right + marginX), field.width);
    const int bottom = clipped(std::ceil(box.bottom + marginY), field.height);
    coverage.share = Plane(right - coverage.left + 1, bottom - coverage.top + 1);
    return coverage;
}

/// Adds a step of the given height at x (pixel borders at integers) to a row of differences, size + 2 of
/// them.
void addStep(float* differences, int size, double x, float height) {
    const double clipped = std::clamp(x, 0.0, static_cast<double>(size));
    const auto pixel = static_cast<std::ptrdiff_t>(clipped);
    const auto after = static_cast<float>(clipped - static_cast<double>(pixel));
    differences[pixel] += height * (1 - after);
    differences[pixel + 1] += height * after;
}

/// Adds the border from a to b to the differences of all rows that it crosses, downwards as +, upwards as -.
void addBorder(Plane& differences, PixelPoint a, PixelPoint b, int left, int top) {
    const float sign = a.y < b.y ? 1.0F / kSubRows : -1.0F / kSubRows;
    if (a.y > b.y) std::swap(a, b);
    const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0.0;
    const auto subRow = [&](double y) { return std::ceil((y - top + 0.5) * kSubRows - 0.5); };
    const double rows = static_cast<double>(differences.height) * kSubRows;
    const int first = static_cast<int>(std::clamp(subRow(a.y), 0.0, rows));
    const int last = static_cast<int>(std::clamp(subRow(b.y), 0.0, rows));
    for (int sub = first; sub < last; ++sub) {
        const double y = top - 0.5 + (sub + 0.5) / kSubRows;
        addStep(differences.row(sub / kSubRows), differences.width - 2, a.x + slope * (y - a.y) + 0.5 - left,
                sign);
    }
}

constexpr int kRowsAtOnce = 4;

/// Running mean along four rows at once, ends repeated: four sums do not wait for each other. Rows beyond the
/// last are the last again.
void smearRows(Plane& plane, int top, int radius, std::vector<float>& line) {
    const int size = plane.width;
    std::array<float*, kRowsAtOnce> rows{};
    for (int r = 0; r < kRowsAtOnce; ++r)
        rows[static_cast<std::size_t>(r)] = plane.row(std::min(top + r, plane.height - 1));
    line.resize(static_cast<std::size_t>(size + 2 * radius + 1) * kRowsAtOnce);
    float* cell = line.data();
    for (int i = -radius; i <= size + radius; ++i)
        for (const float* row : rows)
            *cell++ = row[std::clamp(i, 0, size - 1)];
    const float scale = 1.0F / static_cast<float>(2 * radius + 1);
    std::array<float, kRowsAtOnce> sums{};
    const float* leaving = line.data();
    const float* entering = line.data();
    for (int i = 0; i <= 2 * radius; ++i)
        for (float& sum : sums)
            sum += *entering++;
    for (int i = 0; i < size; ++i)
        for (std::size_t r = 0; r < rows.size(); ++r) {
            rows[r][i] = sums[r] * scale;
            sums[r] += *entering++ - *leaving++;
        }
}

/// Running mean down the columns, a row at a time.
void smearDown(Plane& plane, int radius) {
    const Plane source = plane;
    std::vector<float> sum(static_cast<std::size_t>(plane.width), 0.0F);
    const float scale = 1.0F / static_cast<float>(2 * radius + 1);
    const auto rowAt = [&](int y) { return source.row(std::clamp(y, 0, plane.height - 1)); };
    const auto accumulate = [&](const float* row, float sign) {
        for (std::size_t x = 0; x < sum.size(); ++x)
            sum[x] += sign * row[x];
    };
    for (int y = -radius; y <= radius; ++y)
        accumulate(rowAt(y), 1);
    for (int y = 0; y < plane.height; ++y) {
        float* target = plane.row(y);
        for (std::size_t x = 0; x < sum.size(); ++x)
            target[x] = sum[x] * scale;
        accumulate(rowAt(y + radius + 1), 1);
        accumulate(rowAt(y - radius), -1);
    }
}

template <typename Change>
void change(Plane& plane, const Coverage& coverage, Change changed) {
    for (int y = 0; y < coverage.share.height; ++y) {
        const float* share = coverage.share.row(y);
        float* target = plane.row(coverage.top + y) + coverage.left;
        for (int x = 0; x < coverage.share.width; ++x)
            target[x] = changed(target[x], share[x]);
    }
}

/// One piece of a line; keeps the larger of what is there and its own profile.
struct Piece {
    SpinePoint from;
    SpinePoint step;
    double lengthSquared = 0;
    float weightFrom = 1;
    float weightTo = 1;
};

void strokePiece(Coverage& coverage, const Piece& piece, double radius, const Field& field, const Box& box) {
    const int left = std::max(coverage.left, static_cast<int>(std::floor(box.left)));
    const int right =
        std::min(coverage.left + coverage.share.width - 1, static_cast<int>(std::ceil(box.right)));
    const int top = std::max(coverage.top, static_cast<int>(std::floor(box.top)));
    const int bottom =
        std::min(coverage.top + coverage.share.height - 1, static_cast<int>(std::ceil(box.bottom)));
    const auto inverse = static_cast<float>(1.0 / (radius * radius));
    const auto inverseLength = static_cast<float>(piece.lengthSquared > 0 ? 1.0 / piece.lengthSquared : 0.0);
    const auto stepX = static_cast<float>(piece.step.x);
    const auto stepY = static_cast<float>(piece.step.y);
    for (int y = top; y <= bottom; ++y) {
        float* share = coverage.share.row(y - coverage.top) - coverage.left;
        const auto dy = static_cast<float>(field.toSpine({0, static_cast<double>(y)}).y - piece.from.y);
        const auto firstX =
            static_cast<float>(field.toSpine({static_cast<double>(left), 0}).x - piece.from.x);
        for (int x = left; x <= right; ++x) {
            const float dx = firstX + static_cast<float>(field.mmPerPixelX) * static_cast<float>(x - left);
            const float along = std::clamp((dx * stepX + dy * stepY) * inverseLength, 0.0F, 1.0F);
            const float awayX = dx - along * stepX;
            const float awayY = dy - along * stepY;
            const float near = std::max(0.0F, 1 - (awayX * awayX + awayY * awayY) * inverse);
            const float weight = piece.weightFrom + (piece.weightTo - piece.weightFrom) * along;
            share[x] = std::max(share[x], near * near * weight);
        }
    }
}

} // namespace

Coverage Pen::fill(const SpineCurve& outline, double softMm) const {
    std::vector<PixelPoint> points;
    points.reserve(outline.size());
    Box box;
    for (const SpinePoint& point : outline) {
        points.push_back(m_field.toPixel(point));
        box.include(points.back());
    }
    const int radiusX = static_cast<int>(softMm / m_field.mmPerPixelX + 0.5);
    const int radiusY = static_cast<int>(softMm / m_field.mmPerPixelY + 0.5);
    Coverage coverage = coverageOf(box, 2 * radiusX + 1, 2 * radiusY + 1, m_field);
    Plane& share = coverage.share;
    if (share.width == 0) return coverage;
    Plane differences(share.width + 2, share.height);
    for (std::size_t i = 0; i < points.size(); ++i)
        addBorder(differences, points[i], points[(i + 1) % points.size()], coverage.left, coverage.top);
    for (int y = 0; y < share.height; ++y) {
        float sum = 0;
        for (int x = 0; x < share.width; ++x) {
            sum += differences.row(y)[x];
            share.row(y)[x] = std::min(std::fabs(sum), 1.0F);
        }
    }
    if (radiusX > 0 || radiusY > 0) smear(share, radiusX, radiusY);
    return coverage;
}

Coverage Pen::stroke(const SpineCurve& line, double widthMm, std::span<const float> weights) const {
    const double pixelMm = 0.5 * (m_field.mmPerPixelX + m_field.mmPerPixelY);
    const double drawnMm = std::max(widthMm, 1.1 * pixelMm);
    const auto fade = static_cast<float>(widthMm / drawnMm);
    const double radius = drawnMm / 1.08; // (1 - d^2 / r^2)^2 is one half at d = 0.54 r
    const double marginX = radius / m_field.mmPerPixelX;
    const double marginY = radius / m_field.mmPerPixelY;
    Box whole;
    for (const SpinePoint& point : line)
        whole.include(m_field.toPixel(point));
    Coverage coverage = coverageOf(whole, marginX, marginY, m_field);
    if (coverage.share.width == 0) return coverage;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const SpinePoint step{line[i + 1].x - line[i].x, line[i + 1].y - line[i].y};
        const Piece piece{line[i], step, step.x * step.x + step.y * step.y,
                          weights.empty() ? fade : fade * weights[i],
                          weights.empty() ? fade : fade * weights[i + 1]};
        Box box;
        box.include(m_field.toPixel(line[i]));
        box.include(m_field.toPixel(line[i + 1]));
        box = {box.left - marginX, box.top - marginY, box.right + marginX, box.bottom + marginY};
        strokePiece(coverage, piece, radius, m_field, box);
    }
    return coverage;
}

void blendTo(Plane& plane, const Coverage& coverage, float value, float strength) {
    change(plane, coverage, [=](float was, float share) { return was + (value - was) * share * strength; });
}

void add(Plane& plane, const Coverage& coverage, float amount) {
    change(plane, coverage, [=](float was, float share) { return was + amount * share; });
}

void raiseTo(Plane& plane, const Coverage& coverage, float value) {
    change(plane, coverage,
           [=](float was, float share) { return was + std::max(0.0F, value - was) * share; });
}

void cover(Plane& plane, const Coverage& coverage, float value, float keep, float reference) {
    change(plane, coverage,
           [=](float was, float share) { return was + (value + keep * (was - reference) - was) * share; });
}

void smear(Plane& plane, int radiusX, int radiusY) {
    std::vector<float> line;
    for (int pass = 0; pass < 2; ++pass) {
        if (radiusX > 0)
            for (int y = 0; y < plane.height; y += kRowsAtOnce)
                smearRows(plane, y, radiusX, line);
        if (radiusY > 0) smearDown(plane, radiusY);
    }
}

} // namespace vertescore
