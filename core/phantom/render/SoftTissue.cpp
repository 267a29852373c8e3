// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"
#include "core/phantom/render/Render.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vertescore {
namespace {

constexpr double kGridMm = 4.0;

double smoothStep(double from, double to, double x) {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// Spreads a coarse grid (first and last node on the picture's borders) over a plane, bilinearly.
void spread(const Plane& grid, Plane& plane) {
    const auto scaleX = static_cast<float>(grid.width - 1) / static_cast<float>(std::max(1, plane.width - 1));
    const auto scaleY =
        static_cast<float>(grid.height - 1) / static_cast<float>(std::max(1, plane.height - 1));
    std::vector<float> line(static_cast<std::size_t>(grid.width) + 1);
    for (int y = 0; y < plane.height; ++y) {
        const float gridY = static_cast<float>(y) * scaleY;
        const int above = std::min(static_cast<int>(gridY), grid.height - 1);
        const int below = std::min(above + 1, grid.height - 1);
        const float shareY = gridY - static_cast<float>(above);
        for (int i = 0; i < grid.width; ++i)
            line[static_cast<std::size_t>(i)] =
                grid.row(above)[i] + shareY * (grid.row(below)[i] - grid.row(above)[i]);
        line.back() = line[line.size() - 2];
        float* target = plane.row(y);
        for (int x = 0; x < plane.width; ++x) {
            const float gridX = static_cast<float>(x) * scaleX;
            const auto left = static_cast<std::size_t>(gridX);
            target[x] = line[left] + (gridX - static_cast<float>(left)) * (line[left + 1] - line[left]);
        }
    }
}

/// The outline of the trunk and how the tissue changes along it.
struct Trunk {
    double back; ///< skin behind the spine, D behind the posterior wall at L1
    double backSlope;
    double front;      ///< skin before the spine, D
    double frontSlope; ///< D per spine length, positive = the belly recedes going down
    double liverEnd;   ///< lower end of liver and bowel grey, in lumbar lengths below T12
    double liverSoft;
    bool isAirWhite;
};

Trunk drawTrunk(const Scene& scene) {
    RandomStream& random = *scene.random;
    Trunk trunk{};
    trunk.back = random.aroundMedian(1.35, 1.95, 3.4);
    trunk.backSlope = random.uniform(-0.4, 0.5);
    trunk.front = random.aroundMedian(2.4, 3.9, 7.0);
    trunk.frontSlope = random.uniform(-0.3, 0.9);
    trunk.liverEnd = random.uniform(0.25, 0.75);
    trunk.liverSoft = random.uniform(0.15, 0.4);
    if (scene.style == PhantomStyle::C) {
        trunk.back += 1.0;
        trunk.front += 2.0;
    }
    return trunk;
}

double softTissueAt(const Scene& scene, const Trunk& trunk, SpinePoint point, double lumbarLength) {
    const Look& look = scene.look;
    const double depth = scene.spine.depthMm;
    const double down = point.y / lumbarLength; // 0 at T12's top, 1 at L5's bottom
    const double ahead = (point.x - scene.spine.anteriorX(point.y)) / depth;
    const double behind = (scene.spine.posteriorX(point.y) - point.x) / depth;
    const double liverShare = 1 - smoothStep(trunk.liverEnd, trunk.liverEnd + trunk.liverSoft, down);
    const double low = look.front + (look.abdomen - look.front) * smoothStep(0.8, 2.2, ahead);
    const double frontGrey = low + (look.liver - low) * liverShare;
    double grey = frontGrey + (look.behind - frontGrey) * smoothStep(0.15, 0.7, behind);
    const double backSkin = trunk.back + trunk.backSlope * (down - 0.3) + 0.5 * smoothStep(-0.2, -0.9, down);
    const double frontSkin = trunk.front - trunk.frontSlope * down;
    grey += (look.air - grey) * smoothStep(backSkin - 0.12, backSkin + 0.12, behind);
    grey += (look.air - grey) * smoothStep(frontSkin - 0.2, frontSkin + 0.2, ahead);
    return grey;
}

/// The lung's lower border: a dome before the spine that falls steeply behind it, crossing the bodies of
/// T9-T12, and turns up again along the back wall of the chest.
SpineCurve diaphragm(const Scene& scene, double recess) {
    RandomStream& random = *scene.random;
    const Spine& spine = scene.spine;
    const double pitch = 1.3 * spine.heightMm;
    const double shift = (scene.style == PhantomStyle::D ? random.normalWithin(0.1, 0.3, -0.5, 0.7)
                                                         : random.normalWithin(-0.5, 0.7, -1.9, 0.9)) *
                         pitch;
    const double drop = random.uniform(0.9, 1.6) * pitch;
    const double dome = random.uniform(0.6, 1.6) * pitch;
    const double crossing = spine.at(Level::T12).place(0.5, 0.35).y + shift;
    const double depth = spine.depthMm;
    const double x = spine.at(Level::T12).place(0.5, 0.5).x;
    const double back = x - (recess + 0.5) * depth;
    return smoothCurve({{back, crossing + 0.2 * drop},
                        {back + 0.06 * depth, crossing + 0.75 * drop},
                        {back + 0.25 * depth, crossing + 0.98 * drop},
                        {x - 0.55 * (recess + 0.5) * depth, crossing + 0.86 * drop},
                        {x - 0.45 * depth, crossing + 0.45 * drop},
                        {x, crossing},
                        {x + 0.6 * depth, crossing - 0.6 * drop},
                        {x + 1.5 * depth, crossing - 0.6 * drop - 0.6 * dome},
                        {x + 2.8 * depth, crossing - 0.6 * drop - dome},
                        {x + 4.4 * depth, crossing - 0.6 * drop - 0.8 * dome},
                        {x + 7.0 * depth, crossing - 0.4 * drop}},
                       8);
}

/// Style D: the lung is darkest just above the diaphragm.
void drawWedge(const Scene& scene, Drawing& drawing, const SpineCurve& lower, const Coverage& lung) {
    RandomStream& random = *scene.random;
    const double thickness = random.uniform(1.0, 2.6) * scene.spine.depthMm;
    SpineCurve wedge = lower;
    for (auto point = lower.rbegin(); point != lower.rend(); ++point)
        wedge.push_back({point->x, point->y - thickness});
    const auto strength = static_cast<float>(random.uniform(0.08, 0.22));
    const Coverage dark = Pen(scene.field).fill(wedge, 12);
    for (int y = 0; y < dark.share.height; ++y)
        for (int x = 0; x < dark.share.width; ++x) {
            const int lungX = dark.left + x - lung.left;
            const int lungY = dark.top + y - lung.top;
            if (lungX < 0 || lungY < 0 || lungX >= lung.share.width || lungY >= lung.share.height) continue;
            drawing.grey.row(dark.top + y)[dark.left + x] -=
                strength * dark.share.row(y)[x] * lung.share.row(lungY)[lungX];
        }
}

void drawLung(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    const Look& look = scene.look;
    const double recess = random.uniform(1.1, 1.9);
    const SpineCurve lower = diaphragm(scene, recess);
    SpineCurve outline = lower;
    const double top = std::min(scene.field.top, 0.0) - 60;
    outline.push_back({lower.back().x, top});
    for (double y = top; y < lower.front().y - 25; y += 15)
        outline.push_back(scene.spine.beside(y, -recess));
    const Coverage lung = Pen(scene.field).fill(outline, look.diaphragmMm);
    const float keep = scene.style == PhantomStyle::D ? 0.6F : 0.45F;
    cover(drawing.grey, lung, static_cast<float>(look.lung), keep, static_cast<float>(look.liver));
    if (scene.style == PhantomStyle::D) drawWedge(scene, drawing, lower, lung);
}

/// Round blotches of gas and food before L2-S1.
void drawBowel(const Scene& scene, Drawing& drawing) {
    RandomStream& random = *scene.random;
    if (!random.chance(0.5)) return;
    const double strength = isFlatStyle(scene.style) ? 0.03 : 0.08;
    const Pen pen(scene.field);
    const int count = random.integer(2, 9);
    for (int i = 0; i < count; ++i) {
        const double y = random.uniform(0.3, 1.15) * scene.spine.at(Level::L5).place(0.5, 1).y;
        const SpinePoint centre = scene.spine.beside(y, random.uniform(0.7, 3.8));
        const SpineCurve blob =
            ellipse(centre, random.uniform(4, 17), random.uniform(3, 12), random.uniform(-1, 1));
        add(drawing.grey, pen.fill(blob, random.uniform(0.8, 4)),
            static_cast<float>(strength * random.uniform(-1.0, 0.8)));
    }
}

Plane cloudGrid(const Field& field, double cellMmX, double cellMmY, RandomStream& random) {
    Plane grid(std::max(3, static_cast<int>(field.widthMm() / cellMmX) + 2),
               std::max(3, static_cast<int>(field.heightMm() / cellMmY) + 2));
    for (float& value : grid.values)
        value = static_cast<float>(1.5 * random.normal(0, 1)); // spreading evens out
    return grid;
}

Plane softTissueGrid(const Scene& scene) {
    const Field& field = scene.field;
    Plane grid(static_cast<int>(field.widthMm() / kGridMm) + 2,
               static_cast<int>(field.heightMm() / kGridMm) + 2);
    const Trunk trunk = drawTrunk(scene);
    const double lumbarLength = scene.spine.at(Level::L5).place(0.5, 1).y;
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x) {
            const SpinePoint point{field.left + field.widthMm() * x / (grid.width - 1),
                                   field.top + field.heightMm() * y / (grid.height - 1)};
            grid.row(y)[x] = static_cast<float>(softTissueAt(scene, trunk, point, lumbarLength));
        }
    return grid;
}

/// Adds coarse and fine unevenness to a grid.
void addClouds(const Scene& scene, Plane& grid, double strength) {
    for (const auto& [cellMm, share] : {std::pair{24.0, 0.6}, std::pair{8.0, 0.4}}) {
        Plane cloud(grid.width, grid.height);
        spread(cloudGrid(scene.field, cellMm, 0.8 * cellMm, *scene.random), cloud);
        for (std::size_t i = 0; i < grid.values.size(); ++i)
            grid.values[i] += static_cast<float>(strength * share) * cloud.values[i];
    }
}

} // namespace

Plane cloudOver(const Field& field, double cellMmX, double cellMmY, RandomStream& random) {
    Plane plane(field.width, field.height);
    spread(cloudGrid(field, cellMmX, cellMmY, random), plane);
    return plane;
}

Drawing drawSoftTissue(const Scene& scene) {
    const Field& field = scene.field;
    Drawing drawing{Plane(field.width, field.height), Plane(field.width, field.height, 1.0F)};
    Plane grid = softTissueGrid(scene);
    addClouds(scene, grid, scene.look.cloud);
    spread(grid, drawing.grey);
    drawLung(scene, drawing);
    drawBowel(scene, drawing);
    return drawing;
}

} // namespace vertescore
