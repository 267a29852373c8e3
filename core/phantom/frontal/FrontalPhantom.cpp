// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/frontal/FrontalPhantom.h"

#include "core/phantom/drawing/ExactMath.h"
#include "core/phantom/drawing/Random.h"
#include "core/phantom/imaging/Imaging.h"
#include "core/phantom/plan/Plan.h"

#include <array>

namespace vertescore {
namespace {

constexpr std::size_t kFirstDrawn = 10; ///< T7: what is above lies outside every frame
constexpr std::array<int, 2> kSides{-1, 1};

/// A frontal spine under way. x is to the picture's right, 0 the midline at L3; lengths in mm.
class FrontalDrawing {
public:
    explicit FrontalDrawing(const Scene& scene)
        : m_scene(scene), m_random(*scene.random), m_look(scene.look), m_pen(scene.field),
          m_halfWidth(0.64 * scene.spine.depthMm), m_bend(m_random.normal(0, 5)),
          m_lean(m_random.normal(0, 0.03)) {}

    Drawing draw() {
        const Field& field = m_scene.field;
        m_drawing = {Plane(field.width, field.height, static_cast<float>(m_look.front)),
                     Plane(field.width, field.height, 1.0F)};
        drawSoftTissue();
        drawRibs();
        for (std::size_t i = kFirstDrawn; i < kBodyCount; ++i)
            drawVertebra(m_scene.spine.bodies[i], 1 + 0.03 * (static_cast<double>(i) - kT12));
        drawPelvis();
        return std::move(m_drawing);
    }

private:
    /// About the same on both sides.
    double about(double value, double share = 0.08) { return value * m_random.uniform(1 - share, 1 + share); }
    double top(const VertebralBody& body) const { return body.place(0.5, 0).y; }
    double bottom(const VertebralBody& body) const { return body.place(0.5, 1).y; }
    double lumbarLength() const { return bottom(m_scene.spine.at(Level::L5)); }
    /// The column's middle: a lean and a slight scoliosis.
    double middle(double y) const {
        const double share = y / lumbarLength() - 0.5;
        return m_lean * y + m_bend * (1 - 4 * share * share);
    }
    SpinePoint place(double x, double y) const { return {middle(y) + x, y}; }
    /// Added over soft tissue; flat styles differ by less.
    float over(double grey) const { return static_cast<float>(grey - m_look.front); }

    void drawSoftTissue() {
        const Plane cloud = cloudOver(m_scene.field, 26, 22, m_random);
        for (std::size_t i = 0; i < cloud.values.size(); ++i)
            m_drawing.grey.values[i] += static_cast<float>(m_look.cloud) * cloud.values[i];
        const double diaphragm = m_random.uniform(-40, 25);
        for (const int side : kSides) {
            const double low = diaphragm + m_random.uniform(-12, 12);
            add(m_drawing.grey,
                m_pen.fill(ellipse(place(side * about(75), low - 70), about(62), about(80), 0),
                           m_look.diaphragmMm),
                over(m_look.lung) - 0.02F);
            // The psoas: its edge runs down and out.
            const double wide = about(2.6 * m_halfWidth, 0.2);
            add(m_drawing.grey,
                m_pen.fill({place(side * m_halfWidth, 20), place(side * wide, lumbarLength() * 0.9),
                            place(side * m_halfWidth, lumbarLength())},
                           3),
                static_cast<float>(0.3 * m_look.cloud));
        }
        const int liver = m_random.chance(0.5) ? 1 : -1; // exports are mirrored now and then
        add(m_drawing.grey, m_pen.fill(ellipse(place(liver * 85, diaphragm + 45), 55, about(60), 0), 8),
            0.6F * over(m_look.liver));
        for (int i = m_random.integer(0, 6); i > 0; --i)
            add(m_drawing.grey,
                m_pen.fill(ellipse(place(m_random.uniform(-90, 90), m_random.uniform(0, lumbarLength())),
                                   m_random.uniform(5, 18), m_random.uniform(4, 14), m_random.uniform(-1, 1)),
                           3),
                static_cast<float>(m_random.uniform(-1.6, 0.8) * m_look.cloud));
    }

    void drawRibs() {
        for (std::size_t i = kFirstDrawn; i <= kT12; ++i) {
            const double y = top(m_scene.spine.bodies[i]) + 4;
            const double reach = i == kT12 ? m_random.uniform(40, 95) : 130;
            const double drop = about(i == kT12 ? 0.55 : 0.42, 0.2);
            const double width = m_random.uniform(6, 9);
            for (const int side : kSides) {
                const double length = about(reach, 0.15), own = about(drop, 0.12);
                const SpineCurve rib =
                    smoothCurve({place(side * m_halfWidth, y),
                                 place(side * (m_halfWidth + 0.3 * length), y + 0.12 * length),
                                 place(side * (m_halfWidth + 0.7 * length), y + 0.7 * own * length),
                                 place(side * (m_halfWidth + length), y + 1.15 * own * length)},
                                6);
                add(m_drawing.grey, m_pen.fill(band(rib, width), 1), static_cast<float>(1.3 * m_look.rib));
            }
        }
    }

