// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decode/Decode.h"

#include <cmath>

namespace vertescore {
namespace {

Landmark landmarkAt(NetworkPoint point, const ScanGeometry& geometry, AnteriorSide mapping) {
    const PixelPoint pixel = geometry.toPixel(point, mapping);
    return {pixel, geometry.contains(pixel) ? PointState::Predicted : PointState::NotVisible};
}

} // namespace

double meanScale(const ScanGeometry& geometry) {
    return std::sqrt(static_cast<double>(geometry.width) / kNetworkWidth * geometry.height / kNetworkHeight);
}

std::size_t cornerPlace(Corner corner, AnteriorSide anterior) {
    const bool isTop = corner == Corner::SuperiorAnterior || corner == Corner::SuperiorPosterior;
    const bool isAnterior = corner == Corner::SuperiorAnterior || corner == Corner::InferiorAnterior;
    const bool isRight = isAnterior == (anterior == AnteriorSide::Right);
    if (isTop) return isRight ? kTopRight : kTopLeft;
    return isRight ? kBottomRight : kBottomLeft;
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
        for (const Corner corner : kCorners) {
            const std::size_t place = cornerPlace(corner, picture);
            vertebra.at(corner) = landmarkAt(decoded->corners[place], geometry, mapping);
            if (decoded->radii)
                vertebra.at(corner).uncertaintyPx = (*decoded->radii)[place] * meanScale(geometry);
        }
    }
    return landmarks;
}

} // namespace vertescore
