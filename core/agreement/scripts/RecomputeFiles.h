// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <filesystem>

namespace vertescore {

/// One file of a folder in which others can recompute a report.
struct RecomputeFile {
    std::string name;
    std::string content;
};

/// ratings.csv (the readings), agreement.csv (the report's numbers), and two scripts that recompute the
/// headline numbers of every pair of readers (raw agreement, linear kappa with standard error and interval,
/// correlations, the six ICCs, bias and limits of agreement, kappas of both conditions) from the first with
/// public packages and compare them with the second: recompute.py (numpy, scipy, scikit-learn) and
/// recompute.R (vcd, psych). Nothing of the study stands in the scripts but the bounds of its categories.
/// table: what the report was made of. Pure.
std::vector<RecomputeFile> recomputeFiles(const RatingTable& table, const AgreementReport& report);

/// The same as files of a folder, which is made if it is not there; files of these names are replaced, each
/// atomically. FileNotWritable, DiskFull.
Status writeRecomputeFiles(const std::filesystem::path& folder, const RatingTable& table,
                           const AgreementReport& report);

} // namespace vertescore
