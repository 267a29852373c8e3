// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

AppendixTable startOf(const ConditionAgreement& condition, std::size_t pair, const QString& what) {
    AppendixTable result;
    result.part = AppendixPart::Pairs;
    result.title =
        QStringLiteral("%1: %2").arg(what, pairWords(condition.units.front().pairs[pair], condition));
    return result;
}

/// A row for each unit of the pair, filled by `fill`.
template <typename Fill>
void addUnits(AppendixTable& to, const ConditionAgreement& condition, std::size_t pair, bool onlyScales,
              const Fill& fill) {
    std::vector<TableRow> rows;
    for (const UnitAgreement& unit : condition.units) {
        if (onlyScales && unit.unit.kind == Unit::Kind::Category) continue;
        fill(rows.emplace_back(unitWords(unit.unit)), unit.pairs[pair]);
    }
    to.table.addRows(rows);
}

AppendixTable kappasOf(const ConditionAgreement& condition, std::size_t pair) {
    AppendixTable result = startOf(condition, pair, Texts::tr("Kappa"));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n"),
                            Texts::tr("Left out"),
                            Texts::tr("Zeros\n1st / 2nd"),
                            Texts::tr("Exact\n%"),
                            Texts::tr("Within 1\n%"),
                            Texts::tr("Unweighted κ\n(95 % CI)"),
                            Texts::tr("Linear κ\n(95 % CI)"),
                            Texts::tr("Linear κ\nbootstrap"),
                            Texts::tr("Quadratic κ\n(95 % CI)"),
                            Texts::tr("AC2\n(95 % CI)")};
    addUnits(result, condition, pair, false, [](TableRow& row, const PairAgreement& one) {
        row.text(QString::number(one.sample.size()));
        row.text(
            QStringLiteral("%1 / %2").arg(one.sample.excludedNotRead).arg(one.sample.excludedNotReadable));
        row.text(zeroWords(one.sample));
        row.percent(one.raw.exactPercent, Texts::tr("exact"));
        row.percent(one.raw.withinOnePercent, Texts::tr("within 1"));
        addKappa(row, one.unweighted, Texts::tr("kappa"));
        addKappa(row, one.linear, Texts::tr("kappa"));
        row.interval(one.bootstrap(KappaWeights::Linear).percentile, Texts::tr("bootstrap"));
        addKappa(row, one.quadratic, Texts::tr("kappa"));
        addAc2(row, one.ac2);
    });
    result.note = Texts::tr("Left out: images not read by both / read but not readable. Zeros: images that "
                            "the first and the second "
                            "reader gave 0. κ: Wald intervals with the non-null standard error, not "
                            "truncated; bootstrap: percentile, "
                            "images of one patient together; not drawn for single walls.");
    return result;
}

AppendixTable correlationsOf(const ConditionAgreement& condition, std::size_t pair) {
    AppendixTable result = startOf(condition, pair, Texts::tr("Correlation and ICC"));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("Pearson r\n(Fisher)"),
                            Texts::tr("Spearman ρ\n(Bonett-Wright)"),
                            Texts::tr("Kendall\nτ-b"),
                            Texts::tr("ICC(1,1)\n(95 % CI)"),
                            Texts::tr("ICC(2,1)\n(95 % CI)"),
                            Texts::tr("ICC(3,1)\n(95 % CI)"),
                            Texts::tr("ICC(1,k)\n(95 % CI)"),
                            Texts::tr("ICC(2,k)\n(95 % CI)"),
                            Texts::tr("ICC(3,k)\n(95 % CI)")};
    addUnits(result, condition, pair, false, [](TableRow& row, const PairAgreement& one) {
        addPearson(row, one.pearson);
        row.estimate(one.spearman.rho, one.spearman.bonettWright, Texts::tr("Spearman"));
        row.number(one.tauB, Texts::tr("tau"));
        for (IccForm Icc::*form :
             {&Icc::icc11, &Icc::icc21, &Icc::icc31, &Icc::icc1k, &Icc::icc2k, &Icc::icc3k})
            addIcc(row, one.icc, form);
    });
    result.note =
        Texts::tr("Spearman: Pearson correlation of mid-ranks. ICC: Shrout & Fleiss 1979, F limits; k = 2.");
    return result;
}

AppendixTable limitsOf(const ConditionAgreement& condition, std::size_t pair) {
    AppendixTable result = startOf(condition, pair, Texts::tr("Limits of agreement"));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n"),
                            Texts::tr("Bias\n(95 % CI)"),
                            Texts::tr("SD of\ndifferences"),
                            Texts::tr("Lower limit\n(exact 95 % CI)"),
                            Texts::tr("Upper limit\n(exact 95 % CI)"),
                            Texts::tr("SEM\n(95 % CI)"),
                            Texts::tr("MDC95")};
    addUnits(result, condition, pair, true, [](TableRow& row, const PairAgreement& one) {
        const BlandAltman& ba = *one.blandAltman;
        row.text(QString::number(one.sample.size()));
        row.estimate(ba.bias, ba.biasInterval, Texts::tr("bias"));
        row.number(ba.sd, Texts::tr("SD"));
        row.estimate(ba.lower.estimate, ba.lower.exact, Texts::tr("limit"));
        row.estimate(ba.upper.estimate, ba.upper.exact, Texts::tr("limit"));
        addError(row, one.error);
    });
    result.note =
        Texts::tr("In points, first reader minus second. Limits: bias ± 1.96 SD, exact intervals by the "
                  "noncentral t (Carkeet 2015). SEM, MDC95: standard error of measurement (agreement) and "
                  "the smallest change beyond it.");
    return result;
}

} // namespace

void addPairTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    const std::size_t pairs = condition.units.empty() ? 0 : condition.units.front().pairs.size();
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        to.push_back(kappasOf(condition, pair));
        to.push_back(correlationsOf(condition, pair));
        to.push_back(limitsOf(condition, pair));
    }
}

} // namespace vertescore
