// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/exchange/RatingFormat.h"

#include <vector>

namespace vertescore::cli {

struct RatingExchange {
    RatingFormat format = RatingFormat::Long;
    std::string file;
    std::string marks; ///< file of marked stretches beside it; empty: none
    std::string study;
    std::string person; ///< empty: the first coordinator
    bool passwordFromStdin = false;
    std::string arm; ///< of a reader who exports; empty: the study's first
    int session = 1;
};

std::vector<std::string> ratingFormatNames();

/// A coordinator writes every submitted reading; a reader their own of one arm and session.
void exportRatings(const RatingExchange& exchange, Console& console);
/// All readings of a file, or none; coordinators only.
void importRatings(const RatingExchange& exchange, Console& console);

} // namespace vertescore::cli
