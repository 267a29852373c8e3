// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/pages/study/making/ArmsEditor.h"
#include "ui/pages/study/making/FormField.h"
#include "ui/pages/study/making/NewStudyPage.h"
#include "ui/pages/study/making/PeopleEditor.h"
#include "ui/shell/Say.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// The form, and somebody who fills it in.
struct Form {
    TemporaryFolder folder;
    NewStudyPage page;
    QSignalSpy created{&page, &NewStudyPage::created};

    Form() {
        page.resize(1000, 900);
        page.show();
        QCoreApplication::processEvents(); // fields that came late show
    }
    std::filesystem::path file() const { return folder.path() / "trial.vertestudy"; }
    template <class Field>
    Field* field(const QString& title) {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->text() == title) return qobject_cast<Field*>(label->buddy());
        return nullptr;
    }
    QLineEdit* person(int line) {
        QList<QLineEdit*> fields; // name and password of each line
        for (QLineEdit* field : page.findChild<PeopleEditor*>()->findChildren<QLineEdit*>())
            if (!field->isHidden()) fields << field;
        return fields[2 * line];
    }
    void press(const QString& text) {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text() == text) {
                button->click();
                return QCoreApplication::processEvents();
            }
        QFAIL(qPrintable(text));
    }
    void fillIn() {
        field<QLineEdit>(QStringLiteral("&Name"))->setText(QStringLiteral("Trial"));
        field<QLineEdit>(QStringLiteral("&File"))->setText(toQString(file()));
        person(0)->setText(QStringLiteral("Cleo"));
        person(1)->setText(QStringLiteral(" Ann "));
    }
    QString problems() {
        QStringList texts;
        for (const FormField* field : page.findChildren<FormField*>())
            if (!field->problem().isEmpty()) texts << field->problem();
        return texts.join(QLatin1Char('\n'));
    }
    MadeStudy made() {
        press(QStringLiteral("Create study"));
        if (created.isEmpty()) created.wait();
        return created.isEmpty() ? MadeStudy{} : created.first().first().value<MadeStudy>();
    }
    QStringList scans(int count) {
        const auto scansFolder = folder.path() / "scans";
        std::filesystem::create_directory(scansFolder);
        for (int i = 0; i < count; ++i)
            VERTESCORE_ASSERT(writePng(scansFolder / (std::to_string(i) + ".png"), drawnScan(i)).has_value());
        return {toQString(scansFolder)};
    }
};

} // namespace

