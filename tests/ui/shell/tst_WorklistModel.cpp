// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/models/WorklistModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace vertescore;

namespace {

WorklistRow row(int id, ReadingState state, std::optional<double> confidence = {}) {
    WorklistRow result;
    result.scan = ScanId{id};
    result.code = "S000" + std::to_string(id);
    result.reading = state;
    result.leastConfidence = confidence;
    return result;
}

Worklist threeScans() {
    return {row(1, ReadingState::Submitted, 0.9), row(2, ReadingState::Unread),
            row(3, ReadingState::InProgress, 0.2)};
}

QStringList codes(const QAbstractItemModel& model) {
    QStringList result;
    for (int i = 0; i < model.rowCount(); ++i)
        result << model.index(i, 0).data().toString();
    return result;
}

} // namespace

class tst_WorklistModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfItemModels() {
        WorklistModel model;
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorklist(threeScans());
        proxy.setLeastSureFirst(true);
        proxy.setFilter(WorklistFilter::Unfinished);
        model.setThumbnail(ScanId{2}, QImage(4, 8, QImage::Format_Grayscale8));
        model.setWorklist({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aNewStateOfOneScanChangesThatRowAlone() {
        WorklistModel model;
        model.setWorklist(threeScans());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        Worklist list = threeScans();
        list[1].reading = ReadingState::InProgress;
        model.setWorklist(list);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    }

    void aThumbnailIsAskedForOnce() {
        WorklistModel model;
        model.setWorklist(threeScans());
        QSignalSpy wanted(&model, &WorklistModel::thumbnailWanted);
        const QModelIndex first = model.index(0);
        QVERIFY(!first.data(Qt::DecorationRole).isValid());
        QVERIFY(!first.data(Qt::DecorationRole).isValid());
        QCOMPARE(wanted.count(), 1);
        model.setThumbnail(ScanId{1}, QImage(4, 8, QImage::Format_Grayscale8));
        QVERIFY(first.data(Qt::DecorationRole).isValid());
        QCOMPARE(wanted.count(), 1);
    }

    void filterAndSearchNarrowTheList() {
        WorklistModel model;
        model.setWorklist(threeScans());
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setFilter(WorklistFilter::Unfinished);
        QCOMPARE(codes(proxy), (QStringList{"S0002", "S0003"}));
        proxy.setSearch(QStringLiteral("3"));
        QCOMPARE(codes(proxy), QStringList{"S0003"});
        proxy.setSearch({});
        proxy.setFilter(WorklistFilter::Finished);
        QCOMPARE(codes(proxy), QStringList{"S0001"});
    }

    void searchingFindsFileNamesTooAndDoesNotMindCapitals() {
        Worklist list = threeScans();
        list[1].fileName = "Ärztin-7.dcm";
        WorklistModel model;
        model.setWorklist(list);
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setSearch(QStringLiteral(" äRZTIN "));
        QCOMPARE(codes(proxy), QStringList{"S0002"});
        proxy.setSearch(QStringLiteral("s0003"));
        QCOMPARE(codes(proxy), QStringList{"S0003"});
    }

    void aScanThatIsFinishedLeavesTheUnfinishedAloneAndInPlace() {
        WorklistModel model;
        model.setWorklist(threeScans());
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setFilter(WorklistFilter::Unfinished);
        const QPersistentModelIndex third = proxy.index(1, 0);
        QSignalSpy removed(&proxy, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&proxy, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
        model.setRow(row(2, ReadingState::Submitted));
        QCOMPARE(codes(proxy), QStringList{"S0003"});
        QCOMPARE(removed.count(), 1);
        QCOMPARE(third.row(), 0);
        model.setRow(row(1, ReadingState::Disputed));
        QCOMPARE(codes(proxy), (QStringList{"S0001", "S0003"}));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(third.row(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(proxy.mapToSource(third).row(), 2);
        QCOMPARE(proxy.mapFromSource(model.index(1)), QModelIndex());
    }

    void aNewConfidenceMovesTheScanInTheOrder() {
        WorklistModel model;
        model.setWorklist(threeScans());
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setLeastSureFirst(true);
        QSignalSpy changed(&proxy, &QAbstractItemModel::dataChanged);
        model.setRow(row(2, ReadingState::Unread, 0.1));
        QCOMPARE(codes(proxy), (QStringList{"S0002", "S0003", "S0001"}));
        model.setThumbnail(ScanId{1}, QImage(4, 8, QImage::Format_Grayscale8));
        QCOMPARE(changed.last().first().toModelIndex().row(), 2);
    }

    void leastSureComesFirstAndUnknownLast() {
        WorklistModel model;
        model.setWorklist(threeScans());
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setLeastSureFirst(true);
        QCOMPARE(codes(proxy), (QStringList{"S0003", "S0001", "S0002"}));
        proxy.setLeastSureFirst(false);
        QCOMPARE(codes(proxy), (QStringList{"S0001", "S0002", "S0003"}));
    }
};

VERTESCORE_QT_TEST_MAIN(tst_WorklistModel)
#include "tst_WorklistModel.moc"
