// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/study/AgreementPanel.h"
#include "ui/panels/study/AppendixCard.h"
#include "ui/panels/study/CasesCard.h"
#include "ui/report/CustomPlot.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QWheelEvent>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// Two readers; the second gives one grade more to the second of three images.
AgreementReport threeImages() {
    RatingTable table;
    for (int image = 0; image < 3; ++image)
        for (const std::string reader : {"A", "B"}) {
            Rating rating;
            rating.sheet = everyCell(image == 1 && reader == "B" ? 2 : image);
            [[maybe_unused]] const auto added =
                table.add({"S" + std::to_string(image), reader, "ivg", {}}, rating);
        }
    return makeAgreementReport(table, {});
}

/// The panel with the row of L1's anterior wall chosen.
struct ShownPanel {
    AgreementModel model;
    AgreementPanel panel{model};
    QCustomPlot* matrix = nullptr;

    ShownPanel() {
        model.setReport(threeImages(), "ivg", "A", "B");
        panel.resize(1200, 900);
        panel.show();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.unit(row)->kind == Unit::Kind::Wall) {
                panel.findChild<QTableView*>()->selectRow(row);
                break;
            }
        matrix = panel.findChildren<QCustomPlot*>().back();
        matrix->replot();
    }
    void click(double second, double first) {
        const QPointF place(matrix->xAxis->coordToPixel(second), matrix->yAxis->coordToPixel(first));
        QTest::mouseClick(matrix, Qt::LeftButton, {}, place.toPoint());
    }
};

} // namespace

class tst_AgreementCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClickOnACountTellsBothScores() {
        ShownPanel shown;
        QSignalSpy chosen(&shown.panel, &AgreementPanel::cellChosen);
        shown.click(2, 1); // column: second reader, row: first
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][1].toInt(), 1);
        QCOMPARE(chosen[0][2].toInt(), 2);
        const QRectF axes = shown.matrix->axisRect()->rect();
        QTest::mouseClick(shown.matrix, Qt::LeftButton, {}, QPoint(2, qRound(axes.center().y())));
        QCOMPARE(chosen.count(), 1); // beside the matrix
    }

    void theWheelOverAPlotIsLeftToThePage() {
        ShownPanel shown;
        QWheelEvent wheel({20, 20}, {20, 20}, {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(shown.matrix, &wheel);
        QVERIFY(!wheel.isAccepted());
        QVERIFY(!shown.matrix->testAttribute(Qt::WA_NoMousePropagation));
    }

    void aCaseShowsBothReadingsBesideItsPicture() {
        const TemporaryStudy study(2);
        auto store = study.open();
        const auto session = store.openCoordinatorSession(TemporaryStudy::personNamed(store, "Cleo"));
        const auto scans = session->scans();
        QVERIFY(scans && scans->size() == 2);
        ScoreSheet second = everyCell(1);
        second.at(Segment::L2, Wall::Posterior) = {.grade = {}, .notReadable = NotReadableReason::Noise};
        CasesCard card;
        const QString a = QStringLiteral("A"), b = QStringLiteral("B");
        card.showCases(QStringLiteral("2 cases"), {{(*scans)[0], {{a, everyCell(1)}, {b, everyCell(1)}}},
                                                   {(*scans)[1], {{a, everyCell(1)}, {b, second}}}});
        auto* view = card.findChild<ScanView*>();
        QVERIFY(QTest::qWaitFor([&] { return view->document() != nullptr; }));
        QVERIFY(!view->document()->areScoresEditable());
        const auto differing = [&card] {
            QStringList texts;
            for (const QLabel* label : card.findChildren<QLabel*>())
                if (label->property("role") == QStringLiteral("warning")) texts << label->text();
            return texts;
        };
        QVERIFY(differing().isEmpty());
        card.findChild<QListWidget*>()->setCurrentRow(1);
        QCOMPARE(differing(), QStringList({QStringLiteral("1"), QStringLiteral("Too noisy")}));
        QVERIFY(QTest::qWaitFor([&] { return view->document() != nullptr; }));
        card.showCases({}, {});
        QVERIFY(card.isHidden());
        QCOMPARE(view->document(), nullptr);
    }

    void everyTableOfTheReportCanBeChosen() {
        const std::vector<AppendixTable> tables = appendixTables(threeImages());
        AppendixCard card;
        QVERIFY(card.isHidden());
        card.showTables(tables);
        QVERIFY(!card.isHidden());
        const auto boxes = card.findChildren<QComboBox*>();
        QCOMPARE(boxes.size(), 2);
        auto* shown = card.findChild<QTableWidget*>();
        std::size_t seen = 0;
        for (int part = 0; part < boxes[0]->count(); ++part) {
            boxes[0]->setCurrentIndex(part);
            for (int title = 0; title < boxes[1]->count(); ++title) {
                boxes[1]->setCurrentIndex(title);
                const auto& table = tables[seen++].table;
                QCOMPARE(shown->rowCount(), static_cast<int>(table.rows.size()));
                QCOMPARE(shown->columnCount(), static_cast<int>(table.columns.size()));
                const auto last = static_cast<int>(table.rows.size()) - 1;
                QCOMPARE(shown->item(last, 1)->text(), table.rows.back()[1]);
            }
        }
        QCOMPARE(seen, tables.size());
        const QString chosen = boxes[1]->currentText();
        card.showTables(appendixTables(threeImages())); // computed anew: the same table stays
        QCOMPARE(boxes[1]->currentText(), chosen);
        card.showTables({});
        QVERIFY(card.isHidden());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_AgreementCases)
#include "tst_AgreementCases.moc"
