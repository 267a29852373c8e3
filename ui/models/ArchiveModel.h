// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/Query.h"

#include <QAbstractTableModel>

namespace vertescore {

/// What an archive answered: studies, or the series of one. GUI thread.
class ArchiveModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum StudyColumn {
        PatientColumn,
        IdColumn,
        DateColumn,
        AccessionColumn,
        ModalityColumn,
        TextColumn,
        ImagesColumn
    };
    enum SeriesColumn { NumberColumn, KindColumn, SeriesTextColumn, SeriesImagesColumn };

    explicit ArchiveModel(pacs::QueryLevel level, QObject* parent = nullptr); ///< studies or series
    void setRows(std::vector<pacs::QueryRow> rows);
    const pacs::QueryRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    pacs::QueryLevel m_level;
    std::vector<pacs::QueryRow> m_rows;
};

} // namespace vertescore
