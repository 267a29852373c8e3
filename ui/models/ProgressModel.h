// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"

#include <QAbstractTableModel>

namespace vertescore {

/// How far each reader is, for the coordinator: reader, arm, session, n of N. GUI thread.
class ProgressModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ReaderColumn, ArmColumn, SessionColumn, DoneColumn, ColumnCount };
    enum Role { ShareRole = Qt::UserRole }; ///< double, 0...1

    explicit ProgressModel(QObject* parent = nullptr);
    void setProgress(std::vector<ReaderProgress> progress);
    int finishedReaders() const; ///< who are through with at least one of their lists

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReaderProgress> m_progress;
};

} // namespace vertescore
