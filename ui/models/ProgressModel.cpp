// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ProgressModel.h"

#include "ui/shell/Say.h"

#include <set>

namespace vertescore {

ProgressModel::ProgressModel(QObject* parent) : QAbstractTableModel(parent) {}

void ProgressModel::setProgress(std::vector<ReaderProgress> progress) {
    beginResetModel();
    m_progress = std::move(progress);
    endResetModel();
}

int ProgressModel::finishedReaders() const {
    std::set<PersonId> readers;
    for (const ReaderProgress& row : m_progress)
        if (row.progress.total > 0 && row.progress.done == row.progress.total) readers.insert(row.reader.id);
    return static_cast<int>(readers.size());
}

int ProgressModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_progress.size());
}

int ProgressModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProgressModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ReaderProgress& row = m_progress[static_cast<std::size_t>(index.row())];
    if (role == ShareRole)
        return row.progress.total == 0
                   ? 0.0
                   : static_cast<double>(row.progress.done) / static_cast<double>(row.progress.total);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case ReaderColumn:
        return QString::fromStdString(row.reader.name);
    case ArmColumn:
        return sayArm(row.arm);
    case SessionColumn:
        return row.session;
    case DoneColumn:
        return tr("%1 of %2").arg(row.progress.done).arg(row.progress.total);
    default:
        return {};
    }
}

QVariant ProgressModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    switch (section) {
    case ReaderColumn:
        return tr("Reader");
    case ArmColumn:
        return tr("Arm");
    case SessionColumn:
        return tr("Session");
    case DoneColumn:
        return tr("Read");
    default:
        return {};
    }
}

} // namespace vertescore
