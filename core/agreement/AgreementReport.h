// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/RatingTable.h"
#include "core/agreement/landmarks/LandmarkAgreement.h"
#include "core/agreement/report/CompareConditions.h"
#include "core/agreement/report/Strata.h"
#include "core/agreement/report/UnitAgreement.h"

#include <optional>
#include <stop_token>
#include <utility>

namespace vertescore {

/// The readers' agreement on some of the images.
struct StratumAgreement {
    Stratum stratum;
    std::size_t images = 0;           ///< of the stratum that were read by anyone
    std::vector<UnitAgreement> units; ///< unitsOf() the table
};

struct ConditionAgreement {
    std::string condition;
    std::vector<std::string> readers; ///< without the consensus
    std::size_t images = 0;           ///< read by anyone
    std::vector<UnitAgreement> units;
    /// Same readers, other session or hidden repeat: pairs of "reader:session"; all is empty.
    std::vector<UnitAgreement> repeats;
    std::size_t settled = 0; ///< images that have a consensus
    /// Each reader against the consensus on the settled images, which are those that readers saw differently:
    /// a description of them, no accuracy. Pairs of reader and consensus; all is empty.
    std::vector<UnitAgreement> consensus;
    std::vector<StratumAgreement> strata;     ///< by burden; by other groups where given
    std::vector<LandmarkAgreement> landmarks; ///< where given

    const UnitAgreement* find(const Unit& unit) const; ///< nullptr when not asked for
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
    std::vector<PairedAgreement> pairedStrata; ///< by unit, then stratum

    const ConditionAgreement* find(const std::string& condition) const; ///< nullptr when absent
};

/// As whose reading a consensus stands in a table of ratings.
inline constexpr std::string_view kConsensusReader = "consensus";

struct AgreementOptions {
    std::string study; ///< the name in every key
    bool synthetic = false;
    CategoryBounds bounds;
    bool walls = true; ///< the eight walls beside levels, total and category
    /// Conditions to compare on the same images, first without, then with; skipped unless the table has both.
    std::pair<std::string, std::string> comparedConditions{"no_ivg", "ivg"};
    /// Not one of the readers: never counted among them.
    std::string consensusReader{kConsensusReader};
    std::map<std::string, std::string>
        scannerOf; ///< image to scanner group: strata where there are two or more
    std::vector<ReaderLandmarks> landmarks;
    ResampleSource resamples; ///< nothing: drawnResamples(kDefaultResamples, kDefaultResamplingSeed)
    BootstrapOptions bootstrap;
    unsigned threads = 0; ///< 0: as many as the processor has; the report is the same for any number
};
inline constexpr std::size_t kDefaultResamples = 9999;
inline constexpr std::uint64_t kDefaultResamplingSeed = 4711;

/// Pure; any thread. A table without ratings gives a report without conditions. Kappas of levels, total and
/// category are resampled, those of walls are not.
AgreementReport makeAgreementReport(const RatingTable& table, const AgreementOptions& options);
/// The same, asked to stop between any two blocks of resamples: nothing once somebody has.
std::optional<AgreementReport> makeAgreementReport(const RatingTable& table, const AgreementOptions& options,
                                                   const std::stop_token& stop);

} // namespace vertescore
