// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/shell/session/Workspace.h"

#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

DeskSignIn signInOf(const Workspace& workspace, const std::string& name, bool asReader = true) {
    DeskSignIn signIn;
    signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), name);
    signIn.asReader = asReader;
    signIn.pass.arm = "ivg";
    return signIn;
}

/// A workspace with the study open and somebody signed in.
struct SignedIn {
    TemporaryStudy study;
    Workspace workspace;

    explicit SignedIn(const std::string& name, bool asReader = true) {
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        VERTESCORE_ASSERT(workspace.signIn(signInOf(workspace, name, asReader)).has_value());
    }
    ScanId scan(std::size_t index) { return workspace.worklist().worklist()[index].scan; }
    void put(ScanId scan) {
        QSignalSpy changed(&workspace, &Workspace::scanChanged);
        workspace.showScan(scan);
        while (!workspace.keeper() || workspace.keeper()->studyScan().id != scan)
            VERTESCORE_ASSERT(changed.wait());
    }
    void grade(int value) {
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                workspace.keeper()->document().setCell({segment, wall}, {.grade = value, .notReadable = {}});
    }
};

} // namespace

class tst_Workspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aScanComesOntoTheDeskWithItsMaskWorkedOut() {
        SignedIn desk("Ann");
        desk.put(desk.scan(0));
        QVERIFY(desk.workspace.keeper()->document().readyScan().blackMask != nullptr);
    }

    void aKeystrokeChangesTheRowOfItsScanAlone() {
        SignedIn desk("Ann");
        desk.put(desk.scan(1));
        QSignalSpy changed(&desk.workspace.worklist(), &WorklistModel::dataChanged);
        QSignalSpy reset(&desk.workspace.worklist(), &WorklistModel::modelReset);
        desk.workspace.keeper()->document().setCell({Segment::L1, Wall::Anterior},
                                                    {.grade = 2, .notReadable = {}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(desk.workspace.worklist().worklist()[1].reading, std::optional(ReadingState::InProgress));
        QCOMPARE(desk.workspace.worklist().worklist()[0].reading, std::optional(ReadingState::Unread));
    }

    void aReaderSeesCodesAndNoFileName() {
        SignedIn desk("Ann");
        for (int row = 0; row < desk.workspace.worklist().rowCount(); ++row) {
            const QModelIndex index = desk.workspace.worklist().index(row);
            QCOMPARE(index.data(WorklistModel::FileNameRole).toString(), QString());
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
                QVERIFY(!index.data(role).toString().contains(QStringLiteral("patient")));
            QVERIFY(index.data().toString().startsWith(QLatin1Char('S')));
        }
        QVERIFY(!desk.workspace.coordinator());
        QCOMPARE(desk.workspace.ratings().error().code, ErrorCode::NotAllowed);
    }

    void anAnnotatorSeesFileNames() {
        SignedIn desk("Cleo", false);
        QVERIFY(desk.workspace.worklist()
                    .index(0)
                    .data(WorklistModel::FileNameRole)
                    .toString()
                    .contains("patient"));
        QVERIFY(desk.workspace.coordinator());
    }

    void aWrongPasswordSignsNobodyIn() {
        TemporaryStudy study;
        Workspace workspace;
        QVERIFY(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn = signInOf(workspace, "Bea");
        QCOMPARE(workspace.signIn(signIn).error().code, ErrorCode::WrongPassword);
        QVERIFY(!workspace.session());
        signIn.signIn.password = "secret";
        QVERIFY(workspace.signIn(signIn).has_value());
        QCOMPARE(workspace.session()->person().name, std::string("Bea"));
    }

    void nextUnfinishedGoesOnAfterSubmittingAndSaysWhenAllIsDone() {
        SignedIn desk("Ann");
        QSignalSpy done(&desk.workspace, &Workspace::allDone);
        std::vector<ScanId> seen;
        for (int i = 0; i < 3; ++i) {
            QSignalSpy changed(&desk.workspace, &Workspace::scanChanged);
            desk.workspace.showNextUnfinished();
            while (!desk.workspace.keeper() ||
                   desk.workspace.keeper()->studyScan().id != desk.workspace.currentScan())
                QVERIFY(changed.wait());
            seen.push_back(*desk.workspace.currentScan());
            desk.grade(1);
            QVERIFY(desk.workspace.keeper()->submit().has_value());
            QCOMPARE(desk.workspace.progress().done, static_cast<std::size_t>(i + 1));
        }
        std::ranges::sort(seen);
        QVERIFY(std::ranges::adjacent_find(seen) == seen.end());
        desk.workspace.showNextUnfinished();
        QCOMPARE(done.count(), 1);
    }

    void leastSureFirstGoesToTheScanTheNetworkWasLeastSureOf() {
        SignedIn desk("Cleo", false);
        const std::array confidences{0.2, 0.8, 0.5};
        for (std::size_t i = 0; i < confidences.size(); ++i) {
            desk.put(desk.scan(i));
            Detection detection = makeDetection();
            detection.landmarks.at(Level::L3).confidence = confidences[i];
            desk.workspace.keeper()->document().acceptDetection(detection, true);
        }
        desk.put(desk.scan(0));
        desk.workspace.setLeastSureFirst(true);
        desk.workspace.showNextUnfinished();
        QCOMPARE(desk.workspace.currentScan(), std::optional(desk.scan(2)));
        desk.workspace.showNextUnfinished();
        QCOMPARE(desk.workspace.currentScan(), std::optional(desk.scan(1)));
        desk.workspace.showNextUnfinished(); // round the end, to the least sure one
        QCOMPARE(desk.workspace.currentScan(), std::optional(desk.scan(0)));
    }

    void backAndForthKeepsTheUndoHistoryOfEachScan() {
        SignedIn desk("Ann");
        desk.put(desk.scan(0));
        desk.workspace.keeper()->document().setCell({Segment::L1, Wall::Anterior},
                                                    {.grade = 3, .notReadable = {}});
        desk.put(desk.scan(1));
        QCOMPARE(desk.workspace.keeper()->document().undoStack().count(), 0);
        desk.workspace.showLast();
        QCOMPARE(desk.workspace.currentScan(), std::optional(desk.scan(0)));
        QCOMPARE(desk.workspace.keeper()->document().undoStack().count(), 1);
    }

    void aScanWhosePixelsChangedIsRefused() {
        SignedIn desk("Ann");
        const StudyScan scan = *desk.workspace.session()->scan(desk.scan(0));
        QVERIFY(writePng(scan.path, drawnScan(77)).has_value());
        QSignalSpy failed(&desk.workspace, &Workspace::failed);
        desk.workspace.showScan(scan.id);
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::FileMalformed);
        QVERIFY(!desk.workspace.keeper());
    }

    void importingSkipsABadFileAndAddsTheRest() {
        SignedIn desk("Cleo", false);
        const auto folder = desk.study.folder() / "more";
        std::filesystem::create_directory(folder);
        QVERIFY(writePng(folder / "new.png", drawnScan(50)).has_value());
        QFile bad(QString::fromStdString((folder / "bad.dcm").string()));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("no scan") > 0);
        bad.close();
        QSignalSpy finished(&desk.workspace.imports(), &ImportJob::finished);
        desk.workspace.addScans({folder});
        QVERIFY(finished.wait());
        const auto report = finished.first().first().value<IntakeReport>();
        QCOMPARE(report.added.size(), std::size_t{1});
        QCOMPARE(report.skipped.size(), std::size_t{1});
        QCOMPARE(desk.workspace.worklist().rowCount(), 4);
    }

    void aReaderMayNotAddScans() {
        SignedIn desk("Ann");
        QVERIFY(!desk.workspace.mayAddScans());
        desk.workspace.addScans({desk.study.folder()});
        QVERIFY(!desk.workspace.imports().isRunning());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
