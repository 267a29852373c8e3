// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/comparison/ComparisonTable.h"

#include "ui/report/agreement/TableRow.h"

#include <QCoreApplication>

#include <algorithm>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ComparisonTable)
};

QString symbolOf(ComparedStatistic statistic) {
    switch (statistic) {
    case ComparedStatistic::Pearson:
        return Texts::tr("Pearson r");
    case ComparedStatistic::LinearKappa:
        return Texts::tr("Linear κ");
    case ComparedStatistic::Icc21:
        return Texts::tr("ICC(2,1)");
    }
    return {};
}

/// Without resamples a mean of several pairs has no interval: the number stands alone.
void addEstimate(TableRow& row, const Statistic& value, const Interval& interval, const QString& what) {
    const bool hasNone = !interval.low.isDefined() && interval.low.reason() == Undefined::NotComputed;
    if (value.isDefined() && hasNone)
        row.number(value, what);
    else
        row.estimate(value, interval, what);
}

} // namespace

const PairedChange* changeOf(const PairedAgreement& paired, ComparedStatistic statistic) {
    const PairedComparison& comparison = paired.comparison;
    switch (statistic) {
    case ComparedStatistic::Pearson:
        return comparison.pearson ? &*comparison.pearson : nullptr;
    case ComparedStatistic::LinearKappa:
        return &comparison.kappas[static_cast<std::size_t>(KappaWeights::Linear)];
    case ComparedStatistic::Icc21:
        return comparison.icc21 ? &*comparison.icc21 : nullptr;
    }
    return nullptr;
}

std::vector<std::string> comparedReaders(const AgreementReport& report) {
    std::vector<std::string> readers;
    for (const PairedAgreement& paired : report.paired)
        if (std::ranges::find(readers, paired.readers) == readers.end()) readers.push_back(paired.readers);
    return readers;
}

const PairedAgreement* findPaired(const AgreementReport& report, const std::string& readers,
                                  const Unit& unit) {
    const auto found = std::ranges::find_if(report.paired, [&](const PairedAgreement& paired) {
        return paired.readers == readers && paired.unit == unit;
    });
    return found == report.paired.end() ? nullptr : &*found;
}

AgreementTable comparisonTable(const AgreementReport& report, const std::string& readers,
                               ComparedStatistic statistic) {
    const QString symbol = symbolOf(statistic);
    AgreementTable table;
    table.columns = {
        Texts::tr("Unit"), Texts::tr("n"),
        Texts::tr("%1, %2\n(95 % CI)").arg(symbol, QString::fromStdString(report.withoutCondition)),
        Texts::tr("%1, %2\n(95 % CI)").arg(symbol, QString::fromStdString(report.withCondition)),
        Texts::tr("Difference\n(95 % bootstrap)")};
    if (statistic == ComparedStatistic::LinearKappa) table.columns << Texts::tr("p\n(delta)");
    std::vector<TableRow> rows;
    for (const PairedAgreement& paired : report.paired) {
        const PairedChange* change = changeOf(paired, statistic);
        if (paired.readers != readers || !change) continue;
        TableRow& row = rows.emplace_back(paired.unit);
        row.text(QString::number(change->images));
        addEstimate(row, change->without, change->withoutInterval, symbol);
        addEstimate(row, change->with, change->withInterval, symbol);
        addEstimate(row, change->difference, change->bootstrap.percentile, Texts::tr("difference"));
        if (statistic == ComparedStatistic::LinearKappa)
            row.pValue(static_cast<const PairedKappa*>(change)->p);
    }
    table.addRows(rows);
    return table;
}

} // namespace vertescore
