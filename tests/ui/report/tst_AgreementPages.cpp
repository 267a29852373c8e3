// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/CustomPlot.h"

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
