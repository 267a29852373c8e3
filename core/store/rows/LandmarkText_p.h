// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

#include <string>

namespace vertescore {

/// All 24 points with state and lock, confidences and reasons, as JSON in a fixed order: equal landmarks,
/// equal text. Throws Refusal (InvalidArgument) for a coordinate or confidence that is no finite number.
std::string landmarksToText(const Landmarks& landmarks);

/// The inverse. Throws Refusal (StudyCorrupt) or a JSON exception when the text is not one of ours.
Landmarks landmarksFromText(const std::string& text);

/// SHA-256 of the positions and the anterior side alone: equal exactly when the guides are equal.
std::string shapeSha256(const Landmarks& landmarks);

} // namespace vertescore
