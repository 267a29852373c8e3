// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/report/CustomPlot.h"
#include "ui/report/agreement/AgreementPdf.h"
#include "ui/report/agreement/AgreementPlots.h"
#include "ui/report/agreement/AgreementTable.h"
#include "ui/report/agreement/ReportPen.h"
#include "ui/report/agreement/TableRow.h"
#include "ui/report/appendix/AppendixPage.h"
#include "ui/report/comparison/ComparisonPage.h"
#include "ui/report/comparison/ComparisonTable.h"
#include "ui/report/comparison/ForestPlot.h"
#include "ui/report/several/SeveralReadersPage.h"

#include <QTemporaryDir>

#include <algorithm>
#include <set>

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

/// Three readers with long names, hidden repeats, a consensus, corners of two of them.
AgreementReport everything(bool synthetic = true) {
    const std::string readers[] = {"A reader with a very long name (simulated)", "B", "C"};
    RatingTable table;
    AgreementOptions options;
    options.study = "everything";
    options.synthetic = synthetic;
    for (int image = 0; image < 12; ++image) {
        const std::string id = "I" + std::to_string(image);
        for (int reader = 0; reader < 3; ++reader) {
            [[maybe_unused]] auto added = table.add({id, readers[reader], "ivg", "1"},
                                                    everyWall((image + (image % 5 == reader ? 1 : 0)) % 4));
            if (image < 4) added = table.add({id, readers[reader], "ivg", "1.2"}, everyWall(image % 3));
            Landmarks corners;
            for (const Level level : kLevels)
                for (const Corner corner : kCorners)
                    corners.at(level).at(corner) = {
                        PixelPoint{static_cast<double>(reader * image), static_cast<double>(indexOf(level))},
                        PointState::Edited, false};
            if (reader < 2) options.landmarks.push_back({id, readers[reader], "ivg", corners, std::nullopt});
        }
        if (image % 5 != 0) continue;
        [[maybe_unused]] const auto added = table.add({id, "consensus", "ivg", "1"}, everyWall(1));
    }
    return makeAgreementReport(table, options);
}

