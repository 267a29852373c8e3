// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/panel/TruthPage.h"

#include "ui/panels/study/CaseDesk.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/session/Workspace.h"

#include <QBoxLayout>

#include <algorithm>

namespace vertescore {

TruthPage::TruthPage(Workspace& workspace, Actions& actions, QWidget* parent)
    : QWidget(parent), m_workspace(workspace),
      m_desk(new CaseDesk(
          actions,
          {tr("Truth for training"),
           tr("Training lists the scans that have a truth, and shows it after each submitted reading."),
           tr("What the panel agreed on"), tr("Record the truth"), tr("Reason: where it comes from")},
          new QWidget)) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_desk);
    connect(m_desk, &CaseDesk::caseChosen, this, &TruthPage::openCase);
    connect(m_desk, &CaseDesk::leaving, this, &TruthPage::keepDraft);
    connect(m_desk, &CaseDesk::closed, this, &TruthPage::closed);
    connect(m_desk, &CaseDesk::recorded, this,
            [this](const ScoreSheet& sheet, const QString& reason) { record(sheet, reason.toStdString()); });
    connect(&workspace, &Workspace::signedInChanged, this, [this] {
        take({});
        m_drafts.clear(); // of another person or study
    });
}

void TruthPage::begin() {
    if (!m_workspace.coordinator()) return;
    m_desk->setRules(m_workspace.store()->study().settings);
    m_workspace.coordinate(
        [](CoordinatorSession& session) -> Result<Known> {
            auto scans = session.scans();
            if (!scans) return failure(scans.error());
            const auto repeats = session.hiddenRepeats();
            if (!repeats) return failure(repeats.error());
            auto truths = session.truths();
            if (!truths) return failure(truths.error());
            auto consensus = session.consensus();
            if (!consensus) return failure(consensus.error());
            std::erase_if(*scans, [&](const StudyScan& scan) {
                return std::ranges::find(*repeats, scan.id, &HiddenRepeat::repeat) != repeats->end();
            });
            return Known{std::move(*scans), std::move(*truths), std::move(*consensus)};
        },
        [this](const Result<Known>& known) {
            if (!known) return Q_EMIT refused(known.error());
            if (m_workspace.coordinator()) take(*known);
        });
}

void TruthPage::take(const Known& known) {
    const int current = m_desk->current();
    keepDraft(current);
    const ScanId before = // no scan has the number 0
        current < 0 ? ScanId{} : m_known.scans[static_cast<std::size_t>(current)].id;
    m_known = known;
    QList<CaseLine> lines;
    for (const StudyScan& scan : m_known.scans)
        lines << lineOf(scan);
    m_desk->setLines(lines);
    const auto same = std::ranges::find(m_known.scans, before, &StudyScan::id);
    if (same != m_known.scans.end())
        m_desk->choose(static_cast<int>(same - m_known.scans.begin()));
    else
        chooseNextOpen(-1);
}

CaseLine TruthPage::lineOf(const StudyScan& scan) const {
    const auto truth = m_known.truths.find(scan.id);
    const bool isKnown = truth != m_known.truths.end();
    QString detail = tr("No truth yet");
    if (isKnown) {
        const auto total = truth->second.total();
        detail = total ? tr("%1 of 24").arg(*total) : tr("known, without a total");
    }
    if (m_drafts.contains(scan.id)) detail += QStringLiteral(" · ") + tr("graded, not recorded");
    return {QString::fromStdString(scan.code), detail, isKnown};
}

void TruthPage::chooseNextOpen(int after) {
    const int count = static_cast<int>(m_known.scans.size());
    for (int step = 1; step <= count; ++step) {
        const int row = (after + step) % count;
        if (!m_known.truths.contains(m_known.scans[static_cast<std::size_t>(row)].id))
            return m_desk->choose(row);
    }
    m_desk->choose(-1);
    m_desk->close(count == 0 ? tr("The study has no scans yet.") : tr("Every scan has a truth."));
}

void TruthPage::openCase(int row) {
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    const StudyScan& scan = m_known.scans[static_cast<std::size_t>(row)];
    const auto corners = coordinator->landmarks(scan.id);
    if (!corners) return Q_EMIT refused(corners.error());
    OpenCase open{scan, std::nullopt, {}, {}, {}};
    if (*corners) open.landmarks = (*corners)->landmarks;
    const StudySettings& settings = m_workspace.store()->study().settings;
    for (const Consensus& one : m_known.consensus)
        if (one.scan == scan.id)
            open.readings.push_back({say(ReadingPass{one.arm, one.session}, settings), one.sheet});
    if (const auto truth = m_known.truths.find(scan.id); truth != m_known.truths.end()) {
        open.start = truth->second;
        open.note = tr("This scan has a truth. Recording again adds another one, which then holds.");
    } else if (!open.readings.empty()) {
        open.start = open.readings.front().sheet;
    }
    if (const auto draft = m_drafts.find(scan.id); draft != m_drafts.end()) open.start = draft->second;
    m_desk->open(open);
}

void TruthPage::keepDraft(int row) {
    const ScoreSheet* sheet = m_desk->sheet();
    if (row < 0 || !sheet || static_cast<std::size_t>(row) >= m_known.scans.size() || !m_desk->hasEdits())
        return;
    const StudyScan& scan = m_known.scans[static_cast<std::size_t>(row)];
    m_drafts[scan.id] = *sheet;
    m_desk->setLine(row, lineOf(scan));
}

void TruthPage::record(const ScoreSheet& sheet, const std::string& reason) {
    CoordinatorSession* coordinator = m_workspace.coordinator();
    const int row = m_desk->current();
    if (!coordinator || row < 0) return;
    const StudyScan& scan = m_known.scans[static_cast<std::size_t>(row)];
    if (const Status status = coordinator->setTruth(scan.id, sheet, reason); !status)
        return Q_EMIT refused(status.error());
    m_drafts.erase(scan.id);
    m_known.truths[scan.id] = sheet;
    m_desk->forgetEdits();
    m_desk->setLine(row, lineOf(scan));
    chooseNextOpen(row);
}

} // namespace vertescore
