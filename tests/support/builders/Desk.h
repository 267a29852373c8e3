// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detection/LandmarkDetector.h"
#include "core/io/Scan.h"
#include "core/landmarks/Landmarks.h"

#include <memory>

/// Small scans and spines with round numbers, for tests of the desk.
namespace vertescore::test {

/// 8 bits, stored values 0...255 growing with x + y, no black region; window over the whole range.
inline std::shared_ptr<const Scan> makeScan(int width = 400, int height = 700,
                                            std::optional<PixelSpacing> spacing = std::nullopt) {
    auto scan = std::make_shared<Scan>();
    scan->image = {width, height, 0, {}};
    scan->image.samples.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            scan->image.samples.push_back(static_cast<std::uint16_t>(40 + (x + y) * 215 / (width + height)));
    scan->pipeline.window = WindowLevel{127.5, 255, VoiFunction::LinearExact};
    scan->geometry = {width, height, spacing};
    return scan;
}

inline PixelPoint shiftedBy(PixelPoint point, double x, double y) {
    return {point.x + x, point.y + y};
}

/// A straight spine, anterior right: bodies of 80 x 60 px from x 120 to 200, one every 100 px from y 40 on.
inline Landmarks makeSpine(PointState state = PointState::Predicted) {
    Landmarks landmarks;
    for (const Level level : kLevels) {
        const double top = 40 + 100.0 * static_cast<double>(indexOf(level));
        VertebraLandmarks& vertebra = landmarks.at(level);
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{200, top}, state, false};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{120, top}, state, false};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{200, top + 60}, state, false};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{120, top + 60}, state, false};
        vertebra.confidence = 0.9;
    }
    return landmarks;
}

inline DetectionModel makeModel() {
    return {"FakeNet", std::string(64, 'a'), "cpu", "fp32"};
}

inline Detection makeDetection() {
    return {makeSpine(), makeModel()};
}

} // namespace vertescore::test
