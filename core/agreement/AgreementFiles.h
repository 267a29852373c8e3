// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// One number of a report with everything that must stand beside it.
struct ReportedStatistic {
    std::string condition; ///< or "paired"
    std::string readers;   ///< "R1-R2", "all", "mean_pairs"
    std::string unit;      ///< "L1", "total", ...; of corners "landmarks", "landmarks-L1-superiorAnterior"
    std::string stratum;   ///< "burden:low"; empty: all images
    std::string name;      ///< "kappa_lin.est", "ba.loa_lo_exact_hi", "kappa_lin/perc_lo", ...
    Statistic value;
    std::size_t n = 0;
    std::size_t excludedNotRead = 0;
    std::size_t excludedNotReadable = 0;
    std::string method; ///< form and interval, in English
};

/// Every statistic of the report, in a stable order.
std::vector<ReportedStatistic> listStatistics(const AgreementReport& report);

/// One JSON object on one line: "study/condition/readers/unit/statistic": number, or null where undefined;
/// the unit of a stratum is "total@burden:low". Numbers read back to the same double.
std::string agreementToJson(const AgreementReport& report);

/// Tidy CSV of one or more studies, one statistic a row: study, condition, readers, unit, stratum (empty:
/// all images), statistic, value, undefined (the reason), n, excluded_not_read, excluded_not_readable,
/// method, synthetic, notice (research use only).
std::string agreementToCsv(std::span<const AgreementReport> reports);

/// The shortest text that reads back to the same double.
std::string numberText(double value);

} // namespace vertescore
