// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

AppendixTable startOf(const ConditionAgreement& condition, const QString& what) {
    AppendixTable result;
    result.part = AppendixPart::AllReaders;
    const QString under = conditionWords(condition);
    result.title = Texts::tr("%1, %2 readers").arg(what).arg(condition.readers.size());
    if (!under.isEmpty()) result.title += QStringLiteral(", ") + under;
    return result;
}

QString countWords(const SeveralReaderCounts& counts) {
    return QStringLiteral("%1 / %2 / %3").arg(counts.rated).arg(counts.pairable).arg(counts.complete);
}

AppendixTable coefficientsOf(const ConditionAgreement& condition) {
    AppendixTable result = startOf(condition, Texts::tr("Chance-corrected agreement"));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("Images\nread / by 2 / by all"),
                            Texts::tr("Exact\n%"),
                            Texts::tr("All equal\n%"),
                            Texts::tr("Mean κ\nlinear"),
                            Texts::tr("Fleiss κ\ncomplete"),
                            Texts::tr("Fleiss κ\nwith gaps"),
                            Texts::tr("α\nordinal"),
                            Texts::tr("AC1\n(95 % CI)"),
                            Texts::tr("AC2\n(95 % CI)"),
                            Texts::tr("Kendall W\n(p)")};
    std::vector<TableRow> rows;
    for (const UnitAgreement& unit : condition.units) {
        const SeveralReaderAgreement& all = unit.all;
        TableRow& row = rows.emplace_back(unitWords(unit.unit));
        row.text(countWords(all.counts));
        row.percent(all.raw.exactPercent, Texts::tr("exact"));
        row.percent(all.raw.allEqualPercent, Texts::tr("all equal"));
        row.number(all.meanKappas[static_cast<std::size_t>(KappaWeights::Linear)], Texts::tr("kappa"));
        row.number(all.fleiss.estimate, Texts::tr("Fleiss"));
        row.number(all.fleissWithGaps.estimate, Texts::tr("Fleiss"));
        row.number(all.krippendorff.ordinal, Texts::tr("alpha"));
        row.estimate(all.ac1.estimate, all.ac1.interval, Texts::tr("AC1"));
        addAc2(row, all.ac2);
        row.number(all.kendall.w, Texts::tr("W"));
        if (all.kendall.p.isDefined()) row.appendToLast(QStringLiteral(" (%1)").arg(pWords(*all.kendall.p)));
    }
    result.table.addRows(rows);
    result.note = Texts::tr(
        "Exact: mean over images of the share of equal pairs. All equal, Fleiss (1971), W: images that all "
        "scored. Mean κ: of all pairs (Light 1971), each on the images that both scored. With gaps: Gwet "
        "2014. "
        "α: Krippendorff 2011, the default where anything is missing. AC1, AC2 (quadratic weights): over the "
        "declared scores, t interval. W: Kendall, corrected for ties.");
    return result;
}

AppendixTable iccsOf(const ConditionAgreement& condition) {
    AppendixTable result = startOf(condition, Texts::tr("Intraclass correlation and error of measurement"));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n\n(complete)"),
                            Texts::tr("ICC(1,1)\n(95 % CI)"),
                            Texts::tr("ICC(2,1)\n(95 % CI)"),
                            Texts::tr("ICC(3,1)\n(95 % CI)"),
                            Texts::tr("ICC(1,k)\n(95 % CI)"),
                            Texts::tr("ICC(2,k)\n(95 % CI)"),
                            Texts::tr("ICC(3,k)\n(95 % CI)"),
                            Texts::tr("SEM\n(95 % CI)"),
                            Texts::tr("MDC95")};
    std::vector<TableRow> rows;
    for (const UnitAgreement& unit : condition.units) {
        const auto& icc = unit.all.icc;
        if (!icc) continue;
        TableRow& row = rows.emplace_back(unitWords(unit.unit));
        row.text(QString::number(icc->images));
        for (IccForm Icc::*form :
             {&Icc::icc11, &Icc::icc21, &Icc::icc31, &Icc::icc1k, &Icc::icc2k, &Icc::icc3k})
            addIcc(row, icc, form);
        addError(row, unit.all.error);
    }
    result.table.addRows(rows);
    result.note = Texts::tr(
        "Shrout & Fleiss 1979 by analysis of variance of the images that all scored; ICC(2,1), absolute "
        "agreement of single readings, in front. Limits of ICC(2,k) by Spearman-Brown. SEM: root of the "
        "variance "
        "of readers and residual (de Vet et al. 2006), chi-square interval; MDC95 = 1.96 √2 SEM.");
    return result;
}

} // namespace

void addSeveralReaderTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    if (condition.readers.size() < 2) return;
    to.push_back(coefficientsOf(condition));
    to.push_back(iccsOf(condition));
}

} // namespace vertescore
