// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementReport.h"

#include "core/agreement/resampling/Stopping_p.h"
#include "core/base/threads/Parallel.h"

#include <algorithm>
#include <functional>

namespace vertescore {
namespace {

/// The readers' own readings, and what was settled between them.
struct SplitTable {
    RatingTable readers;
    RatingTable consensus;
};

SplitTable splitTable(const RatingTable& table, const std::string& consensusReader) {
    SplitTable split;
    for (const auto& [key, rating] : table.ratings()) {
        RatingTable& part = key.reader == consensusReader ? split.consensus : split.readers;
        const auto added = part.add(key, rating);
        VERTESCORE_ASSERT(added.has_value()); // it was in a table
    }
    return split;
}

std::vector<Unit> reportedUnits(const RatingTable& table, const AgreementOptions& options) {
    std::vector<Unit> units = unitsOf(table);
    if (options.walls) {
        const auto walls = wallUnits();
        units.insert(units.end(), walls.begin(), walls.end());
    }
    return units;
}

/// Sessions of each reader against each other.
std::vector<UnitAgreement> repeatsOf(const RatingTable& table, const ConditionAgreement& condition,
                                     const AgreementOptions& options) {
    std::vector<UnitAgreement> repeats;
    for (const Unit& unit : reportedUnits(table, options)) {
        UnitAgreement ofUnit{unit, {}, {}};
        for (const std::string& reader : condition.readers) {
            if (table.sessions(condition.condition, reader).size() < 2) continue;
            const auto sessions = sessionMatrix(table, condition.condition, reader, unit, options.bounds);
            for (PairAgreement& pair : agreementOfPairs(sessions, unit))
                ofUnit.pairs.push_back(std::move(pair));
        }
        if (!ofUnit.pairs.empty()) repeats.push_back(std::move(ofUnit));
    }
    return repeats;
}

/// Each reader against the consensus, over the images that have one.
std::vector<UnitAgreement> againstConsensus(const SplitTable& tables, const ConditionAgreement& condition,
                                            const AgreementOptions& options) {
    const auto settled = tables.consensus.images(condition.condition);
    if (settled.empty()) return {};
    RatingTable both;
    for (const RatingTable* part : {&tables.readers, &tables.consensus})
        for (const auto& [key, rating] : part->ratings())
            if (key.condition == condition.condition && std::ranges::binary_search(settled, key.image)) {
                const auto added = both.add(key, rating);
                VERTESCORE_ASSERT(added.has_value()); // one is no reader of the other
            }
    std::vector<UnitAgreement> result;
    for (const Unit& unit : reportedUnits(tables.readers, options)) {
        const ScoreMatrix matrix = scoreMatrix(both, condition.condition, unit, options.bounds);
        const auto consensus = static_cast<std::size_t>(
            std::ranges::find(matrix.raters, options.consensusReader) - matrix.raters.begin());
        UnitAgreement ofUnit{unit, {}, {}};
        for (std::size_t reader = 0; reader < matrix.raters.size(); ++reader)
            if (reader != consensus) ofUnit.pairs.push_back(agreementOfPair(matrix, reader, consensus, unit));
        if (!ofUnit.pairs.empty()) result.push_back(std::move(ofUnit));
    }
    return result;
}

std::vector<StratumAgreement> agreementByStratum(const RatingTable& table, const std::string& condition,
                                                 const std::vector<Stratum>& strata,
                                                 const AgreementOptions& options) {
    std::vector<StratumAgreement> result;
    for (const Stratum& stratum : strata)
        result.push_back({stratum, 0, {}});
    for (const Unit& unit : unitsOf(table)) {
        const ScoreMatrix matrix = scoreMatrix(table, condition, unit, options.bounds);
        for (StratumAgreement& one : result) {
            const ScoreMatrix part = onlyImages(matrix, one.stratum.images);
            one.images = part.images.size();
            one.units.push_back(agreementOfUnit(part, unit));
        }
    }
    return result;
}

/// What is said about the conditions, in pieces that need nothing of each other.
class ConditionPieces {
public:
    ConditionPieces(const SplitTable& tables, const std::vector<Stratum>& strata,
                    const AgreementOptions& options, std::vector<ConditionAgreement>& conditions,
                    const std::stop_token& stop)
        : m_tables(tables), m_strata(strata), m_options(options), m_stop(stop) {
        for (ConditionAgreement& condition : conditions)
            addUnits(condition); // the longest first
        for (ConditionAgreement& condition : conditions)
            addOthers(condition);
    }

