// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

QString noteWords() {
    return Texts::tr(
        "Burden of an image: category of its mean total over all readers and conditions, the same for "
        "every pair. Within a stratum scores hardly differ: read κ beside AC2 and the zeros.");
}

QStringList columnsOfPair() {
    return {Texts::tr("Unit"),
            Texts::tr("n"),
            Texts::tr("Zeros\n1st / 2nd"),
            Texts::tr("Exact\n%"),
            Texts::tr("Within 1\n%"),
            Texts::tr("Linear κ\n(95 % CI)"),
            Texts::tr("AC2\n(95 % CI)"),
            Texts::tr("Pearson r\n(95 % CI)"),
            Texts::tr("ICC(2,1)\n(95 % CI)"),
            Texts::tr("Bias\n(limits)")};
}

/// The line over the stratum's rows.
TableRow groupOf(const StratumAgreement& stratum) {
    return TableRow(Texts::tr("%1, images: %2").arg(stratumWords(stratum.stratum)).arg(stratum.images));
}

AppendixTable strataOfPair(const ConditionAgreement& condition, std::size_t pair) {
    AppendixTable result;
    result.part = AppendixPart::Strata;
    result.title = Texts::tr("By stratum: %1").arg(pairWords(condition.units.front().pairs[pair], condition));
    result.table.columns = columnsOfPair();
    std::vector<TableRow> rows;
    for (const StratumAgreement& stratum : condition.strata) {
        rows.push_back(groupOf(stratum));
        for (const UnitAgreement& unit : stratum.units) {
            const PairAgreement& one = unit.pairs[pair];
            TableRow& row = rows.emplace_back(unitWords(unit.unit));
            row.text(QString::number(one.sample.size()));
            row.text(zeroWords(one.sample));
            row.percent(one.raw.exactPercent, Texts::tr("exact"));
            row.percent(one.raw.withinOnePercent, Texts::tr("within 1"));
            addKappa(row, one.linear, Texts::tr("kappa"));
            addAc2(row, one.ac2);
            addPearson(row, one.pearson);
            addIcc(row, one.icc, &Icc::icc21);
            addBias(row, one.blandAltman);
        }
    }
    result.table.addRows(rows);
    result.note = noteWords();
    return result;
}

AppendixTable strataOfAll(const ConditionAgreement& condition) {
    AppendixTable result;
    result.part = AppendixPart::Strata;
    result.title = Texts::tr("By stratum, all readers together");
    if (const QString under = conditionWords(condition); !under.isEmpty())
        result.title += QStringLiteral(", ") + under;
    result.table.columns = {Texts::tr("Unit"),       Texts::tr("Images\nread / by 2 / by all"),
                            Texts::tr("Exact\n%"),   Texts::tr("Mean κ\nlinear"),
                            Texts::tr("α\nordinal"), Texts::tr("AC2\n(95 % CI)"),
                            Texts::tr("Kendall\nW"), Texts::tr("ICC(2,1)\n(95 % CI)")};
    std::vector<TableRow> rows;
    for (const StratumAgreement& stratum : condition.strata) {
        rows.push_back(groupOf(stratum));
        for (const UnitAgreement& unit : stratum.units) {
            const SeveralReaderAgreement& all = unit.all;
            TableRow& row = rows.emplace_back(unitWords(unit.unit));
            row.text(QStringLiteral("%1 / %2 / %3")
                         .arg(all.counts.rated)
                         .arg(all.counts.pairable)
                         .arg(all.counts.complete));
            row.percent(all.raw.exactPercent, Texts::tr("exact"));
            row.number(all.meanKappas[static_cast<std::size_t>(KappaWeights::Linear)], Texts::tr("kappa"));
            row.number(all.krippendorff.ordinal, Texts::tr("alpha"));
            addAc2(row, all.ac2);
            row.number(all.kendall.w, Texts::tr("W"));
            addIcc(row, all.icc, &Icc::icc21);
        }
    }
    result.table.addRows(rows);
    result.note = noteWords();
    return result;
}

} // namespace

void addStratumTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    if (condition.strata.empty()) return;
    if (condition.readers.size() > 2) to.push_back(strataOfAll(condition));
    for (std::size_t pair = 0; pair < condition.units.front().pairs.size(); ++pair)
        to.push_back(strataOfPair(condition, pair));
}

} // namespace vertescore
