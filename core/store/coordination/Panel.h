// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"
#include "core/store/Study.h"

/// What a coordinator's panel works with. Plain values.
namespace vertescore {

/// As whose reading a consensus goes into files.
inline constexpr std::string_view kPanelName = "consensus";

/// What readers of one scan agreed on after all; a reading of its own beside theirs.
struct Consensus {
    ScanId scan{};
    std::string code;
    std::string arm;
    int session = 1;
    ScoreSheet sheet;
    std::string by; ///< name of who settled it
    std::string atUtc;
    std::string reason;
    int revision = 1; ///< above 1: settled anew; the earlier ones are in the log
};

/// A scan that readers are shown again under another code.
struct HiddenRepeat {
    ScanId original{};
    ScanId repeat{};
    std::string originalCode;
    std::string repeatCode;
};

} // namespace vertescore
