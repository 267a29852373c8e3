// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/agreement/TableRow.h"
#include "ui/report/comparison/ComparisonPage.h"
#include "ui/report/comparison/ComparisonTable.h"
#include "ui/report/comparison/ForestPlot.h"

#include <QTemporaryDir>

using namespace vertescore;

namespace {

const Unit kTotal{Unit::Kind::Total, Segment::L1, Wall::Anterior};
const Unit kCategory{Unit::Kind::Category, Segment::L1, Wall::Anterior};

Rating everyWall(int grade) {
    Rating rating;
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            rating.sheet.at(segment, wall).grade = grade;
    return rating;
}

/// Readers A and B on eight images; L1 is 0 everywhere, so that its kappa is not defined.
AgreementReport twoReaders(bool synthetic = false) {
    RatingTable table;
    for (int image = 0; image < 8; ++image) {
        for (const std::string reader : {"A", "B"}) {
            Rating rating = everyWall((image + (reader == "B" && image % 3 == 0 ? 1 : 0)) % 4);
            for (const Wall wall : kWalls)
                rating.sheet.at(Segment::L1, wall).grade = 0;
            [[maybe_unused]] const auto added = table.add({std::to_string(image), reader, "ivg", {}}, rating);
        }
    }
    AgreementOptions options;
    options.study = "test";
    options.synthetic = synthetic;
    return makeAgreementReport(table, options);
}

/// The same readers; with guides they agree on everything.
AgreementReport twoConditions() {
    RatingTable table;
    for (int image = 0; image < 8; ++image) {
        for (const std::string reader : {"A", "B"}) {
            for (const std::string condition : {"no_ivg", "ivg"}) {
                const bool isOff = condition == "no_ivg" && reader == "B" && image % 3 == 0;
                Rating rating = everyWall((image + (isOff ? 1 : 0)) % 4);
                for (const Wall wall : kWalls)
                    rating.sheet.at(Segment::L1, wall).grade = 0;
                [[maybe_unused]] const auto added =
                    table.add({std::to_string(image), reader, condition, {}}, rating);
            }
        }
    }
    AgreementOptions options;
    options.study = "test";
    return makeAgreementReport(table, options);
}

const PairAgreement& pairOf(const AgreementReport& report, const Unit& unit) {
    return report.conditions.front().find(unit)->pairs.front();
}

} // namespace

class AgreementPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableHasARowForEachUnit() {
        const AgreementReport report = twoReaders();
        const AgreementTable table = agreementTable(report.conditions.front(), 0);
        QCOMPARE(table.rows.size(), std::size_t{6});
        for (const QStringList& row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
        QCOMPARE(table.rows[4][0], QStringLiteral("Total"));
        QCOMPARE(table.rows[4][1], QStringLiteral("8"));
    }

    void whatIsNotDefinedIsNeverANumber() {
        const AgreementReport report = twoReaders();
        const AgreementTable table = agreementTable(report.conditions.front(), 0);
        const QStringList& l1 = table.rows.front();
        QCOMPARE(l1[5], QStringLiteral("n.d."));
        QCOMPARE(l1[7], QStringLiteral("n.d."));
        QVERIFY(table.footnotes.join(QLatin1Char(' '))
                    .contains(undefinedInWords(Undefined::NoExpectedDisagreement)));
        QVERIFY(table.footnotes.join(QLatin1Char(' ')).contains(QStringLiteral("L1 kappa")));
    }

    void numbersHaveATrueMinusAndNoNegativeZero() {
        const AgreementReport report = twoReaders();
        for (const QStringList& row : agreementTable(report.conditions.front(), 0).rows) {
            QVERIFY(!row[8].contains(QLatin1Char('-')));
            QVERIFY(row[8] != QString(QChar(0x2212)) + QStringLiteral("0.00"));
        }
    }

    void blandAltmanShowsAllPointsAndLimits() {
        const AgreementReport report = twoReaders();
        const PairAgreement& total = pairOf(report, kTotal);
        QCustomPlot plot;
        fillBlandAltman(plot, kTotal, total, PlotStyle::light());
        int points = 0;
        for (int i = 0; i < plot.graphCount(); ++i)
            points += plot.graph(i)->dataCount();
        QVERIFY(points > 1 && points <= 8);
        QVERIFY(plot.yAxis->range().contains(*total.blandAltman->upper.exact.high));
        QVERIFY(plot.yAxis->range().contains(*total.blandAltman->lower.exact.low));
    }

    void theScatterShowsEveryImage() {
        const AgreementReport report = twoReaders();
        QCustomPlot plot;
        fillScatter(plot, kTotal, pairOf(report, kTotal), PlotStyle::dark());
        QCOMPARE(plot.graphCount(), 1);
        QCOMPARE(plot.graph(0)->dataCount(), 8);
    }