const AppendixTable* tableOf(const std::vector<AppendixTable>& tables, AppendixPart part) {
    const auto found = std::ranges::find(tables, part, &AppendixTable::part);
    return found == tables.end() ? nullptr : &*found;
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

    void wordsThatNeedMoreRoomThanThereIsGetSmallerLetters() {
        QPixmap page(10, 10);
        QCPPainter painter(&page);
        ReportPen pen{painter};
        const QRect room(0, 0, 2000, 600);
        constexpr int kLetters = 75;
        const QString many = QStringLiteral("some words of a method ").repeated(20);
        QVERIFY(heightOfText(many, kLetters, false, room.width()) > room.height());
        QVERIFY(pen.textWithin(room, many, kLetters, Qt::black) <= room.height());
        const QString few = QStringLiteral("some words");
        QCOMPARE(pen.textWithin(room, few, kLetters, Qt::black), pen.text(room, few, kLetters, Qt::black));
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
        const auto appendix = appendixPages(reports[0]).size() + appendixPages(reports[1]).size();
        QCOMPARE(pdf.count("/Type /Page\n"), static_cast<qsizetype>(2 + appendix));
    }

    void twoConditionsAreComparedBeforeEachIsShown() {
        const std::vector<AgreementReport> reports{twoConditions()};
        QCOMPARE(agreementPdf(reports).count("/Type /Page\n"),
                 static_cast<qsizetype>(3 + appendixPages(reports[0]).size()));
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

    void theAppendixHasEveryPartThatTheStudyHas() {
        const auto few = appendixTables(twoReaders());
        for (const AppendixPart part : {AppendixPart::AllReaders, AppendixPart::Pairs, AppendixPart::Strata})
            QVERIFY(tableOf(few, part));
        for (const AppendixPart part : {AppendixPart::Comparison, AppendixPart::Repeats,
                                        AppendixPart::Consensus, AppendixPart::Landmarks})
            QVERIFY(!tableOf(few, part));
        const auto all = appendixTables(everything());
        for (const AppendixPart part :
             {AppendixPart::Repeats, AppendixPart::Consensus, AppendixPart::Landmarks})
            QVERIFY(tableOf(all, part));
        QVERIFY(tableOf(appendixTables(twoConditions()), AppendixPart::Comparison));
        for (const AppendixTable& table : all)
            for (const QStringList& row : table.table.rows)
                QCOMPARE(row.size(), table.table.columns.size());
    }

    void aReadersRepeatsAreNamedAsSuch() {
        const AgreementReport report = everything();
        const auto tables = appendixTables(report);
        const AgreementTable& repeats = tableOf(tables, AppendixPart::Repeats)->table;
        QVERIFY(isGroupRow(repeats.rows[0]));
        QCOMPARE(repeats.rows[0][0],
                 QStringLiteral("A reader with a very long name (simulated): session 1 and "
                                "hidden repeat in session 1"));
        const auto& total = report.conditions.front().repeats[4].pairs.front();
        QCOMPARE(repeats.rows[5][0], QStringLiteral("Total"));
        QCOMPARE(repeats.rows[5][1], QStringLiteral("4"));
        QCOMPARE(repeats.rows[5][2], shortNumber(*total.raw.exactPercent, 1));
        QVERIFY(repeats.rows[5][4].startsWith(shortNumber(*total.linear.estimate)));
    }

    void theConsensusIsSaidToBeNoMeasureOfAccuracy() {
        const auto tables = appendixTables(everything());
        const AppendixTable& consensus = *tableOf(tables, AppendixPart::Consensus);
        QVERIFY(consensus.title.contains(QStringLiteral("settled images: 3")));
        QVERIFY(consensus.note.contains(QStringLiteral("no measure of accuracy")));
        QCOMPARE(consensus.table.rows[5][1], QStringLiteral("3"));
    }

    void anUndefinedCellOfTheAppendixCarriesTheMarkOfItsReason() {
        const auto tables = appendixTables(twoReaders()); // L1 is 0 everywhere
        const AgreementTable& kappas = tableOf(tables, AppendixPart::Pairs)->table;
        const QString mark = undefinedMark(Undefined::NoExpectedDisagreement);
        QCOMPARE(kappas.rows[0][7], QStringLiteral("n.d.") + mark);
        QVERIFY(kappas.footnotes.contains(mark + QLatin1Char(' ') +
                                          undefinedInWords(Undefined::NoExpectedDisagreement)));
        std::set<QString> marks;
        for (const Undefined reason :
             {Undefined::TooFewImages, Undefined::ConstantReader, Undefined::NoExpectedDisagreement,
              Undefined::NoVarianceBetweenImages, Undefined::NoVariance, Undefined::DenominatorNotPositive,
              Undefined::NotComputed})
            marks.insert(undefinedMark(reason));
        QCOMPARE(marks.size(), std::size_t{7});
    }

    void millimetresOfUnknownSpacingAreNotShown() {
        const auto tables = appendixTables(everything());
        const AgreementTable& corners = tableOf(tables, AppendixPart::Landmarks)->table;
        QCOMPARE(corners.rows.size(), std::size_t{35});
        QCOMPARE(corners.rows[0][1], QStringLiteral("288"));
        QVERIFY(corners.rows[0][2].startsWith(QStringLiteral("5.50 ("))); // mean of 0...11
        QVERIFY(corners.rows[0][6].startsWith(QStringLiteral("n.d.")));
    }

    void theAppendixsPagesHoldEveryRowOnceAndInOrder() {
        const AgreementReport report = everything();
        const auto pages = appendixPages(report);
        QVERIFY(pages.size() > 3);
        std::vector<QStringList> rows, expected;
        for (const AppendixPage& page : pages) {
            QVERIFY(!page.tables.empty());
            for (const AppendixTable& table : page.tables) {
                QVERIFY(!isGroupRow(table.table.rows.back())); // stands over rows of the same page
                rows.insert(rows.end(), table.table.rows.begin(), table.table.rows.end());
            }
        }
        for (const AppendixTable& table : appendixTables(report))
            expected.insert(expected.end(), table.table.rows.begin(), table.table.rows.end());
        QCOMPARE(rows, expected);
    }

    void nothingOfTheAppendixRunsIntoTheFootOfAPage() {
        const AgreementReport report = everything();
        constexpr double scale = 0.2;
        for (const AppendixPage& page : appendixPages(report)) {
            QImage picture(qRound(kPageWidth * scale), qRound(kPageHeight * scale), QImage::Format_RGB32);
            picture.fill(Qt::white);
            QCPPainter painter(&picture);
            painter.scale(scale, scale);
            drawAppendixPage(painter, page);
            painter.end();
            const auto isWhite = [&](int y) {
                for (int x = 0; x < picture.width(); ++x)
                    if (picture.pixelColor(x, y).lightness() < 250) return false;
                return true;
            };
            QVERIFY(isWhite(qRound((kPageEnd + 25) * scale)));
        }
    }

    void threeReadersHaveAPageTogether() {
        const AgreementReport report = everything();
        const ConditionAgreement& ivg = report.conditions.front();
        const AgreementTable all = severalReadersTable(ivg);
        QCOMPARE(all.rows.size(), std::size_t{6});
        QVERIFY(all.rows[4][6].startsWith(shortNumber(*ivg.find(kTotal)->all.krippendorff.ordinal)));
        const AgreementTable pairs = pairsTable(ivg);
        QCOMPARE(pairs.rows.size(), std::size_t{3});
        QVERIFY(pairs.rows[0][0].size() < 40); // a long name is shortened
        // Together, three pairs, and the appendix.
        QCOMPARE(agreementPdf(std::span(&report, 1)).count("/Type /Page\n"),
                 static_cast<qsizetype>(4 + appendixPages(report).size()));
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
