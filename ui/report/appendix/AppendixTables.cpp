// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

#include "ui/report/agreement/AgreementPlots.h"

#include <algorithm>

namespace vertescore {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

} // namespace

QString conditionWords(const ConditionAgreement& condition) {
    return condition.condition.empty()
               ? QString()
               : Texts::tr("condition %1").arg(QString::fromStdString(condition.condition));
}

QString pairWords(const PairAgreement& pair, const ConditionAgreement& condition) {
    const QString readers =
        Texts::tr("%1 and %2")
            .arg(QString::fromStdString(pair.firstRater), QString::fromStdString(pair.secondRater));
    const QString under = conditionWords(condition);
    return under.isEmpty() ? readers : QStringLiteral("%1, %2").arg(readers, under);
}

QString stratumWords(const Stratum& stratum) {
    if (stratum.grouping == "burden")
        for (const auto category : {BurdenCategory::Low, BurdenCategory::Moderate, BurdenCategory::High})
            if (stratum.name == burdenCategoryName(category))
                return Texts::tr("burden %1").arg(burdenWords(category));
    return Texts::tr("scanner %1").arg(QString::fromStdString(stratum.name));
}

QString unitWords(const Unit& unit) {
    if (unit.kind != Unit::Kind::Wall) return shortUnitName(unit);
    const auto latin = [](std::string_view name) {
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    return Texts::tr("%1, %2").arg(latin(segmentName(unit.segment)), latin(wallName(unit.wall)));
}

void addKappa(TableRow& row, const Kappa& kappa, const QString& what) {
    row.estimate(kappa.estimate, kappa.wald, what);
}

void addAc2(TableRow& row, const GappedCoefficient& ac2) {
    row.estimate(ac2.estimate, ac2.interval, Texts::tr("AC2"));
}

void addPearson(TableRow& row, const std::optional<Pearson>& pearson) {
    if (!pearson) return row.none();
    row.estimate(pearson->r, pearson->fisher, Texts::tr("Pearson"));
}

void addIcc(TableRow& row, const std::optional<Icc>& icc, IccForm Icc::*form) {
    if (!icc) return row.none();
    row.estimate(((*icc).*form).estimate, ((*icc).*form).interval, Texts::tr("ICC"));
}

void addBias(TableRow& row, const std::optional<BlandAltman>& ba) {
    if (!ba) return row.none();
    row.estimate(ba->bias, {ba->lower.estimate, ba->upper.estimate}, Texts::tr("bias"));
}

void addError(TableRow& row, const std::optional<MeasurementError>& error) {
    if (!error) {
        row.none();
        return row.none();
    }
    row.estimate(error->agreement.sem, error->agreement.semInterval, Texts::tr("SEM"));
    row.number(error->agreement.mdc95, Texts::tr("MDC95"));
}

QString zeroWords(const PairSample& sample) {
    return QStringLiteral("%1 / %2")
        .arg(std::ranges::count(sample.first, 0))
        .arg(std::ranges::count(sample.second, 0));
}

QString appendixPartName(AppendixPart part) {
    switch (part) {
    case AppendixPart::Comparison:
        return Texts::tr("Comparison of two conditions");
    case AppendixPart::AllReaders:
        return Texts::tr("All readers together");
    case AppendixPart::Pairs:
        return Texts::tr("Pairs of readers");
    case AppendixPart::Strata:
        return Texts::tr("Strata");
    case AppendixPart::Repeats:
        return Texts::tr("The same reader again");
    case AppendixPart::Consensus:
        return Texts::tr("Consensus");
    case AppendixPart::Landmarks:
        return Texts::tr("Landmarks");
    }
    return {};
}

std::vector<AppendixTable> appendixTables(const AgreementReport& report) {
    std::vector<AppendixTable> tables;
    addComparisonTables(tables, report);
    for (const ConditionAgreement& condition : report.conditions) {
        addSeveralReaderTables(tables, condition);
        addPairTables(tables, condition);
        addStratumTables(tables, condition);
        addRepeatTables(tables, condition);
        addConsensusTables(tables, condition);
        addLandmarkTables(tables, condition);
    }
    return tables;
}

} // namespace vertescore
