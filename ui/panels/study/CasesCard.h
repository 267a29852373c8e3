// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"
#include "ui/panels/study/ReadingsTable.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace vertescore {

class CasePicture;

/// A scan with the readings of it that are to be compared.
struct ReadCase {
    StudyScan scan;
    std::vector<NamedSheet> readings;
};

/// Cases behind a count of the report, or of a merge: choose one to see its picture, and what each reading
/// gave cell by cell. The picture can be zoomed and windowed, nothing can be changed. GUI thread.
class CasesCard : public QFrame {
    Q_OBJECT
public:
    explicit CasesCard(QWidget* parent = nullptr);

    /// Shows the first of them. None: hides the card.
    void showCases(const QString& title, std::vector<ReadCase> cases);

private:
    void showCase(int row);

    std::vector<ReadCase> m_cases;
    QLabel* m_title;
    QListWidget* m_list;
    ReadingsTable* m_readings;
    CasePicture* m_picture;
};

} // namespace vertescore
