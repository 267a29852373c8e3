// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QAbstractTableModel>

namespace vertescore {

/// Two readers of one condition: a row per unit, a column per statistic with its interval. Takes a finished
/// report and computes nothing. GUI thread.
class AgreementModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        UnitColumn,
        CountColumn,
        ExactColumn,
        WithinOneColumn,
        KappaColumn,
        Ac2Column,
        PearsonColumn,
        IccColumn,
        BiasColumn,
        ColumnCount
    };
    enum Role { ValueRole = Qt::UserRole }; ///< double as the report has it; invalid when not defined

    explicit AgreementModel(QObject* parent = nullptr);

    /// readers: ids as in the report; an unknown pair or condition empties the table.
    void setReport(const AgreementReport& report, const std::string& condition, const std::string& first,
                   const std::string& second);
    /// The pair of a row; nullptr outside.
    const PairAgreement* pair(int row) const;
    const Unit* unit(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        Unit unit;
        PairAgreement pair;
    };
    std::vector<Row> m_rows;
};

} // namespace vertescore
