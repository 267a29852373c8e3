// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/grading/ScorePanel.h"

#include "ui/documents/ScanDocument.h"
#include "ui/shell/Actions.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

namespace vertescore {
namespace {

constexpr std::array<ActionId, kHighestAac8 + 1> kGradeActions{
    ActionId::Grade0, ActionId::Grade1, ActionId::Grade2, ActionId::Grade3, ActionId::Grade4};
constexpr std::array<ActionId, 4> kMoveActions{ActionId::CellUp, ActionId::CellDown, ActionId::CellLeft,
                                               ActionId::CellRight};

QPushButton* makeRuleButton(QLabel* text, const QString& key, QAction& action) {
    QPushButton* button = makeButton({}, "choice");
    auto* row = new QHBoxLayout(button);
    row->setContentsMargins(10, 0, 10, 0);
    QLabel* badge = makeLabel(key, "key");
    for (QLabel* label : {badge, text})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->setSpacing(10);
    row->addWidget(badge, 0, Qt::AlignVCenter);
    row->addWidget(text, 1);
    button->setMinimumHeight(button->fontMetrics().height() + 14);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action.text());
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

} // namespace

ScorePanel::ScorePanel(Actions& actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
    m_cellTitle = makeLabel({}, "title");
    m_grid = new GradingGrid;
    m_lockNotice = makeWrappedLabel({}, "muted");
    setStudyReadOnly(false);
    m_staleNotice = makeStaleNotice();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    column->setSpacing(kSpace);
    column->addWidget(m_cellTitle);
    column->addWidget(m_grid);
    column->addSpacing(4);
    column->addWidget(makeTotals());
    column->addWidget(m_staleNotice);
    column->addWidget(m_lockNotice);
    column->addWidget(makeMarking());
    column->addSpacing(kSpace);
    column->addWidget(makeLabel(tr("Grades and their keys"), "section"));
    column->addWidget(makeRuleRows());
    column->addStretch(1);

    m_reasons = new QMenu(this);
    int number = 1;
    for (const NotReadableReason reason : kNotReadableReasons) {
        QAction* action = m_reasons->addAction(QStringLiteral("&%1   %2").arg(number++).arg(say(reason)));
        connect(action, &QAction::triggered, this,
                [this, reason] { write({.grade = {}, .notReadable = reason}, true); });
    }
    connect(m_grid, &GradingGrid::cellChosen, this, [this](CellAddress cell) { setCurrentCell(cell); });
    connectActions();
    setActive(false);
    refresh();
}

QWidget* ScorePanel::makeRuleRows() {
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (std::size_t grade = 0; grade < m_gradeTexts.size(); ++grade) {
        m_gradeTexts[grade] = makeLabel({});
        m_ruleButtons[grade] =
            makeRuleButton(m_gradeTexts[grade], QString::number(grade), m_actions.at(kGradeActions[grade]));
        column->addWidget(m_ruleButtons[grade]);
    }
    m_ruleButtons.back() = makeRuleButton(makeLabel(tr("not readable…")), QStringLiteral("N"),
                                          m_actions.at(ActionId::NotReadable));
    column->addWidget(m_ruleButtons.back());
    return rows;
}

QWidget* ScorePanel::makeStaleNotice() {
    auto* notice = new QWidget;
    auto* column = new QVBoxLayout(notice);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        makeWrappedLabel(tr("A corner was moved after grading. Look at the marked cells again."), "warning"));
    QPushButton* keep = makeButton(tr("The grades still hold"));
    m_measureAgain = makeButton(tr("Measure again"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(keep);
    buttons->addWidget(m_measureAgain);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (m_document) m_document->rebindScores();
    });
    connect(m_measureAgain, &QPushButton::clicked, this, [this] {
        if (m_document) m_document->measureAgain();
    });
    return notice;
}

/// The two commands of measured grading, with what to do in words.
QWidget* ScorePanel::makeMarking() {
    auto* marking = new QWidget;
    auto* column = new QVBoxLayout(marking);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    for (const auto& [id, text] :
         {std::pair{ActionId::MarkWall, tr("Mark")}, std::pair{ActionId::TakeMeasured, tr("As measured")}}) {
        QAction& action = m_actions.at(id);
        QPushButton* button = makeButton(text);
        button->setCheckable(action.isCheckable());
        button->setToolTip(action.toolTip());
        button->setAccessibleName(action.text());
        button->setFocusPolicy(Qt::TabFocus);
        button->setEnabled(action.isEnabled());
        connect(button, &QPushButton::clicked, &action, &QAction::trigger);
        connect(&action, &QAction::changed, button, [button, &action] {
            button->setEnabled(action.isEnabled());
            button->setChecked(action.isChecked());
            button->setToolTip(action.toolTip());
        });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(makeWrappedLabel(tr("Drag along the lit wall where it is calcified; Shift wipes. "
                                          "Grades follow; what you type beats them."),
                                       "small"));
    return marking;
}

QWidget* ScorePanel::makeTotals() {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kWideSpace, 10, kWideSpace, 10);
    column->setSpacing(2);
    auto* first = new QHBoxLayout;
    m_total = makeLabel({}, "title");
    m_category = makeLabel({}, "muted");
    m_affected = makeWrappedLabel({}, "small");
    first->setSpacing(kSpace);
    first->addWidget(makeLabel(tr("Total"), "muted"));
    first->addWidget(m_total);
    first->addStretch(1);
    first->addWidget(m_category);
    column->addLayout(first);
    column->addWidget(m_affected);
    m_aac8 = makeLabel({}, "muted");
    column->addWidget(m_aac8);
    return card;
}

