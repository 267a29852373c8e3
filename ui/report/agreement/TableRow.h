// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agreement/AgreementReport.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace vertescore {

/// Puts statistics as text into one row of a table, and notes why something is not there.
class TableRow {
public:
    /// How an undefined cell refers to its reason: in words below the table, or by a mark in the cell, for
    /// tables with many.
    enum class Reasons { InWords, ByMark };

    explicit TableRow(const Unit& unit); ///< its first cell names the unit
    explicit TableRow(const QString& label, Reasons reasons = Reasons::ByMark);

    void text(const QString& cell) { m_cells << cell; }
    void appendToLast(const QString& words) { m_cells.back() += words; }
    void percent(const Statistic& value, const QString& what); ///< what: in the note when undefined
    void number(const Statistic& value, const QString& what, int decimals = 2);
    /// "0.83 (0.72, 0.94)": short, since four of them stand in one row
    void estimate(const Statistic& value, const Interval& interval, const QString& what);
    void pValue(const Statistic& p); ///< three decimals, "< 0.001"
    /// "(0.72, 0.94)"; a dash when it was left out by the options.
    void interval(const Interval& interval, const QString& what);
    void none(); ///< a dash: not defined for this unit

    const QStringList& cells() const { return m_cells; }
    /// Reason, and what it left undefined.
    const std::vector<std::pair<QString, QString>>& undefinedCells() const { return m_undefined; }
    Reasons reasons() const { return m_reasons; }

private:
    QString undefined(const Statistic& value, const QString& what);

    QString m_unit;
    Reasons m_reasons = Reasons::InWords;
    QStringList m_cells;
    std::vector<std::pair<QString, QString>> m_undefined;
};

/// "L1", "Total", "Category"
QString shortUnitName(const Unit& unit);
/// With a true minus sign, and none before a rounded zero.
QString shortNumber(double value, int decimals = 2);
QString pWords(double p); ///< "0.041", "< 0.001"
/// The reason in words: "all scores are equal", ...
QString undefinedInWords(Undefined reason);
/// The mark of the reason in tables with many undefined cells.
QString undefinedMark(Undefined reason);

} // namespace vertescore
