// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/agreement/TableRow.h"

#include "ui/report/PlotStyle.h"

#include <QCoreApplication>

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AgreementTable)
};

} // namespace

TableRow::TableRow(const Unit& unit) : m_unit(shortUnitName(unit)) {
    m_cells << m_unit;
}

TableRow::TableRow(const QString& label, Reasons reasons) : m_unit(label), m_reasons(reasons) {
    m_cells << m_unit;
}

void TableRow::percent(const Statistic& value, const QString& what) {
    number(value, what, 1);
}

void TableRow::number(const Statistic& value, const QString& what, int decimals) {
    m_cells << (value.isDefined() ? shortNumber(*value, decimals) : undefined(value, what));
}

void TableRow::estimate(const Statistic& value, const Interval& interval, const QString& what) {
    if (!value.isDefined()) {
        m_cells << undefined(value, what);
    } else if (!interval.low.isDefined() || !interval.high.isDefined()) {
        const Statistic& edge = interval.low.isDefined() ? interval.high : interval.low;
        const QString none = undefined(edge, Texts::tr("%1 interval").arg(what));
        m_cells << Texts::tr("%1 (%2)").arg(shortNumber(*value), none);
    } else {
        m_cells << Texts::tr("%1 (%2, %3)")
                       .arg(shortNumber(*value), shortNumber(*interval.low), shortNumber(*interval.high));
    }
}

void TableRow::pValue(const Statistic& p) {
    m_cells << (p.isDefined() ? pWords(*p) : undefined(p, Texts::tr("p")));
}

void TableRow::interval(const Interval& interval, const QString& what) {
    for (const Statistic* edge : {&interval.low, &interval.high}) {
        if (edge->isDefined()) continue;
        if (edge->reason() == Undefined::NotComputed) return none();
        m_cells << undefined(*edge, what);
        return;
    }
    m_cells << Texts::tr("(%1, %2)").arg(shortNumber(*interval.low), shortNumber(*interval.high));
}

void TableRow::none() {
    m_cells << QString(QChar(0x2013));
}

QString TableRow::undefined(const Statistic& value, const QString& what) {
    const QString words = undefinedInWords(value.reason());
    if (m_reasons == Reasons::ByMark) {
        m_undefined.emplace_back(undefinedMark(value.reason()) + QLatin1Char(' ') + words, QString());
        return Texts::tr("n.d.") + undefinedMark(value.reason());
    }
    m_undefined.emplace_back(words, Texts::tr("%1 %2").arg(m_unit, what));
    return Texts::tr("n.d.");
}

QString shortUnitName(const Unit& unit) {
    if (unit.kind == Unit::Kind::Total) return Texts::tr("Total");
    if (unit.kind == Unit::Kind::Category) return Texts::tr("Category");
    return QString::fromStdString(unitName(unit));
}

QString shortNumber(double value, int decimals) {
    QString text = QString::number(value, 'f', decimals);
    if (text.toDouble() == 0) text.remove(QLatin1Char('-'));
    return withMinusSign(text);
}

QString pWords(double p) {
    constexpr double smallestShown = 0.001;
    return p < smallestShown ? QStringLiteral("< %1").arg(smallestShown) : shortNumber(p, 3);
}

QString undefinedMark(Undefined reason) {
    switch (reason) {
    case Undefined::TooFewImages:
        return QStringLiteral("*");
    case Undefined::ConstantReader:
        return QStringLiteral("†");
    case Undefined::NoExpectedDisagreement:
        return QStringLiteral("‡");
    case Undefined::NoVarianceBetweenImages:
        return QStringLiteral("§");
    case Undefined::NoVariance:
        return QStringLiteral("¶");
    case Undefined::DenominatorNotPositive:
        return QStringLiteral("#");
    case Undefined::NotComputed:
        return QStringLiteral("**");
    }
    return {};
}

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

} // namespace vertescore