void ScorePanel::connectActions() {
    for (std::size_t grade = 0; grade < kGradeActions.size(); ++grade)
        connect(&m_actions.at(kGradeActions[grade]), &QAction::triggered, this,
                [this, grade] { answerKey({.grade = static_cast<int>(grade), .notReadable = {}}, true); });
    connect(&m_actions.at(ActionId::NotReadable), &QAction::triggered, this, &ScorePanel::openReasons);
    connect(&m_actions.at(ActionId::ClearCell), &QAction::triggered, this, [this] { answerKey({}, false); });
    connect(&m_actions.at(ActionId::TakeMeasured), &QAction::triggered, this, [this] {
        if (m_isActive && m_document && m_current) m_document->takeMeasured(*m_current);
    });
    connect(&m_actions.at(ActionId::CellUp), &QAction::triggered, this, [this] { moveBy(-1, 0); });
    connect(&m_actions.at(ActionId::CellDown), &QAction::triggered, this, [this] { moveBy(1, 0); });
    connect(&m_actions.at(ActionId::CellLeft), &QAction::triggered, this, [this] { moveBy(0, -1); });
    connect(&m_actions.at(ActionId::CellRight), &QAction::triggered, this, [this] { moveBy(0, 1); });
    for (const ActionId id : kMoveActions)
        addAction(&m_actions.at(id));
}

void ScorePanel::setStudyReadOnly(bool isReadOnly) {
    m_lockNotice->setText(
        isReadOnly ? tr("This study can be read but not changed.")
                   : tr("This reading is locked. Under Submit it can be opened again, with a reason."));
}

void ScorePanel::setDocument(ScanDocument* document) {
    if (m_document) m_document->disconnect(this);
    m_document = document;
    m_current.reset();
    if (document) {
        connect(document, &ScanDocument::scoresChanged, this, &ScorePanel::refresh);
        connect(document, &ScanDocument::landmarksChanged, this, &ScorePanel::refresh);
        connect(document, &ScanDocument::editableChanged, this, &ScorePanel::refresh);
        std::size_t first = 0;
        while (first < cellCount() && !document->sheet().at(cellAt(first)).isBlank())
            ++first;
        m_current = cellAt(first % cellCount());
    }
    refresh();
    Q_EMIT currentCellChanged(m_current);
}

void ScorePanel::setRules(const ScoringRules& rules, const CategoryBounds& bounds) {
    m_rules = rules;
    m_bounds = bounds;
    m_grid->setAsksAac8(rules.asksAac8);
    if (m_current && indexOf(*m_current) >= cellCount()) m_current = cellAt(0);
    refresh();
}

void ScorePanel::setActive(bool active) {
    m_isActive = active;
    if (!active) refreshKeys();
    refreshRules();
    if (active && m_document) m_grid->focusCurrent();
}

void ScorePanel::setCurrentCell(std::optional<CellAddress> cell) {
    if (m_current == cell) return;
    m_current = cell;
    refresh();
    Q_EMIT currentCellChanged(m_current);
}

/// The keys are shared with other places where grades are given.
void ScorePanel::answerKey(const ScoreCell& cell, bool movesOn) {
    if (m_isActive) write(cell, movesOn);
}

void ScorePanel::write(const ScoreCell& cell, bool movesOn) {
    if (!m_document || !m_current || !m_document->areScoresEditable()) return;
    if (cell.grade.value_or(0) > m_current->highestGrade()) return;
    const bool wasComplete = m_document->isAnswered();
    m_document->setCell(*m_current, cell);
    if (movesOn) moveOn();
    refreshRules(); // a click unchecks its own row, also where nothing changed
    if (!wasComplete && m_document->isAnswered()) Q_EMIT completed();
}

void ScorePanel::moveOn() {
    const std::size_t own = indexOf(*m_current);
    if (!m_skipsGraded) {
        if (own + 1 < cellCount()) setCurrentCell(cellAt(own + 1));
        return;
    }
    for (std::size_t step = 1; step < cellCount(); ++step) {
        const CellAddress next = cellAt((own + step) % cellCount());
        if (m_document->sheet().at(next).isBlank()) return setCurrentCell(next);
    }
}

