// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Worklist.h"
#include "ui/models/ScanIdMeta.h"

#include <QAbstractListModel>
#include <QAbstractProxyModel>
#include <QImage>

#include <map>
#include <optional>
#include <set>
#include <vector>

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

/// Search and filter over a WorklistModel, and the order «least sure first». What is searched in is prepared
/// once, so that a keystroke costs milliseconds also with 100,000 scans; where many rows change at once the
/// model resets, and whoever shows it puts its current row back. GUI thread.
class WorklistProxy : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit WorklistProxy(QObject* parent = nullptr);
    /// A WorklistModel; it outlives the proxy.
    void setSourceModel(QAbstractItemModel* model) override;
    void setSearch(const QString& text);
    void setFilter(WorklistFilter filter);
    void setLeastSureFirst(bool on);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex&) const override { return {}; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex&) const override { return 1; }
    QModelIndex mapToSource(const QModelIndex& proxy) const override;
    QModelIndex mapFromSource(const QModelIndex& source) const override;

private:
    const Worklist& worklist() const;
    void prepare(); ///< what is searched in, of all rows
    bool accepts(std::size_t row) const;
    std::vector<int> wantedRows() const;
    void refresh();
    void show(std::vector<int> rows);
    void receiveChange(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);

    QString m_search; ///< case folded
    WorklistFilter m_filter = WorklistFilter::All;
    bool m_isLeastSureFirst = false;
    std::vector<QString> m_texts; ///< of each source row: code and file name, case folded
    std::vector<int> m_shown;     ///< source rows
    std::vector<int> m_places;    ///< of each source row: where it is shown, or -1
};

} // namespace vertescore
