// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "core/agreement/statistics/Icc.h"

namespace vertescore {

/// How many images each coefficient can use.
struct SeveralReaderCounts {
    std::size_t rated = 0;    ///< at least one reading
    std::size_t pairable = 0; ///< at least two
    std::size_t complete = 0; ///< all
    friend bool operator==(const SeveralReaderCounts&, const SeveralReaderCounts&) = default;
};

/// Percent of agreement: mean over pairable images of the share of agreeing pairs; and of complete images.
struct SeveralReaderRaw {
    Statistic exactPercent;
    Statistic withinOnePercent;
    Statistic allEqualPercent;
    Statistic allWithinOnePercent;
    friend bool operator==(const SeveralReaderRaw&, const SeveralReaderRaw&) = default;
};

/// Fleiss 1971 on complete images; null standard error of Fleiss, Nee & Landis 1979.
struct FleissKappa {
    Statistic estimate;
    Statistic standardErrorNull;
    Statistic z;
    friend bool operator==(const FleissKappa&, const FleissKappa&) = default;
};

/// A chance-corrected coefficient that takes unequal numbers of readings (Gwet 2014), with its t interval.
struct GappedCoefficient {
    Statistic estimate;
    Statistic standardError;
    Interval interval;
    friend bool operator==(const GappedCoefficient&, const GappedCoefficient&) = default;
};

/// Krippendorff 2011, over pairable images; the ordinal metric is made of the values' frequencies.
struct KrippendorffAlpha {
    Statistic nominal;
    Statistic ordinal; ///< the default when anything is missing
    Statistic interval;
    friend bool operator==(const KrippendorffAlpha&, const KrippendorffAlpha&) = default;
};

/// Kendall's coefficient of concordance on complete images, corrected for ties.
struct KendallW {
    Statistic w;
    Statistic uncorrected;
    Statistic chiSquare;
    Statistic degreesOfFreedom;
    Statistic p;
    friend bool operator==(const KendallW&, const KendallW&) = default;
};

SeveralReaderCounts severalReaderCounts(const ScoreMatrix& matrix);
SeveralReaderRaw severalReaderRaw(const ScoreMatrix& matrix);
FleissKappa fleissKappa(const ScoreMatrix& matrix);
/// Gwet's generalisation of Fleiss' kappa to unequal numbers of readings.
GappedCoefficient fleissKappaWithGaps(const ScoreMatrix& matrix);
/// Gwet 2008, identity weights over the declared categories.
GappedCoefficient gwetAc1(const ScoreMatrix& matrix);
/// Quadratic weights over the declared categories.
GappedCoefficient gwetAc2(const ScoreMatrix& matrix);
KrippendorffAlpha krippendorffAlpha(const ScoreMatrix& matrix);
KendallW kendallW(const ScoreMatrix& matrix);
/// The complete images as intraclassCorrelation() takes them; row-major.
std::vector<double> completeRows(const ScoreMatrix& matrix);

} // namespace vertescore
