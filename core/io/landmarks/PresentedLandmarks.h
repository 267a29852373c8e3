// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/landmarks/LandmarkFormat.h"

namespace vertescore {

/// Corners that a presentation state (GSPS) of ours or of another program marks on scans: places named by
/// their tracking ID, as core/results/Presentation.h writes them, or else texts that are anchored to a place;
/// labels as for readLandmarks, with a state after it or without. Guides and region follow from corners and
/// are not read. One entry for each scan that options.findScan knows, asked for by SOP Instance UID; the scan
/// path is the file name that it gives. Errors: UnsupportedFormat (no such object), InvalidArgument (findScan
/// knows none of its scans), LandmarksMissing (it names no corner), LandmarksMalformed, File...; with the
/// path. Any thread.
Result<std::vector<ExchangedLandmarks>> readPresentedLandmarks(const std::filesystem::path& path,
                                                               const LandmarkReadOptions& options);

} // namespace vertescore
