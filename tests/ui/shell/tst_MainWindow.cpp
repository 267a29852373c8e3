// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/ZipFiles.h"
#include "tests/support/fakes/FakeDetector.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/canvas/ScanView.h"
#include "ui/pages/DeskPage.h"
#include "ui/pages/SignInPage.h"
#include "ui/pages/deidentify/DeidentifyPage.h"
#include "ui/pages/study/StudyPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/RecentPlaces.h"
#include "ui/shell/Say.h"
#include "ui/shell/frame/Banner.h"
#include "ui/theme/Theme.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// The whole window on a temporary study, with a network that answers at once or not at all.
struct Program {
    TemporaryStudy study;
    FakeDetectorScript script;
    bool hasWeights;
    QSettings settings{QString::fromStdString((study.folder() / "s.ini").string()), QSettings::IniFormat};
    Theme theme;
    MainWindow window;

    /// own: settings that outlive the program; else they begin empty.
    explicit Program(bool withWeights = true, QSettings* own = nullptr)
        : hasWeights(withWeights), window(services(), own ? *own : settings, theme) {
        script.answer = [] { return makeDetection(); };
        window.show();
        window.activateWindow();
        VERTESCORE_ASSERT(QTest::qWaitForWindowActive(&window));
        window.openStudy(QString::fromStdString(study.path().string()));
    }

    WindowServices services() {
        WindowServices services;
        services.detector = [this]() -> Result<std::unique_ptr<LandmarkDetector>> {
            if (!hasWeights) return failure(ErrorCode::WeightsMissing);
            return std::make_unique<FakeDetector>(script);
        };
        services.demo = [](const auto&, const auto&) { return failure(ErrorCode::Cancelled); };
        services.folder = study.folder();
        return services;
    }

    /// Ann, who needs no password, is the first in the list.
    void start() {
        for (QPushButton* button : window.findChildren<QPushButton*>())
            if (button->isDefault() && button->isVisible()) button->click();
        VERTESCORE_ASSERT(QTest::qWaitFor([this] { return window.workspace().keeper() != nullptr; }));
    }
    QString file(const QString& name, int number = 0) {
        const QString path = QString::fromStdString(study.folder().string()) + QLatin1Char('/') + name;
        VERTESCORE_ASSERT(writePng(toPath(path), drawnScan(100 + number)).has_value());
        return path;
    }
    void drop(const QStringList& paths) {
        QMimeData dragged;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        dragged.setUrls(urls);
        const QPoint middle = window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        VERTESCORE_ASSERT(enter.isAccepted());
        QDropEvent event(middle, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }
    ScanDocument& document() { return window.workspace().keeper()->document(); }
    ScanView& view() { return *window.findChild<ScanView*>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    }
};

} // namespace

