// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/grading/GradingGrid.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace vertescore {

class Actions;
class ScanDocument;

/// The third step: eight cells, graded by the keys 0 to 3, each moving on to the next cell by itself. GUI
/// thread.
class ScorePanel : public QWidget {
    Q_OBJECT
public:
    explicit ScorePanel(Actions& actions, QWidget* parent = nullptr);

    void setStudyReadOnly(bool isReadOnly);   ///< says why nothing can be graded
    void setDocument(ScanDocument* document); ///< not owned; begins at the first blank cell
    void setConvention(ScoringConvention convention, const CategoryBounds& bounds);
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
    ScoringConvention m_convention = ScoringConvention::Nhanes;
    CategoryBounds m_bounds;
    std::optional<CellAddress> m_current;
    bool m_isActive = false;
    bool m_skipsGraded = false;

    QLabel* m_cellTitle = nullptr;
    std::array<QLabel*, 4> m_rules{};
    std::array<QPushButton*, 5> m_ruleButtons{};
    GradingGrid* m_grid = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_category = nullptr;
    QLabel* m_affected = nullptr;
    QWidget* m_staleNotice = nullptr;
    QLabel* m_lockNotice = nullptr;
    QMenu* m_reasons = nullptr;
};

} // namespace vertescore
