// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/models/WorklistModel.h"

#include <QListView>
#include <QSortFilterProxyModel>

#include <cstdio>
#include <ctime>

using namespace vertescore;

namespace {

constexpr int kScans = 100'000;
constexpr int kRounds = 5;

Worklist manyScans() {
    Worklist list;
    list.reserve(kScans);
    for (int number = 0; number < kScans; ++number) {
        WorklistRow row;
        row.scan = ScanId{number + 1};
        row.code = "S" + std::to_string(100'000 + number);
        row.fileName = "patient-" + std::to_string(number * 7 % kScans) + ".dcm";
        row.reading = static_cast<ReadingState>(number % 5);
        row.landmarks = static_cast<LandmarkState>(number % 4);
        row.leastConfidence = (number * 31 % 1000) / 1000.0;
        list.push_back(std::move(row));
    }
    return list;
}

/// What one would write first: Qt's own proxy, which asks the model for texts row by row.
class PlainProxy : public QSortFilterProxyModel {
public:
    void setSearch(const QString& text) {
        m_search = text;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        return index.data().toString().contains(m_search, Qt::CaseInsensitive) ||
               index.data(WorklistModel::FileNameRole).toString().contains(m_search, Qt::CaseInsensitive);
    }

private:
    QString m_search;
};

/// Of a processor core: what else the machine does meanwhile does not count.
double msSince(std::clock_t before) {
    return 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

/// Types letter by letter and takes back again, a list in view; the slowest keystroke until it is painted.
template <class Proxy>
double slowestKeystroke(WorklistModel& model, int rounds) {
    Proxy proxy;
    proxy.setSourceModel(&model);
    QListView view;
    view.setUniformItemSizes(true);
    view.setModel(&proxy);
    view.resize(300, 800);
    view.show();
    QCoreApplication::processEvents();
    double slowest = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const char* typed : {"1", "15", "155", "1551", "155", "15", "1", "", "no such scan", ""}) {
            const auto before = std::clock();
            proxy.setSearch(QString::fromLatin1(typed));
            view.grab(); // laid out and painted
            slowest = std::max(slowest, msSince(before));
        }
    }
    return slowest;
}

} // namespace

/// What somebody waits for who types into the search above 100,000 scans; says numbers and asserts nothing of
/// them.
class bench_Worklist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeystrokeInTheSearch() {
        WorklistModel model;
        const auto before = std::clock();
        model.setWorklist(manyScans());
        std::printf("%d scans: the list itself %.0f ms of one core\n", kScans, msSince(before));
        const double own = slowestKeystroke<WorklistProxy>(model, kRounds);
        const double plain = slowestKeystroke<PlainProxy>(model, 1);
        std::printf("slowest keystroke until the list is painted: %.1f ms; with Qt's own proxy %.1f ms;"
                    " ratio %.0f\n",
                    own, plain, plain / own);
    }

    void aFilterAndTheOrder() {
        WorklistModel model;
        model.setWorklist(manyScans());
        WorklistProxy proxy;
        proxy.setSourceModel(&model);
        const auto before = std::clock();
        proxy.setFilter(WorklistFilter::Unfinished);
        const double filtered = msSince(before);
        proxy.setLeastSureFirst(true);
        const double ordered = msSince(before) - filtered;
        std::printf("filter %.1f ms, least sure first %.1f ms, %d rows\n", filtered, ordered,
                    proxy.rowCount());
        QVERIFY(proxy.rowCount() > 0);
    }
};

VERTESCORE_QT_TEST_MAIN(bench_Worklist)
#include "bench_Worklist.moc"
