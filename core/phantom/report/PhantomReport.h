// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"

#include <string>
#include <vector>

namespace vertescore {

/// One check of one style. The measured percentiles are over the pictures on which the measure exists.
struct PhantomReportRow {
    PhantomStyle style = PhantomStyle::A;
    std::string check;
    std::size_t count = 0;
    double p5 = 0;
    double p50 = 0;
    double p95 = 0;
    std::string required; ///< in words: what real scans have, or the share that is asked for
    bool isMet = false;
};

struct PhantomReport {
    PhantomDomain domain = PhantomDomain::Train;
    std::size_t countPerStyle = 0;
    std::vector<PhantomReportRow> rows;
};

/// Makes countPerStyle phantoms of each style (or of options.style alone), measures them and holds them
/// against the ranges of real scans: the generator's 5-95 % span must contain the real extremes and its 20-80
/// % span the real median; shares must lie within their bounds. Uses as many threads as asked for; the result
/// does not depend on it.
PhantomReport reportOnPhantoms(const PhantomOptions& options, std::size_t countPerStyle,
                               unsigned threads = 1);

} // namespace vertescore
