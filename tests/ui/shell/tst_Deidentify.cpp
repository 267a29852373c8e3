// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Assert.h"
#include "core/io/ScanReader.h"
#include "tests/support/PersonsScans.h"
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/pages/deidentify/DeidentifyPage.h"
#include "ui/pages/deidentify/DeidentifyReportCard.h"
#include "ui/pages/deidentify/PlacesView.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// Three files: one with a name in the picture, one without writing, and one that is no DICOM.
struct Desk {
    TemporaryFolder folder;
    Workspace workspace;
    DeidentifyPage page{workspace};

    Desk() {
        std::filesystem::create_directory(folder / "in");
        writeScan("a.dcm", "1.2.3.1", 8);
        writeScan("b.dcm", "1.2.3.2", 0);
        writeBytes(folder / "in/c.txt", "no scan");
        page.resize(1200, 900);
        page.show();
        page.begin();
        page.addScans({toQString(folder / "in")});
        QTest::keyClicks(labelled<QLineEdit>("Folder of the copies"), toQString(folder / "out"));
    }
    void writeScan(const char* name, const char* uid, int letters) {
        writePersonsScan(folder / "in" / name, [&](DcmDataset& dataset) {
            dataset.putAndInsertString(DCM_SOPInstanceUID, uid);
            putPicture(dataset, softPicture(letters, 4, 6, 255));
        });
    }
    template <class Widget>
    Widget* labelled(const QString& text) {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->text().remove(QLatin1Char('&')) == text) return qobject_cast<Widget*>(label->buddy());
        return nullptr;
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* one : page.findChildren<QPushButton*>())
            if (one->text().remove(QLatin1Char('&')) == text && one->isVisible()) return one;
        return nullptr;
    }
    void press(const QString& text) {
        VERTESCORE_ASSERT(button(text) != nullptr);
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    QTableView* table() {
        for (QTableView* one : page.findChildren<QTableView*>())
            if (one->accessibleName() == "Files that were looked at") return one;
        return nullptr;
    }
    QString cell(int row, ReviewModel::Column column) {
        return table()->model()->index(row, column).data().toString();
    }
    QString texts() {
        QStringList all;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    PlacesView* view() { return page.findChild<PlacesView*>(); }
    /// Until all is looked at, and the first file's picture shows.
    void look() {
        press("Look for writing");
        VERTESCORE_ASSERT(QTest::qWaitFor(
            [this] { return table()->model()->rowCount() == 3 && view()->hasPicture() && !button("Stop"); }));
    }
    void waitForReport() {
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return button("More scans") != nullptr; }));
    }
    std::vector<std::filesystem::path> copies() const {
        std::error_code none;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "out", none))
            if (entry.is_regular_file()) files.push_back(entry.path());
        return files;
    }
    std::string bytesOfCopy() const { return copies().size() == 1 ? readBytes(copies().front()) : ""; }
    QString secondPlace() {
        const PixelArea area = view()->areas().at(1);
        return QStringLiteral("%1,%2 %3 x %4").arg(area.x).arg(area.y).arg(area.width).arg(area.height);
    }
    QPoint inView(int x, int y) {
        return view()->transform().toWidget(PixelPoint{double(x), double(y)}).toPoint();
    }
};

} // namespace

