// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Worklist.h"
#include "ui/models/ScanIdMeta.h"

#include <QAbstractListModel>
#include <QImage>
#include <QSortFilterProxyModel>

#include <map>
#include <optional>
#include <set>

namespace vertescore {

/// The scans of a study as the signed-in person may know them: a reader's rows carry codes only. GUI thread.
class WorklistModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ScanRole = Qt::UserRole, ///< qint64, the ScanId
        FileNameRole,            ///< QString; empty for a reader
        ReadingRole,             ///< int of ReadingState; invalid for an annotator
        LandmarkRole,            ///< int of LandmarkState
        StaleRole,               ///< bool
        ConfidenceRole,          ///< double; invalid when unknown
    };

    explicit WorklistModel(QObject* parent = nullptr);

    /// Rows of the same scans in the same order are updated in place; anything else resets.
    void setWorklist(Worklist list);
    /// One row as it is now; a scan that is not in the list is ignored.
    void setRow(WorklistRow row);
    const Worklist& worklist() const { return m_list; }
    void setThumbnail(ScanId scan, QImage thumbnail);
    std::optional<QModelIndex> indexOfScan(ScanId scan) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// A row without a thumbnail came into view; asked once per scan.
    void thumbnailWanted(vertescore::ScanId scan) const;

private:
    Worklist m_list;
    std::map<ScanId, QImage> m_thumbnails;
    mutable std::set<ScanId> m_wanted;
};

/// Which rows the list shows.
enum class WorklistFilter { All, Unfinished, InProgress, Finished, Attention };

/// Search and filter over a WorklistModel, and the order «least sure first». GUI thread.
class WorklistProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WorklistProxy(QObject* parent = nullptr);
    void setSearch(const QString& text);
    void setFilter(WorklistFilter filter);
    void setLeastSureFirst(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_search;
    WorklistFilter m_filter = WorklistFilter::All;
};

} // namespace vertescore
