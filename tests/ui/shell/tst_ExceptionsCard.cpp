// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/pages/study/ExceptionsCard.h"
#include "ui/shell/session/Workspace.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace vertescore;
using namespace vertescore::test;

namespace {

StudySettings withPause() {
    auto settings = TemporaryStudy::usual();
    settings.arms.push_back({"no_ivg", GuideDisplay::None});
    settings.washoutDays = 30;
    return settings;
}

/// Ann has read the first scan; Cleo, who coordinates, sits at the card.
struct Desk {
    TemporaryStudy study{2, withPause()};
    Workspace workspace;
    std::string code;
    std::unique_ptr<ExceptionsCard> card;

    Desk() {
        auto store = TemporaryStudy::openQuickly(study.path());
        TemporaryStudy::read(store, "Ann", 0, everyCell(1));
        code = store.openReaderSession(ann(store), TemporaryStudy::firstPass())->worklist()->front().code;
        VERTESCORE_ASSERT(workspace.openStudy(study.path()).has_value());
        DeskSignIn signIn;
        signIn.signIn = TemporaryStudy::personNamed(*workspace.store(), "Cleo");
        signIn.asReader = false;
        VERTESCORE_ASSERT(workspace.signIn(signIn).has_value());
        card = std::make_unique<ExceptionsCard>(workspace);
        card->refresh();
        card->show();
    }
    static SignIn ann(const StudyStore& store) { return TemporaryStudy::personNamed(store, "Ann"); }
    template <class Field>
    Field& field(const QString& name) {
        for (auto* found : card->findChildren<Field*>())
            if (found->accessibleName() == name) return *found;
        qFatal("no field %s", qPrintable(name));
    }
    QPushButton& button() { return *card->findChild<QPushButton*>(); }
    void fill(int what, int pass, const QString& scan, const QString& reason) {
        field<QComboBox>(QStringLiteral("Which exception")).setCurrentIndex(what);
        field<QComboBox>(QStringLiteral("Which reader")).setCurrentText(QStringLiteral("Ann"));
        field<QComboBox>(QStringLiteral("Which way of reading")).setCurrentIndex(pass);
        field<QLineEdit>(QStringLiteral("Code of the scan")).setText(scan);
        field<QLineEdit>(QStringLiteral("Reason")).setText(reason);
    }
    ErrorCode refusal() {
        QSignalSpy refused(card.get(), &ExceptionsCard::refused);
        button().click();
        VERTESCORE_ASSERT(!refused.isEmpty() || refused.wait());
        return refused.first().first().value<Error>().code;
    }
    bool applied() {
        QSignalSpy changed(card.get(), &ExceptionsCard::changed);
        button().click();
        return !changed.isEmpty() || changed.wait();
    }
    bool isInLog(const std::string& action, const std::string& reason) {
        const auto log = *workspace.coordinator()->auditLog();
        return std::ranges::any_of(log, [&](const AuditEntry& entry) {
            return entry.action == action && entry.reason == reason && entry.person == "Cleo";
        });
    }
};

} // namespace

class tst_ExceptionsCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReaderBeginsEarlyOnlyWithAReasonWhichIsKept() {
        Desk desk;
        auto& store = *desk.workspace.store();
        const ReadingPass second{"no_ivg", 1};
        QCOMPARE(store.openReaderSession(Desk::ann(store), second).error().code, ErrorCode::NotAllowed);
        desk.fill(0, 1, {}, QStringLiteral("  "));
        QVERIFY(!desk.button().isEnabled());
        desk.fill(0, 1, {}, QStringLiteral("leaves on Friday"));
        QVERIFY(desk.applied());
        QVERIFY(store.openReaderSession(Desk::ann(store), second).has_value());
        QVERIFY(desk.isInLog("openPass", "leaves on Friday"));
        QVERIFY(desk.field<QLineEdit>(QStringLiteral("Reason")).text().isEmpty());
        desk.fill(0, 1, {}, QStringLiteral("again"));
        QCOMPARE(desk.refusal(), ErrorCode::NotAllowed); // it was begun already
    }

    void aSubmittedReadingIsDisputedWithAReasonAndItsReaderOpensItAgain() {
        Desk desk;
        desk.fill(1, 0, {}, QStringLiteral("L3 looks like noise"));
        QVERIFY(!desk.button().isEnabled()); // which scan?
        desk.fill(1, 0, QStringLiteral("S9999"), QStringLiteral("L3 looks like noise"));
        QCOMPARE(desk.refusal(), ErrorCode::InvalidArgument);
        desk.fill(1, 0, QString::fromStdString(desk.code), QStringLiteral("L3 looks like noise"));
        QVERIFY(desk.applied());
        QVERIFY(desk.isInLog("disputeReading", "L3 looks like noise"));
        auto& store = *desk.workspace.store();
        auto session = store.openReaderSession(Desk::ann(store), TemporaryStudy::firstPass());
        const ScanId scan = session->worklist()->front().scan;
        QCOMPARE(session->reading(scan)->state, ReadingState::Disputed);
        QVERIFY(session->reopen(scan, "asked to").has_value());
        QCOMPARE(session->reading(scan)->state, ReadingState::InProgress);
    }

    void onlyReadersCanBeChosen() {
        Desk desk;
        const auto& readers = desk.field<QComboBox>(QStringLiteral("Which reader"));
        QCOMPARE(readers.count(), 2);
        QCOMPARE(readers.itemText(0), QStringLiteral("Ann"));
        QCOMPARE(readers.itemText(1), QStringLiteral("Bea"));
    }

    void aReadingThatWasNotSubmittedCannotBeDisputed() {
        Desk desk;
        desk.fill(1, 1, QString::fromStdString(desk.code), QStringLiteral("why"));
        QCOMPARE(desk.refusal(), ErrorCode::NotAllowed);
    }
};

VERTESCORE_QT_TEST_MAIN(tst_ExceptionsCard)
#include "tst_ExceptionsCard.moc"
