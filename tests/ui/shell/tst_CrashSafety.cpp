// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"
#include "tests/ui/shell/TemporaryStudy.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/frame/StatusLine.h"
#include "ui/theme/Theme.h"

#include <QProcess>
#include <QPushButton>
#include <QSettings>

#include <iostream>

using namespace vertescore;
using namespace vertescore::test;

namespace {

const char* const kChildFlag = "--grade-until-killed";

/// What the window says is saved, as one line: the scan, then its eight cells.
std::string savedLine(const DocumentKeeper& keeper, const ScoreSheet& sheet) {
    std::string line = std::to_string(static_cast<std::int64_t>(keeper.studyScan().id));
    for (const Segment segment : kSegments)
        for (const Wall wall : kWalls)
            line += ' ' + std::to_string(sheet.at(segment, wall).grade.value_or(-1));
    return line;
}

/// The window in a process of its own, with Ann signed in. For each line that comes in it grades the next
/// cell, and answers with what is shown as saved then.
int gradeUntilKilled(const QString& study) {
    const std::filesystem::path folder = std::filesystem::path(study.toStdString()).parent_path();
    QSettings settings(QString::fromStdString((folder / "s.ini").string()), QSettings::IniFormat);
    Theme theme;
    WindowServices services;
    services.detector = [] { return failure(ErrorCode::WeightsMissing); };
    services.demo = [](const auto&, const auto&) { return failure(ErrorCode::Cancelled); };
    services.folder = folder;
    MainWindow window(std::move(services), settings, theme);
    window.show();
    window.openStudy(study);
    for (QPushButton* button : window.findChildren<QPushButton*>())
        if (button->isDefault() && button->isVisible()) button->click();
    if (!QTest::qWaitFor([&] { return window.workspace().keeper() != nullptr; })) return 1;
    const auto* status = window.findChild<StatusLine*>();
    const auto run = [&](ActionId id) { window.actions().at(id).trigger(); };
    std::string line;
    for (int grade = 0; std::getline(std::cin, line); grade = (grade + 1) % 3) {
        run(ActionId::StepScore); // after the last cell the window goes on to the next step by itself
        run(static_cast<ActionId>(static_cast<int>(ActionId::Grade0) + grade));
        if (status->savedText() != QStringLiteral("Saved")) return 1;
        DocumentKeeper& keeper = *window.workspace().keeper();
        std::cout << savedLine(keeper, keeper.document().sheet()) << std::endl;
    }
    return 1;
}

ScoreSheet sheetIn(const TemporaryStudy& study, ScanId scan) {
    auto store = study.open();
    auto reader = store.openReaderSession(TemporaryStudy::personNamed(store, "Ann"), {"ivg", 1});
    return reader->reading(scan)->sheet;
}

} // namespace

class tst_CrashSafety : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasShownAsSavedIsThereAfterAKill_data() {
        QTest::addColumn<int>("keys");
        for (const int keys : {1, 5, 8, 13})
            QTest::addRow("%d keys", keys) << keys;
    }

    void whatWasShownAsSavedIsThereAfterAKill() {
        QFETCH(int, keys);
        TemporaryStudy study(1);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(),
                      {QLatin1String(kChildFlag), QString::fromStdString(study.path().string())});
        QByteArray told;
        for (int key = 0; key < keys; ++key) {
            program.write("next\n");
            while (!program.canReadLine())
                QVERIFY2(program.waitForReadyRead(60000), program.readAllStandardError().constData());
            told = program.readLine().trimmed();
        }
        program.kill(); // SIGKILL: no destructor, no last write
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        const QList<QByteArray> words = told.split(' ');
        QCOMPARE(words.size(), qsizetype{9});
        const ScoreSheet sheet = sheetIn(study, ScanId{words[0].toLongLong()});
        for (std::size_t i = 0; i < kSegmentCount * kWallCount; ++i)
            QCOMPARE(sheet.cells[i / kWallCount][i % kWallCount].grade.value_or(-1),
                     words[static_cast<qsizetype>(i) + 1].toInt());
        // The study is whole, and the next start goes on with it.
        auto store = study.open();
        QVERIFY(store.verify().has_value());
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(kChildFlag))
        return gradeUntilKilled(QString::fromLocal8Bit(argv[2]));
    tst_CrashSafety test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_CrashSafety.moc"
