// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/WorklistModel.h"

#include <algorithm>
#include <numeric>

namespace vertescore {
namespace {

QString searchedText(const WorklistRow& row) {
    QString text = QString::fromStdString(row.code);
    if (row.fileName) text += QLatin1Char('\n') + QString::fromStdString(*row.fileName);
    return text.toCaseFolded();
}

/// Where the longer list has one row more than the shorter one; nothing when they differ otherwise.
std::optional<std::size_t> extraRow(const std::vector<int>& longer, const std::vector<int>& shorter) {
    if (longer.size() != shorter.size() + 1) return std::nullopt;
    const auto [extra, other] = std::mismatch(longer.begin(), longer.end() - 1, shorter.begin());
    if (!std::equal(extra + 1, longer.end(), other)) return std::nullopt;
    return static_cast<std::size_t>(extra - longer.begin());
}

} // namespace

WorklistProxy::WorklistProxy(QObject* parent) : QAbstractProxyModel(parent) {}

void WorklistProxy::setSourceModel(QAbstractItemModel* model) {
    beginResetModel();
    if (sourceModel()) sourceModel()->disconnect(this);
    QAbstractProxyModel::setSourceModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        prepare();
        endResetModel();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &WorklistProxy::receiveChange);
    prepare();
    endResetModel();
}

const Worklist& WorklistProxy::worklist() const {
    static const Worklist kNone;
    const auto* model = static_cast<const WorklistModel*>(sourceModel());
    return model ? model->worklist() : kNone;
}

void WorklistProxy::prepare() {
    m_texts.clear();
    m_texts.reserve(worklist().size());
    for (const WorklistRow& row : worklist())
        m_texts.push_back(searchedText(row));
    m_shown = wantedRows();
    m_places.assign(worklist().size(), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place)
        m_places[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
}

void WorklistProxy::setSearch(const QString& text) {
    m_search = text.trimmed().toCaseFolded();
    refresh();
}

void WorklistProxy::setFilter(WorklistFilter filter) {
    m_filter = filter;
    refresh();
}

void WorklistProxy::setLeastSureFirst(bool on) {
    m_isLeastSureFirst = on;
    refresh();
}

bool WorklistProxy::accepts(std::size_t row) const {
    return passesFilter(worklist()[row], m_filter) && (m_search.isEmpty() || m_texts[row].contains(m_search));
}

std::vector<int> WorklistProxy::wantedRows() const {
    std::vector<int> rows;
    for (std::size_t row = 0; row < worklist().size(); ++row)
        if (accepts(row)) rows.push_back(static_cast<int>(row));
    const auto confidence = [this](int row) {
        constexpr double kUnknown = 2; // after every known one
        return worklist()[static_cast<std::size_t>(row)].leastConfidence.value_or(kUnknown);
    };
    if (m_isLeastSureFirst) std::ranges::stable_sort(rows, {}, confidence);
    return rows;
}

void WorklistProxy::refresh() {
    show(wantedRows());
}

void WorklistProxy::show(std::vector<int> rows) {
    if (rows == m_shown) return;
    const auto take = [&] {
        for (const int row : m_shown)
            m_places[static_cast<std::size_t>(row)] = -1;
        m_shown = std::move(rows);
        for (std::size_t place = 0; place < m_shown.size(); ++place)
            m_places[static_cast<std::size_t>(m_shown[place])] = static_cast<int>(place);
    };
    if (const auto gone = extraRow(m_shown, rows)) {
        beginRemoveRows({}, static_cast<int>(*gone), static_cast<int>(*gone));
        take();
        endRemoveRows();
    } else if (const auto come = extraRow(rows, m_shown)) {
        beginInsertRows({}, static_cast<int>(*come), static_cast<int>(*come));
        take();
        endInsertRows();
    } else {
        beginResetModel();
        take();
        endResetModel();
    }
}

void WorklistProxy::receiveChange(const QModelIndex& first, const QModelIndex& last,
                                  const QList<int>& roles) {
    const bool isPictureOnly = roles == QList<int>{Qt::DecorationRole};
    for (int row = first.row(); row <= last.row() && !isPictureOnly; ++row)
        m_texts[static_cast<std::size_t>(row)] = searchedText(worklist()[static_cast<std::size_t>(row)]);
    if (!isPictureOnly) refresh();
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex changed = index(m_places[static_cast<std::size_t>(row)], 0);
        if (changed.isValid()) Q_EMIT dataChanged(changed, changed, roles);
    }
}

QModelIndex WorklistProxy::index(int row, int column, const QModelIndex& parent) const {
    const bool isThere = !parent.isValid() && column == 0 && row >= 0 && row < rowCount();
    return isThere ? createIndex(row, column) : QModelIndex();
}

int WorklistProxy::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QModelIndex WorklistProxy::mapToSource(const QModelIndex& proxy) const {
    if (!proxy.isValid() || !sourceModel()) return {};
    return sourceModel()->index(m_shown[static_cast<std::size_t>(proxy.row())], 0);
}

QModelIndex WorklistProxy::mapFromSource(const QModelIndex& source) const {
    if (!source.isValid()) return {};
    return index(m_places[static_cast<std::size_t>(source.row())], 0);
}

} // namespace vertescore
