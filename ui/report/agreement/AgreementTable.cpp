// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementTable.h"

#include "ui/report/agreement/TableRow.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace vertescore {
namespace {

constexpr std::size_t kMostLevelScores = 7; ///< 0...6

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementTable)
};

TableRow rowOf(const Unit& unit, const PairAgreement& pair) {
    TableRow row(unit);
    row.text(QString::number(pair.sample.size()));
    row.text(QStringLiteral("%1 / %2").arg(pair.sample.excludedNotRead).arg(pair.sample.excludedNotReadable));
    row.percent(pair.raw.exactPercent, Texts::tr("exact"));
    row.percent(pair.raw.withinOnePercent, Texts::tr("within 1"));
    row.estimate(pair.linear.estimate, pair.linear.wald, Texts::tr("kappa"));
    row.estimate(pair.ac2.estimate, pair.ac2.interval, Texts::tr("AC2"));
    if (pair.pearson)
        row.estimate(pair.pearson->r, pair.pearson->fisher, Texts::tr("Pearson"));
    else
        row.none();
    if (pair.icc)
        row.estimate(pair.icc->icc21.estimate, pair.icc->icc21.interval, Texts::tr("ICC"));
    else
        row.none();
    if (pair.blandAltman)
        row.estimate(pair.blandAltman->bias,
                     {pair.blandAltman->lower.estimate, pair.blandAltman->upper.estimate}, Texts::tr("bias"));
    else
        row.none();
    return row;
}

QStringList countsOf(const std::vector<int>& scores, int categories) {
    std::vector<int> counts(kMostLevelScores);
    for (const int score : scores)
        ++counts[static_cast<std::size_t>(score)];
    QStringList cells;
    for (std::size_t score = 0; score < counts.size(); ++score)
        cells << (static_cast<int>(score) < categories ? QString::number(counts[score]) : QString());
    return cells;
}

} // namespace

bool isGroupRow(const QStringList& row) {
    return row.size() > 1 &&
           std::all_of(row.begin() + 1, row.end(), [](const QString& cell) { return cell.isEmpty(); });
}

void AgreementTable::addRows(const std::vector<TableRow>& added) {
    std::map<QString, QStringList> undefined;
    for (const TableRow& row : added) {
        rows.push_back(row.cells());
        rows.back().resize(columns.size());
        for (const auto& [reason, what] : row.undefinedCells())
            undefined[reason] << what;
    }
    const bool inWords = added.empty() || added.front().reasons() == TableRow::Reasons::InWords;
    for (const auto& [reason, cells] : undefined)
        footnotes << (inWords ? Texts::tr("%1: %2").arg(reason, cells.join(QStringLiteral(", "))) : reason);
}

AgreementTable agreementTable(const ConditionAgreement& condition, std::size_t pair) {
    AgreementTable table;
    table.columns = {Texts::tr("Unit"),
                     Texts::tr("n"),
                     Texts::tr("Left out"),
                     Texts::tr("Exact\n%"),
                     Texts::tr("Within 1\n%"),
                     Texts::tr("Linear κ\n(95 % CI)"),
                     Texts::tr("AC2\n(95 % CI)"),
                     Texts::tr("Pearson r\n(95 % CI)"),
                     Texts::tr("ICC(2,1)\n(95 % CI)"),
                     Texts::tr("Bias\n(limits)")};
    std::vector<TableRow> rows;
    for (const UnitAgreement& agreement : condition.units)
        if (agreement.unit.kind != Unit::Kind::Wall && pair < agreement.pairs.size())
            rows.push_back(rowOf(agreement.unit, agreement.pairs[pair]));
    table.addRows(rows);
    return table;
}

AgreementTable scoreCountTable(const ConditionAgreement& condition, std::size_t pair) {
    AgreementTable table;
    table.columns << Texts::tr("Unit");
    for (int reader = 0; reader < 2; ++reader)
        for (std::size_t score = 0; score < kMostLevelScores; ++score)
            table.columns << QString::number(score);
    for (const UnitAgreement& agreement : condition.units) {
        const Unit::Kind kind = agreement.unit.kind;
        const bool isListed = kind == Unit::Kind::Level || kind == Unit::Kind::Category; // 0...6 at most
        if (!isListed || pair >= agreement.pairs.size()) continue;
        const PairSample& sample = agreement.pairs[pair].sample;
        table.rows.push_back(QStringList(shortUnitName(agreement.unit)) +
                             countsOf(sample.first, sample.categories) +
                             countsOf(sample.second, sample.categories));
    }
    return table;
}

} // namespace vertescore
