// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFormat.h"
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/documents/LandmarkEdits.h"
#include "ui/pages/landmarks/LandmarkImportPage.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace vertescore;
using namespace vertescore::test;

namespace {

constexpr PointAddress kCornerOfL2{Level::L2, Corner::SuperiorAnterior};

/// A spine that lies between the pixels.
Landmarks spineAt(double x) {
    Landmarks landmarks = makeSpine(PointState::Edited);
    for (VertebraLandmarks& vertebra : landmarks.vertebrae) {
        vertebra.confidence.reset();
        for (Landmark& corner : vertebra.corners)
            corner.position = shiftedBy(*corner.position, x, 0.5);
    }
    return landmarks;
}

const Landmark& cornerIn(const Landmarks& landmarks) {
    return landmarks.at(kCornerOfL2.level).at(kCornerOfL2.corner);
}

/// A study of two scans, patient-0.png and patient-1.png, an annotator at the desk, and the page.
struct Desk {
    TemporaryStudy study{2};
    Workspace workspace;
    std::unique_ptr<LandmarkImportPage> page;

    explicit Desk(const char* person = "Cleo") {
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), person);
        signIn.asReader = person != std::string("Cleo");
        signIn.pass = TemporaryStudy::firstPass();
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
        page = std::make_unique<LandmarkImportPage>(workspace);
        page->resize(1100, 800);
        page->show();
        page->begin();
    }
    std::filesystem::path writeFile(const Landmarks& landmarks, const std::vector<std::string>& names) {
        std::vector<ExchangedLandmarks> scans;
        for (std::size_t i = 0; i < names.size(); ++i)
            scans.push_back({{names[i], 400, 700 + static_cast<int>(i), landmarks, {}}, {}, false});
        const auto file = study.folder() / "in.csv";
        VERTESCORE_ASSERT(writeLandmarks(LandmarkFormat::Csv, file, scans).has_value());
        return file;
    }
    void read(const std::filesystem::path& file, const char* kind = "VerteScore (CSV)") {
        auto* format = page->findChild<QComboBox*>();
        format->setCurrentIndex(format->findText(kind));
        page->readFrom(toQString(file));
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return model().rowCount() > 0; }, 20000));
    }
    QAbstractItemModel& model() { return *page->findChild<QTableView*>()->model(); }
    QString cell(int row, IncomingModel::Column column) {
        return model().index(row, column).data().toString();
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* one : page->findChildren<QPushButton*>())
            if (one->text() == text && one->isVisible()) return one;
        return nullptr;
    }
    void bringIn(const QString& buttonText) {
        QSignalSpy imported(page.get(), &LandmarkImportPage::imported);
        VERTESCORE_ASSERT(button(buttonText) != nullptr);
        QTest::mouseClick(button(buttonText), Qt::LeftButton);
        VERTESCORE_ASSERT(imported.wait(20000));
    }
    std::optional<LandmarkVersion> inFile(std::size_t scan) {
        return *workspace.session()->landmarks(workspace.session()->worklist()->at(scan).scan);
    }
    DocumentKeeper& show(std::size_t scan) {
        workspace.showScan(workspace.session()->worklist()->at(scan).scan);
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return workspace.keeper() != nullptr; }, 20000));
        return *workspace.keeper();
    }
};

} // namespace

