// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AgreementModel.h"

#include "ui/report/agreement/TableRow.h"
#include "ui/shell/Say.h"

#include <QLocale>

#include <algorithm>

namespace vertescore {
namespace {

QString number(const Statistic& statistic, int digits) {
    return statistic.isDefined() ? QLocale().toString(*statistic, 'f', digits) : QStringLiteral("–");
}

QString withInterval(const Statistic& estimate, const Interval& interval, int digits) {
    if (!estimate.isDefined()) return AgreementModel::tr("not defined");
    if (!interval.low.isDefined() || !interval.high.isDefined()) return number(estimate, digits);
    return AgreementModel::tr("%1  (%2, %3)")
        .arg(number(estimate, digits), number(interval.low, digits), number(interval.high, digits));
}

QString percent(const Statistic& statistic) {
    return statistic.isDefined() ? AgreementModel::tr("%1 %").arg(number(statistic, 1))
                                 : AgreementModel::tr("not defined");
}

/// Short: the column is narrow and the plots say it in full.
QString rowTitle(const Unit& unit) {
    const QString level = QString::fromLatin1(segmentName(unit.segment).data());
    switch (unit.kind) {
    case Unit::Kind::Wall:
        return say(unit.segment, unit.wall);
    case Unit::Kind::Level:
        return level;
    case Unit::Kind::Total:
        return AgreementModel::tr("Total");
    case Unit::Kind::Category:
        return AgreementModel::tr("Category");
    case Unit::Kind::Aac8:
        return QString::fromStdString(unitName(unit));
    }
    return {};
}

/// What a column shows of a pair; nothing where the unit does not have it.
struct Shown {
    Statistic estimate;
    QString text;
};

std::optional<Shown> shownOf(const PairAgreement& pair, int column) {
    switch (column) {
    case AgreementModel::ExactColumn:
        return Shown{pair.raw.exactPercent, percent(pair.raw.exactPercent)};
    case AgreementModel::WithinOneColumn:
        return Shown{pair.raw.withinOnePercent, percent(pair.raw.withinOnePercent)};
    case AgreementModel::KappaColumn:
        return Shown{pair.linear.estimate, withInterval(pair.linear.estimate, pair.linear.wald, 2)};
    case AgreementModel::Ac2Column:
        return Shown{pair.ac2.estimate, withInterval(pair.ac2.estimate, pair.ac2.interval, 2)};
    case AgreementModel::PearsonColumn:
        if (pair.pearson)
            return Shown{pair.pearson->r, withInterval(pair.pearson->r, pair.pearson->fisher, 2)};
        break;
    case AgreementModel::IccColumn:
        if (pair.icc)
            return Shown{pair.icc->icc21.estimate,
                         withInterval(pair.icc->icc21.estimate, pair.icc->icc21.interval, 2)};
        break;
    case AgreementModel::BiasColumn:
        if (pair.blandAltman)
            return Shown{pair.blandAltman->bias,
                         withInterval(pair.blandAltman->bias,
                                      {pair.blandAltman->lower.estimate, pair.blandAltman->upper.estimate},
                                      2)};
        break;
    default:
        break;
    }
    return std::nullopt;
}

} // namespace

AgreementModel::AgreementModel(QObject* parent) : QAbstractTableModel(parent) {}

void AgreementModel::setReport(const AgreementReport& report, const std::string& condition,
                               const std::string& first, const std::string& second) {
    beginResetModel();
    m_rows.clear();
    if (const ConditionAgreement* agreement = report.find(condition)) {
        for (const UnitAgreement& unit : agreement->units) {
            const auto found = std::ranges::find_if(unit.pairs, [&](const PairAgreement& pair) {
                return (pair.firstRater == first && pair.secondRater == second) ||
                       (pair.firstRater == second && pair.secondRater == first);
            });
            if (found != unit.pairs.end()) m_rows.push_back({unit.unit, *found});
        }
    }
    endResetModel();
}

const PairAgreement* AgreementModel::pair(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].pair : nullptr;
}

const Unit* AgreementModel::unit(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].unit : nullptr;
}

int AgreementModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgreementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AgreementModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const PairSample& sample = row.pair.sample;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (index.column() == UnitColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (index.column() == UnitColumn)
        return role == Qt::DisplayRole ? QVariant(rowTitle(row.unit)) : QVariant();
    if (index.column() == CountColumn) {
        if (role == Qt::DisplayRole) return QLocale().toString(static_cast<qulonglong>(sample.size()));
        if (role == ValueRole) return static_cast<double>(sample.size());
        if (role == Qt::ToolTipRole)
            return tr("Left out: %1 not read by both, %2 not readable")
                .arg(sample.excludedNotRead)
                .arg(sample.excludedNotReadable);
        return {};
    }
    const auto shown = shownOf(row.pair, index.column());
    if (role == Qt::DisplayRole) return shown ? shown->text : QString();
    if (!shown) return {};
    if (role == ValueRole) return shown->estimate.isDefined() ? QVariant(*shown->estimate) : QVariant();
    if (role == Qt::ToolTipRole && !shown->estimate.isDefined())
        return tr("Not defined: %1").arg(undefinedInWords(shown->estimate.reason()));
    return {};
}

QVariant AgreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == UnitColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case KappaColumn:
            return tr("Cohen's kappa with linear weights, 95 % Wald interval");
        case Ac2Column:
            return tr(
                "Gwet's AC2 with quadratic weights, 95 % interval: unlike kappa it does not fall when one "
                "score is rare");
        case PearsonColumn:
            return tr("Pearson's correlation, 95 % interval by Fisher's z");
        case IccColumn:
            return tr("ICC(2,1): absolute agreement of single readings, 95 % interval");
        case BiasColumn:
            return tr("Mean difference, and the 95 % limits of agreement");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case UnitColumn:
        return tr("Unit");
    case CountColumn:
        return tr("n");
    case ExactColumn:
        return tr("Exact");
    case WithinOneColumn:
        return tr("Within 1");
    case KappaColumn:
        return tr("Kappa, linear");
    case Ac2Column:
        return tr("AC2");
    case PearsonColumn:
        return tr("Pearson");
    case IccColumn:
        return tr("ICC(2,1)");
    case BiasColumn:
        return tr("Bias (limits)");
    default:
        return {};
    }
}

} // namespace vertescore
