// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Assert.h"
#include "core/io/PhantomFiles.h"
#include "core/pacs/NodeList.h"
#include "core/pacs/Receiver.h"
#include "core/results/Report.h"
#include "tests/support/QtTestMain.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"
#include "ui/pages/archive/ArchivePage.h"
#include "ui/pages/archive/NodesPage.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/OwnStudy.h"
#include "ui/shell/session/Workspace.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace vertescore;
using namespace vertescore::test;

namespace {

template <class Widget>
Widget* labelled(QWidget& page, const QString& text) {
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->text().remove(QLatin1Char('&')) == text) return qobject_cast<Widget*>(label->buddy());
    return nullptr;
}

QPushButton* button(QWidget& page, const QString& text) {
    for (QPushButton* one : page.findChildren<QPushButton*>())
        if (one->text().remove(QLatin1Char('&')) == text) return one;
    return nullptr;
}

QString texts(QWidget& page) {
    QStringList all;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible()) all << label->text();
    return all.join(QLatin1Char('\n'));
}

QTableView* table(QWidget& page, const QString& name) {
    for (QTableView* one : page.findChildren<QTableView*>())
        if (one->accessibleName() == name) return one;
    return nullptr;
}

std::unique_ptr<pacs::Receiver> listenInto(const std::filesystem::path& folder) {
    pacs::ReceiverOptions options;
    options.port = 0;
    options.isLocal = true;
    options.folder = folder;
    auto receiver = pacs::Receiver::start(std::move(options));
    VERTESCORE_ASSERT(receiver.has_value());
    return std::move(*receiver);
}

/// The page in a folder of its own, which knows one node.
struct Desk {
    TemporaryFolder folder;
    Workspace workspace;
    std::unique_ptr<ArchivePage> page;

    explicit Desk(const pacs::PacsNode& node) {
        VERTESCORE_ASSERT(pacs::writeNodes(folder / "pacs-nodes.json", {node}).has_value());
        page = std::make_unique<ArchivePage>(workspace, folder.path());
        page->resize(1100, 900);
        page->show();
        page->begin();
    }
    /// Somebody with a study of their own, a phantom on the desk, and the network's corners on it.
    void putPhantomOnDesk() {
        PhantomOptions options;
        options.seed = 6;
        const Phantom phantom = makePhantom(options, 0);
        VERTESCORE_ASSERT(writePhantomDicom(folder / "scan.dcm", phantom, 6, 0).has_value());
        VERTESCORE_ASSERT(ensureOwnStudy(folder / kOwnStudyFile).has_value());
        VERTESCORE_ASSERT(workspace.openStudy(folder / kOwnStudyFile).has_value());
        VERTESCORE_ASSERT(workspace.signIn(*ownSignIn(*workspace.store())).has_value());
        workspace.addScans({folder / "scan.dcm"}, true);
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return workspace.keeper() != nullptr; }, 20000));
        Detection detection{phantom.landmarks, {"FakeNet", std::string(64, 'a'), "cpu", "fp32"}};
        for (VertebraLandmarks& vertebra : detection.landmarks.vertebrae)
            for (Landmark& corner : vertebra.corners)
                if (corner.position) corner.state = PointState::Predicted;
        workspace.keeper()->document().acceptDetection(detection, true);
        page->begin();
    }
};

} // namespace

class tst_Archive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNodeThatIsEnteredIsSavedAndEchoes() {
        TemporaryFolder folder;
        const auto receiver = listenInto(folder / "in");
        NodesPage page(folder / "nodes.json");
        page.show();
        page.begin();
        QTest::mouseClick(button(page, "Add a node"), Qt::LeftButton);
        QTest::keyClicks(labelled<QLineEdit>(page, "Name"), "Archive");
        QVERIFY(texts(page).contains("Not saved yet"));
        QTest::keyClicks(labelled<QLineEdit>(page, "Its AE title"), "VERTESCORE");
        QTest::keyClicks(labelled<QLineEdit>(page, "Host"), "127.0.0.1");
        labelled<QSpinBox>(page, "Port")->setValue(receiver->port());
        QVERIFY(texts(page).contains("Saved."));
        const auto saved = pacs::readNodes(folder / "nodes.json");
        QVERIFY(saved.has_value());
        QCOMPARE(saved->size(), std::size_t{1});
        QCOMPARE(saved->front().name, std::string("Archive"));
        QCOMPARE(saved->front().port, receiver->port());
        QTest::mouseClick(button(page, "Echo"), Qt::LeftButton);
        QTRY_VERIFY(texts(page).contains("The node answers."));