class tst_Deidentify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileSaysWhatWasFoundAndNothingIsWrittenYet() {
        Desk desk;
        QAbstractItemModelTester tester(desk.table()->model());
        desk.look();
        QCOMPARE(desk.cell(0, ReviewModel::NameColumn), QString("a.dcm"));
        QCOMPARE(desk.cell(0, ReviewModel::FoundColumn), QString("Writing at 1 place(s)"));
        QCOMPARE(desk.cell(0, ReviewModel::StateColumn), QString("To look at"));
        QCOMPARE(desk.cell(1, ReviewModel::FoundColumn), QString("No writing found"));
        QCOMPARE(desk.cell(2, ReviewModel::StateColumn), QString("Cannot be copied"));
        QVERIFY(desk.cell(2, ReviewModel::ReasonColumn).contains("No DICOM file"));
        QCOMPARE(desk.view()->areas().size(), std::size_t{1});
        QVERIFY(!desk.button("Write 0 copies")->isEnabled());
        QVERIFY(!std::filesystem::exists(desk.folder / "out"));
    }

    void thoseWithoutFindingsAreConfirmedTogetherAndTheirCopiesClaimNothing() {
        Desk desk;
        desk.look();
        desk.press("Confirm all 1 without findings");
        QCOMPARE(desk.cell(1, ReviewModel::StateColumn), QString("As it is, not looked at"));
        QCOMPARE(desk.cell(0, ReviewModel::StateColumn), QString("To look at"));
        desk.press("Write 1 copies");
        desk.waitForReport();
        QTRY_VERIFY(desk.texts().contains("1 copies written"));
        QVERIFY(desk.texts().contains("no later run will give the same"));
        QVERIFY(!desk.bytesOfCopy().empty());
        QVERIFY(desk.bytesOfCopy().find("WALDEMAR") == std::string::npos);
        QVERIFY(desk.bytesOfCopy().find("113101") == std::string::npos); // clean pixels
    }

    void aConfirmedPlaceIsBlackInTheCopyAndTheRestAsItWas() {
        Desk desk;
        desk.look();
        desk.press("Confirm");
        QCOMPARE(desk.cell(0, ReviewModel::StateColumn), QString("Looked at: 1 place(s) black"));
        QTRY_COMPARE(desk.table()->currentIndex().row(), 1); // the next to look at
        desk.press("Write 1 copies");
        desk.waitForReport();
        QCOMPARE(desk.copies().size(), std::size_t{1});
        QVERIFY(desk.bytesOfCopy().find("113101") != std::string::npos); // somebody has looked
        const auto copy = readScan(desk.copies().front());
        QVERIFY(copy.has_value());
        QVERIFY(copy->image.stored(6, 6) < 200); // a letter was here
        QCOMPARE(copy->image.stored(60, 200), int(softPicture(0, 0, 0, 0).at(60, 200)));
    }

    void placesAreDrawnMovedAndRemovedByMouseAndByNumbers() {
        Desk desk;
        desk.look();
        PlacesView& view = *desk.view();
        QTest::mousePress(&view, Qt::LeftButton, {}, desk.inView(30, 100));
        QTest::mouseMove(&view, desk.inView(50, 130));
        QTest::mouseMove(&view, desk.inView(69, 149));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, desk.inView(69, 149));
        QCOMPARE(view.areas().size(), std::size_t{2});
        QCOMPARE(desk.secondPlace(), QString("30,100 40 x 50"));
        auto* x = desk.labelled<QSpinBox>("X");
        QCOMPARE(x->value(), 30);
        x->setValue(20);
        desk.labelled<QSpinBox>("Height")->setValue(10);
        QCOMPARE(desk.secondPlace(), QString("20,100 40 x 10"));
        QTest::mousePress(&view, Qt::LeftButton, {}, desk.inView(40, 105));
        QTest::mouseMove(&view, desk.inView(45, 125));
        QTest::mouseRelease(&view, Qt::LeftButton, {}, desk.inView(45, 125));
        QCOMPARE(desk.secondPlace(), QString("25,120 40 x 10"));
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(desk.secondPlace(), QString("35,120 40 x 11"));
        desk.labelled<QSpinBox>("X")->setValue(119); // no place leaves the picture
        QCOMPARE(desk.secondPlace(), QString("80,120 40 x 11"));
        QTest::keyClick(&view, Qt::Key_Delete);
        QCOMPARE(view.areas().size(), std::size_t{1});
        desk.press("Add a place");
        QCOMPARE(view.areas().size(), std::size_t{2});
        desk.press("As they were found");
        QCOMPARE(view.areas().size(), std::size_t{1});
    }

    void thePictureIsZoomedByKeysAndFittedAgain() {
        Desk desk;
        desk.look();
        const ViewTransform whole = desk.view()->transform();
        QTest::keyClick(desk.view(), Qt::Key_Plus);
        QVERIFY(desk.view()->transform().zoom() > whole.zoom());
        QTest::keyClick(desk.view(), Qt::Key_Minus);
        QTest::keyClick(desk.view(), Qt::Key_Minus);
        QVERIFY(desk.view()->transform().zoom() < whole.zoom());
        QTest::keyClick(desk.view(), Qt::Key_0);
        QCOMPARE(desk.view()->transform().zoom(), whole.zoom());
    }

    void anotherPlaceAfterConfirmingAsksForConfirmationAgain() {
        Desk desk;
        desk.look();
        desk.press("Confirm");
        desk.table()->selectRow(0);
        QTRY_VERIFY(desk.view()->hasPicture());
        desk.press("Add a place");
        QCOMPARE(desk.cell(0, ReviewModel::StateColumn), QString("To look at"));
        desk.press("Leave out");
        QCOMPARE(desk.cell(0, ReviewModel::StateColumn), QString("Left out"));
        QVERIFY(!desk.button("Write 0 copies")->isEnabled());
    }

    void theFolderOfTheScansIsRefusedForTheCopies() {
        Desk desk;
        desk.labelled<QLineEdit>("Folder of the copies")->setText(toQString(desk.folder / "in"));
        desk.press("Look for writing");
        QTRY_VERIFY(desk.texts().contains("the target lies within what is to be read"));
        QVERIFY(desk.button("Look for writing"));
        desk.labelled<QLineEdit>("Folder of the copies")->setText(toQString(desk.folder / "out"));
        desk.labelled<QLineEdit>("File with the secret of the study")
            ->setText(toQString(desk.folder / "out/study.key"));
        desk.press("Look for writing");
        QVERIFY(desk.texts().contains("The secret must not lie among the copies."));
    }

    void aSecondRunWithTheSameSecretWritesNothingOverAndSaysWhy() {
        Desk desk;
        desk.labelled<QLineEdit>("File with the secret of the study")
            ->setText(toQString(desk.folder / "study.key"));
        for (int run = 0; run < 2; ++run) {
            desk.look();
            desk.press("Confirm all 1 without findings");
            desk.press("Write 1 copies");
            desk.waitForReport();
            if (run == 0) {
                desk.press("More scans");
                desk.page.addScans({toQString(desk.folder / "in")});
            }
        }
        QVERIFY(std::filesystem::exists(desk.folder / "study.key"));
        QCOMPARE(desk.copies().size(), std::size_t{1});
        QVERIFY(desk.texts().contains("0 copies written, 1 failed"));
        QCOMPARE(desk.cell(1, ReviewModel::ReasonColumn),
                 QString("Its copy is there already; nothing is written over."));
    }

    void theReportNamesWhatWentAndNoValue() {
        Desk desk;
        desk.look();
        desk.press("Confirm");
        desk.press("Write 1 copies");
        desk.waitForReport();
        QTRY_VERIFY(desk.texts().contains("PatientBirthDate"));
        const auto file = desk.folder / "report.jsonl";
        QVERIFY(desk.page.findChild<DeidentifyReportCard*>()->write(file).has_value());
        const std::string report = readBytes(file);
        QVERIFY(report.find("For research use only. Not for diagnosis.") != std::string::npos);
        QVERIFY(report.find("\"path\":\"a.dcm\"") != std::string::npos);
        QVERIFY(report.find("WALDEMAR") == std::string::npos);
    }

    void whoeverSignsInNextSeesNothingOfIt() {
        Desk desk;
        TemporaryStudy study(1);
        desk.look();
        QVERIFY(desk.workspace.openStudy(study.path()).has_value());
        DeskSignIn ann;
        ann.signIn = TemporaryStudy::personNamed(*desk.workspace.store(), "Ann");
        ann.pass = TemporaryStudy::firstPass();
        QVERIFY(desk.workspace.signIn(ann).has_value());
        QCOMPARE(desk.table()->model()->rowCount(), 0);
        QVERIFY(!desk.view()->hasPicture());
        QVERIFY(desk.texts().contains("None yet."));
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Deidentify)
#include "tst_Deidentify.moc"
