// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "ui/models/ActionListModel.h"
#include "ui/shell/Actions.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

using namespace vertescore;

class tst_Actions : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString settingsFile() const { return m_folder.filePath(QStringLiteral("settings.ini")); }

private Q_SLOTS:
    void cleanup() { QFile::remove(settingsFile()); }

    void noTwoCommandsShareAKeyOrAName() {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        const Actions actions(settings);
        QHash<QString, QString> owners;
        QSet<QString> names;
        for (const Command& command : actions.commands()) {
            QVERIFY2(!names.contains(command.name), qPrintable(command.name));
            names << command.name;
            for (const QKeySequence& key : command.action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!owners.contains(text),
                         qPrintable(text + ": " + owners.value(text) + ", " + command.name));
                owners.insert(text, command.name);
            }
        }
    }

    void everyCommandHasATextAndAnIconThatExists() {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        const Actions actions(settings);
        for (const Command& command : actions.commands()) {
            QVERIFY(!command.action->text().isEmpty());
            const QString file = QStringLiteral(":/vertescore/icons/%1.svg")
                                     .arg(command.action->property("iconName").toString());
            QVERIFY2(QFile::exists(file), qPrintable(file));
        }
    }

    void aTakenKeyIsRefusedWithTheNameOfItsOwner() {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        Actions actions(settings);
        const QKeySequence taken = actions.at(ActionId::Invert).shortcut();
        const Status status = actions.setKey(QStringLiteral("zoomFit"), taken);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::DuplicateEntry);
        QCOMPARE(QString::fromStdString(status.error().detail), actions.at(ActionId::Invert).text());
        QCOMPARE(actions.ownerOf(taken)->name, QStringLiteral("invert"));
    }

    void aChangedKeyIsThereAtTheNextStart() {
        {
            QSettings settings(settingsFile(), QSettings::IniFormat);
            Actions actions(settings);
            QVERIFY(actions.setKey(QStringLiteral("zoomFit"), QKeySequence(QStringLiteral("Ctrl+9")))
                        .has_value());
        }
        QSettings settings(settingsFile(), QSettings::IniFormat);
        Actions actions(settings);
        QCOMPARE(actions.at(ActionId::ZoomFit).shortcut(), QKeySequence(QStringLiteral("Ctrl+9")));
        actions.resetKeys();
        QCOMPARE(actions.at(ActionId::ZoomFit).shortcut(), QKeySequence(QStringLiteral("F")));
    }

    void theListOfKeysShowsEveryCommand() {
        QSettings settings(settingsFile(), QSettings::IniFormat);
        Actions actions(settings);
        ActionListModel model(actions);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), static_cast<int>(actions.commands().size()));
        QAction extra(QStringLiteral("Extra"));
        extra.setObjectName(QStringLiteral("extra"));
        extra.setShortcut(QKeySequence(QStringLiteral("Ctrl+8")));
        actions.adopt({&extra}, ActionGroup::Landmarks);
        QCOMPARE(model.rowCount(), static_cast<int>(actions.commands().size()));
        QCOMPARE(actions.ownerOf(QKeySequence(QStringLiteral("Ctrl+8")))->name, QStringLiteral("extra"));
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Actions)
#include "tst_Actions.moc"
