// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/MeasuredGrades.h"
#include "ui/panels/grading/GradingGrid.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace vertescore {

class Actions;
class ScanDocument;

/// The third step: eight cells, graded by the keys 0 to 3, each moving on to the next cell by itself, and
/// after them AAC-8 where the study asks for it. Marks on the walls are made in the view. GUI thread.
class ScorePanel : public QWidget {
    Q_OBJECT
public:
    explicit ScorePanel(Actions& actions, QWidget* parent = nullptr);

    void setStudyReadOnly(bool isReadOnly);   ///< says why nothing can be graded
    void setDocument(ScanDocument* document); ///< not owned; begins at the first blank cell
    void setRules(const ScoringRules& rules, const CategoryBounds& bounds);
    /// A grade moves on to the next blank cell, not to the next one: where most are graded already.
    void setSkipsGraded(bool skips) { m_skipsGraded = skips; }
    /// The grading keys act here; of all panels that share them at most one is active at a time.
    void setActive(bool active);
    std::optional<CellAddress> currentCell() const { return m_current; }
    void setCurrentCell(std::optional<CellAddress> cell);

Q_SIGNALS:
    void currentCellChanged(const std::optional<vertescore::CellAddress>& cell);
    void completed(); ///< the last blank cell was filled by this keystroke

private:
    QWidget* makeRuleRows();
    QWidget* makeTotals();
    QWidget* makeMarking();
    QWidget* makeStaleNotice();
    std::size_t cellCount() const {
        return m_rules.asksAac8 ? kAnswerPlaces.size() : kSegmentCount * kWallCount;
    }
    void connectActions();
    void answerKey(const ScoreCell& cell, bool movesOn);
    void write(const ScoreCell& cell, bool movesOn);
    void moveOn();
    void moveBy(int rows, int columns);
    void openReasons();
    void refresh();
    void refreshTotals();
    void refreshRules();
    void refreshKeys();

    Actions& m_actions;
    QPointer<ScanDocument> m_document;
    ScoringRules m_rules;
    CategoryBounds m_bounds;
    std::optional<CellAddress> m_current;
    bool m_isActive = false;
    bool m_skipsGraded = false;

    QLabel* m_cellTitle = nullptr;
    std::array<QLabel*, kHighestAac8 + 1> m_gradeTexts{};
    std::array<QPushButton*, kHighestAac8 + 2> m_ruleButtons{}; ///< grades, then not readable
    GradingGrid* m_grid = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_category = nullptr;
    QLabel* m_affected = nullptr;
    QLabel* m_aac8 = nullptr;
    QPushButton* m_measureAgain = nullptr;
    QWidget* m_staleNotice = nullptr;
    QLabel* m_lockNotice = nullptr;
    QMenu* m_reasons = nullptr;
};

} // namespace vertescore
