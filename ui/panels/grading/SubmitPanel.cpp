// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/grading/SubmitPanel.h"

#include "ui/panels/grading/GradingGrid.h"
#include "ui/panels/study/ReadingsTable.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/DocumentKeeper.h"
#include "ui/theme/Pieces.h"

#include <QGridLayout>
#include <QLineEdit>

namespace vertescore {
namespace {

QString titleOf(ReadingState state) {
    switch (state) {
    case ReadingState::Submitted:
        return SubmitPanel::tr("Submitted and locked");
    case ReadingState::Invalid:
        return SubmitPanel::tr("Marked as invalid");
    case ReadingState::Disputed:
        return SubmitPanel::tr("Please look again");
    default:
        return SubmitPanel::tr("Ready to submit?");
    }
}

} // namespace

SubmitPanel::SubmitPanel(Actions& actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
    m_title = makeLabel({}, "title");
    m_note = makeWrappedLabel({}, "muted");
    m_missing = makeWrappedLabel({}, "warning");
    m_grade = makeButton(tr("Go to the first blank cell"));
    m_submit = makeButton(tr("Submit and go on"), "primary");
    m_submit->setToolTip(actions.at(ActionId::Submit).toolTip());
    m_next = makeButton(tr("Next unfinished scan"), "primary");
    m_invalid = makeButton(tr("This scan cannot be read…"), "link");
    m_reopen = makeButton(tr("Open again to correct…"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    column->setSpacing(kSpace + 4);
    column->addWidget(m_title);
    column->addWidget(m_note);
    m_summary = makeSummary();
    column->addWidget(m_summary);
    column->addWidget(makeTruth());
    column->addWidget(m_missing);
    column->addWidget(m_grade);
    column->addWidget(m_submit);
    column->addWidget(m_next);
    column->addWidget(m_reopen);
    column->addWidget(m_invalid, 0, Qt::AlignLeft);
    column->addWidget(makeReasonForm());
    column->addStretch(1);

    connect(m_submit, &QPushButton::clicked, &actions.at(ActionId::Submit), &QAction::trigger);
    connect(&actions.at(ActionId::Submit), &QAction::triggered, this, &SubmitPanel::submit);
    connect(m_next, &QPushButton::clicked, &actions.at(ActionId::NextUnread), &QAction::trigger);
    connect(m_grade, &QPushButton::clicked, this, &SubmitPanel::backToGrading);
    connect(m_invalid, &QPushButton::clicked, this, [this] { askReason(false); });
    connect(m_reopen, &QPushButton::clicked, this, [this] { askReason(true); });
    refresh();
}

QWidget* SubmitPanel::makeSummary() {
    QFrame* card = makeCard();
    m_cells = new QGridLayout(card);
    m_cells->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    m_cells->setHorizontalSpacing(kWideSpace);
    m_cells->setVerticalSpacing(6);
    m_cells->setColumnStretch(1, 1);
    m_cells->setColumnStretch(2, 1);
    for (const Wall wall : kWalls)
        m_cells->addWidget(makeLabel(say(wall), "section"), 0, 1 + static_cast<int>(wall));
    for (const Segment segment : kSegments) {
        const int row = 1 + static_cast<int>(segment);
        m_cells->addWidget(makeLabel(QString::fromLatin1(segmentName(segment).data())), row, 0);
        for (const Wall wall : kWalls)
            m_cells->addWidget(makeWrappedLabel({}), row, 1 + static_cast<int>(wall));
    }
    m_cells->addWidget(makeLine(), 5, 0, 1, 3);
    m_total = makeLabel({}, "heading");
    m_cells->addWidget(makeLabel(tr("Total"), "muted"), 6, 0);
    m_cells->addWidget(m_total, 6, 1, 1, 2);
    m_aac8 = {makeLabel(QString::fromLatin1(kAac8Name.data())), makeWrappedLabel({}), makeWrappedLabel({}),
              makeLabel({}, "heading")};
    for (std::size_t i = 0; i < m_aac8.size() - 1; ++i)
        m_cells->addWidget(m_aac8[i], 7, static_cast<int>(i));
    m_cells->addWidget(m_aac8.back(), 8, 1, 1, 2);
    return card;
}

QWidget* SubmitPanel::makeTruth() {
    m_truth = makeCard();
    auto* column = new QVBoxLayout(m_truth);
    column->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    m_truthTitle = makeWrappedLabel({}, "heading");
    m_comparison = new ReadingsTable;
    column->addWidget(m_truthTitle);
    column->addWidget(m_comparison);
    return m_truth;
}

QWidget* SubmitPanel::makeReasonForm() {
    m_reasonForm = makeCard();
    auto* column = new QVBoxLayout(m_reasonForm);
    column->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    m_reasonTitle = makeWrappedLabel({});
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Reason"));
    auto* buttons = new QHBoxLayout;
    QPushButton* apply = makeButton(tr("Apply"), "primary");
    QPushButton* cancel = makeButton(tr("Cancel"));
    buttons->addWidget(apply);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addWidget(m_reasonTitle);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    apply->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, apply,
            [apply](const QString& text) { apply->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &SubmitPanel::giveReason);
    connect(apply, &QPushButton::clicked, this, &SubmitPanel::giveReason);
    connect(cancel, &QPushButton::clicked, m_reasonForm, &QWidget::hide);
    m_reasonForm->hide();
    return m_reasonForm;
}

void SubmitPanel::setKeeper(DocumentKeeper* keeper) {
    if (m_keeper) {
        m_keeper->disconnect(this);
        m_keeper->document().disconnect(this);
    }
    m_keeper = keeper;
    m_reasonForm->hide();
    if (keeper) {
        connect(keeper, &DocumentKeeper::readingChanged, this, &SubmitPanel::refresh);
        connect(&keeper->document(), &ScanDocument::scoresChanged, this, &SubmitPanel::refresh);
        connect(&keeper->document(), &ScanDocument::landmarksChanged, this, &SubmitPanel::refresh);
    }
    refresh();
}

void SubmitPanel::setActive(bool active) {
    m_isActive = active;
    if (!active) m_actions.at(ActionId::Submit).setEnabled(false);
    refresh();
}

void SubmitPanel::setRules(const CategoryBounds& bounds, bool asksAac8) {
    m_bounds = bounds;
    m_asksAac8 = asksAac8;
    refresh();
}

void SubmitPanel::askReason(bool toReopen) {
    m_reasonReopens = toReopen;
    m_reasonTitle->setText(
        toReopen ? tr("Why is the reading opened again? The reason is kept with it.")
                 : tr("Why can this scan not be read? The reading is locked with this reason."));
    m_reason->clear();
    m_reasonForm->show();
    m_reason->setFocus();
}

void SubmitPanel::giveReason() {
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (!m_keeper || reason.empty()) return;
    m_reasonForm->hide();
    const Status status = m_reasonReopens ? m_keeper->reopen(reason) : m_keeper->markInvalid(reason);
    if (!status)
        Q_EMIT refused(status.error());
    else if (m_reasonReopens)
        Q_EMIT backToGrading();
}

void SubmitPanel::submit() {
    if (!m_isActive || !m_keeper || m_keeper->isLocked() || m_keeper->isReadOnly()) return;
    if (!m_keeper->document().isAnswered()) return refresh();
    if (const Status status = m_keeper->submit(); !status) {
        Q_EMIT refused(status.error());
        return;
    }
    if (!m_keeper->truth()) Q_EMIT submitted(); // else there is something to look at first
}

void SubmitPanel::refresh() {
    const ScoreSheet sheet = m_keeper ? m_keeper->document().sheet() : ScoreSheet{};
    const bool isLocked = m_keeper && m_keeper->isLocked();
    const bool isOpen = m_keeper && !isLocked && !m_keeper->isReadOnly();
    const bool isComplete = m_keeper && m_keeper->document().isAnswered();
    const bool isStale = m_keeper && m_keeper->document().hasStaleScores();
    m_title->setText(m_keeper ? titleOf(m_keeper->reading().state) : tr("No scan on the desk"));
    m_note->setText(m_keeper ? QString::fromStdString(m_keeper->reading().note) : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    refreshSummary(sheet);
    refreshTruth(sheet);
    QStringList missing;
    std::size_t blank = 0;
    for (const CellAddress& cell : kAnswerPlaces)
        if (sheet.at(cell).isBlank() && (m_asksAac8 || !cell.isAac8())) ++blank;
    if (blank > 0)
        missing << tr("%n cell(s) still blank. A blank cell is not a zero.", nullptr,
                      static_cast<int>(blank));
    if (isStale) missing << tr("A corner was moved after grading; look at the marked cells again.");
    m_missing->setText(missing.join(QLatin1Char('\n')));
    m_missing->setVisible(isOpen && !missing.isEmpty());
    m_grade->setVisible(isOpen && !isComplete);
    m_submit->setVisible(!isLocked);
    m_submit->setEnabled(isOpen && isComplete);
    if (m_isActive) m_actions.at(ActionId::Submit).setEnabled(isOpen && isComplete);
    m_next->setVisible(isLocked);
    m_reopen->setVisible(isLocked && !m_keeper->isReadOnly());
    // Who is asked to look again opens the reading first; else the next scan comes first.
    const bool isDisputed = m_keeper && m_keeper->reading().state == ReadingState::Disputed;
    setRole(*m_reopen, isDisputed ? "primary" : "");
    setRole(*m_next, isDisputed ? "" : "primary");
    m_invalid->setVisible(isOpen);
}

void SubmitPanel::refreshTruth(const ScoreSheet& sheet) {
    const auto truth = m_keeper ? m_keeper->truth() : std::nullopt;
    m_truth->setVisible(truth.has_value());
    m_summary->setVisible(!truth);
    if (!truth) return;
    m_comparison->showReadings({{tr("You"), sheet}, {tr("Truth"), *truth}});
    const int differing = m_comparison->differingCells();
    m_truthTitle->setText(differing == 0
                              ? tr("All walls as they are")
                              : tr("%n wall(s) graded otherwise than they are", nullptr, differing));
}

void SubmitPanel::refreshSummary(const ScoreSheet& sheet) {
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls) {
            QLayoutItem* item =
                m_cells->itemAtPosition(1 + static_cast<int>(segment), 1 + static_cast<int>(wall));
            static_cast<QLabel*>(item->widget())->setText(say(sheet.at(segment, wall)));
        }
    for (QLabel* label : m_aac8)
        label->setVisible(m_asksAac8);
    for (const Wall wall : kWalls)
        m_aac8[1 + static_cast<std::size_t>(wall)]->setText(say(sheet.aac8.at(wall)));
    const auto sum = sheet.aac8.sum();
    m_aac8.back()->setText(sum ? tr("AAC-8: %1 of 8").arg(*sum) : tr("AAC-8: – of 8"));
    const auto total = sheet.total();
    m_total->setText(total ? tr("%1 of 24  ·  %2").arg(*total).arg(say(burdenCategory(*total, m_bounds)))
                           : tr("no total"));
}

} // namespace vertescore
