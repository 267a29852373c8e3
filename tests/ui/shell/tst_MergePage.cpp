// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/models/MergeConflictModel.h"
#include "ui/pages/study/MergePage.h"
#include "ui/panels/study/CasesCard.h"
#include "ui/panels/study/ReadingsTable.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace vertescore;
using namespace vertescore::test;

namespace {

/// A study, two copies that were read on, and the coordinator at the page.
struct Copies {
    TemporaryStudy study;
    Workspace workspace;
    std::unique_ptr<MergePage> page;

    Copies() {
        const auto desk2 = copy("desk2"), desk3 = copy("desk3");
        auto second = TemporaryStudy::openQuickly(desk2);
        TemporaryStudy::read(second, "Ann", 0, everyCell(1));
        auto third = TemporaryStudy::openQuickly(desk3);
        TemporaryStudy::read(third, "Ann", 0, everyCell(2));
        TemporaryStudy::read(third, "Bea", 1, everyCell(3));
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), "Cleo");
        signIn.asReader = false;
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
        page = std::make_unique<MergePage>(workspace);
        page->resize(1000, 900);
        page->show();
        page->begin();
    }
    std::filesystem::path copy(const std::string& name) {
        const auto file = pathOf(name);
        std::filesystem::copy_file(study.path(), file);
        return file;
    }
    std::filesystem::path pathOf(const std::string& name) const {
        return study.folder() / (name + ".vertestudy");
    }
    void add(std::initializer_list<std::filesystem::path> files) {
        QStringList paths;
        for (const auto& file : files)
            paths << toQString(file);
        QSignalSpy finished(&workspace.merges(), &MergeJob::finished);
        page->addFiles(paths);
        VERTESCORE_ASSERT(finished.wait());
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible()) return button;
        return nullptr;
    }
    QString texts() {
        QStringList all;
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    std::size_t ratings() { return workspace.coordinator()->ratings()->size(); }
};

} // namespace

class tst_MergePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatFilesWouldBringAndChangesNothing() {
        Copies copies;
        copies.add({copies.pathOf("desk2"), copies.pathOf("desk3")});
        QCOMPARE(copies.ratings(), std::size_t{0});
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("Will come in: 1 reading(s)")));
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("Will come in: 2 reading(s)")));
        const auto* table = copies.page->findChild<QTableView*>();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, MergeConflictModel::FileColumn).data().toString(),
                 QStringLiteral("desk3.vertestudy"));
        QVERIFY(table->model()
                    ->index(0, MergeConflictModel::OutcomeColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("«Ann (desk3)»")));
        QTRY_VERIFY(copies.button(QStringLiteral("Merge 2 file(s)")));
    }

    void mergesThemShowsWhatWasReadTwiceAndSaysItOnce() {
        Copies copies;
        copies.add({copies.pathOf("desk2"), copies.pathOf("desk3")});
        QSignalSpy merged(copies.page.get(), &MergePage::merged);
        copies.button(QStringLiteral("Merge 2 file(s)"))->click();
        QVERIFY(merged.wait());
        QCOMPARE(copies.ratings(), std::size_t{16});
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("Came in: 2 reading(s)")));
        auto* twice = copies.page->findChild<CasesCard*>();
        QVERIFY(QTest::qWaitFor([&] { return twice->isVisible(); }));
        QCOMPARE(twice->findChild<ReadingsTable*>()->differingCells(), 8);
        copies.add({copies.pathOf("desk2")});
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("Nothing new")));
        QVERIFY(!copies.button(QStringLiteral("Merge 1 file(s)")));
    }

    void aFileThatIsNoCopyIsRefusedWithTheReasonAndTheRestGoesOn() {
        Copies copies;
        TemporaryStudy other(0);
        copies.add({other.path(), copies.study.folder() / "none.vertestudy", copies.pathOf("desk2")});
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("This is another study: «Test study».")));
        QTRY_VERIFY(copies.texts().contains(QStringLiteral("The study file is not there.")));
        QTRY_VERIFY(copies.button(QStringLiteral("Merge 1 file(s)")));
    }

    void aFileCanBeLeftOut() {
        Copies copies;
        copies.add({copies.pathOf("desk2"), copies.pathOf("desk3")});
        QSignalSpy finished(&copies.workspace.merges(), &MergeJob::finished);
        copies.button(QStringLiteral("Leave out"))->click();
        QVERIFY(finished.wait());
        QTRY_VERIFY(copies.button(QStringLiteral("Merge 1 file(s)")));
        QCOMPARE(copies.page->findChild<QTableView*>()->model()->rowCount(), 0); // nothing is read twice now
    }

    void aFileThatIsChosenTwiceIsListedOnce() {
        Copies copies;
        copies.add({copies.pathOf("desk2")});
        copies.add({copies.pathOf("desk3"), copies.pathOf("desk2")});
        QTRY_VERIFY(copies.button(QStringLiteral("Merge 2 file(s)")));
        qsizetype leftOut = 0;
        for (const QPushButton* button : copies.page->findChildren<QPushButton*>())
            leftOut += button->isVisible() && button->text() == QStringLiteral("Leave out") ? 1 : 0;
        QCOMPARE(leftOut, qsizetype{2});
    }

    void whoSignsInNextFindsNoReadingsOfOthers() {
        Copies copies;
        copies.add({copies.pathOf("desk2"), copies.pathOf("desk3")});
        QSignalSpy merged(copies.page.get(), &MergePage::merged);
        copies.button(QStringLiteral("Merge 2 file(s)"))->click();
        QVERIFY(merged.wait());
        auto* twice = copies.page->findChild<CasesCard*>();
        QVERIFY(QTest::qWaitFor([&] { return twice->isVisible(); }));
        DeskSignIn ann;
        ann.signIn = TemporaryStudy::personNamed(*copies.workspace.store(), "Ann");
        ann.pass = TemporaryStudy::firstPass();
        QVERIFY(copies.workspace.signIn(ann).has_value());
        QVERIFY(!twice->isVisible());
    }

    void theConflictsKeepTheirPromisesAsAModel() {
        MergeConflictModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        MergeReport report;
        report.conflicts.push_back({.kind = MergeConflictKind::PersonAddedTwice, .subject = "Ann"});
        model.setFiles({{"a.vertestudy", report, std::nullopt}}, TemporaryStudy::usual());
        QCOMPARE(model.rowCount(), 1);
        model.setFiles({}, TemporaryStudy::usual());
        QCOMPARE(model.rowCount(), 0);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_MergePage)
#include "tst_MergePage.moc"