    void work() {
        inParallel(m_pieces.size(), m_options.threads, [this](std::size_t i) {
            stopIfAsked(m_stop);
            m_pieces[i]();
        });
    }

private:
    void addUnits(ConditionAgreement& condition) {
        const auto units = reportedUnits(m_tables.readers, m_options);
        condition.units.resize(units.size());
        for (std::size_t i = 0; i < units.size(); ++i)
            m_pieces.emplace_back([this, &condition, unit = units[i], i] {
                condition.units[i] = agreementOf(condition.condition, unit);
            });
    }

    void addOthers(ConditionAgreement& condition) {
        m_pieces.emplace_back([this, &condition] {
            if (condition.readers.size() > 1)
                condition.strata =
                    agreementByStratum(m_tables.readers, condition.condition, m_strata, m_options);
        });
        m_pieces.emplace_back(
            [this, &condition] { condition.repeats = repeatsOf(m_tables.readers, condition, m_options); });
        m_pieces.emplace_back(
            [this, &condition] { condition.consensus = againstConsensus(m_tables, condition, m_options); });
        m_pieces.emplace_back([this, &condition] {
            condition.landmarks =
                landmarkAgreement(m_options.landmarks, m_tables.readers, condition.condition);
        });
    }

    UnitAgreement agreementOf(const std::string& condition, const Unit& unit) const {
        const RatingTable& table = m_tables.readers;
        const ScoreMatrix matrix = scoreMatrix(table, condition, unit, m_options.bounds);
        if (unit.kind == Unit::Kind::Wall) return agreementOfUnit(matrix, unit);
        return agreementOfUnit(
            matrix, unit,
            {m_options.resamples,
             [&table](const std::vector<std::string>& images) { return clustersOf(table, images); }, m_stop});
    }

    const SplitTable& m_tables;
    const std::vector<Stratum>& m_strata;
    const AgreementOptions& m_options;
    const std::stop_token& m_stop;
    std::vector<std::function<void()>> m_pieces;
};

std::vector<ConditionAgreement> agreementOfConditions(const SplitTable& tables,
                                                      const std::vector<Stratum>& strata,
                                                      const AgreementOptions& options,
                                                      const std::stop_token& stop) {
    std::vector<ConditionAgreement> result;
    for (const std::string& condition : tables.readers.conditions()) {
        ConditionAgreement& one = result.emplace_back();
        one.condition = condition;
        one.readers = tables.readers.readers(condition);
        one.images = tables.readers.images(condition).size();
        one.settled = tables.consensus.images(condition).size();
    }
    ConditionPieces(tables, strata, options, result, stop).work();
    return result;
}

std::vector<Stratum> strataOf(const RatingTable& table, const AgreementOptions& options) {
    std::vector<Stratum> strata = burdenStrata(table, options.bounds);
    for (Stratum& stratum : groupStrata("scanner", options.scannerOf))
        strata.push_back(std::move(stratum));
    return strata;
}

AgreementReport reportOf(const RatingTable& table, const AgreementOptions& given,
                         const std::stop_token& stop) {
    AgreementOptions options = given;
    if (!options.resamples) options.resamples = drawnResamples(kDefaultResamples, kDefaultResamplingSeed);
    const SplitTable tables = splitTable(table, options.consensusReader);
    const auto strata = strataOf(tables.readers, options);
    AgreementReport report;
    report.study = options.study;
    report.synthetic = options.synthetic;
    report.bounds = options.bounds;
    report.conditions = agreementOfConditions(tables, strata, options, stop);
    const auto& [without, with] = options.comparedConditions;
    if (!report.find(without) || !report.find(with)) return report;
    report.withoutCondition = without;
    report.withCondition = with;
    const ConditionComparison how{options.comparedConditions, options.bounds,  options.resamples,
                                  options.bootstrap,          options.threads, stop};
    report.paired = compareConditions(tables.readers, how);
    report.pairedStrata = compareConditionsByStratum(tables.readers, how, strata);
    return report;
}

} // namespace

const UnitAgreement* ConditionAgreement::find(const Unit& unit) const {
    const auto found = std::ranges::find(units, unit, &UnitAgreement::unit);
    return found == units.end() ? nullptr : &*found;
}

const ConditionAgreement* AgreementReport::find(const std::string& condition) const {
    const auto found = std::ranges::find(conditions, condition, &ConditionAgreement::condition);
    return found == conditions.end() ? nullptr : &*found;
}

AgreementReport makeAgreementReport(const RatingTable& table, const AgreementOptions& options) {
    return reportOf(table, options, {}); // whom nobody asks
}

std::optional<AgreementReport> makeAgreementReport(const RatingTable& table, const AgreementOptions& options,
                                                   const std::stop_token& stop) {
    try {
        return reportOf(table, options, stop);
    } catch (const Stopped&) {
        return std::nullopt;
    }
}

} // namespace vertescore
