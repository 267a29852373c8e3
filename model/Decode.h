// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/landmarks/Landmarks.h"

#include <array>
#include <optional>
#include <vector>

namespace vertescore {

/// A place on an output map, in cells; (0, 0) is the top-left edge of the top-left cell.
struct CellPoint {
    double x = 0;
    double y = 0;
};

/// An output map of this many cells over the network frame, whatever the input size was.
struct CellFrame {
    int width = 0;
    int height = 0;
    CellPoint toCells(NetworkPoint point) const {
        return {(point.x + 0.5) * width / kNetworkWidth, (point.y + 0.5) * height / kNetworkHeight};
    }
    NetworkPoint toNetwork(CellPoint point) const {
        return {point.x * kNetworkWidth / width - 0.5, point.y * kNetworkHeight / height - 0.5};
    }
};

/// Probability that a vertebra's centre lies in the cell; row order, 0...1.
struct Heatmap {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    float at(int x, int y) const { return values[index(x, y)]; }
    float& at(int x, int y) { return values[index(x, y)]; }
    /// The largest value within `reach` cells of a place; 0 outside the map.
    float strongestNear(CellPoint place, int reach) const;

private:
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

struct Peak {
    int x = 0; ///< cell
    int y = 0;
    double value = 0;
};

struct DecodeOptions {
    double threshold = 0.25;      ///< a peak below is no vertebra
    double minimumSpacingPx = 24; ///< network pixels; two peaks closer than this are one vertebra
    double gapRatio = 1.6;        ///< a step this many times the typical one skips a vertebra
};

/// Local maxima (3 x 3) above the threshold, no two closer than the spacing, the best kLevelCount of them,
/// top to bottom.
std::vector<Peak> findPeaks(const Heatmap& heatmap, const DecodeOptions& options = {});

/// Corners by their place in the picture, the order of the corner head.
inline constexpr std::size_t kTopLeft = 0;
inline constexpr std::size_t kTopRight = 1;
inline constexpr std::size_t kBottomLeft = 2;
inline constexpr std::size_t kBottomRight = 3;

/// Index in that order of an anatomical corner, for a picture with anterior on this side.
std::size_t cornerPlace(Corner corner, AnteriorSide anterior);

/// A vertebra as the heads see it; network frame.
struct DecodedVertebra {
    NetworkPoint centre;
    std::array<NetworkPoint, 4> corners; ///< kTopLeft ... kBottomRight; may lie outside
    double confidence = 0;
};

/// centre: cell-edge offset; corners: centre minus corner; cells.
DecodedVertebra decodeVertebra(const Peak& peak, const std::array<float, 2>& centre,
                               const std::array<float, 8>& corners, const CellFrame& frame);

/// Names for vertebrae found top to bottom. With fewer than six, the missing ones are where the chain skips a
/// step, else beyond the end where the heatmap shows more of a vertebra below the threshold (a place outside
/// the picture counts as a faint one). Nothing is ever invented.
struct LevelledVertebrae {
    std::array<std::optional<DecodedVertebra>, kLevelCount> vertebrae;
    std::array<MissingReason, kLevelCount> missing{};
};
LevelledVertebrae assignLevels(const std::vector<DecodedVertebra>& found, const Heatmap& heatmap,
                               const DecodeOptions& options = {});

/// Landmarks in source pixels. picture: which side of the decoded picture anterior was on; isMirrored: the
/// picture was mirrored on its way into the network.
Landmarks toLandmarks(const LevelledVertebrae& found, const ScanGeometry& geometry, AnteriorSide picture,
                      bool isMirrored);

} // namespace vertescore
