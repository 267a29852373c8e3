// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"
#include "core/store/Study.h"
#include "ui/shell/jobs/ScanLoader.h"

#include <QFrame>
#include <QString>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QListWidget;

namespace vertescore {

class ScanDocument;
class ScanView;

/// A scan that two readers graded.
struct ReadCase {
    StudyScan scan;
    ScoreSheet first;
    ScoreSheet second;
};

/// Cases behind a count of the report: choose one to see its picture, and what both readers gave cell by
/// cell. The picture can be zoomed and windowed, nothing can be changed. GUI thread.
class CasesCard : public QFrame {
    Q_OBJECT
public:
    explicit CasesCard(QWidget* parent = nullptr);
    ~CasesCard() override;

    /// Shows the first of them. None: hides the card.
    void showCases(const QString& title, const QString& firstReader, const QString& secondReader,
                   std::vector<ReadCase> cases);

private:
    QWidget* makeGrades();
    void showCase(int row);
    void showGrades(const ReadCase& shown);
    void receive(const StudyScan& studyScan, const ReadyScan& scan);

    std::vector<ReadCase> m_cases;
    ScanLoader m_loader;
    std::unique_ptr<ScanDocument> m_document; ///< of the picture that is shown
    QLabel* m_title;
    QListWidget* m_list;
    QGridLayout* m_grades = nullptr;
    QLabel* m_firstReader;
    QLabel* m_secondReader;
    ScanView* m_view;
};

} // namespace vertescore
