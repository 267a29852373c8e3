// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Decode.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace vertescore {
namespace {

constexpr int kEvidenceReach = 2;        ///< cells around the place where the next vertebra would be
constexpr double kOutsideEvidence = 0.2; ///< of a place outside the picture: scans often cut L5, seldom T12
/// A first peak weaker than this share of the others' median, above a chain whose next step leaves the
/// picture, is T11 standing in for a cut L5. Chosen on phantoms of seed 777; never seen there at a true T12.
constexpr double kStandInShare = 0.55;

bool isLocalMaximum(const Heatmap& map, int x, int y) {
    const float value = map.at(x, y);
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const int nx = x + dx;
            const int ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= map.width || ny >= map.height) continue;
            // Of equal neighbours the first in reading order is the peak.
            const bool isBefore = dy < 0 || (dy == 0 && dx < 0);
            if (map.at(nx, ny) > value || (isBefore && map.at(nx, ny) == value)) return false;
        }
    return true;
}

double distanceOf(NetworkPoint a, NetworkPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double typicalStep(const std::vector<DecodedVertebra>& chain) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < chain.size(); ++i)
        steps.push_back(distanceOf(chain[i - 1].centre, chain[i].centre));
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

bool isInFrame(NetworkPoint p) {
    return p.x >= 0 && p.y >= 0 && p.x <= kNetworkWidth - 1 && p.y <= kNetworkHeight - 1;
}

/// One step beyond `end`, away from `before`.
NetworkPoint continued(NetworkPoint before, NetworkPoint end) {
    return {2 * end.x - before.x, 2 * end.y - before.y};
}

/// How many of the missing vertebrae each step of the chain leaves out.
std::vector<std::size_t> innerGaps(const std::vector<DecodedVertebra>& chain, std::size_t missing,
                                   double gapRatio) {
    std::vector<std::size_t> gaps(chain.size(), 0); // before element i
    const double step = typicalStep(chain);
    for (std::size_t i = 1; i < chain.size() && missing > 0; ++i) {
        const double steps = distanceOf(chain[i - 1].centre, chain[i].centre) / step;
        if (steps < gapRatio) continue;
        gaps[i] = std::min(missing, static_cast<std::size_t>(std::max(1L, std::lround(steps) - 1)));
        missing -= gaps[i];
    }
    return gaps;
}

/// What speaks for a vertebra beyond one end of the chain.
struct EndEvidence {
    double strength = 0; ///< heatmap, 0...1
    bool isOutside = false;
};

EndEvidence evidenceAt(NetworkPoint place, const Heatmap& heatmap) {
    if (!isInFrame(place)) return {kOutsideEvidence, true};
    const CellFrame frame{heatmap.width, heatmap.height};
    return {static_cast<double>(heatmap.strongestNear(frame.toCells(place), kEvidenceReach)), false};
}

bool beginsWithStandIn(const std::vector<DecodedVertebra>& chain) {
    const std::size_t n = chain.size();
    if (n < kLevelCount || isInFrame(continued(chain[n - 2].centre, chain[n - 1].centre))) return false;
    std::vector<double> others;
    for (std::size_t i = 1; i < n; ++i)
        others.push_back(chain[i].confidence);
    std::nth_element(others.begin(), others.begin() + 2, others.end());
    return chain.front().confidence < kStandInShare * others[2];
}

Landmark landmarkAt(NetworkPoint point, const ScanGeometry& geometry, AnteriorSide mapping) {
    const PixelPoint pixel = geometry.toPixel(point, mapping);
    return {pixel, geometry.contains(pixel) ? PointState::Predicted : PointState::NotVisible};
}

} // namespace

float Heatmap::strongestNear(CellPoint place, int reach) const {
    const int cx = static_cast<int>(std::floor(place.x));
    const int cy = static_cast<int>(std::floor(place.y));
    float strongest = 0;
    for (int y = std::max(0, cy - reach); y <= std::min(height - 1, cy + reach); ++y)
        for (int x = std::max(0, cx - reach); x <= std::min(width - 1, cx + reach); ++x)
            strongest = std::max(strongest, at(x, y));
    return strongest;
}

std::size_t cornerPlace(Corner corner, AnteriorSide anterior) {
    const bool isTop = corner == Corner::SuperiorAnterior || corner == Corner::SuperiorPosterior;
    const bool isAnterior = corner == Corner::SuperiorAnterior || corner == Corner::InferiorAnterior;
    const bool isRight = isAnterior == (anterior == AnteriorSide::Right);
    if (isTop) return isRight ? kTopRight : kTopLeft;
    return isRight ? kBottomRight : kBottomLeft;
}

