// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/BlandAltman.h"
#include "core/agreement/Correlation.h"
#include "core/agreement/Icc.h"
#include "core/agreement/Kappa.h"
#include "core/agreement/PairSample.h"
#include "core/agreement/PairedComparison.h"
#include "core/agreement/RatingTable.h"
#include "core/agreement/SeveralReaders.h"

#include <functional>
#include <utility>

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
    GappedCoefficient ac2; ///< of these two alone: what stands beside kappa, which a rare score pulls down
    Spearman spearman;
    Statistic tauB;
    std::optional<Pearson> pearson; ///< these three: nothing for the unit category
    std::optional<Icc> icc;
    std::optional<BlandAltman> blandAltman;

    const Kappa& kappa(KappaWeights weights) const;
};

/// All raters together on one unit.
struct SeveralReaderAgreement {
    SeveralReaderCounts counts;
    SeveralReaderRaw raw;
    FleissKappa fleiss;
    GappedCoefficient fleissWithGaps;
    GappedCoefficient ac1;
    GappedCoefficient ac2;
    KrippendorffAlpha krippendorff;
    KendallW kendall;
    std::optional<Icc> icc; ///< nothing for the unit category
};

struct UnitAgreement {
    Unit unit;
    std::vector<PairAgreement> pairs; ///< every pair, by the readers' ids
    SeveralReaderAgreement all;
};

struct ConditionAgreement {
    std::string condition;
    std::vector<std::string> readers;
    std::size_t images = 0; ///< read by anyone
    std::vector<UnitAgreement> units;
    std::vector<UnitAgreement>
        repeats; ///< same readers, other session: pairs of "reader:session"; all is empty

    const UnitAgreement* find(const Unit& unit) const; ///< nullptr when not asked for
};

/// With against without guides, one unit, one pair of readers or the mean of all pairs.
struct PairedAgreement {
    Unit unit;
    std::string readers; ///< "R1-R2" or "mean_pairs"
    PairedComparison comparison;
};

/// Everything said about one study; plots, pages and files are made of this and compute nothing.
struct AgreementReport {
    std::string study;
    bool synthetic = false; ///< simulated readers or phantoms: must be said wherever the numbers are shown
    CategoryBounds bounds;
    std::string withoutCondition; ///< of the paired comparison; empty when there is none
    std::string withCondition;
    std::vector<ConditionAgreement> conditions;
    std::vector<PairedAgreement> paired;

    const ConditionAgreement* find(const std::string& condition) const; ///< nullptr when absent
};

/// Resamples for n images, or nothing when there are none for that n: then the interval stays NotComputed.
using ResampleSource = std::function<std::optional<Resamples>(std::size_t images)>;

struct AgreementOptions {
    std::string study; ///< the name in every key
    bool synthetic = false;
    CategoryBounds bounds;
    bool walls = true; ///< the eight walls beside levels, total and category
    /// Conditions to compare on the same images, first without, then with; skipped unless the table has both.
    std::pair<std::string, std::string> comparedConditions{"no_ivg", "ivg"};
    ResampleSource resamples; ///< nothing: 9999 rows drawn with kDefaultResamplingSeed
    BootstrapOptions bootstrap;
};
inline constexpr std::size_t kDefaultResamples = 9999;
inline constexpr std::uint64_t kDefaultResamplingSeed = 4711;

/// Pure; any thread. A table without ratings gives a report without conditions.
AgreementReport makeAgreementReport(const RatingTable& table, const AgreementOptions& options);

} // namespace vertescore
