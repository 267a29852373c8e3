// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/resampling/Resampling.h"
#include "core/agreement/several/SeveralReaders.h"
#include "core/agreement/statistics/BlandAltman.h"
#include "core/agreement/statistics/Correlation.h"
#include "core/agreement/statistics/Kappa.h"
#include "core/agreement/statistics/MeasurementError.h"

#include <stop_token>

namespace vertescore {

/// Two raters on one unit.
struct PairAgreement {
    std::string firstRater;
    std::string secondRater;
    PairSample sample; ///< n, n excluded and why, the scores for plots and the confusion matrix
    RawAgreement raw;
    Kappa unweighted;
    Kappa linear; ///< the default
    Kappa quadratic;
    std::array<Bootstrap, 3> bootstraps; ///< of the kappas, by KappaWeights
    GappedCoefficient ac2; ///< of these two alone: what stands beside kappa, which a rare score pulls down
    Spearman spearman;
    Statistic tauB;
    std::optional<Pearson> pearson; ///< these four: nothing for the unit category
    std::optional<Icc> icc;
    std::optional<MeasurementError> error;
    std::optional<BlandAltman> blandAltman;

    const Kappa& kappa(KappaWeights weights) const;
    const Bootstrap& bootstrap(KappaWeights weights) const;
};

/// All raters together on one unit.
struct SeveralReaderAgreement {
    SeveralReaderCounts counts;
    SeveralReaderRaw raw;
    std::array<Statistic, 3> meanKappas; ///< of all pairs, by KappaWeights; undefined as the first that is
    FleissKappa fleiss;
    GappedCoefficient fleissWithGaps;
    GappedCoefficient ac1;
    GappedCoefficient ac2;
    KrippendorffAlpha krippendorff;
    KendallW kendall;
    std::optional<Icc> icc; ///< these two: nothing for the unit category
    std::optional<MeasurementError> error;
};

struct UnitAgreement {
    Unit unit;
    std::vector<PairAgreement> pairs; ///< every pair, by the readers' ids
    SeveralReaderAgreement all;
};

/// Resampling cases of these images: the images of one patient together, every other image alone.
using ClustersOf = std::function<std::vector<std::vector<std::uint32_t>>(const std::vector<std::string>&)>;

/// With what the kappas of a pair are resampled; without a source they are not.
struct KappaResampling {
    ResampleSource source;
    ClustersOf clusters;
    std::stop_token stop = {}; ///< asked between blocks of resamples; throws Stopped
};

/// Pure; any thread.
PairAgreement agreementOfPair(const ScoreMatrix& matrix, std::size_t first, std::size_t second,
                              const Unit& unit, const KappaResampling& resampling = {});
std::vector<PairAgreement> agreementOfPairs(const ScoreMatrix& matrix, const Unit& unit,
                                            const KappaResampling& resampling = {});
/// Every pair and all raters together.
UnitAgreement agreementOfUnit(const ScoreMatrix& matrix, const Unit& unit,
                              const KappaResampling& resampling = {});

} // namespace vertescore
