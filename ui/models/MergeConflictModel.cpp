// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/MergeConflictModel.h"

#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"

namespace vertescore {

MergeConflictModel::MergeConflictModel(QObject* parent) : QAbstractTableModel(parent) {}

void MergeConflictModel::setFiles(const std::vector<MergePreview>& files, const StudySettings& settings) {
    beginResetModel();
    m_rows.clear();
    for (const MergePreview& file : files)
        if (file.report)
            for (const MergeConflict& conflict : file.report->conflicts)
                m_rows.push_back({toQString(file.file.filename()), QString::fromStdString(conflict.subject),
                                  say(conflict, settings)});
    endResetModel();
}

int MergeConflictModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MergeConflictModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MergeConflictModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

QVariant MergeConflictModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case SubjectColumn:
        return tr("Scan or person");
    case OutcomeColumn:
        return tr("What happened at both, and what becomes of it");
    default:
        return {};
    }
}

} // namespace vertescore
