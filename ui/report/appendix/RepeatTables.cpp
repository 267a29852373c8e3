// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

QStringList columns() {
    return {Texts::tr("Unit"),
            Texts::tr("n"),
            Texts::tr("Exact\n%"),
            Texts::tr("Within 1\n%"),
            Texts::tr("Linear κ\n(95 % CI)"),
            Texts::tr("AC2\n(95 % CI)"),
            Texts::tr("ICC(2,1)\n(95 % CI)"),
            Texts::tr("Bias\n(limits)"),
            Texts::tr("SEM\n(95 % CI)"),
            Texts::tr("MDC95")};
}

void addRow(std::vector<TableRow>& rows, const Unit& unit, const PairAgreement& pair) {
    TableRow& row = rows.emplace_back(unitWords(unit));
    row.text(QString::number(pair.sample.size()));
    row.percent(pair.raw.exactPercent, Texts::tr("exact"));
    row.percent(pair.raw.withinOnePercent, Texts::tr("within 1"));
    addKappa(row, pair.linear, Texts::tr("kappa"));
    addAc2(row, pair.ac2);
    addIcc(row, pair.icc, &Icc::icc21);
    addBias(row, pair.blandAltman);
    addError(row, pair.error);
}

/// Of "reader:session".
std::pair<QString, QString> splitRater(const std::string& rater) {
    const QString text = QString::fromStdString(rater);
    return {text.section(QLatin1Char(':'), 0, -2), text.section(QLatin1Char(':'), -1)};
}

/// "session 2", or "hidden repeat in session 1" of "1.2".
QString sessionWords(const QString& session) {
    if (session.isEmpty()) return Texts::tr("first reading");
    const QString number = session.section(QLatin1Char('.'), 0, 0);
    return session.contains(QLatin1Char('.')) ? Texts::tr("hidden repeat in session %1").arg(number)
                                              : Texts::tr("session %1").arg(number);
}

QString repeatWords(const PairAgreement& pair) {
    const auto [reader, first] = splitRater(pair.firstRater);
    const QString second = splitRater(pair.secondRater).second;
    return Texts::tr("%1: %2 and %3").arg(reader, sessionWords(first), sessionWords(second));
}

/// Level units of every pair, below a line that names the pair.
template <typename Words>
AgreementTable tableOf(const std::vector<UnitAgreement>& units, const Words& words) {
    AgreementTable table;
    table.columns = columns();
    std::vector<TableRow> rows;
    for (std::size_t pair = 0; pair < units.front().pairs.size(); ++pair) {
        rows.emplace_back(words(units.front().pairs[pair]));
        for (const UnitAgreement& unit : units)
            if (unit.unit.kind != Unit::Kind::Wall) addRow(rows, unit.unit, unit.pairs[pair]);
    }
    table.addRows(rows);
    return table;
}

QString titled(const QString& title, const ConditionAgreement& condition) {
    const QString under = conditionWords(condition);
    return under.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, under);
}

} // namespace

void addRepeatTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    if (condition.repeats.empty()) return;
    to.push_back(
        {AppendixPart::Repeats, titled(Texts::tr("Intra-reader agreement"), condition),
         tableOf(condition.repeats, repeatWords),
         Texts::tr("The same images read again by the same reader: hidden repeats under another code, and "
                   "further sessions. n: images that were scored both times. Bias: first reading minus "
                   "second.")});
}

void addConsensusTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    if (condition.consensus.empty()) return;
    const auto reader = [](const PairAgreement& pair) { return QString::fromStdString(pair.firstRater); };
    to.push_back({AppendixPart::Consensus,
                  titled(Texts::tr("Readers against the adjudicated consensus (settled images: %1)")
                             .arg(condition.settled),
                         condition),
                  tableOf(condition.consensus, reader),
                  Texts::tr("Only images that were settled, which are those that readers saw differently: "
                            "this describes what "
                            "the panel did and is no measure of accuracy. Bias: reader minus consensus.")});
}

} // namespace vertescore
