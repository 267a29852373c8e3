// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/WorklistModel.h"

#include "ui/shell/Say.h"

#include <algorithm>
#include <limits>

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

WorklistProxy::WorklistProxy(QObject* parent) : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(true);
}

void WorklistProxy::setSearch(const QString& text) {
    m_search = text.trimmed();
    invalidateFilter();
}

void WorklistProxy::setFilter(WorklistFilter filter) {
    m_filter = filter;
    invalidateFilter();
}

void WorklistProxy::setLeastSureFirst(bool on) {
    sort(on ? 0 : -1);
}

bool WorklistProxy::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_search.isEmpty() && !index.data().toString().contains(m_search, Qt::CaseInsensitive) &&
        !index.data(WorklistModel::FileNameRole).toString().contains(m_search, Qt::CaseInsensitive))
        return false;
    const QVariant reading = index.data(WorklistModel::ReadingRole);
    const auto landmarks = static_cast<LandmarkState>(index.data(WorklistModel::LandmarkRole).toInt());
    // An annotator's scan is done when its corners are confirmed; a reader's when it is submitted.
    const auto state = reading.isValid()                       ? static_cast<ReadingState>(reading.toInt())
                       : landmarks == LandmarkState::Confirmed ? ReadingState::Submitted
                       : landmarks == LandmarkState::Edited    ? ReadingState::InProgress
                                                               : ReadingState::Unread;
    const bool isDone = state == ReadingState::Submitted || state == ReadingState::Invalid;
    switch (m_filter) {
    case WorklistFilter::All:
        return true;
    case WorklistFilter::Unfinished:
        return !isDone;
    case WorklistFilter::InProgress:
        return state == ReadingState::InProgress;
    case WorklistFilter::Finished:
        return isDone;
    case WorklistFilter::Attention:
        return state == ReadingState::Disputed || index.data(WorklistModel::StaleRole).toBool();
    }
    return true;
}

bool WorklistProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto confidence = [](const QModelIndex& index) {
        const QVariant value = index.data(WorklistModel::ConfidenceRole);
        return value.isValid() ? value.toDouble() : std::numeric_limits<double>::infinity();
    };
    return confidence(left) < confidence(right);
}

} // namespace vertescore
