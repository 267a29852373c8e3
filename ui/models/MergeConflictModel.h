// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/MergeReport.h"

#include <QAbstractTableModel>

namespace vertescore {

/// What two workstations did to the same thing, and what becomes of it: one row each. GUI thread.
class MergeConflictModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FileColumn, SubjectColumn, OutcomeColumn, ColumnCount };

    explicit MergeConflictModel(QObject* parent = nullptr);
    /// Those of all files that are not refused, in their order.
    void setFiles(const std::vector<MergePreview>& files, const StudySettings& settings);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<std::array<QString, ColumnCount>> m_rows;
};

} // namespace vertescore
