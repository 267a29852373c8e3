// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/store/coordination/Panel.h"

#include <QWidget>

#include <map>

namespace vertescore {

class Actions;
class CaseDesk;
struct CaseLine;
class Workspace;

/// Where a coordinator says what is right for a scan, and why: training arms list the scans that have a truth
/// and show it after each submitted reading. What the panel agreed on stands beside it. Saying it anew adds
/// to what was said before. GUI thread.
class TruthPage : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the page.
    TruthPage(Workspace& workspace, Actions& actions, QWidget* parent = nullptr);
    void begin(); ///< reads the scans; the first one without a truth is chosen

Q_SIGNALS:
    void closed();
    void refused(const vertescore::Error& error);

private:
    struct Known {
        std::vector<StudyScan> scans; ///< without hidden repeats
        std::map<ScanId, ScoreSheet> truths;
        std::vector<Consensus> consensus;
    };

    void take(const Known& known);
    void openCase(int row);
    void keepDraft(int row);
    void record(const ScoreSheet& sheet, const std::string& reason);
    void chooseNextOpen(int after);
    CaseLine lineOf(const StudyScan& scan) const;

    Workspace& m_workspace;
    Known m_known;
    std::map<ScanId, ScoreSheet> m_drafts; ///< graded, not recorded yet
    CaseDesk* m_desk;
};

} // namespace vertescore
