// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// What the reader's arm of a study lets them see and change of the landmarks.
enum class GuideMode {
    None,     ///< the bare scan: no mark of anybody
    ReadOnly, ///< marks and guides are shown; no point can be grabbed
    Editable,
};

/// Which layers are drawn over the scan.
struct OverlayOptions {
    bool landmarks = true;
    bool guides = true;
    bool roi = true;
    bool labels = true;
    bool blackMask = false;
    friend bool operator==(const OverlayOptions&, const OverlayOptions&) = default;
};

} // namespace vertescore
