// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/MeasuredGrades.h"
#include "core/store/Study.h"
#include "ui/panels/study/ReadingsTable.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace vertescore {

class Actions;
class CasePicture;
class ScorePanel;

/// A line of the list of cases.
struct CaseLine {
    QString title;
    QString detail;
    bool isDone = false;
};

/// The case that is to be graded.
struct OpenCase {
    StudyScan scan;
    std::optional<Landmarks> landmarks; ///< whose guides are drawn
    std::vector<NamedSheet> readings;   ///< that are compared; may be none
    ScoreSheet start;                   ///< what the grading begins with
    QString note;                       ///< what was said of it before; may be empty
};

/// Where a coordinator grades a case with a reason: list, picture, readings side by side, and the grading
/// grid with the keys that readers use. Dark neutral grey like the reading desk. It stores nothing: the page
/// around it does. GUI thread.
class CaseDesk : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString introduction;
        QString readings; ///< above those
        QString record;   ///< on the button that records
        QString reason;   ///< above its field
    };
    /// filters: what stands above the list; taken. actions outlive the desk.
    CaseDesk(Actions& actions, const Words& words, QWidget* filters, QWidget* parent = nullptr);
    ~CaseDesk() override;

    void setRules(const StudySettings& settings);
    void setLines(const QList<CaseLine>& lines); ///< none is chosen then
    void setLine(int row, const CaseLine& line);
    void choose(int row);
    int current() const; ///< -1: none
    void open(const OpenCase& which);
    void close(const QString& text); ///< no case; the text stands in its place
    const ScoreSheet* sheet() const; ///< as graded so far; nullptr while there is no picture
    bool hasEdits() const;           ///< sheet() is not what the case began with
    void forgetEdits();              ///< they are recorded

Q_SIGNALS:
    void caseChosen(int row);
    void leaving(int row); ///< another case comes; sheet() is still that of this one
    void recorded(const vertescore::ScoreSheet& sheet, const QString& reason);
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeList(const Words& words, QWidget* filters);
    QWidget* makeGrading(const Words& words);
    void connectKeys();
    void takeDocument();
    void setGrading(bool active);
    void refreshRecord();
    void record();

    Actions& m_actions;
    QListWidget* m_list = nullptr;
    CasePicture* m_picture;
    QLabel* m_readingsTitle = nullptr;
    ReadingsTable* m_readings;
    ScoringRules m_rules;
    ScorePanel* m_score;
    QLabel* m_note = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_record = nullptr;
    int m_shownRow = -1;
};

} // namespace vertescore
