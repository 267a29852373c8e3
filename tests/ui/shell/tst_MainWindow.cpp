// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/support/fakes/FakeDetector.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/canvas/ScanView.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/frame/Banner.h"
#include "ui/theme/Theme.h"

#include <QLabel>
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

    explicit Program(bool withWeights = true) : hasWeights(withWeights), window(services(), settings, theme) {
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
};

VERTESCORE_QT_TEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
