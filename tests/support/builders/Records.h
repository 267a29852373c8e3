// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFiles.h"
#include "core/phantom/Phantom.h"

namespace vertescore::test {

/// The true landmarks of a phantom, all confirmed, as "scan.dcm".
inline LandmarkRecord phantomRecord(std::uint64_t index, AnteriorSide side = AnteriorSide::Right) {
    PhantomOptions options;
    options.seed = 7;
    options.anterior = side;
    const Phantom phantom = makePhantomTruth(options, index);
    return {"scan.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, std::nullopt};
}

/// Landmarks of every kind: predicted, edited and locked, not visible, missing; with model and confidence.
inline LandmarkRecord mixedRecord() {
    LandmarkRecord record = phantomRecord(0);
    record.scanPath = std::filesystem::path(u8"Röntgen/скан.dcm");
    record.model = DetectionModel{"VerteNet", std::string(64, 'a'), "cpu", "bf16"};
    for (const Level level : kLevels) {
        auto& vertebra = record.landmarks.at(level);
        vertebra.confidence = 1.0 / 3;
        for (Landmark& corner : vertebra.corners)
            corner.state = PointState::Predicted;
        vertebra.at(Corner::SuperiorAnterior).uncertaintyPx = 10.0 / 3;
    }
    record.landmarks.at(Level::L2).at(Corner::InferiorAnterior).state = PointState::Edited;
    record.landmarks.at(Level::L2).at(Corner::InferiorAnterior).locked = true;
    record.landmarks.at(Level::L3).at(Corner::SuperiorPosterior) = {std::nullopt, PointState::NotVisible,
                                                                    false};
    record.landmarks.at(Level::L4).confidence.reset();
    record.landmarks.at(Level::L5) = VertebraLandmarks{};
    record.landmarks.at(Level::L5).missing = MissingReason::BelowThreshold;
    return record;
}

} // namespace vertescore::test
