// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/scoring/ScoreSheet.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vertescore {

class Actions;
class DocumentKeeper;
class ReadingsTable;

/// The last step: what was graded, what is missing, and locking it. GUI thread.
class SubmitPanel : public QWidget {
    Q_OBJECT
public:
    explicit SubmitPanel(Actions& actions, QWidget* parent = nullptr);

    void setKeeper(DocumentKeeper* keeper); ///< not owned
    void setRules(const CategoryBounds& bounds, bool asksAac8);
    void setActive(bool active); ///< the key for submitting acts here; it is shared with other pages

Q_SIGNALS:
    void submitted(); ///< and nothing more to see of it
    void refused(const vertescore::Error& error);
    void backToGrading();

private:
    QWidget* makeSummary();
    QWidget* makeTruth();
    QWidget* makeReasonForm();
    void askReason(bool toReopen);
    void giveReason();
    void submit();
    void refresh();
    void refreshSummary(const ScoreSheet& sheet);
    void refreshTruth(const ScoreSheet& sheet);

    Actions& m_actions;
    QPointer<DocumentKeeper> m_keeper;
    CategoryBounds m_bounds;
    bool m_asksAac8 = false;
    bool m_reasonReopens = false;
    bool m_isActive = false;

    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QWidget* m_summary = nullptr;
    QGridLayout* m_cells = nullptr;
    QWidget* m_truth = nullptr; ///< of a training arm, beside the reader's own grades
    QLabel* m_truthTitle = nullptr;
    ReadingsTable* m_comparison = nullptr;
    QLabel* m_total = nullptr;
    std::array<QLabel*, kWallCount + 2> m_aac8{}; ///< title, walls, sum
    QLabel* m_missing = nullptr;
    QPushButton* m_grade = nullptr;
    QPushButton* m_submit = nullptr;
    QPushButton* m_invalid = nullptr;
    QPushButton* m_reopen = nullptr;
    QPushButton* m_next = nullptr;
    QWidget* m_reasonForm = nullptr;
    QLabel* m_reasonTitle = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace vertescore
