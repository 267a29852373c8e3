// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/pages/SignInPage.h"
#include "ui/shell/Actions.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

struct Page {
    TemporaryStudy study;
    StudyStore store = study.open();
    QSettings settings{QString::fromStdString((study.folder() / "s.ini").string()), QSettings::IniFormat};
    Actions actions{settings};
    SignInPage page{actions};

    Page() {
        page.setStudy(&store);
        page.show();
    }
    QAbstractButton& person(const QString& name) {
        for (QAbstractButton* button : page.findChildren<QAbstractButton*>())
            if (button->accessibleName().startsWith(name)) return *button;
        VERTESCORE_ASSERT(!"the person is offered");
        return *page.findChild<QAbstractButton*>();
    }
    QAbstractButton& start() {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->isDefault()) return *button;
        VERTESCORE_ASSERT(!"there is a start button");
        return *page.findChild<QPushButton*>();
    }
    QLineEdit& password() { return *page.findChild<QLineEdit*>(); }
};

} // namespace

class tst_SignInPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPersonWithoutPasswordStartsWithOneClick() {
        Page page;
        page.person("Ann").click();
        QVERIFY(!page.password().isVisible());
        QSignalSpy requested(&page.page, &SignInPage::signInRequested);
        page.start().click();
        QCOMPARE(requested.count(), 1);
        const auto signIn = requested.first().first().value<DeskSignIn>();
        QCOMPARE(signIn.signIn.person, TemporaryStudy::personNamed(page.store, "Ann").person);
        QVERIFY(signIn.asReader);
        QCOMPARE(signIn.pass.arm, std::string("ivg"));
    }

    void aPersonWithAPasswordIsAskedForIt() {
        Page page;
        page.person("Bea").click();
        QVERIFY(page.password().isVisible());
        QTest::keyClicks(&page.password(), QStringLiteral("secret"));
        QCOMPARE(page.page.chosen()->signIn.password, std::string("secret"));
        page.person("Ann").click();
        QCOMPARE(page.page.chosen()->signIn.password, std::string());
    }

    void noWidthScrollsSideways() {
        Page page;
        const auto* area = page.page.findChild<QScrollArea*>();
        for (int width = 480; width <= 1100; width += 20) {
            page.page.resize(width, 700);
            QCoreApplication::processEvents();
            QVERIFY2(area->horizontalScrollBar()->maximum() == 0, qPrintable(QString::number(width)));
        }
    }

    void aCoordinatorWhoDoesNotReadChecksCorners() {
        Page page;
        page.person("Cleo").click();
        QVERIFY(!page.page.chosen()->asReader);
    }

    void simulatedPeopleAreNotOffered() {
        TemporaryStudy study;
        auto store = study.open();
        auto coordinator = store.openCoordinatorSession(TemporaryStudy::personNamed(store, "Cleo"));
        NewPerson simulated;
        simulated.name = "R1 (simulated)";
        simulated.roles = {Role::Reader};
        simulated.isSimulated = true;
        QVERIFY(coordinator->addPerson(simulated).has_value());
        Page page;
        page.page.setStudy(&store);
        for (QAbstractButton* button : page.page.findChildren<QAbstractButton*>())
            QVERIFY(!button->accessibleName().startsWith(QStringLiteral("R1")));
    }

    void withoutAStudyNobodyIsChosen() {
        Page page;
        page.page.setStudy(nullptr);
        QVERIFY(!page.page.chosen());
        QVERIFY(!page.start().isVisible());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_SignInPage)
#include "tst_SignInPage.moc"
