// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification/MergedChains_p.h"

#include "core/store/merge/log/MergedLog_p.h"

namespace vertescore {

namespace {

/// What the row of a merge says of its entries.
struct MergeClaim {
    std::string name;
    std::int64_t entries = 0;
    std::string seal;
};

std::map<std::int64_t, MergeClaim> claimedMerges(Database& database) {
    std::map<std::int64_t, MergeClaim> merges;
    auto row = database.statement("SELECT id, source_name, entries, seal FROM merges");
    while (row.executeStep())
        merges[row.getColumn(0).getInt64()] = {row.getColumn(1).getString(), row.getColumn(2).getInt64(),
                                               row.getColumn(3).getString()};
    return merges;
}

/// Takes all merged entries in their order; those of a merge follow each other.
class MergedChains {
public:
    MergedChains(Database& database, StudyCheck& check, LoggedRows& logged)
        : m_database(database), m_check(check), m_logged(logged), m_known(database),
          m_claims(claimedMerges(database)) {}

    void follow() {
        auto row = m_database.statement(
            "SELECT number, origin_person, origin_row, at, action, subject_table, before, after,"
            " reason, row_sha256, previous, hash, subject_row, local_sha256, merge_id, id"
            " FROM merged_log ORDER BY id");
        std::optional<std::int64_t> merge;
        while (row.executeStep()) {
            const auto current = row.getColumn(14).getInt64();
            if (merge != current) {
                if (merge) end(*merge);
                begin(current);
                merge = current;
            }
            take(row);
        }
        if (merge) end(*merge);
        for (const auto& [number, claim] : m_claims) // of these nothing is there
            tell("the merge of " + claim.name);
    }

private:
    void begin(std::int64_t merge);
    void take(const Statement& row);
    void end(std::int64_t merge);
    void tell(const std::string& broken) {
        if (!m_check.firstBrokenMerge) m_check.firstBrokenMerge = broken;
    }

    Database& m_database;
    StudyCheck& m_check;
    LoggedRows& m_logged;
    KnownEntries m_known;
    std::map<std::int64_t, MergeClaim> m_claims; ///< of those that are not over
    // Of the merge that is being followed:
    std::string m_name;
    MergeSeal m_seal;
    std::vector<MergedRun> m_runs;
    std::int64_t m_entries = 0;
    std::string m_last; ///< hash
    AuditLink m_link;
};

void MergedChains::begin(std::int64_t merge) {
    const auto claim = m_claims.find(merge);
    m_name = claim != m_claims.end() ? claim->second.name : "merge " + std::to_string(merge);
    m_seal = {};
    m_runs.clear();
    m_entries = 0;
    m_last.clear();
}

void MergedChains::take(const Statement& row) {
    readLink(row, 0, m_link);
    const auto previous = optionalText(row, 10).value_or(m_last);
    const auto hash = row.getColumn(11).getText();
    const bool isJoined =
        previous == m_last || m_known.find(m_link.number - 1, previous); // or it began after a known one
    if (!isJoined || hash != chainHash(previous, m_link))
        tell("entry " + std::to_string(m_link.number) + " of " + m_name);
    std::optional<std::int64_t> here;
    if (!row.getColumn(12).isNull()) here = row.getColumn(12).getInt64();
    const auto sha256 = row.getColumn(13);
    m_seal.add(hash, here, sha256.getText());
    if (here && !sha256.isNull()) m_logged.note(m_link.table, *here, sha256.getText());
    addToRuns(m_runs, row.getColumn(15).getInt64(), m_link.number);
    ++m_entries;
    m_last.assign(hash);
}

void MergedChains::end(std::int64_t merge) {
    m_check.mergedEntries += static_cast<std::size_t>(m_entries);
    const auto claim = m_claims.extract(merge);
    if (claim.empty() || claim.mapped().entries != m_entries || claim.mapped().seal != m_seal.hex() ||
        runsOf(m_database, merge) != m_runs)
        tell("the merge of " + m_name);
}

} // namespace

void followMergedChains(Database& database, StudyCheck& check, LoggedRows& logged) {
    MergedChains(database, check, logged).follow();
}

} // namespace vertescore
