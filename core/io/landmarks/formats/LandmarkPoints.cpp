// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/formats/LandmarkPoints_p.h"

#include <algorithm>
#include <cmath>

namespace vertescore::formats {
namespace {

constexpr double kFarthestPixel = 1e6; ///< points may lie outside the picture, but not in another world
constexpr double kWholePixel = 1e-6;   ///< what scaling to and fro may have added

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetterOrDigit(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/// In lower case, letters and digits only.
std::string bare(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (isLetterOrDigit(c)) result.push_back(lower(c));
    return result;
}

tl::unexpected<Error> malformed(const ImagePoints& image, const std::string& what) {
    return failure(ErrorCode::LandmarksMalformed, image.image + ": " + what);
}

using CornerPoints = std::vector<PixelPoint>;

PixelPoint centreOf(const CornerPoints& points) {
    PixelPoint sum;
    const auto count = static_cast<double>(points.size());
    for (const PixelPoint& point : points)
        sum = {sum.x + point.x / count, sum.y + point.y / count};
    return sum;
}

/// Upper left, upper right, lower left, lower right of a vertebra as the spine runs, left and right as in the
/// picture.
using Quad = std::array<PixelPoint, kCornerCount>;

/// Goes round the four points and takes that pair of opposite sides as endplates that lies across the axis:
/// halves by distance along the axis alone would cross where a vertebra is tilted much.
Quad arrange(CornerPoints points, PixelPoint axis) {
    const PixelPoint centre = centreOf(points);
    std::sort(points.begin(), points.end(), [centre](PixelPoint a, PixelPoint b) {
        return std::atan2(a.y - centre.y, a.x - centre.x) < std::atan2(b.y - centre.y, b.x - centre.x);
    });
    const auto down = [axis](PixelPoint a, PixelPoint b) {
        const double length = distance(a, b);
        return length > 0 ? ((b.x - a.x) * axis.x + (b.y - a.y) * axis.y) / length : 0.0;
    };
    double best = -1;
    Quad quad{};
    for (std::size_t first = 0; first < kCornerCount; ++first) {
        // Clockwise on the screen: the upper side runs left to right, the lower one right to left.
        const Quad turned{points[first], points[(first + 1) % 4], points[(first + 3) % 4],
                          points[(first + 2) % 4]};
        const double share = down(midpoint(turned[0], turned[1]), midpoint(turned[2], turned[3]));
        if (first == 0 || share > best) {
            best = share;
            quad = turned;
        }
    }
    return quad;
}

double tilt(const Quad& quad) {
    const PixelPoint left = midpoint(quad[0], quad[2]), right = midpoint(quad[1], quad[3]);
    return std::atan2(right.y - left.y, right.x - left.x);
}

/// Sorts the points of an image into landmarks.
class Assembly {
public:
    explicit Assembly(const ImagePoints& image) : m_image(image) {}

    Status place() {
        for (const ImagePoint& point : m_image.points) {
            const auto& place = point.landmark.position;
            if (place && !(std::abs(place->x) <= kFarthestPixel && std::abs(place->y) <= kFarthestPixel))
                return malformed(m_image,
                                 "a point of " + std::string(levelName(point.level)) + " is no place");
            if (const Status added = add(point); !added) return added;
        }
        for (const Level level : kLevels)
            if (const std::size_t count = open(level).size(); count != 0 && count != kCornerCount)
                return malformed(m_image, std::to_string(count) + " points of " +
                                              std::string(levelName(level)) + ", 4 are needed");
        return {};
    }

    /// After place().
    Result<Landmarks> landmarks(std::optional<AnteriorSide> wanted) {
        arrangeOpen();
        std::optional<AnteriorSide> side = m_image.anterior;
        if (!side) side = sideByCorners();
        if (!side) side = wanted;
        if (!side) side = sideByLordosis();
        if (!side) return malformed(m_image, "one vertebra does not tell where the front is");
        m_landmarks.anterior = *side;
        for (const auto& [level, quad] : m_quads)
            nameCorners(level, quad, *side == AnteriorSide::Right);
        return m_landmarks;
    }

private:
    CornerPoints& open(Level level) { return m_open[indexOf(level)]; }

    Status add(const ImagePoint& point) {
        const std::string name(levelName(point.level));
        if (!point.corner) {
            if (point.landmark.position) open(point.level).push_back(*point.landmark.position);
            m_states[indexOf(point.level)] = point.landmark.state;
            return {};
        }
        Landmark& landmark = m_landmarks.at(point.level).at(*point.corner);
        if (landmark != Landmark{})
            return malformed(m_image, "two points of " + pointLabel(point.level, *point.corner));
        landmark = point.landmark;
        m_landmarks.at(point.level).confidence = point.confidence;
        m_landmarks.at(point.level).missing = point.missing;
        return {};
    }

    void arrangeOpen() {
        std::vector<std::pair<Level, PixelPoint>> centres;
        for (const Level level : kLevels)
            if (!open(level).empty()) centres.emplace_back(level, centreOf(open(level)));
        for (std::size_t i = 0; i < centres.size(); ++i) {
            const PixelPoint above = centres[i == 0 ? 0 : i - 1].second;
            const PixelPoint below = centres[std::min(i + 1, centres.size() - 1)].second;
            PixelPoint axis{below.x - above.x, below.y - above.y};
            if (centres.size() == 1) axis = {0, 1};
            m_quads.emplace_back(centres[i].first, arrange(open(centres[i].first), axis));
        }
    }

    std::optional<AnteriorSide> sideByCorners() const {
        double towardsRight = 0;
        for (const VertebraLandmarks& vertebra : m_landmarks.vertebrae)
            for (const auto& [front, back] : {std::pair{Corner::SuperiorAnterior, Corner::SuperiorPosterior},
                                              std::pair{Corner::InferiorAnterior, Corner::InferiorPosterior}})
                if (vertebra.at(front).position && vertebra.at(back).position)
                    towardsRight += vertebra.at(front).position->x - vertebra.at(back).position->x;
        if (towardsRight == 0) return std::nullopt;
        return towardsRight > 0 ? AnteriorSide::Right : AnteriorSide::Left;
    }

    std::optional<AnteriorSide> sideByLordosis() const {
        if (m_quads.size() < 2) return std::nullopt;
        return tilt(m_quads.back().second) >= tilt(m_quads.front().second) ? AnteriorSide::Right
                                                                           : AnteriorSide::Left;
    }

    void nameCorners(Level level, const Quad& quad, bool isRight) {
        const auto& [upperLeft, upperRight, lowerLeft, lowerRight] = quad;
        const auto name = [&](Corner corner, PixelPoint right, PixelPoint left) {
            m_landmarks.at(level).at(corner) = {isRight ? right : left, m_states[indexOf(level)], false};
        };
        name(Corner::SuperiorAnterior, upperRight, upperLeft);
        name(Corner::SuperiorPosterior, upperLeft, upperRight);
        name(Corner::InferiorAnterior, lowerRight, lowerLeft);
        name(Corner::InferiorPosterior, lowerLeft, lowerRight);
    }

    const ImagePoints& m_image;
    Landmarks m_landmarks;
    std::array<CornerPoints, kLevelCount> m_open; ///< points that name no corner
    std::array<PointState, kLevelCount> m_states{};
    std::vector<std::pair<Level, Quad>> m_quads;
};

bool isRounded(const ImagePoints& image) {
    const auto isWhole = [](double value) { return std::abs(value - std::round(value)) < kWholePixel; };
    std::size_t places = 0;
    for (const ImagePoint& point : image.points) {
        const auto& place = point.landmark.position;
        if (place && !(isWhole(place->x) && isWhole(place->y))) return false;
        places += place ? 1 : 0;
    }
    return places > 0;
}

} // namespace

std::optional<PointLabel> pointLabelFrom(std::string_view text) {
    const std::string label = bare(text);
    for (const Level level : kLevels) {
        const std::string name = bare(levelName(level));
        if (!label.starts_with(name)) continue;
        const std::string rest = label.substr(name.size());
        if (rest.empty()) return PointLabel{level, std::nullopt};
        for (const Corner corner : kCorners)
            if (rest == bare(cornerName(corner))) return PointLabel{level, corner};
    }
    return std::nullopt;
}

std::string pointLabel(Level level, Corner corner) {
    return std::string(levelName(level)) + "-" + std::string(cornerName(corner));
}

ImagePoint placedPoint(const PointLabel& label, PixelPoint place, std::string_view state) {
    const PointState known = pointStateFromName(state).value_or(PointState::Edited);
    return {
        label.level, label.corner, {place, known == PointState::Unset ? PointState::Edited : known, false}};
}

Result<ExchangedLandmarks> assemble(const ImagePoints& image, std::optional<AnteriorSide> anterior) {
    if (image.width < 1 || image.height < 1 || image.width > kFarthestPixel || image.height > kFarthestPixel)
        return malformed(image, "the size of the image is missing");
    Assembly assembly(image);
    if (const Status placed = assembly.place(); !placed) return failure(placed.error());
    auto landmarks = assembly.landmarks(anterior);
    if (!landmarks) return failure(landmarks.error());
    ExchangedLandmarks result;
    result.record.scanPath = std::filesystem::path(std::u8string(image.image.begin(), image.image.end()));
    result.record.width = image.width;
    result.record.height = image.height;
    result.record.landmarks = std::move(*landmarks);
    result.spacing = image.spacing;
    result.isRounded = isRounded(image);
    if (result.isRounded)
        for (VertebraLandmarks& vertebra : result.record.landmarks.vertebrae)
            for (Landmark& corner : vertebra.corners)
                corner.isRounded = corner.position.has_value();
    return result;
}

} // namespace vertescore::formats
