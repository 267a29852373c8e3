// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/WorklistModel.h"

#include "ui/shell/Say.h"

#include <algorithm>

namespace vertescore {
namespace {

bool sameScans(const Worklist& a, const Worklist& b) {
    return std::ranges::equal(a, b, {}, &WorklistRow::scan, &WorklistRow::scan);
}

QString accessibleText(const WorklistRow& row) {
    QString text = QString::fromStdString(row.code);
    if (row.reading) text += QStringLiteral(", ") + say(*row.reading);
    return text + QStringLiteral(", ") + say(row.landmarks);
}

} // namespace

WorklistModel::WorklistModel(QObject* parent) : QAbstractListModel(parent) {}

void WorklistModel::setWorklist(Worklist list) {
    if (!sameScans(list, m_list)) {
        beginResetModel();
        m_list = std::move(list);
        m_wanted.clear();
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == m_list[i]) continue;
        m_list[i] = std::move(list[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

void WorklistModel::setRow(WorklistRow row) {
    const auto found = indexOfScan(row.scan);
    if (!found) return;
    WorklistRow& known = m_list[static_cast<std::size_t>(found->row())];
    if (known == row) return;
    known = std::move(row);
    Q_EMIT dataChanged(*found, *found);
}

void WorklistModel::setThumbnail(ScanId scan, QImage thumbnail) {
    m_thumbnails.insert_or_assign(scan, std::move(thumbnail));
    if (const auto changed = indexOfScan(scan)) Q_EMIT dataChanged(*changed, *changed, {Qt::DecorationRole});
}

std::optional<QModelIndex> WorklistModel::indexOfScan(ScanId scan) const {
    const auto found = std::ranges::find(m_list, scan, &WorklistRow::scan);
    if (found == m_list.end()) return std::nullopt;
    return index(static_cast<int>(found - m_list.begin()));
}

int WorklistModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const WorklistRow& row = m_list[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.code);
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case Qt::DecorationRole: {
        const auto found = m_thumbnails.find(row.scan);
        if (found != m_thumbnails.end()) return found->second;
        if (m_wanted.insert(row.scan).second) Q_EMIT thumbnailWanted(row.scan);
        return {};
    }
    case ScanRole:
        return static_cast<qint64>(row.scan);
    case FileNameRole:
        return row.fileName ? QString::fromStdString(*row.fileName) : QString();
    case ReadingRole:
        return row.reading ? QVariant(static_cast<int>(*row.reading)) : QVariant();
    case LandmarkRole:
        return static_cast<int>(row.landmarks);
    case StaleRole:
        return row.isStale;
    case ConfidenceRole:
        return row.leastConfidence ? QVariant(*row.leastConfidence) : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> WorklistModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{ScanRole, "scan"}, {FileNameRole, "fileName"}, {ReadingRole, "reading"}});
    names.insert({{LandmarkRole, "landmarks"}, {StaleRole, "isStale"}, {ConfidenceRole, "confidence"}});
    return names;
}

} // namespace vertescore