std::vector<Peak> findPeaks(const Heatmap& heatmap, const DecodeOptions& options) {
    std::vector<Peak> candidates;
    for (int y = 0; y < heatmap.height; ++y)
        for (int x = 0; x < heatmap.width; ++x)
            if (heatmap.at(x, y) >= options.threshold && isLocalMaximum(heatmap, x, y))
                candidates.push_back({x, y, heatmap.at(x, y)});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Peak& a, const Peak& b) { return a.value > b.value; });
    const CellFrame frame{heatmap.width, heatmap.height};
    const auto place = [&](const Peak& peak) { return frame.toNetwork({peak.x + 0.5, peak.y + 0.5}); };
    std::vector<Peak> kept;
    for (const Peak& peak : candidates) {
        if (kept.size() == kLevelCount) break;
        const bool isNew = std::none_of(kept.begin(), kept.end(), [&](const Peak& other) {
            return distanceOf(place(peak), place(other)) < options.minimumSpacingPx;
        });
        if (isNew) kept.push_back(peak);
    }
    std::sort(kept.begin(), kept.end(),
              [](const Peak& a, const Peak& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    return kept;
}

DecodedVertebra decodeVertebra(const Peak& peak, const std::array<float, 2>& centre,
                               const std::array<float, 8>& corners, const CellFrame& frame) {
    const CellPoint middle{peak.x + static_cast<double>(centre[0]), peak.y + static_cast<double>(centre[1])};
    DecodedVertebra vertebra{frame.toNetwork(middle), {}, peak.value};
    for (std::size_t k = 0; k < vertebra.corners.size(); ++k)
        vertebra.corners[k] = frame.toNetwork({middle.x - static_cast<double>(corners[2 * k]),
                                               middle.y - static_cast<double>(corners[2 * k + 1])});
    return vertebra;
}

LevelledVertebrae assignLevels(const std::vector<DecodedVertebra>& found, const Heatmap& heatmap,
                               const DecodeOptions& options) {
    const bool hasStandIn = beginsWithStandIn(found);
    const std::vector<DecodedVertebra> chain(found.begin() + (hasStandIn ? 1 : 0), found.end());
    LevelledVertebrae out;
    out.missing.fill(MissingReason::BelowThreshold);
    const std::size_t n = std::min(chain.size(), kLevelCount);
    std::vector<std::size_t> gaps(n, 0);
    std::size_t missingAbove = 0;
    EndEvidence above, below;
    if (n >= 2) {
        gaps = innerGaps(chain, kLevelCount - n, options.gapRatio);
        above = evidenceAt(continued(chain[1].centre, chain[0].centre), heatmap);
        below = evidenceAt(continued(chain[n - 2].centre, chain[n - 1].centre), heatmap);
        if (!hasStandIn && above.strength > below.strength)
            missingAbove = std::accumulate(gaps.begin(), gaps.end(), kLevelCount - n, std::minus<>());
    }
    if (above.isOutside) std::fill_n(out.missing.begin(), missingAbove, MissingReason::OutsidePicture);
    std::size_t level = missingAbove;
    for (std::size_t i = 0; i < n; ++i, ++level) {
        level += gaps[i];
        out.missing[level] = isInFrame(chain[i].centre) ? MissingReason::None : MissingReason::OutsidePicture;
        if (out.missing[level] == MissingReason::None) out.vertebrae[level] = chain[i];
    }
    if (below.isOutside)
        std::fill(out.missing.begin() + static_cast<std::ptrdiff_t>(level), out.missing.end(),
                  MissingReason::OutsidePicture);
    return out;
}

Landmarks toLandmarks(const LevelledVertebrae& found, const ScanGeometry& geometry, AnteriorSide picture,
                      bool isMirrored) {
    const AnteriorSide mapping = isMirrored ? AnteriorSide::Left : AnteriorSide::Right;
    const bool isLeft = (picture == AnteriorSide::Left) != isMirrored;
    Landmarks landmarks;
    landmarks.anterior = isLeft ? AnteriorSide::Left : AnteriorSide::Right;
    for (const Level level : kLevels) {
        VertebraLandmarks& vertebra = landmarks.at(level);
        const auto& decoded = found.vertebrae[indexOf(level)];
        vertebra.missing = found.missing[indexOf(level)];
        if (!decoded) continue;
        vertebra.confidence = decoded->confidence;
        for (const Corner corner : kCorners)
            vertebra.at(corner) =
                landmarkAt(decoded->corners[cornerPlace(corner, picture)], geometry, mapping);
    }
    return landmarks;
}

} // namespace vertescore