        labelled<QLineEdit>(page, "Its AE title")->clear();
        QTest::keyClicks(labelled<QLineEdit>(page, "Its AE title"), "OTHER");
        QTest::mouseClick(button(page, "Echo"), Qt::LeftButton);
        QTRY_VERIFY(texts(page).contains("The archive refuses."));
        QVERIFY(texts(page).contains("not called OTHER"));
        QTest::mouseClick(button(page, "Remove"), Qt::LeftButton);
        QVERIFY(pacs::readNodes(folder / "nodes.json")->empty());
    }

    void withoutNodesThePageSaysWhereToBegin() {
        TemporaryFolder folder;
        Workspace workspace;
        ArchivePage page(workspace, folder.path());
        page.show();
        page.begin();
        QVERIFY(texts(page).contains("No archive is known yet"));
        QVERIFY(!button(page, "Search")->isEnabled());
    }

    void anArchiveThatIsNotThereIsSaidOnThePage() {
        Desk desk(localNode("ARCHIVE", freePort()));
        QTest::mouseClick(button(*desk.page, "Search"), Qt::LeftButton);
        QTRY_VERIFY(texts(*desk.page).contains("The archive cannot be reached."));
        QVERIFY(button(*desk.page, "Search")->isEnabled());
    }

    void studiesAreFoundFetchedAndOpened() {
        const auto archive = startOrthanc();
        if (!archive) QSKIP("Orthanc is not installed");
        QVERIFY(archive->isReady);
        TemporaryFolder out;
        auto files = writeSeries(out.path(), {}, 3);
        files.push_back(writeObject(out.path(), {.study = 2}));
        QVERIFY(pacs::sendFiles(archive->node, files).failed().empty());

        Desk desk(archive->node);
        QTableView* studies = table(*desk.page, "Studies that were found");
        QTableView* series = table(*desk.page, "Series of the chosen study");
        QAbstractItemModelTester studyTester(studies->model()), seriesTester(series->model());
        QTest::keyClicks(labelled<QLineEdit>(*desk.page, "Patient id"), "P1");
        QTest::keyClick(labelled<QLineEdit>(*desk.page, "Patient id"), Qt::Key_Return);
        QTRY_COMPARE(studies->model()->rowCount(), 1);
        QCOMPARE(studies->model()->index(0, ArchiveModel::PatientColumn).data().toString(),
                 QString("ROE, JANE"));
        QTRY_COMPARE(series->model()->rowCount(), 1);
        QSignalSpy fetched(desk.page.get(), &ArchivePage::scansFetched);
        QTRY_VERIFY(button(*desk.page, "Fetch and open")->isEnabled());
        QTest::mouseClick(button(*desk.page, "Fetch and open"), Qt::LeftButton);
        QTRY_COMPARE(fetched.size(), 1);
        const auto folder = toPath(fetched.front().front().toStringList().front());
        QCOMPARE(namesIn(folder).size(), std::size_t{3});
    }

    void whatWasFoundIsGoneWhenSomebodyElseSignsIn() {
        const auto archive = startOrthanc();
        if (!archive) QSKIP("Orthanc is not installed");
        TemporaryFolder out;
        QVERIFY(pacs::sendFiles(archive->node, {writeObject(out.path(), {})}).failed().empty());
        Desk desk(archive->node);
        QTest::mouseClick(button(*desk.page, "Search"), Qt::LeftButton);
        QTableView* studies = table(*desk.page, "Studies that were found");
        QTRY_COMPARE(studies->model()->rowCount(), 1);
        desk.putPhantomOnDesk();
        QCOMPARE(studies->model()->rowCount(), 0);
    }

    void resultsOfTheScanOnTheDeskAreSent() {
        TemporaryFolder folder;
        const auto receiver = listenInto(folder / "in");
        Desk desk(localNode("VERTESCORE", receiver->port()));
        QVERIFY(!button(*desk.page, "Send this scan's results")->isEnabled());
        desk.putPhantomOnDesk();
        QTRY_VERIFY(button(*desk.page, "Send this scan's results")->isEnabled());
        QTest::mouseClick(button(*desk.page, "Send this scan's results"), Qt::LeftButton);
        QTRY_VERIFY(texts(*desk.page).contains("Sent: 2 objects."));
        int reports = 0;
        for (const std::string& name : namesIn(folder / "in")) {
            const auto report = readReport(folder / "in" / name);
            if (!report) continue;
            ++reports;
            QCOMPARE(report->sopInstanceUid,
                     desk.workspace.keeper()->document().scan().source.sopInstanceUid);
            QVERIFY(report->results.annotator.empty()); // the network's points are nobody's
            QVERIFY(report->results.model.has_value());
            QVERIFY(report->results.grading.has_value());
        }
        QCOMPARE(reports, 1);
        QCOMPARE(namesIn(folder / "in").size(), std::size_t{2});
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Archive)
#include "tst_Archive.moc"
