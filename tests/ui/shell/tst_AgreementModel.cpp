// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/models/AgreementModel.h"

#include <QAbstractItemModelTester>

using namespace vertescore;

namespace {

/// Two readers of twelve scans who mostly agree.
RatingTable twelveScans() {
    RatingTable table;
    for (int image = 0; image < 12; ++image)
        for (const int reader : {1, 2}) {
            Rating rating;
            for (const Segment segment : kSegments)
                for (const Wall wall : kWalls)
                    rating.sheet.at(segment, wall).grade = (image * (1 + static_cast<int>(segment)) / 2 +
                                                            (reader == 2 && image % 5 == 0 ? 1 : 0)) %
                                                           4;
            VERTESCORE_ASSERT(
                table
                    .add({"S" + std::to_string(100 + image), "R" + std::to_string(reader), "ivg", ""}, rating)
                    .has_value());
        }
    return table;
}

bool shows(const QVariant& value, const Statistic& statistic) {
    return statistic.isDefined() ? value.isValid() && value.toDouble() == *statistic : !value.isValid();
}

AgreementReport report() {
    AgreementOptions options;
    options.study = "test";
    return makeAgreementReport(twelveScans(), options);
}

} // namespace

class tst_AgreementModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheReportsOwnNumbers() {
        const AgreementReport made = report();
        AgreementModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(made, "ivg", "R1", "R2");
        const ConditionAgreement& condition = *made.find("ivg");
        QCOMPARE(model.rowCount(), static_cast<int>(condition.units.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const PairAgreement& pair = condition.units[static_cast<std::size_t>(row)].pairs.front();
            const auto value = [&](int column) {
                return model.index(row, column).data(AgreementModel::ValueRole);
            };
            QCOMPARE(value(AgreementModel::CountColumn).toDouble(), static_cast<double>(pair.sample.size()));
            QVERIFY(shows(value(AgreementModel::ExactColumn), pair.raw.exactPercent));
            QVERIFY(shows(value(AgreementModel::WithinOneColumn), pair.raw.withinOnePercent));
            QVERIFY(shows(value(AgreementModel::KappaColumn), pair.linear.estimate));
            QCOMPARE(value(AgreementModel::PearsonColumn).isValid(), pair.pearson.has_value());
            if (pair.pearson) QVERIFY(shows(value(AgreementModel::PearsonColumn), pair.pearson->r));
            if (pair.icc) QVERIFY(shows(value(AgreementModel::IccColumn), pair.icc->icc21.estimate));
            if (pair.blandAltman) QVERIFY(shows(value(AgreementModel::BiasColumn), pair.blandAltman->bias));
        }
    }

    void whatIsNotDefinedIsSaidAndIsNoNumber() {
        RatingTable table;
        for (const char* reader : {"R1", "R2"}) {
            Rating rating;
            for (const Segment segment : kSegments)
                for (const Wall wall : kWalls)
                    rating.sheet.at(segment, wall).grade = 0;
            QVERIFY(table.add({"S1", reader, "ivg", ""}, rating).has_value());
        }
        AgreementOptions options;
        AgreementModel model;
        model.setReport(makeAgreementReport(table, options), "ivg", "R1", "R2");
        const QModelIndex kappa = model.index(0, AgreementModel::KappaColumn);
        QVERIFY(!kappa.data(AgreementModel::ValueRole).isValid());
        QVERIFY(!kappa.data(Qt::ToolTipRole).toString().isEmpty());
    }

    void anUnknownPairEmptiesTheTable() {
        AgreementModel model;
        model.setReport(report(), "ivg", "R1", "R2");
        QVERIFY(model.rowCount() > 0);
        model.setReport(report(), "ivg", "R1", "nobody");
        QCOMPARE(model.rowCount(), 0);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_AgreementModel)
#include "tst_AgreementModel.moc"
