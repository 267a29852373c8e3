// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/AgreementTable.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace vertescore {
namespace {

constexpr std::size_t kMostLevelScores = 7; ///< 0...6

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementTable)
};

QString number(double value, int decimals = 2) {
    QString text = QString::number(value, 'f', decimals);
    if (text.toDouble() == 0) text.remove(QLatin1Char('-')); // no minus before a rounded zero
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString nameOf(const Unit& unit) {
    if (unit.kind == Unit::Kind::Total) return Texts::tr("Total");
    if (unit.kind == Unit::Kind::Category) return Texts::tr("Category");
    return QString::fromStdString(unitName(unit));
}

/// Puts texts into one row and notes why something is not there.
class RowBuilder {
public:
    explicit RowBuilder(QString unit) : m_unit(std::move(unit)) { m_cells << m_unit; }

    void text(const QString& cell) { m_cells << cell; }
    void percent(const Statistic& value, const QString& what) {
        m_cells << (value.isDefined() ? number(*value, 1) : undefined(value, what));
    }
    /// "0.83 (0.72, 0.94)": short, since four of them stand in one row
    void estimate(const Statistic& value, const Interval& interval, const QString& what) {
        if (!value.isDefined()) {
            m_cells << undefined(value, what);
        } else if (!interval.low.isDefined() || !interval.high.isDefined()) {
            const Statistic& edge = interval.low.isDefined() ? interval.high : interval.low;
            undefined(edge, Texts::tr("%1 interval").arg(what));
            m_cells << Texts::tr("%1 (n.d.)").arg(number(*value));
        } else {
            m_cells << Texts::tr("%1 (%2, %3)")
                           .arg(number(*value), number(*interval.low), number(*interval.high));
        }
    }
    const QStringList& cells() const { return m_cells; }
    const std::vector<std::pair<QString, QString>>& undefinedCells() const { return m_undefined; }

private:
    QString undefined(const Statistic& value, const QString& what) {
        m_undefined.emplace_back(undefinedInWords(value.reason()), Texts::tr("%1 %2").arg(m_unit, what));
        return Texts::tr("n.d.");
    }

    QString m_unit;
    QStringList m_cells;
    std::vector<std::pair<QString, QString>> m_undefined; ///< reason, and what it left undefined
};

RowBuilder rowOf(const Unit& unit, const PairAgreement& pair) {
    RowBuilder row(nameOf(unit));
    row.text(QString::number(pair.sample.size()));
    row.text(QStringLiteral("%1 / %2").arg(pair.sample.excludedNotRead).arg(pair.sample.excludedNotReadable));
    row.percent(pair.raw.exactPercent, Texts::tr("exact"));
    row.percent(pair.raw.withinOnePercent, Texts::tr("within 1"));
    row.estimate(pair.linear.estimate, pair.linear.wald, Texts::tr("kappa"));
    row.estimate(pair.ac2.estimate, pair.ac2.interval, Texts::tr("AC2"));
    const QString none = QString(QChar(0x2013));
    if (pair.pearson)
        row.estimate(pair.pearson->r, pair.pearson->fisher, Texts::tr("Pearson"));
    else
        row.text(none);
    if (pair.icc)
        row.estimate(pair.icc->icc21.estimate, pair.icc->icc21.interval, Texts::tr("ICC"));
    else
        row.text(none);
    if (pair.blandAltman)
        row.estimate(pair.blandAltman->bias,
                     {pair.blandAltman->lower.estimate, pair.blandAltman->upper.estimate}, Texts::tr("bias"));
    else
        row.text(none);
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

QString undefinedInWords(Undefined reason) {
    switch (reason) {
    case Undefined::TooFewImages:
        return Texts::tr("too few images");
    case Undefined::ConstantReader:
        return Texts::tr("a reader gave one score to all images");
    case Undefined::NoExpectedDisagreement:
        return Texts::tr("all scores are equal");
    case Undefined::NoVarianceBetweenImages:
        return Texts::tr("the images do not differ");
    case Undefined::NoVariance:
        return Texts::tr("no variance");
    case Undefined::DenominatorNotPositive:
        return Texts::tr("the estimated variances cancel out");
    case Undefined::NotComputed:
        return Texts::tr("not computed");
    }
    return {};
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
    std::map<QString, QStringList> undefined;
    for (const Unit& unit : levelUnits()) {
        const UnitAgreement* agreement = condition.find(unit);
        if (!agreement || pair >= agreement->pairs.size()) continue;
        const RowBuilder row = rowOf(unit, agreement->pairs[pair]);
        table.rows.push_back(row.cells());
        for (const auto& [reason, what] : row.undefinedCells())
            undefined[reason] << what;
    }
    for (const auto& [reason, cells] : undefined)
        table.footnotes << Texts::tr("%1: %2").arg(reason, cells.join(QStringLiteral(", ")));
    return table;
}

AgreementTable scoreCountTable(const ConditionAgreement& condition, std::size_t pair) {
    AgreementTable table;
    table.columns << Texts::tr("Unit");
    for (int reader = 0; reader < 2; ++reader)
        for (std::size_t score = 0; score < kMostLevelScores; ++score)
            table.columns << QString::number(score);
    for (const Unit& unit : levelUnits()) {
        const UnitAgreement* agreement = condition.find(unit);
        if (unit.kind == Unit::Kind::Total || !agreement || pair >= agreement->pairs.size()) continue;
        const PairSample& sample = agreement->pairs[pair].sample;
        table.rows.push_back(QStringList(nameOf(unit)) + countsOf(sample.first, sample.categories) +
                             countsOf(sample.second, sample.categories));
    }
    return table;
}

} // namespace vertescore