class tst_MainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyGoodNewsGoesAwayByItself() {
        Banner banner;
        auto* expiry = banner.findChild<QTimer*>();
        banner.show(Banner::Tone::Bad, QStringLiteral("The disk is full"));
        QVERIFY(!expiry->isActive());
        banner.show(Banner::Tone::Good, QStringLiteral("Picture written"));
        QVERIFY(expiry->isActive());
        banner.show(Banner::Tone::Bad, QStringLiteral("The disk is full"));
        QVERIFY(!expiry->isActive()); // what was there before takes nothing with it
        banner.show(Banner::Tone::Good, QStringLiteral("Picture written"));
        QVERIFY(QMetaObject::invokeMethod(expiry, "timeout"));
        QCOMPARE(banner.text(), QString());
    }

    void saysResearchUseOnlyOnEveryPage() {
        Program program;
        const auto* notice = program.window.findChild<QLabel*>(QStringLiteral("researchUseNotice"));
        QVERIFY(notice && notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("For research use only. Not for diagnosis."));
        program.start();
        for (const ActionId page : {ActionId::DeskPage, ActionId::StudyPage, ActionId::KeyList}) {
            program.window.actions().at(page).trigger();
            QVERIFY(notice->isVisible());
        }
    }

    void findsTheCornersOfANewScanByItself() {
        Program program;
        program.start();
        QVERIFY(QTest::qWaitFor([&] { return !program.document().landmarks().isEmpty(); }));
        QVERIFY(program.document().landmarks() == makeDetection().landmarks);
        QCOMPARE(program.document().undoStack().count(), 1);
    }

    void withoutWeightsSaysSoAndLetsPeopleWork() {
        Program program(false);
        program.start();
        auto* banner = program.window.findChild<Banner*>();
        QVERIFY(QTest::qWaitFor([&] { return !banner->text().isEmpty(); }));
        program.press(Qt::Key_3, Qt::ControlModifier);
        program.press(Qt::Key_2);
        QCOMPARE(program.document().sheet().at(Segment::L1, Wall::Anterior).grade, std::optional<int>(2));
    }

    void aReadingIsDoneFromTheKeyboardAlone() {
        Program program;
        program.start();
        const auto first = program.window.workspace().currentScan();
        program.press(Qt::Key_3, Qt::ControlModifier);
        for (int i = 0; i < 8; ++i)
            program.press(Qt::Key_1);
        QCOMPARE(program.document().sheet().total(), std::optional<int>(8));
        program.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(program.window.workspace().progress().done, std::size_t{1});
        QVERIFY(QTest::qWaitFor([&] {
            return program.window.workspace().keeper() && program.window.workspace().currentScan() != first &&
                   program.window.workspace().keeper()->studyScan().id != *first;
        }));
    }

    void keysOfTheDeskAreSilentOnOtherPages() {
        Program program;
        program.start();
        program.press(Qt::Key_3, Qt::ControlModifier);
        program.window.actions().at(ActionId::StudyPage).trigger();
        program.press(Qt::Key_2);
        program.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(program.document().sheet(), ScoreSheet{});
    }

    void aWrongPasswordIsSaidOnThePageAndARightOneOpensTheDesk() {
        Program program;
        auto* page = program.window.findChild<SignInPage*>();
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->accessibleName().startsWith(QStringLiteral("Bea"))) button->click();
        auto* password = page->findChild<QLineEdit*>();
        QTest::keyClicks(password, QStringLiteral("guess"));
        QSignalSpy refused(&program.window.workspace(), &Workspace::signInRefused);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(refused.wait());
        QVERIFY(!program.window.workspace().session());
        QVERIFY(page->isVisible());
        password->clear();
        QTest::keyClicks(password, QStringLiteral("secret"));
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return program.window.workspace().keeper() != nullptr; }));
        QCOMPARE(program.window.workspace().session()->person().name, std::string("Bea"));
    }

    void theListOfKeysClosesBackToWhereItWasOpened() {
        Program program;
        program.start();
        auto* desk = program.window.findChild<DeskPage*>();
        program.window.actions().at(ActionId::KeyList).trigger();
        program.window.actions().at(ActionId::Settings).trigger();
        QVERIFY(!desk->isVisible());
        program.window.actions().at(ActionId::Settings).trigger();
        QVERIFY(desk->isVisible());
    }

    void droppedFilesGoIntoOnesOwnScansAndStayRemembered() {
        Program program;
        const QString file = program.file(QStringLiteral("dropped Ä 腰椎.png"));
        program.drop({file});
        QVERIFY(QTest::qWaitFor([&] { return program.window.workspace().keeper() != nullptr; }));
        QCOMPARE(program.window.workspace().keeper()->studyScan().code, std::string("dropped Ä 腰椎"));
        QCOMPARE(recentPlaces(program.settings).scans, QStringList{file});
    }

    void whoReadsBlindHasNoWayToPatientsNames() {
        Program program;
        const Actions& actions = program.window.actions();
        const auto enabled = [&actions](std::initializer_list<ActionId> ids) {
            return std::ranges::count_if(ids, [&](ActionId id) { return actions.at(id).isEnabled(); });
        };
        const auto pages = {ActionId::ArchivePage, ActionId::ArchiveNodes, ActionId::DeidentifyPage};
        QCOMPARE(enabled(pages), 3); // nobody has signed in, and nothing is blind yet
        QCOMPARE(enabled({ActionId::ImportLandmarks}), 0);
        program.start();
        QCOMPARE(enabled(pages), 0);
        QCOMPARE(enabled({ActionId::ImportLandmarks}), 0);
        DeskSignIn cleo;
        cleo.signIn = TemporaryStudy::personNamed(*program.window.workspace().store(), "Cleo");
        cleo.asReader = false;
        QVERIFY(program.window.workspace().signIn(cleo).has_value());
        QCOMPARE(enabled(pages), 3);
        QCOMPARE(enabled({ActionId::ImportLandmarks}), 1);
    }

    void scansDroppedOnThePageForCopiesWithoutIdentityAreNotOpened() {
        Program program;
        program.window.actions().at(ActionId::DeidentifyPage).trigger();
        auto* page = program.window.findChild<DeidentifyPage*>();
        QVERIFY(page->isVisible());
        const QString file = program.file(QStringLiteral("a.png"));
        program.drop({file});
        QVERIFY(page->isVisible());
        QCOMPARE(page->form().order().in, std::vector<std::filesystem::path>{toPath(file)});
        program.window.actions().at(ActionId::DeidentifyPage).trigger(); // and back
        QVERIFY(!page->isVisible());
    }

    void theScansOfADroppedArchiveOpenAndTheArchiveStaysRemembered() {
        Program program;
        const QString file = program.file(QStringLiteral("in.png"));
        const QString zip = QString::fromStdString((program.study.folder() / "scans.zip").string());
        writeZip(toPath(zip), {{"in/a.png", readBytes(toPath(file))}, {"text.txt", "no scan"}});
        program.drop({zip});
        QVERIFY(QTest::qWaitFor([&] { return program.window.workspace().keeper() != nullptr; }));
        QCOMPARE(program.window.workspace().keeper()->studyScan().code, std::string("a"));
        QCOMPARE(program.window.workspace().keeper()->studyScan().path, toPath(zip) / "in" / "a.png");
        QCOMPARE(recentPlaces(program.settings).scans, QStringList{zip});
    }

    void aSecondDropWaitsForTheFirstOneAndIsNotLost() {
        Program program;
        program.drop({program.file(QStringLiteral("one.png"))});
        program.drop({program.file(QStringLiteral("two.png"), 1)});
        QVERIFY(QTest::qWaitFor([&] { return program.window.workspace().worklist().rowCount() == 2; }));
    }

    void whoMakesAStudyIsLedToAddingScans() {
        Program program;
        TemporaryStudy empty(0);
        program.window.openStudy(QString::fromStdString(empty.path().string()));
        auto* page = program.window.findChild<SignInPage*>();
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->accessibleName().startsWith(QStringLiteral("Cleo"))) button->click();
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->isDefault()) button->click();
        QVERIFY(program.window.findChild<StudyPage*>()->isVisible());
        program.drop({program.file(QStringLiteral("first.png"))});
        QVERIFY(QTest::qWaitFor([&] { return program.window.workspace().worklist().rowCount() == 1; }));
        QCOMPARE(program.window.workspace().store()->path(), empty.path());
    }

    void panelsStandWhereTheSamePersonPutThem() {
        TemporaryStudy study;
        QSettings settings(QString::fromStdString((study.folder() / "p.ini").string()), QSettings::IniFormat);
        const auto listIsShown = [&](bool hideIt) {
            Program program(true, &settings);
            program.start();
            auto* dock = program.window.findChild<QDockWidget*>(QStringLiteral("listDock"));
            const bool isShown = dock->isVisible();
            if (hideIt) dock->toggleViewAction()->trigger();
            program.window.close();
            return isShown;
        };
        QVERIFY(listIsShown(true));
        QVERIFY(!listIsShown(false));
    }

    void aFloatingPanelComesAndGoesWithItsPage() {
        Program program;
        program.start();
        auto* dock = program.window.findChild<QDockWidget*>(QStringLiteral("stepsDock"));
        dock->setFloating(true);
        QVERIFY(dock->isVisible());
        program.window.actions().at(ActionId::StudyPage).trigger();
        QVERIFY(!dock->isVisible());
        program.window.actions().at(ActionId::DeskPage).trigger();
        QVERIFY(dock->isVisible());
        QVERIFY(dock->isFloating());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
