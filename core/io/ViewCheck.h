// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/Scan.h"

#include <algorithm>

namespace vertescore {

/// The file speaks of a frontal view (ScanWarning::MayBeFrontal), on which no network for lateral ones may be
/// run unasked.
inline bool isCalledFrontal(const Scan& scan) {
    return std::find(scan.warnings.begin(), scan.warnings.end(), ScanWarning::MayBeFrontal) !=
           scan.warnings.end();
}

} // namespace vertescore
