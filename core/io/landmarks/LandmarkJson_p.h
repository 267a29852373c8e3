// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFiles.h"

#include <nlohmann/json_fwd.hpp>

namespace vertescore {

/// The object that landmarksToJson prints. state: what every vertebra is said to be; "": what its corners
/// are.
nlohmann::ordered_json landmarkObject(const LandmarkRecord& record, std::string_view state = {});

/// [x, y]
nlohmann::ordered_json pointArray(PixelPoint point);

/// A place from [x, y]: finite and within a million pixels (it may lie outside the picture, not in another
/// world).
std::optional<PixelPoint> pointFrom(const nlohmann::ordered_json& value);

/// The text of an object; what is no UTF-8 in it is replaced.
std::string jsonText(const nlohmann::ordered_json& object, bool compact);

} // namespace vertescore
