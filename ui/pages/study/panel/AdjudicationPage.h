// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/store/coordination/DisputedCases.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;

namespace vertescore {

class Actions;
class CaseDesk;
struct CaseLine;
class Workspace;

/// Where a coordinator settles what readers see differently: the cases by how far apart the readings are, all
/// readings beside the picture, and the consensus by the keys that readers use. Each consensus is a reading
/// of its own, added to those before; nothing of the readers' is changed. GUI thread.
class AdjudicationPage : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the page.
    AdjudicationPage(Workspace& workspace, Actions& actions, QWidget* parent = nullptr);
    void begin(); ///< reads the cases; the first open one is chosen

Q_SIGNALS:
    void closed();
    void refused(const vertescore::Error& error);

private:
    using Key = std::tuple<ScanId, std::string, int>; ///< scan, arm, session

    struct Found {
        std::vector<DisputedCase> cases;
        std::vector<Consensus> consensus;
        std::vector<StudyScan> scans;
    };

    QWidget* makeFilters();
    void take(const Found& found);
    void showLines(const std::optional<Key>& chosen);
    std::optional<Key> currentKey() const;
    void openCase(int row);
    void keepDraft(int row);
    void record(const ScoreSheet& sheet, const std::string& reason);
    void chooseNextOpen(int after);
    CaseLine lineOf(const DisputedCase& which) const;
    const DisputedCase& caseAt(int row) const;
    const Consensus* consensusOn(const DisputedCase& which) const;
    static Key keyOf(const DisputedCase& which) { return {which.scan, which.pass.arm, which.pass.session}; }

    Workspace& m_workspace;
    Found m_found;
    std::vector<std::size_t> m_shown;   ///< of m_found.cases, in the order of the list
    std::map<Key, ScoreSheet> m_drafts; ///< graded, not recorded yet
    QComboBox* m_threshold;
    QCheckBox* m_onlyOpen;
    CaseDesk* m_desk;
};

} // namespace vertescore
