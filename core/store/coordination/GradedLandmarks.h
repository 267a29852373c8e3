// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"

#include <optional>
#include <string>

namespace vertescore {

/// The landmarks whose guides were there when a submitted reading was graded.
struct GradedLandmarks {
    std::string code; ///< of the scan; of a hidden repeat that of its original
    std::string reader;
    std::string arm;
    int session = 1;
    int showing = 1; ///< 2: of the hidden repeat
    Landmarks landmarks;
    std::optional<PixelSpacing> spacing; ///< of the scan
};

} // namespace vertescore
