// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/agreement/AgreementTable.h"

#include <string>
#include <vector>

namespace vertescore {

/// What is compared between the two conditions of a report.
enum class ComparedStatistic { Pearson, LinearKappa, Icc21 };

/// The change of that statistic in one unit; nothing for a category's correlation or ICC.
const PairedChange* changeOf(const PairedAgreement& paired, ComparedStatistic statistic);

/// Whose comparisons the report has, each once, in its order: "R1-R2", ..., kMeanOfPairs.
std::vector<std::string> comparedReaders(const AgreementReport& report);

/// The comparison of these readers ("R1-R2", kMeanOfPairs) in that unit; nullptr when there is none.
const PairedAgreement* findPaired(const AgreementReport& report, const std::string& readers,
                                  const Unit& unit);

/// One row a unit in the layout of the published tables: n, the statistic under the first and the second
/// condition with its 95 % interval, the difference with its bootstrap interval; for kappa the p of the delta
/// method too. Units without that statistic have no row.
AgreementTable comparisonTable(const AgreementReport& report, const std::string& readers,
                               ComparedStatistic statistic);

} // namespace vertescore
