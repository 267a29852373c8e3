// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/pages/study/panel/TrainingCard.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

StudySettings training() {
    auto settings = TemporaryStudy::usual();
    settings.arms.push_back({"practice", GuideDisplay::Shown, true});
    return settings;
}

/// Cleo, who coordinates, sits at the card of a study of two scans.
struct Desk {
    TemporaryStudy study;
    Workspace workspace;
    std::vector<std::string> codes;
    std::unique_ptr<TrainingCard> card;

    explicit Desk(const StudySettings& settings = training()) : study(2, settings) {
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), "Cleo");
        signIn.asReader = false;
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
        const auto scans = *workspace.coordinator()->scans();
        for (const auto& scan : scans)
            codes.push_back(scan.code);
        card = std::make_unique<TrainingCard>(workspace);
        card->show();
        card->refresh();
    }
    std::string rows(std::size_t scan, const std::string& grade) const {
        std::string text;
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                text += codes[scan] + ",truth,," + std::string(segmentName(segment)) + "," +
                        std::string(wallName(wall)) + "," + grade + "\n";
        return text;
    }
    void open(const std::string& text) {
        const auto path = study.folder() / "truth.csv";
        writeBytes(path, "image_id,reader,condition,level,wall,score\n" + text);
        card->openFile(toQString(path));
    }
    QPlainTextEdit& details() { return *card->findChild<QPlainTextEdit*>(); }
    QLineEdit& reason() { return *card->findChild<QLineEdit*>(); }
    QPushButton& button(const QString& start) {
        for (auto* found : card->findChildren<QPushButton*>())
            if (found->text().startsWith(start)) return *found;
        qFatal("no button %s", qPrintable(start));
    }
    std::size_t truths() { return workspace.coordinator()->truths()->size(); }
};

} // namespace

class tst_TrainingCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_study_that_does_not_train_has_no_card() {
        Desk desk(TemporaryStudy::usual());
        QVERIFY(desk.card->isHidden());
    }

    void a_file_is_shown_before_it_is_recorded_and_needs_a_reason() {
        Desk desk;
        QVERIFY(!desk.details().isVisible());
        desk.open(desk.rows(0, "1") + desk.rows(1, "2"));
        QVERIFY(desk.details().isVisible());
        QCOMPARE(desk.details().toPlainText(), QString::fromStdString(desk.codes[0] + ", " + desk.codes[1]));
        QCOMPARE(desk.truths(), 0U);
        QPushButton& record = desk.button(QStringLiteral("Record"));
        QVERIFY(!record.isEnabled());
        desk.reason().setText(QStringLiteral("experts met"));
        QVERIFY(record.isEnabled());
        QSignalSpy changed(desk.card.get(), &TrainingCard::changed);
        record.click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(desk.truths(), 2U);
        QVERIFY(!desk.details().isVisible());
        QCOMPARE(QString::fromStdString(desk.workspace.coordinator()->auditLog()->back().reason),
                 QStringLiteral("experts met"));
    }

    void every_fault_is_shown_with_its_line_and_nothing_can_be_recorded() {
        Desk desk;
        desk.open(desk.rows(0, "1") + desk.rows(1, "7"));
        const QStringList faults = desk.details().toPlainText().split(QLatin1Char('\n'));
        QCOMPARE(faults.size(), 8);
        QVERIFY(faults.front().startsWith(QStringLiteral("line 10: column 6 (score)")));
        QVERIFY(faults.back().startsWith(QStringLiteral("line 17")));
        desk.reason().setText(QStringLiteral("experts met"));
        QVERIFY(!desk.button(QStringLiteral("Record")).isEnabled());
        QCOMPARE(desk.truths(), 0U);
    }

    void a_file_that_is_left_is_forgotten() {
        Desk desk;
        desk.open(desk.rows(0, "1"));
        desk.button(QStringLiteral("Leave")).click();
        QVERIFY(!desk.details().isVisible());
        QCOMPARE(desk.truths(), 0U);
    }

    void a_file_that_is_not_there_is_told() {
        Desk desk;
        QSignalSpy refused(desk.card.get(), &TrainingCard::refused);
        desk.card->openFile(toQString(desk.study.folder() / "none.csv"));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!desk.details().isVisible());
    }
};

VERTESCORE_QT_TEST_MAIN(tst_TrainingCard)
#include "tst_TrainingCard.moc"
