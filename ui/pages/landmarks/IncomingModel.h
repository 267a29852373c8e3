// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/ImportLandmarks.h"

#include <QAbstractTableModel>

namespace vertescore {

/// Landmarks of a file, and what is on their scan already.
struct OfferedLandmarks {
    IncomingLandmarks incoming;
    Landmarks present; ///< the newest in the study
    int fresh = 0;     ///< points that would come in
    int kept = 0;      ///< points that stay, because a person set them
};

/// What withImported() would make of them.
OfferedLandmarks offerOf(IncomingLandmarks incoming, const Landmarks& present);

/// Which landmarks would go to which scan, and what is refused with its reason. Scans can be left out by
/// their box; of several files for one scan one at most is ticked, at first the first. GUI thread.
class IncomingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ScanColumn, FileColumn, OutcomeColumn };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<OfferedLandmarks> offers, std::vector<Error> refused);
    std::vector<IncomingLandmarks> wanted() const; ///< ticked, with something that would come in
    int refusedCount() const { return static_cast<int>(m_refused.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        OfferedLandmarks offer;
        bool isWanted = true;
        bool isOneOfSeveral = false; ///< for its scan
    };
    bool isOffer(int row) const { return row < static_cast<int>(m_offers.size()); }
    QString outcomeOf(const Row& row) const;
    QString textOf(int row, int column) const;

    std::vector<Row> m_offers; ///< first
    std::vector<Error> m_refused;
};

} // namespace vertescore