    void fillingAgainReplacesWhatWasThere() {
        const AgreementReport report = twoReaders();
        QCustomPlot plot;
        fillConfusion(plot, kCategory, pairOf(report, kCategory), PlotStyle::light());
        const int items = plot.itemCount();
        QVERIFY(items > 0);
        fillScatter(plot, kTotal, pairOf(report, kTotal), PlotStyle::light());
        fillConfusion(plot, kCategory, pairOf(report, kCategory), PlotStyle::light());
        QCOMPARE(plot.itemCount(), items);
        QCOMPARE(plot.graphCount(), 0);
    }

    void nothingToPlotIsSaid() {
        const AgreementReport report = twoReaders();
        QCustomPlot plot;
        fillBlandAltman(plot, kCategory, pairOf(report, kCategory), PlotStyle::light());
        QVERIFY(!plot.xAxis->visible());
        fillScatter(plot, kTotal, {}, PlotStyle::light());
        QCOMPARE(plot.graphCount(), 0);
        QVERIFY(!plot.xAxis->visible());
    }

    void aPageForEachPair() {
        const std::vector<AgreementReport> reports{twoReaders(), twoReaders(true)};
        const QByteArray pdf = agreementPdf(reports);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n"), 2);
    }

    void twoConditionsAreComparedBeforeEachIsShown() {
        const std::vector<AgreementReport> reports{twoConditions()};
        QCOMPARE(agreementPdf(reports).count("/Type /Page\n"), 3);
    }

    void theComparisonHasTheNumbersOfBothConditionsAndTheirDifference() {
        const AgreementReport report = twoConditions();
        const AgreementTable kappas = comparisonTable(report, "A-B", ComparedStatistic::LinearKappa);
        QCOMPARE(kappas.rows.size(), std::size_t{6});
        const PairedAgreement* l2 =
            findPaired(report, "A-B", {Unit::Kind::Level, Segment::L2, Wall::Anterior});
        QVERIFY(l2);
        const PairedKappa& kappa = l2->comparison.kappas[static_cast<std::size_t>(KappaWeights::Linear)];
        const QStringList& row = kappas.rows[1];
        QCOMPARE(row[0], QStringLiteral("L2"));
        QCOMPARE(row[1], QStringLiteral("8"));
        QVERIFY(row[2].startsWith(shortNumber(*kappa.without)));
        QCOMPARE(row[3], QStringLiteral("1.00 (1.00, 1.00)")); // with guides both always agree
        QVERIFY(row[4].startsWith(shortNumber(*kappa.difference)));
        QCOMPARE(kappas.rows[0][4], QStringLiteral("n.d.")); // L1 is 0 everywhere
        QVERIFY(!kappas.footnotes.isEmpty());
        const AgreementTable correlations = comparisonTable(report, "A-B", ComparedStatistic::Pearson);
        QCOMPARE(correlations.rows.size(), std::size_t{5}); // a category has none
        QCOMPARE(correlations.columns.size(), 5);           // no p
    }

    void theForestShowsBothConditionsOfEveryRow() {
        QCustomPlot plot;
        const std::vector<ForestRow> rows{{QStringLiteral("L1"), 0.5, {0.3, 0.7}, 0.8, {0.7, 1.1}},
                                          {QStringLiteral("L2"), Undefined::ConstantReader, {}, 0.4, {}}};
        fillForest(plot, rows, QStringLiteral("kappa"), PlotStyle::light());
        QCOMPARE(plot.graphCount(), 3); // what is not defined is left out
        QCOMPARE(plot.itemCount(), 2);  // a bar for each interval there is
        QVERIFY(plot.xAxis->range().contains(1.1));
        fillDifferences(plot, rows, QStringLiteral("change"), PlotStyle::light());
        QCOMPARE(plot.graphCount(), 2);
        QVERIFY(plot.xAxis->range().contains(0.0));
    }

    void twiceTheImagesMakeTheIntervalNarrowerByTheRootOfTwo() { QCOMPARE(intervalWidthWith(0.2, 4), 0.1); }

    void withoutTwoReadersThereIsNoFile() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "a.pdf";
        const std::vector<AgreementReport> none(1);
        const auto refused = saveAgreementPdf(path, none);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!std::filesystem::exists(path));
        const std::vector<AgreementReport> reports{twoReaders()};
        QVERIFY(saveAgreementPdf(path, reports).has_value());
        QVERIFY(std::filesystem::exists(path));
    }
};

VERTESCORE_QT_TEST_MAIN(AgreementPagesTest)
#include "tst_AgreementPages.moc"
