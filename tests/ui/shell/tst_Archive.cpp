// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Assert.h"
#include "core/io/PhantomFiles.h"
#include "core/io/landmarks/PresentedLandmarks.h"
#include "core/pacs/NodeList.h"
#include "core/pacs/Receiver.h"
#include "core/results/Report.h"
#include "tests/support/QtTestMain.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Certificates.h"
#include "tests/support/network/Objects.h"
#include "tests/ui/shell/TemporaryStudy.h"
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
#include <QSettings>
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
    QSettings settings{toQString(folder / "settings.ini"), QSettings::IniFormat};
    std::unique_ptr<ArchivePage> page;

    explicit Desk(const pacs::PacsNode& node) {
        VERTESCORE_ASSERT(pacs::writeNodes(folder / "pacs-nodes.json", {node}).has_value());
        page = std::make_unique<ArchivePage>(workspace, settings, folder.path());
        page->resize(1100, 900);
        page->show();
        page->begin();
    }
    /// Listens at a port of its own; the way to it as a node.
    pacs::PacsNode receive() {
        const int port = freePort();
        labelled<QSpinBox>(*page, "Our port")->setValue(port);
        QTest::mouseClick(receiveSwitch(), Qt::LeftButton, {}, {8, receiveSwitch()->height() / 2});
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return texts(*page).contains("Listening at port"); }));
        return localNode("VERTESCORE", port);
    }
    QCheckBox* receiveSwitch() {
        for (QCheckBox* box : page->findChildren<QCheckBox*>())
            if (box->text().remove(QLatin1Char('&')) == QLatin1String("Receive")) return box;
        return nullptr;
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
        QSettings settings(toQString(folder / "settings.ini"), QSettings::IniFormat);
        ArchivePage page(workspace, settings, folder.path());
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

    void aPresentationThatIsSentCarriesTheCorners() {
        TemporaryFolder folder;
        const auto receiver = listenInto(folder / "in");
        Desk desk(localNode("VERTESCORE", receiver->port()));
        desk.putPhantomOnDesk();
        QTRY_VERIFY(button(*desk.page, "Send this scan's results")->isEnabled());
        QTest::mouseClick(button(*desk.page, "Send this scan's results"), Qt::LeftButton);
        QTRY_VERIFY(texts(*desk.page).contains("Sent: 2 objects."));
        const ScanDocument& document = desk.workspace.keeper()->document();
        LandmarkReadOptions read;
        read.findScan = [&](const std::string&) { return NamedScan{"scan.dcm", document.scan().geometry}; };
        int states = 0;
        for (const std::string& name : namesIn(folder / "in"))
            if (const auto scans = readPresentedLandmarks(folder / "in" / name, read)) {
                ++states;
                QCOMPARE(scans->size(), std::size_t{1});
                QVERIFY(hasPoint(scans->front().record.landmarks, {PointState::Predicted}));
                QVERIFY(!hasPoint(scans->front().record.landmarks, {PointState::Edited}));
            }
        QCOMPARE(states, 1);
    }

    void whatOthersSendIsCountedAndOpensOnce() {
        Desk desk(localNode("ARCHIVE", freePort()));
        const pacs::PacsNode here = desk.receive();
        TemporaryFolder out;
        const auto files = writeSeries(out.path(), {}, 2);
        QVERIFY(pacs::sendFiles(here, files).failed().empty());
        QTRY_VERIFY(texts(*desk.page).contains("2 objects came"));
        QSignalSpy opened(desk.page.get(), &ArchivePage::scansFetched);
        QTest::mouseClick(button(*desk.page, "Open what came"), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        const QStringList paths = opened.front().front().toStringList();
        QCOMPARE(paths.size(), 2);
        for (const QString& path : paths)
            QCOMPARE(toPath(path).parent_path(), desk.folder / "inbox");
        QVERIFY(!button(*desk.page, "Open what came")->isVisible());
        QVERIFY(pacs::sendFiles(here, files).failed().empty()); // again: there already, nothing to open
        QTRY_VERIFY(texts(*desk.page).contains("4 objects came"));
        QVERIFY(!button(*desk.page, "Open what came")->isVisible());
        QCOMPARE(namesIn(desk.folder / "inbox").size(), std::size_t{2});
    }

    void whatComesCanBeAskedToComeSecurely() {
        const TemporaryFolder keys;
        Authority authority(keys.path(), "hospital");
        const pacs::Tls ours = authority.issue("desk", "IP:127.0.0.1");
        const pacs::Tls theirs = authority.issue("scanner", "IP:127.0.0.1");
        if (!authority.isMade()) QSKIP("openssl is not installed");
        Desk desk(localNode("ARCHIVE", freePort()));
        for (QCheckBox* box : desk.page->findChildren<QCheckBox*>())
            if (box->text().contains("TLS")) box->setChecked(true);
        labelled<QLineEdit>(*desk.page, "Authority of the callers (PEM); optional")
            ->setText(toQString(ours.caFile));
        labelled<QLineEdit>(*desk.page, "Our certificate (PEM)")->setText(toQString(ours.certificateFile));
        labelled<QLineEdit>(*desk.page, "Its key (PEM)")->setText(toQString(ours.keyFile));
        pacs::PacsNode here = desk.receive();
        QVERIFY(!pacs::echoNode(here).has_value()); // in the clear
        here.tls = theirs;
        QVERIFY(pacs::echoNode(here).has_value());
        here.tls.certificateFile.clear();
        here.tls.keyFile.clear();
        QVERIFY(!pacs::echoNode(here).has_value()); // nobody's certificate
        ArchivePage again(desk.workspace, desk.settings, desk.folder.path());
        QCOMPARE(labelled<QLineEdit>(again, "Its key (PEM)")->text(), toQString(ours.keyFile));
    }

    void whoMayNotSendIsRefusedAndSaid() {
        Desk desk(localNode("ARCHIVE", freePort()));
        labelled<QLineEdit>(*desk.page, "AE titles that may send")->setText("SCANNER1, SCANNER2");
        pacs::PacsNode here = desk.receive();
        QVERIFY(!pacs::echoNode(here).has_value());
        QTRY_VERIFY(texts(*desk.page).contains("Refused: 1"));
        here.ownAeTitle = "SCANNER2";
        QVERIFY(pacs::echoNode(here).has_value());
    }

    void aPortThatIsTakenIsSaidAndTheSwitchGoesBack() {
        TemporaryFolder folder;
        const auto other = listenInto(folder / "in");
        Desk desk(localNode("ARCHIVE", freePort()));
        labelled<QSpinBox>(*desk.page, "Our port")->setValue(other->port());
        QTest::mouseClick(desk.receiveSwitch(), Qt::LeftButton, {}, {8, desk.receiveSwitch()->height() / 2});
        QTRY_VERIFY(!desk.receiveSwitch()->isChecked());
        QTRY_VERIFY(labelled<QSpinBox>(*desk.page, "Our port")->isVisible());
        QVERIFY(!texts(*desk.page).contains("Listening at port"));
    }

    void receivingStopsWithTheSwitchAndIsRememberedButNeverStartsByItself() {
        Desk desk(localNode("ARCHIVE", freePort()));
        const pacs::PacsNode here = desk.receive();
        QTest::mouseClick(desk.receiveSwitch(), Qt::LeftButton, {}, {8, desk.receiveSwitch()->height() / 2});
        QTRY_VERIFY(!pacs::echoNode(here).has_value());
        ArchivePage later(desk.workspace, desk.settings, desk.folder.path());
        QCOMPARE(labelled<QSpinBox>(later, "Our port")->value(), here.port);
        QVERIFY(!pacs::echoNode(here).has_value());
    }

    void receivingEndsWhenABlindReaderSitsDown() {
        Desk desk(localNode("ARCHIVE", freePort()));
        const pacs::PacsNode here = desk.receive();
        TemporaryStudy study(1);
        QVERIFY(desk.workspace.openStudy(study.path()).has_value());
        DeskSignIn cleo;
        cleo.signIn = TemporaryStudy::personNamed(*desk.workspace.store(), "Cleo");
        cleo.asReader = false;
        QVERIFY(desk.workspace.signIn(cleo).has_value());
        QVERIFY(pacs::echoNode(here).has_value()); // a coordinator: it goes on
        DeskSignIn ann;
        ann.signIn = TemporaryStudy::personNamed(*desk.workspace.store(), "Ann");
        ann.pass = TemporaryStudy::firstPass();
        QVERIFY(desk.workspace.signIn(ann).has_value());
        QVERIFY(!desk.receiveSwitch()->isChecked());
        QTRY_VERIFY(!pacs::echoNode(here).has_value());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Archive)
#include "tst_Archive.moc"
