// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/panel/AdjudicationPage.h"

#include "ui/panels/study/CaseDesk.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/session/Workspace.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>

#include <algorithm>

namespace vertescore {
namespace {

QString sayTime(const std::string& utc) {
    const auto time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

AdjudicationPage::AdjudicationPage(Workspace& workspace, Actions& actions, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_threshold(new QComboBox),
      m_onlyOpen(new QCheckBox(tr("Only open ones"))),
      m_desk(new CaseDesk(actions,
                          {tr("Adjudication"), tr("What readers see differently. Their own readings stay."),
                           tr("The readings"), tr("Record the consensus"), tr("Reason, for example who met")},
                          makeFilters())) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_desk);
    connect(m_desk, &CaseDesk::caseChosen, this, &AdjudicationPage::openCase);
    connect(m_desk, &CaseDesk::leaving, this, &AdjudicationPage::keepDraft);
    connect(m_desk, &CaseDesk::closed, this, &AdjudicationPage::closed);
    connect(m_desk, &CaseDesk::recorded, this,
            [this](const ScoreSheet& sheet, const QString& reason) { record(sheet, reason.toStdString()); });
    connect(&workspace, &Workspace::signedInChanged, this, [this] {
        take({});
        m_drafts.clear(); // of another person or study
    });
}

QWidget* AdjudicationPage::makeFilters() {
    auto* filters = new QWidget;
    auto* column = new QVBoxLayout(filters);
    column->setContentsMargins(0, 0, 0, 0);
    m_threshold->setAccessibleName(tr("How far apart the readings are"));
    m_threshold->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_threshold->addItem(tr("Any difference"), 0);
    m_threshold->addItem(tr("More than one grade"), 1);
    m_threshold->addItem(tr("More than two grades"), 2);
    m_threshold->setCurrentIndex(1);
    m_threshold->setToolTip(tr("A wall that some graded and others found not readable is always listed."));
    column->addWidget(m_threshold);
    column->addWidget(m_onlyOpen);
    connect(m_threshold, &QComboBox::currentIndexChanged, this, &AdjudicationPage::begin);
    connect(m_onlyOpen, &QCheckBox::toggled, this, [this] {
        keepDraft(m_desk->current());
        showLines(currentKey());
    });
    return filters;
}

void AdjudicationPage::begin() {
    if (!m_workspace.coordinator()) return;
    keepDraft(m_desk->current());
    m_desk->setRules(m_workspace.store()->study().settings);
    if (m_found.cases.empty()) m_desk->close(tr("Reading what was submitted…"));
    const int moreThan = m_threshold->currentData().toInt();
    m_workspace.coordinate(
        [moreThan](CoordinatorSession& session) -> Result<Found> {
            const auto cells = session.disagreements(moreThan);
            if (!cells) return failure(cells.error());
            auto consensus = session.consensus();
            if (!consensus) return failure(consensus.error());
            auto scans = session.scans();
            if (!scans) return failure(scans.error());
            return Found{disputedCases(*cells), std::move(*consensus), std::move(*scans)};
        },
        [this, moreThan](const Result<Found>& found) {
            if (!found) return Q_EMIT refused(found.error());
            if (m_workspace.coordinator() && moreThan == m_threshold->currentData().toInt()) take(*found);
        });
}

void AdjudicationPage::take(const Found& found) {
    keepDraft(m_desk->current());
    const auto before = currentKey();
    m_found = found;
    showLines(before);
}

std::optional<AdjudicationPage::Key> AdjudicationPage::currentKey() const {
    return m_desk->current() < 0 ? std::nullopt : std::optional(keyOf(caseAt(m_desk->current())));
}

void AdjudicationPage::showLines(const std::optional<Key>& chosen) {
    m_shown.clear();
    QList<CaseLine> lines;
    for (std::size_t i = 0; i < m_found.cases.size(); ++i) {
        if (m_onlyOpen->isChecked() && m_found.cases[i].isSettled) continue;
        m_shown.push_back(i);
        lines << lineOf(m_found.cases[i]);
    }
    m_desk->setLines(lines);
    const auto same = std::ranges::find_if(
        m_shown, [&](std::size_t i) { return chosen && keyOf(m_found.cases[i]) == *chosen; });
    if (same != m_shown.end())
        m_desk->choose(static_cast<int>(same - m_shown.begin()));
    else
        chooseNextOpen(-1);
}

const DisputedCase& AdjudicationPage::caseAt(int row) const {
    return m_found.cases[m_shown[static_cast<std::size_t>(row)]];
}

const Consensus* AdjudicationPage::consensusOn(const DisputedCase& which) const {
    const auto found = std::ranges::find_if(m_found.consensus, [&](const Consensus& one) {
        return Key{one.scan, one.arm, one.session} == keyOf(which);
    });
    return found == m_found.consensus.end() ? nullptr : &*found;
}

CaseLine AdjudicationPage::lineOf(const DisputedCase& which) const {
    QStringList details{say(which.pass, m_workspace.store()->study().settings),
                        tr("%n wall(s)", nullptr, static_cast<int>(which.cells))};
    if (which.hasAac8) details << tr("AAC-8, too");
    if (which.spread > 0) details << tr("up to %n grade(s) apart", nullptr, which.spread);
    if (which.hasUnreadable) details << tr("readable or not");
    if (m_drafts.contains(keyOf(which))) details << tr("graded, not recorded");
    return {QString::fromStdString(which.code), details.join(QStringLiteral(" · ")), which.isSettled};
}

void AdjudicationPage::chooseNextOpen(int after) {
    const int count = static_cast<int>(m_shown.size());
    for (int step = 1; step <= count; ++step) {
        const int row = (after + step) % count;
        if (!caseAt(row).isSettled) return m_desk->choose(row);
    }
    m_desk->choose(-1);
    m_desk->close(count == 0 ? tr("No such case among the submitted readings.")
                             : tr("All cases of this list are settled."));
}

void AdjudicationPage::openCase(int row) {
    CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    const DisputedCase& which = caseAt(row);
    const auto scan = std::ranges::find(m_found.scans, which.scan, &StudyScan::id);
    const auto readings = coordinator->submittedReadings(which.scan, which.pass);
    const auto corners = coordinator->landmarks(which.scan);
    if (!readings || !corners || scan == m_found.scans.end())
        return Q_EMIT refused(!readings ? readings.error() : !corners ? corners.error() : Error{});
    OpenCase open{*scan, std::nullopt, {}, agreedCells(*readings), {}};
    const auto& arms = m_workspace.store()->study().settings.arms;
    const auto arm = std::ranges::find(arms, which.pass.arm, &Arm::name);
    // The panel sees what the readers of this arm could see.
    if (*corners && arm != arms.end() && arm->guides != GuideDisplay::None)
        open.landmarks = (*corners)->landmarks;
    for (const SubmittedReading& reading : *readings)
        open.readings.push_back({QString::fromStdString(reading.reader), reading.sheet});
    if (const Consensus* settled = consensusOn(which)) {
        open.start = settled->sheet;
        open.note = tr("Settled by %1, %2: %3. Recording again adds a revision; this one stays in the log.")
                        .arg(QString::fromStdString(settled->by), sayTime(settled->atUtc),
                             QString::fromStdString(settled->reason));
    }
    if (const auto draft = m_drafts.find(keyOf(which)); draft != m_drafts.end()) open.start = draft->second;
    m_desk->open(open);
}

void AdjudicationPage::keepDraft(int row) {
    const ScoreSheet* sheet = m_desk->sheet();
    if (row < 0 || !sheet || static_cast<std::size_t>(row) >= m_shown.size() || !m_desk->hasEdits()) return;
    m_drafts[keyOf(caseAt(row))] = *sheet;
    m_desk->setLine(row, lineOf(caseAt(row)));
}

void AdjudicationPage::record(const ScoreSheet& sheet, const std::string& reason) {
    CoordinatorSession* coordinator = m_workspace.coordinator();
    const int row = m_desk->current();
    if (!coordinator || row < 0) return;
    DisputedCase& which = m_found.cases[m_shown[static_cast<std::size_t>(row)]];
    if (const Status status = coordinator->adjudicate(which.scan, which.pass, sheet, reason); !status)
        return Q_EMIT refused(status.error());
    m_drafts.erase(keyOf(which));
    which.isSettled = true;
    std::erase_if(m_found.consensus, [&](const Consensus& one) {
        return Key{one.scan, one.arm, one.session} == keyOf(which);
    });
    m_found.consensus.push_back(
        {.scan = which.scan,
         .code = which.code,
         .arm = which.pass.arm,
         .session = which.pass.session,
         .sheet = sheet,
         .by = coordinator->coordinator().name,
         .atUtc = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString(),
         .reason = reason});
    m_desk->forgetEdits();
    m_desk->setLine(row, lineOf(which));
    chooseNextOpen(row);
}

} // namespace vertescore
