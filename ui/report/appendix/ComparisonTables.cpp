// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"
#include "ui/report/comparison/ComparisonTable.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

QString readerWords(const std::string& readers) {
    return readers == kMeanOfPairs ? Texts::tr("mean of all pairs") : QString::fromStdString(readers);
}

const PairedKappa& kappaOf(const PairedAgreement& paired, KappaWeights weights) {
    return paired.comparison.kappas[static_cast<std::size_t>(weights)];
}

void addChange(TableRow& row, const PairedChange* change) {
    if (!change) return row.none();
    row.estimate(change->difference, change->bootstrap.percentile, Texts::tr("difference"));
}

void addRow(std::vector<TableRow>& rows, const PairedAgreement& paired) {
    TableRow& row = rows.emplace_back(unitWords(paired.unit));
    const PairedKappa& linear = kappaOf(paired, KappaWeights::Linear);
    row.text(QString::number(linear.images));
    addChange(row, &kappaOf(paired, KappaWeights::Unweighted));
    addChange(row, &linear);
    row.interval(linear.bootstrap.bca.interval, Texts::tr("BCa"));
    row.interval(linear.delta, Texts::tr("delta"));
    row.pValue(linear.p);
    addChange(row, &kappaOf(paired, KappaWeights::Quadratic));
    addChange(row, changeOf(paired, ComparedStatistic::Pearson));
    addChange(row, changeOf(paired, ComparedStatistic::Icc21));
}

AppendixTable changesOf(const AgreementReport& report, const std::string& readers) {
    AppendixTable result;
    result.part = AppendixPart::Comparison;
    result.title = Texts::tr("Changes from %1 to %2, %3")
                       .arg(QString::fromStdString(report.withoutCondition),
                            QString::fromStdString(report.withCondition), readerWords(readers));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n"),
                            Texts::tr("Unweighted κ\n(percentile)"),
                            Texts::tr("Linear κ\n(percentile)"),
                            Texts::tr("Linear κ\nBCa"),
                            Texts::tr("Linear κ\ndelta method"),
                            Texts::tr("p\n(delta)"),
                            Texts::tr("Quadratic κ\n(percentile)"),
                            Texts::tr("Pearson r\n(percentile)"),
                            Texts::tr("ICC(2,1)\n(percentile)")};
    std::vector<TableRow> rows;
    for (const PairedAgreement& paired : report.paired)
        if (paired.readers == readers) addRow(rows, paired);
    result.table.addRows(rows);
    result.note = Texts::tr("Differences on the same images with 95 % bootstrap intervals; BCa: Efron 1987, "
                            "acceleration by the jackknife around its mean.");
    return result;
}

AppendixTable strataOf(const AgreementReport& report) {
    AppendixTable result;
    result.part = AppendixPart::Comparison;
    result.title = Texts::tr("By stratum, %1").arg(readerWords(report.pairedStrata.front().readers));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n"),
                            Texts::tr("Linear κ\n%1").arg(QString::fromStdString(report.withoutCondition)),
                            Texts::tr("Linear κ\n%1").arg(QString::fromStdString(report.withCondition)),
                            Texts::tr("Difference\n(percentile)"),
                            Texts::tr("p\n(delta)"),
                            Texts::tr("Pearson r\ndifference"),
                            Texts::tr("ICC(2,1)\ndifference")};
    std::vector<TableRow> rows;
    for (const PairedAgreement& first : report.pairedStrata) {
        if (first.unit != report.pairedStrata.front().unit)
            continue; // each stratum once, in the report's order
        const auto colon = first.stratum.find(':');
        rows.emplace_back(
            stratumWords({first.stratum.substr(0, colon), first.stratum.substr(colon + 1), {}}));
        for (const PairedAgreement& paired : report.pairedStrata) {
            if (paired.stratum != first.stratum) continue;
            TableRow& row = rows.emplace_back(unitWords(paired.unit));
            const PairedKappa& linear = kappaOf(paired, KappaWeights::Linear);
            row.text(QString::number(linear.images));
            row.number(linear.without, Texts::tr("kappa"));
            row.number(linear.with, Texts::tr("kappa"));
            addChange(row, &linear);
            row.pValue(linear.p);
            addChange(row, changeOf(paired, ComparedStatistic::Pearson));
            addChange(row, changeOf(paired, ComparedStatistic::Icc21));
        }
    }
    result.table.addRows(rows);
    result.note = Texts::tr("Burden of an image: category of its mean total over all readers and conditions. "
                            "Strata are small: the intervals say how small.");
    return result;
}

} // namespace

void addComparisonTables(std::vector<AppendixTable>& to, const AgreementReport& report) {
    for (const std::string& readers : comparedReaders(report))
        to.push_back(changesOf(report, readers));
    for (const std::string& readers : comparedReaders(report)) {
        AppendixTable icc{AppendixPart::Comparison,
                          Texts::tr("Intraclass correlation ICC(2,1), %1").arg(readerWords(readers)),
                          comparisonTable(report, readers, ComparedStatistic::Icc21),
                          Texts::tr("Two-way random, absolute agreement, single reading.")};
        to.push_back(std::move(icc));
    }
    if (!report.pairedStrata.empty()) to.push_back(strataOf(report));
}

} // namespace vertescore