    void drawVertebra(const VertebralBody& body, double scale) {
        const double half = scale * m_halfWidth, y0 = top(body), y1 = bottom(body), height = y1 - y0;
        const SpineCurve outline =
            smoothCurve({place(-half, y0), place(0, y0 + 0.6), place(half, y0),
                         place(0.9 * half, y0 + 0.5 * height), place(half, y1), place(0, y1 - 0.6),
                         place(-half, y1), place(-0.9 * half, y0 + 0.5 * height), place(-half, y0)},
                        4);
        const auto keep = static_cast<float>(m_look.boneKeep), front = static_cast<float>(m_look.front);
        for (const int side : kSides) { // transverse processes
            const double out = half + about(0.75 * m_halfWidth, 0.15);
            const double y = y0 + about(0.42, 0.1) * height;
            add(m_drawing.grey,
                m_pen.fill(
                    band({place(side * 0.8 * half, y0 + 0.35 * height), place(side * out, y)}, 0.3 * height),
                    1.5),
                0.5F * over(m_look.body));
        }
        const Coverage shape = m_pen.fill(outline, 0.5);
        cover(m_drawing.grey, shape, static_cast<float>(m_look.body), keep, front);
        blendTo(m_drawing.grain, shape, static_cast<float>(m_look.boneGrain));
        for (const double y : {y0, y1})
            blendTo(m_drawing.grey,
                    m_pen.stroke({place(-half, y), place(0, y), place(half, y)}, m_look.rimMm),
                    static_cast<float>(y == y0 ? m_look.superiorRim : m_look.inferiorRim), 0.6F);
        for (const int side : kSides) // pedicles end-on, facets below them
            for (const auto& [across, down, strength] :
                 {std::array{0.58, 0.32, 0.8}, std::array{0.5, 1.05, 0.5}})
                blendTo(
                    m_drawing.grey,
                    m_pen.fill(ellipse(place(side * about(across) * half, y0 + about(down, 0.05) * height),
                                       0.2 * half, 0.2 * height, 0),
                               1.2),
                    static_cast<float>(m_look.pedicle), static_cast<float>(strength));
        blendTo(
            m_drawing.grey, // spinous process end-on, with the lamina
            m_pen.fill(
                ellipse(place(m_random.normal(0, 1), y0 + 0.78 * height), 0.16 * half, 0.3 * height, 0), 1),
            static_cast<float>(m_look.facets), 0.5F);
    }

    void drawPelvis() {
        const double crest = bottom(m_scene.spine.at(Level::L4)) + m_random.uniform(-12, 12),
                     low = crest + 170;
        const double hip = lumbarLength();
        for (const int side : kSides) {
            const double own = crest + m_random.uniform(-3, 3), out = about(125, 0.06);
            const SpineCurve ilium = smoothCurve(
                {place(side * 1.2 * m_halfWidth, hip + 12), place(side * 1.7 * m_halfWidth, own + 14),
                 place(side * 62, own + 2), place(side * 90, own), place(side * out, own + 30),
                 place(side * out, low), place(side * 1.4 * m_halfWidth, low)},
                6);
            const Coverage bone = m_pen.fill(ilium, 2);
            add(m_drawing.grey, bone, 0.8F * over(m_look.pelvis));
            blendTo(m_drawing.grain, bone, static_cast<float>(m_look.boneGrain));
        }
        const SpineCurve sacrum{place(-1.5 * m_halfWidth, hip + 5), place(1.5 * m_halfWidth, hip + 5),
                                place(0.5 * m_halfWidth, hip + 110), place(-0.5 * m_halfWidth, hip + 110)};
        add(m_drawing.grey, m_pen.fill(sacrum, 2), 0.7F * over(m_look.body));
    }

    const Scene& m_scene;
    RandomStream& m_random;
    const Look& m_look;
    Pen m_pen;
    double m_halfWidth; ///< of L1's body
    double m_bend;
    double m_lean;
    Drawing m_drawing;
};

/// Lumbar fields of scanners: 11 to 20 cm wide, the midline anywhere in the middle third.
Field frontalField(const Spine& spine, RandomStream& random) {
    Field field;
    const double width = random.uniform(110, 200);
    const double above = random.uniform(5, 75), below = random.uniform(-10, 60);
    const double height = spine.at(Level::L5).place(0.5, 1).y + above + below;
    field.mmPerPixelX = random.uniform(0.4, 0.9);
    field.mmPerPixelY = field.mmPerPixelX * random.uniform(0.75, 1.35);
    field.width = static_cast<int>(width / field.mmPerPixelX);
    field.height = static_cast<int>(height / field.mmPerPixelY);
    field.left = -width * random.uniform(0.40, 0.60);
    field.top = -above;
    field.extent = PhantomExtent::Lumbar;
    return field;
}

} // namespace

FrontalPhantom makeFrontalPhantom(const PhantomOptions& options, std::uint64_t index) {
    Plan plan = makePlan(options, index);
    RandomStream random(options.seed, index, static_cast<std::uint64_t>(Purpose::Frontal));
    Scene& scene = plan.scene;
    scene.random = &random;
    scene.field = frontalField(scene.spine, random);
    scene.mask = {};
    scene.contents.hasWhiteAir = false; // lies where a lateral field ends
    const Plane picture = takePicture(scene, FrontalDrawing(scene).draw(), scene.field);
    return {quantised(picture, plan.bits, random.chance(0.5)), plan.bits, scene.style};
}

} // namespace vertescore