class tst_NewStudyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameAndACoordinatorMakeTheUsualStudy() {
        Form form;
        form.fillIn();
        const MadeStudy made = form.made();
        QCOMPARE(made.file, form.file());
        auto store = StudyStore::open(made.file);
        QVERIFY(store.has_value());
        StudySettings expected;
        expected.name = "Trial";
        expected.shufflesScans = true;
        expected.sessions = 1;
        QVERIFY(store->study().settings == expected);
        const auto people = store->people();
        QCOMPARE(people->size(), std::size_t{2}); // the unnamed line is nobody
        QCOMPARE(people->at(0).name, std::string("Ann"));
        QVERIFY(people->at(0).roles == std::vector{Role::Reader});
        QVERIFY(people->at(1).hasRole(Role::Coordinator) && people->at(1).hasRole(Role::Annotator));
        QVERIFY(store->openCoordinatorSession(made.coordinator).has_value());
    }

    void whatIsWrongIsSaidAtItsFieldUntilItIsRight() {
        Form form;
        QCOMPARE(form.problems(), QString());
        form.press(QStringLiteral("Create study"));
        QVERIFY(form.problems().contains(QStringLiteral("The study needs a name.")));
        QVERIFY(form.problems().contains(QStringLiteral("Name a coordinator")));
        form.fillIn();
        QCOMPARE(form.problems(), QString());
        form.person(1)->setText(QStringLiteral("Cleo"));
        QVERIFY(form.problems().contains(QStringLiteral("Cleo is there twice")));
        form.person(1)->setText(QStringLiteral("Ann"));
        for (QCheckBox* box : form.page.findChild<PeopleEditor*>()->findChildren<QCheckBox*>())
            if (box->accessibleName() == say(Role::Reader)) box->setChecked(false);
        QCOMPARE(form.problems(), QStringLiteral("Give Ann a role."));
        QVERIFY(form.created.isEmpty());
    }

    void aFileThatIsThereIsNotOverwritten() {
        Form form;
        form.fillIn();
        QFile there(toQString(form.file()));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        there.close();
        form.press(QStringLiteral("Create study"));
        QVERIFY(form.problems().contains(QStringLiteral("there already")));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArrayLiteral("mine"));
    }

    void everyRuleOfTheFormIsInTheStudy() {
        Form form;
        form.fillIn();
        form.press(QStringLiteral("Add a way of reading"));
        form.press(QStringLiteral("Add a way of reading"));
        auto* arms = form.page.findChild<ArmsEditor*>();
        for (QToolButton* button : arms->findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Move way 2 up") && button->isVisibleTo(arms)) {
                button->click();
                break;
            }
        form.field<QSpinBox>(QStringLiteral("S&eed"))->setValue(42);
        form.field<QSpinBox>(QStringLiteral("&Sessions in each way of reading"))->setValue(2);
        form.field<QSpinBox>(QStringLiteral("&Pause between two of them"))->setValue(14);
        form.field<QComboBox>(QStringLiteral("&Grading"))->setCurrentIndex(1);
        form.field<QSpinBox>(QStringLiteral("Moderate and high from a total of"))->setValue(3);
        for (QCheckBox* box : form.page.findChildren<QCheckBox*>())
            if (box->text().contains(QStringLiteral("AAC-8"))) box->setChecked(true);
        StudySettings expected;
        expected.asksAac8 = true;
        expected.name = "Trial";
        expected.convention = ScoringConvention::Kauppila;
        expected.bounds.moderateFrom = 3;
        expected.arms = {{"no_ivg", GuideDisplay::None},
                         {"ivg", GuideDisplay::Editable},
                         {"training", GuideDisplay::Editable, true}};
        expected.shufflesScans = true;
        expected.orderSeed = 42;
        expected.sessions = 2;
        expected.washoutDays = 14;
        QVERIFY(form.page.plan().settings == expected);
        QVERIFY(StudyStore::open(form.made().file)->study().settings == expected);
    }

    void twoWaysOfReadingBringThePauseAndAnOwnOneStays() {
        Form form;
        auto* washout = form.field<QSpinBox>(QStringLiteral("&Pause between two of them"));
        QVERIFY(!washout->isEnabled());
        form.press(QStringLiteral("Add a way of reading"));
        QVERIFY(washout->isEnabled());
        QCOMPARE(washout->value(), 30);
        washout->setValue(7);
        form.press(QStringLiteral("Add a way of reading"));
        QCOMPARE(washout->value(), 7);
    }

    void scansAndTheirRepeatsAreInFromTheBeginning() {
        Form form;
        form.fillIn();
        form.field<QSpinBox>(QStringLiteral("&Hidden repeats"))->setValue(2);
        form.press(QStringLiteral("Create study"));
        QVERIFY(form.problems().contains(QStringLiteral("Repeats are drawn from the scans")));
        form.page.addScans(form.scans(3));
        QCOMPARE(form.problems(), QString());
        const MadeStudy made = form.made();
        QCOMPARE(made.intake.added.size(), std::size_t{3});
        QCOMPARE(made.hiddenRepeats, std::size_t{2});
        QVERIFY(!made.problem);
        QCOMPARE(*StudyStore::open(made.file)->scanCount(), std::size_t{5});
    }

    void repeatsThatCannotBeDrawnLeaveTheStudyAndAreSaid() {
        Form form;
        form.fillIn();
        form.page.addScans(form.scans(1));
        form.field<QSpinBox>(QStringLiteral("&Hidden repeats"))->setValue(5);
        const MadeStudy made = form.made();
        QCOMPARE(made.intake.added.size(), std::size_t{1});
        QVERIFY(made.problem && made.problem->code == ErrorCode::InvalidArgument);
        QCOMPARE(made.hiddenRepeats, std::size_t{0});
    }
};

VERTESCORE_QT_TEST_MAIN(tst_NewStudyPage)
#include "tst_NewStudyPage.moc"
