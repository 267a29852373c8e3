// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFormat.h"

namespace vertescore::formats {

/// A point as a file has it.
struct ImagePoint {
    Level level = Level::T12;
    std::optional<Corner> corner; ///< nothing: one of four, which follows from the place
    Landmark landmark{std::nullopt, PointState::Edited, false};
    std::optional<double> confidence = std::nullopt; ///< of its vertebra
    MissingReason missing = MissingReason::None;     ///< of its vertebra
};

/// The points of one image, before they are told apart.
struct ImagePoints {
    std::string image;
    int width = 0;
    int height = 0;
    std::optional<PixelSpacing> spacing = std::nullopt;
    std::vector<ImagePoint> points = {};
    std::optional<AnteriorSide> anterior = std::nullopt; ///< where the file says it
};

struct PointLabel {
    Level level = Level::T12;
    std::optional<Corner> corner;
};

/// "L1", "L1-superiorAnterior", "l1 superior anterior"; nothing for any other text.
std::optional<PointLabel> pointLabelFrom(std::string_view text);
/// "L1-superiorAnterior"
std::string pointLabel(Level level, Corner corner);

/// A corner of a level as most formats have it: with a place, and Edited unless a known state says otherwise.
ImagePoint placedPoint(const PointLabel& label, PixelPoint place, std::string_view state = {});

/// Landmarks from points. Four points of a level that name no corner are told apart along the spine: the pair
/// of opposite sides that lies across it are the endplates; the front is what the file says, or
/// where named corners have it, else by the option,
/// else it is where the endplates turn down from the first level to the last. Errors: LandmarksMalformed.
Result<ExchangedLandmarks> assemble(const ImagePoints& image, std::optional<AnteriorSide> anterior);

} // namespace vertescore::formats