void ScorePanel::moveBy(int rows, int columns) {
    if (!m_isActive || !m_current) return;
    constexpr int kColumns = static_cast<int>(kWallCount);
    const int own = static_cast<int>(indexOf(*m_current));
    const int row = std::clamp(own / kColumns + rows, 0, static_cast<int>(cellCount()) / kColumns - 1);
    const int column = std::clamp(own % kColumns + columns, 0, kColumns - 1);
    setCurrentCell(cellAt(static_cast<std::size_t>(row * kColumns + column)));
}

void ScorePanel::openReasons() {
    if (!m_isActive || !m_document || !m_current || !m_document->areScoresEditable()) return;
    const GradeCell& cell = m_grid->cell(*m_current);
    m_reasons->popup(cell.mapToGlobal(QPoint(0, cell.height() + 2)));
}

void ScorePanel::refresh() {
    GradingGrid::Staleness stale;
    if (m_document)
        for (std::size_t i = 0; i < stale.size(); ++i)
            stale.set(i, m_document->isStale(cellAt(i)));
    m_grid->show(m_document ? m_document->sheet() : ScoreSheet{}, stale, m_current);
    m_grid->setEnabled(m_document != nullptr);
    m_cellTitle->setText(m_current ? say(*m_current) : tr("No scan on the desk"));
    m_staleNotice->setVisible(stale.any() && m_document->areScoresEditable());
    const auto isMarked = [this](Wall wall) { return m_document && !m_document->stretches(wall).empty(); };
    m_measureAgain->setVisible(std::any_of(kWalls.begin(), kWalls.end(), isMarked));
    m_lockNotice->setVisible(m_document && !m_document->areScoresEditable());
    refreshRules();
    refreshTotals();
}

void ScorePanel::refreshKeys() {
    const bool canGrade = m_isActive && m_document && m_document->areScoresEditable();
    for (const ActionId id : kGradeActions)
        m_actions.at(id).setEnabled(canGrade);
    m_actions.at(ActionId::Grade4).setEnabled(canGrade && m_current && m_current->isAac8());
    for (const ActionId id : {ActionId::NotReadable, ActionId::ClearCell})
        m_actions.at(id).setEnabled(canGrade);
    m_actions.at(ActionId::MarkWall).setEnabled(canGrade && m_document->canMark());
    m_actions.at(ActionId::TakeMeasured)
        .setEnabled(canGrade && m_current && m_document->sheet().at(*m_current).measured);
    for (const ActionId id : kMoveActions)
        m_actions.at(id).setEnabled(m_isActive && m_document);
}

void ScorePanel::refreshRules() {
    if (m_isActive) refreshKeys();
    const bool canGrade = m_document && m_document->areScoresEditable();
    std::optional<ScoreCell> cell;
    if (m_document && m_current) cell = m_document->sheet().at(*m_current);
    const bool isAac8 = m_current && m_current->isAac8();
    m_ruleButtons[kHighestAac8]->setVisible(isAac8);
    for (std::size_t i = 0; i < m_ruleButtons.size(); ++i) {
        const bool isReasonRow = i == m_gradeTexts.size();
        const int grade = static_cast<int>(i);
        if (!isReasonRow)
            m_gradeTexts[i]->setText(isAac8 ? sayAac8(grade) : sayGrade(grade, m_rules.convention));
        m_ruleButtons[i]->setEnabled(canGrade);
        m_ruleButtons[i]->setCheckable(true);
        m_ruleButtons[i]->setChecked(
            cell && (isReasonRow ? cell->notReadable.has_value() : cell->grade == static_cast<int>(i)));
    }
}

void ScorePanel::refreshTotals() {
    const ScoreSheet sheet = m_document ? m_document->sheet() : ScoreSheet{};
    const auto total = sheet.total();
    m_total->setText(total ? tr("%1 of 24").arg(*total) : tr("– of 24"));
    m_category->setText(total ? say(burdenCategory(*total, m_bounds)) : QString());
    std::size_t blank = 0;
    for (std::size_t i = 0; i < cellCount(); ++i)
        if (sheet.at(cellAt(i)).isBlank()) ++blank;
    m_aac8->setVisible(m_rules.asksAac8);
    const auto sum = sheet.aac8.sum();
    m_aac8->setText(sum ? tr("AAC-8: %1 of 8").arg(*sum) : tr("AAC-8: – of 8"));
    if (total)
        m_affected->setText(tr("Affected: %1 of 4 segments, %2 of 8 walls")
                                .arg(sheet.affectedSegments().value_or(0))
                                .arg(sheet.affectedWalls().value_or(0)));
    else if (blank > 0)
        m_affected->setText(tr("%n cell(s) still blank", nullptr, static_cast<int>(blank)));
    else
        m_affected->setText(tr("No total: a cell is not readable"));
}

} // namespace vertescore