class tst_LandmarkImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListSaysWhatGoesWhereAndWhatIsRefusedAndNothingIsChanged() {
        Desk desk;
        QAbstractItemModelTester tester(&desk.model());
        desk.read(desk.writeFile(spineAt(0.5), {"patient-0.png", "patient-1.png", "nobody.png"}));
        QCOMPARE(desk.model().rowCount(), 3);
        QCOMPARE(desk.cell(0, IncomingModel::ScanColumn), QString("patient-0.png"));
        QCOMPARE(desk.cell(0, IncomingModel::OutcomeColumn), QString("24 of the points come in."));
        QCOMPARE(desk.cell(2, IncomingModel::FileColumn), QString("nobody.png"));
        QVERIFY(desk.cell(2, IncomingModel::OutcomeColumn).contains("fits no scan of the study"));
        QVERIFY(!desk.inFile(0).has_value());
        QVERIFY(desk.button("Import for 2 scan(s)"));
    }

    void importedPointsAreInTheFileAndCanBeUndoneAtTheirScan() {
        Desk desk;
        DocumentKeeper& keeper = desk.show(0);
        desk.read(desk.writeFile(spineAt(0.5), {"patient-0.png", "patient-1.png"}));
        desk.bringIn("Import for 2 scan(s)");
        for (const std::size_t scan : {0U, 1U}) {
            QVERIFY(desk.inFile(scan).has_value());
            QCOMPARE(cornerIn(desk.inFile(scan)->landmarks).position->x, 200.5);
            QCOMPARE(cornerIn(desk.inFile(scan)->landmarks).state, PointState::Edited);
        }
        keeper.document().undoStack().undo();
        QVERIFY(keeper.document().landmarks().isEmpty());
        QVERIFY(desk.inFile(0)->landmarks.isEmpty()); // a version of its own; the import stays in the history
    }

    void aPointThatAPersonSetStaysAndTheListSaysSoBefore() {
        Desk desk;
        DocumentKeeper& keeper = desk.show(0);
        keeper.document().moveCorner(kCornerOfL2, {33, 44});
        desk.read(desk.writeFile(spineAt(0.5), {"patient-0.png"}));
        QCOMPARE(desk.cell(0, IncomingModel::OutcomeColumn),
                 QString("23 of the points come in. 1 that a person set stay."));
        desk.bringIn("Import for 1 scan(s)");
        QCOMPARE(cornerIn(desk.inFile(0)->landmarks).position->x, 33.0);
        QCOMPARE(desk.inFile(0)->landmarks.at(Level::L3).at(Corner::SuperiorAnterior).position->x, 200.5);
        desk.read(desk.writeFile(spineAt(7.5), {"patient-0.png"}));
        QVERIFY(desk.cell(0, IncomingModel::OutcomeColumn).contains("what a person set stays"));
        QVERIFY(!desk.button("Import for 1 scan(s)"));
    }

    void pointsOfANetworkGiveWayAndThoseThatTheFileLacksStay() {
        LandmarkContent start;
        start.landmarks = makeSpine(PointState::Predicted);
        Landmarks imported;
        imported.at(Level::L2) = spineAt(0.5).at(Level::L2);
        const Landmarks after = withImported(start, imported).landmarks;
        QCOMPARE(cornerIn(after).position->x, 200.5);
        QVERIFY(!after.at(Level::L2).confidence.has_value());
        QVERIFY(after.at(Level::L3) == start.landmarks.at(Level::L3));
    }

    void aSourceOfWholePixelsSaysSo() {
        Desk desk;
        desk.read(desk.writeFile(makeSpine(PointState::Edited), {"patient-0.png"}));
        QVERIFY(desk.cell(0, IncomingModel::OutcomeColumn).contains("whole pixels only"));
        desk.bringIn("Import for 1 scan(s)");
        QVERIFY(cornerIn(desk.inFile(0)->landmarks).isRounded);
    }

    void aFileOfAnotherFormatIsRefusedInPlainWords_data() {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind :
             {"Presentation states (DICOM GSPS)", "Structured reports of VerteScore (DICOM SR)"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void aFileOfAnotherFormatIsRefusedInPlainWords() {
        QFETCH(QByteArray, kind);
        Desk desk;
        desk.read(desk.writeFile(spineAt(0.5), {"patient-0.png"}), kind.constData());
        QCOMPARE(desk.model().rowCount(), 1);
        QCOMPARE(desk.cell(0, IncomingModel::FileColumn), QString("in.csv"));
        QCOMPARE(desk.cell(0, IncomingModel::OutcomeColumn), QString("Refused: not of the chosen format."));
    }

    void aScanWhoseBoxIsClearedIsLeftOut() {
        Desk desk;
        desk.read(desk.writeFile(spineAt(0.5), {"patient-0.png", "patient-1.png"}));
        QVERIFY(desk.model().setData(desk.model().index(1, IncomingModel::ScanColumn), Qt::Unchecked,
                                     Qt::CheckStateRole));
        desk.bringIn("Import for 1 scan(s)");
        QVERIFY(desk.inFile(0).has_value());
        QVERIFY(!desk.inFile(1).has_value());
    }

    void ofSeveralFilesForOneScanOneIsTaken() {
        Desk desk;
        QAbstractItemModelTester tester(&desk.model());
        const auto file = desk.study.folder() / "in.csv";
        std::vector<ExchangedLandmarks> twice;
        for (const char* name : {"patient-0.png", "patient-0"})
            twice.push_back({{name, 400, 700, spineAt(0.5), {}}, {}, false});
        QVERIFY(writeLandmarks(LandmarkFormat::Csv, file, twice).has_value());
        desk.read(file);
        QCOMPARE(desk.model().rowCount(), 2);
        const auto tick = [&desk](int row) {
            return desk.model().index(row, IncomingModel::ScanColumn).data(Qt::CheckStateRole).toInt();
        };
        QCOMPARE(tick(0), Qt::Checked);
        QCOMPARE(tick(1), Qt::Unchecked);
        QVERIFY(desk.cell(0, IncomingModel::OutcomeColumn).contains("one can be taken"));
        QVERIFY(desk.model().setData(desk.model().index(1, IncomingModel::ScanColumn), Qt::Checked,
                                     Qt::CheckStateRole));
        QCOMPARE(tick(0), Qt::Unchecked);
        QCOMPARE(tick(1), Qt::Checked);
        QVERIFY(desk.button("Import for 1 scan(s)"));
    }

    void aBlindReaderSeesNothingOfIt() {
        Desk desk("Ann");
        QSignalSpy refused(desk.page.get(), &LandmarkImportPage::refused);
        desk.page->readFrom(toQString(desk.writeFile(spineAt(0.5), {"patient-0.png"})));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(desk.model().rowCount(), 0);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_LandmarkImport)
#include "tst_LandmarkImport.moc"
