// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"
#include "ui/documents/LandmarkChange.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace vertescore {

/// Somebody's grades, under the name that stands above them.
struct NamedSheet {
    QString name;
    ScoreSheet sheet;
};

/// Readings of one scan side by side, cell by cell; where they are not all the same, the cells stand out.
/// GUI thread.
class ReadingsTable : public QWidget {
    Q_OBJECT
public:
    explicit ReadingsTable(QWidget* parent = nullptr);

    void showReadings(const std::vector<NamedSheet>& readings);
    void setCurrentCell(std::optional<CellAddress> cell); ///< marks its row
    int differingCells() const { return m_differing; }

private:
    void fillRow(int row, CellAddress cell, const std::vector<NamedSheet>& readings);
    void fillTotals(int row, const std::vector<NamedSheet>& readings);
    void clear();

    QGridLayout* m_grid;
    std::array<QLabel*, kAnswerPlaces.size()> m_titles{}; ///< of AAC-8 where anybody answered it
    int m_differing = 0;
};

} // namespace vertescore
