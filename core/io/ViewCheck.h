// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/io/Scan.h"

namespace vertescore {

/// Whether a network for lateral scans may be run on a scan unasked. picture: the scan as displayed. The
/// file's word counts; where it says nothing, the picture does (frontalProbability). Error: FrontalView,
/// which of them says so, and the scan's path. Pure; any thread.
Status checkLateral(const Scan& scan, const DisplayImage& picture);

} // namespace vertescore
