// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RatingFormat.h"
#include "core/io/PhantomFiles.h"
#include "tests/support/QtTestMain.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/support/builders/Desk.h"
#include "tests/support/fakes/FakeDetector.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/pages/SignInPage.h"
#include "ui/pages/study/StudyAgreementPage.h"
#include "ui/pages/study/StudyPage.h"
#include "ui/pages/study/making/NewStudyPage.h"
#include "ui/pages/study/making/PeopleEditor.h"
#include "ui/pages/study/panel/AdjudicationPage.h"
#include "ui/panels/grading/GradingGrid.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/frame/Banner.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>

#include <map>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPhantoms = 40;
constexpr std::size_t kCells = kSegmentCount * kWallCount;
const QString kCoordinator = QStringLiteral("Wanda");
const QStringList kReaders{QStringLiteral("Xaver"), QStringLiteral("Yrsa"), QStringLiteral("Zeno")};
const std::array<std::string, 2> kArms{"ivg", "no_ivg"};

using Grades = std::array<int, kCells>;
constexpr int kNoise = -1; ///< in place of a grade: not readable for noise
struct Typed {
    std::string code, reader, arm;
    auto operator<=>(const Typed&) const = default;
};

/// What a reader sees: mostly the same for all, a grade more here and there, and far apart on every ninth
/// scan.
Grades gradesOf(const std::string& code, int reader, const std::string& arm) {
    const int scan = std::stoi(code.substr(1));
    Grades grades{};
    for (std::size_t cell = 0; cell < kCells; ++cell) {
        const int place = scan * 5 + static_cast<int>(cell) * 3;
        int grade = place % 7 % 4;
        if ((place + reader) % (arm == "ivg" ? 11 : 6) == 0) grade = std::min(3, grade + 1);
        grades[cell] = grade;
    }
    if (scan % 9 == 0 && reader == 2) grades[3] = grades[3] >= 2 ? 0 : 3;
    if (scan % 13 == 5) grades[6] = kNoise;
    return grades;
}

/// The whole window and somebody who uses it as people do: keys, clicks, and what file dialogs ask.
class Program {
public:
    TemporaryFolder folder;
    FakeDetectorScript script;
    QSettings settings{toQString(folder.path() / "s.ini"), QSettings::IniFormat};
    Theme theme;
    MainWindow window;

    Program() : window(services(), settings, theme) {
        script.answer = [] { return makeDetection(); };
        window.show();
        window.activateWindow();
        VERTESCORE_ASSERT(QTest::qWaitForWindowActive(&window));
    }

    WindowServices services() {
        WindowServices services;
        services.detector = [this]() -> Result<std::unique_ptr<LandmarkDetector>> {
            return std::make_unique<FakeDetector>(script);
        };
        services.demo = [](const auto&, const auto&) { return failure(ErrorCode::Cancelled); };
        services.folder = folder.path() / "own";
        return services;
    }

    Workspace& workspace() { return window.workspace(); }
    ScanDocument& document() { return workspace().keeper()->document(); }
    QString banner() { return window.findChild<Banner*>()->text(); }
    template <class Page>
    Page& page() {
        return *window.findChild<Page*>();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        // A window system gives every key to the menu that is open, and the way back when a dialog or menu
        // closes.
        if (QWidget* menu = QApplication::activePopupWidget())
            return QTest::keyClick(menu, static_cast<Qt::Key>(key), modifiers);
        if (!window.isActiveWindow()) {
            QApplication::setActiveWindow(&window);
            VERTESCORE_ASSERT(QTest::qWaitForWindowActive(&window));
        }
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, static_cast<Qt::Key>(key),
                        modifiers);
    }
    void grade(int grade) {
        if (grade != kNoise) return press(Qt::Key_0 + grade);
        press(Qt::Key_N);
        press(Qt::Key_2); // the second reason
    }
    void click(QWidget& page, const QString& text) {
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible() && button->isEnabled()) return button->click();
        qFatal("no button «%s»", qPrintable(text));
    }
    /// The dialog for a file or folder that comes next gets this path.
    void answerDialog(const fs::path& path) {
        auto* timer = new QTimer(&window);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            timer->stop();
            timer->deleteLater();
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(toQString(path));
            for (auto* box : dialog->findChildren<QDialogButtonBox*>())
                for (QAbstractButton* button : box->buttons())
                    if (box->buttonRole(button) == QDialogButtonBox::AcceptRole) return button->click();
        });
        timer->start(10);
    }
    fs::path save(QWidget& page, const QString& button, const std::string& name) {
        const fs::path path = folder.path() / name;
        answerDialog(path);
        click(page, button);
        return path;
    }

    /// Everything that can be read in the window now.
    QString visibleTexts() {
        QStringList texts{window.windowTitle()};
        for (const auto* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            texts << widget->toolTip() << widget->accessibleName();
            if (const auto* label = qobject_cast<const QLabel*>(widget)) texts << label->text();
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) texts << button->text();
            if (const auto* field = qobject_cast<const QLineEdit*>(widget)) texts << field->text();
            const auto* view = qobject_cast<const QAbstractItemView*>(widget);
            const int rows = view && view->model() ? view->model()->rowCount() : 0;
            for (int row = 0; row < rows; ++row)
                for (const auto& value : view->model()->itemData(view->model()->index(row, 0)))
                    texts << value.toString();
        }
        return texts.join(QLatin1Char('\n'));
    }
};

/// A form's field by its title.
template <class Field>
Field* fieldOf(QWidget& page, const QString& title) {
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->text() == title) return qobject_cast<Field*>(label->buddy());
    return nullptr;
}

} // namespace

/// The walk-through of the README, in the order in which people go: each step begins where the one before
/// ended, so one that fails ends them all.
class tst_WalkThrough : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_program = std::make_unique<Program>();
        fs::create_directory(m_program->folder.path() / "scans");
        for (int number = 0; number < kPhantoms; ++number) {
            PhantomOptions options;
            options.seed = 5;
            const auto index = static_cast<std::uint64_t>(number);
            const auto file =
                m_program->folder.path() / "scans" / ("patient-" + std::to_string(100 + number) + ".dcm");
            QVERIFY(writePhantomDicom(file, makePhantom(options, index), options.seed, index).has_value());
        }
    }
    void init() {
        if (m_isBroken) QSKIP("a step before failed");
    }
    void cleanup() { m_isBroken = m_isBroken || QTest::currentTestFailed(); }

    void theCoordinatorMakesTheStudyOnOnePage() {
        Program& program = *m_program;
        program.press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        auto& page = program.page<NewStudyPage>();
        QVERIFY(page.isVisible());
        QCoreApplication::processEvents(); // fields that came late show
        QTest::keyClicks(fieldOf<QLineEdit>(page, QStringLiteral("&Name")), QStringLiteral("Walk"));
        auto* file = fieldOf<QLineEdit>(page, QStringLiteral("&File"));
        file->clear();
        QTest::keyClicks(file, toQString(studyFile()));
        program.click(page, QStringLiteral("Add a way of reading"));
        fieldOf<QSpinBox>(page, QStringLiteral("&Pause between two of them"))->setValue(0);
        fieldOf<QSpinBox>(page, QStringLiteral("S&eed"))->setValue(7);
        nameThePeople(page);
        program.answerDialog(program.folder.path() / "scans");
        program.click(page, QStringLiteral("Choose folder…"));
        program.click(page, QStringLiteral("Create study"));
        QVERIFY(QTest::qWaitFor([&] { return program.page<StudyPage>().isVisible(); }, 60'000));
        QVERIFY2(program.banner().contains(QStringLiteral("40 scan(s) are in")),
                 qPrintable(program.banner()));
        program.window.actions().at(ActionId::SignOut).trigger();
        QVERIFY(program.page<SignInPage>().isVisible());
    }

    void everyReaderReadsEveryScanInBothWays_data() {
        QTest::addColumn<int>("reader");
        QTest::addColumn<QString>("arm");
        for (int reader = 0; reader < kReaders.size(); ++reader)
            for (const std::string& arm : kArms)
                QTest::addRow("%s %s", qPrintable(kReaders[reader]), arm.c_str())
                    << reader << QString::fromStdString(arm);
    }
    void everyReaderReadsEveryScanInBothWays() {
        QFETCH(const int, reader);
        QFETCH(const QString, arm);
        Program& program = *m_program;
        signIn(kReaders[reader], sayArm(arm.toStdString()));
        QVERIFY(QTest::qWaitFor([&] { return program.workspace().keeper() != nullptr; }, 20'000));
        checkBlinding(reader);
        for (int scan = 0; scan < kPhantoms && !QTest::currentTestFailed(); ++scan)
            readScan(reader, arm.toStdString());
        QVERIFY(QTest::qWaitFor([&] { return program.banner().contains(QStringLiteral("finished")); }, 5000));
        program.press(Qt::Key_2, Qt::AltModifier); // the page «Study» as a reader
        QVERIFY(program.page<StudyPage>().isVisible());
        checkBlinding(reader);
        for (const ActionId id : {ActionId::AgreementPage, ActionId::AdjudicationPage, ActionId::TruthPage})
            QVERIFY(!program.window.actions().at(id).isEnabled());
        program.window.actions().at(ActionId::SignOut).trigger();
        QVERIFY(program.page<SignInPage>().isVisible());
    }

    void theCoordinatorSettlesWhatReadersSeeDifferently() {
        Program& program = *m_program;
        signIn(kCoordinator, QStringLiteral("Coordinate"));
        QVERIFY(QTest::qWaitFor([&] { return program.workspace().coordinator() != nullptr; }, 20'000));
        program.press(Qt::Key_4, Qt::AltModifier);
        auto& page = program.page<AdjudicationPage>();
        QVERIFY(page.isVisible());
        auto& list = *page.findChild<QListWidget*>();
        QVERIFY(QTest::qWaitFor([&] { return list.count() > 0; }, 20'000));
        m_cases = list.count();
        QVERIFY(m_cases >= 8); // every ninth scan in both ways
        for (int done = 0; done < m_cases; ++done) {
            settleCase(page);
            if (QTest::currentTestFailed()) return;
        }
        QCOMPARE(static_cast<int>(program.workspace().coordinator()->consensus()->size()), m_cases);
    }

    void theReportIsWrittenAsPdfCsvAndJson() {
        Program& program = *m_program;
        program.press(Qt::Key_3, Qt::AltModifier);
        auto& page = program.page<StudyAgreementPage>();
        QVERIFY(page.isVisible());
        QVERIFY(QTest::qWaitFor([&] { return page.hasReport(); }, 60'000));
        const QByteArray pdf = contentOf(program.save(page, QStringLiteral("PDF…"), "walk.pdf"));
        QVERIFY(pdf.startsWith("%PDF") && pdf.size() > 20'000);
        const QByteArray csv = contentOf(program.save(page, QStringLiteral("CSV…"), "walk.csv"));
        QVERIFY(csv.contains("For research use only. Not for diagnosis."));
        const auto json =
            QJsonDocument::fromJson(contentOf(program.save(page, QStringLiteral("JSON…"), "walk.json")));
        QVERIFY(json.isObject());
        for (const QString& reader : kReaders) {
            QVERIFY(csv.contains(reader.toUtf8()));
            QVERIFY(json.toJson().contains(reader.toUtf8()));
        }
    }

    void theFileIsCheckedAndTheRatingsExported() {
        Program& program = *m_program;
        program.press(Qt::Key_2, Qt::AltModifier);
        auto& page = program.page<StudyPage>();
        QVERIFY(page.isVisible());
        program.click(page, QStringLiteral("Check the file"));
        QVERIFY(
            QTest::qWaitFor([&] { return program.banner().contains(QStringLiteral("is sound")); }, 30'000));
        m_ratings = program.save(page, QStringLiteral("Export ratings (CSV)…"), "ratings.csv");
        QVERIFY(fs::exists(m_ratings));
    }

    void everyGradeThatWasTypedIsInTheExportedFile() {
        const auto found = readRatings(RatingFormat::Long, m_ratings);
        QVERIFY2(found.has_value(), found ? "" : describeError(found.error()).c_str());
        QCOMPARE(m_typed.size(), static_cast<std::size_t>(kPhantoms) * 6);
        int consensus = 0;
        for (const auto& [key, rating] : found->table.ratings()) {
            if (key.reader == "consensus") {
                ++consensus;
                continue;
            }
            const auto typed = m_typed.find({key.image, key.reader, key.condition});
            QVERIFY2(typed != m_typed.end(), key.image.c_str());
            QCOMPARE(key.session, std::string("1"));
            for (std::size_t cell = 0; cell < kCells; ++cell) {
                const auto& exported = rating.sheet.at(cellAt(cell));
                if (typed->second[cell] == kNoise)
                    QVERIFY(exported.notReadable == NotReadableReason::Noise && !exported.grade);
                else
                    QCOMPARE(exported.grade, std::optional(typed->second[cell]));
            }
            m_typed.erase(typed);
        }
        QVERIFY(m_typed.empty());
        QCOMPARE(consensus, m_cases);
        QVERIFY(!contentOf(m_ratings).contains("patient-"));
        QVERIFY(!contentOf(m_ratings).contains("PHANTOM"));
    }

    void inTheFileNobodyReadWithGuidesWhereThereAreNone() {
        m_program.reset(); // nobody has it open any more
        OpenOptions looking;
        looking.access = StudyAccess::ReadOnly;
        auto store = StudyStore::open(studyFile(), looking);
        QVERIFY(store.has_value());
        QVERIFY(store->verify()->isSound());
        PersonId coordinator{};
        const auto people = *store->people();
        for (const Person& person : people)
            if (person.hasRole(Role::Coordinator)) coordinator = person.id;
        QVERIFY(!store->openCoordinatorSession({coordinator, {}}).has_value()); // the password holds
        const auto session = store->openCoordinatorSession({coordinator, "secret Wanda", {}});
        QVERIFY(session.has_value());
        const auto graded = *session->gradedLandmarks();
        QCOMPARE(graded.size(), static_cast<std::size_t>(kPhantoms) * 3);
        for (const GradedLandmarks& one : graded)
            QCOMPARE(one.arm, std::string("ivg"));
        std::map<std::string, int> submitted;
        const auto log = *session->auditLog();
        for (const AuditEntry& entry : log) {
            if (entry.action == "submitReading" && entry.reason.empty()) ++submitted[entry.person];
            QVERIFY(!QString::fromStdString(entry.before + entry.after).contains(QStringLiteral("patient")));
        }
        for (const QString& reader : kReaders)
            QCOMPARE(submitted[reader.toStdString()], 2 * kPhantoms);
    }

private:
    fs::path studyFile() const { return m_folder.path() / "walk.vertestudy"; }
    static QByteArray contentOf(const fs::path& path) {
        QFile file(toQString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void nameThePeople(NewStudyPage& page) {
        auto* editor = page.findChild<PeopleEditor*>();
        const auto fields = [editor] {
            QCoreApplication::processEvents(); // lines that came late show
            QList<QLineEdit*> shown;           // name and password of each line
            for (QLineEdit* field : editor->findChildren<QLineEdit*>())
                if (!field->isHidden()) shown << field;
            return shown;
        };
        const QStringList people = QStringList{kCoordinator} + kReaders;
        for (qsizetype line = 0; line < people.size(); ++line) {
            if (2 * line >= fields().size()) QTest::keyClick(fields()[2 * line - 2], Qt::Key_Return);
            QTest::keyClicks(fields()[2 * line], people[line]);
            QTest::keyClicks(fields()[2 * line + 1], QStringLiteral("secret ") + people[line]);
        }
    }

    void signIn(const QString& name, const QString& task) {
        auto& page = m_program->page<SignInPage>();
        QVERIFY(page.isVisible());
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->accessibleName().startsWith(name + QLatin1Char(','))) button->click();
        for (auto* box : page.findChildren<QComboBox*>())
            for (int item = 0; item < box->count(); ++item)
                if (box->itemText(item).contains(task)) {
                    box->setCurrentIndex(item);
                    item = box->count();
                }
        auto* password = page.findChild<QLineEdit*>();
        QTest::keyClicks(password, QStringLiteral("secret ") + name);
        QTest::keyClick(password, Qt::Key_Return);
    }

    /// Whoever reads finds no other person, no file and no patient anywhere in the window.
    void checkBlinding(int reader) {
        const QString texts = m_program->visibleTexts();
        QVERIFY(texts.contains(kReaders[reader]));
        for (const QString& other : QStringList{kCoordinator} + kReaders)
            if (other != kReaders[reader]) QVERIFY2(!texts.contains(other), qPrintable(other));
        for (const char* secret : {"patient-", "PHANTOM", ".dcm"})
            QVERIFY2(!texts.contains(QLatin1String(secret)), secret);
    }

    /// The scan that is on the desk, and the next one comes.
    void readScan(int reader, const std::string& arm) {
        Program& program = *m_program;
        const auto isReady = [&] {
            const auto* keeper = program.workspace().keeper();
            return keeper && keeper->studyScan().id == program.workspace().currentScan() &&
                   !keeper->isLocked() && (arm != "ivg" || !program.document().landmarks().isEmpty());
        };
        QVERIFY(QTest::qWaitFor(isReady, 20'000));
        if (arm != "ivg") QVERIFY(program.document().landmarks().isEmpty());
        const std::string code = program.workspace().keeper()->studyScan().code;
        const auto key = Typed{code, kReaders[reader].toStdString(), arm};
        QVERIFY2(!m_typed.contains(key), code.c_str());
        QCOMPARE(program.document().sheet(), ScoreSheet{}); // nothing of the other way, nothing of others
        program.press(Qt::Key_3, Qt::ControlModifier);
        const Grades grades = gradesOf(code, reader, arm);
        for (const int grade : grades)
            program.grade(grade);
        m_typed[key] = grades;
        program.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(
            QTest::qWaitFor(
                [&] { return program.workspace().progress().done == (m_typed.size() - 1) % kPhantoms + 1; },
                10'000),
            qPrintable(QString::fromStdString(code) + program.banner()));
    }

    void settleCase(AdjudicationPage& page) {
        Program& program = *m_program;
        auto* view = page.findChild<ScanView*>();
        QVERIFY(QTest::qWaitFor([&] { return view->document() && !view->document()->sheet().isComplete(); },
                                20'000));
        const int row = page.findChild<QListWidget*>()->currentRow();
        for (std::size_t i = 0; i < kCells && !view->document()->sheet().isComplete(); ++i)
            program.press(Qt::Key_1);
        QVERIFY(view->document()->sheet().isComplete());
        for (auto* field : page.findChildren<QLineEdit*>())
            if (field->accessibleName().startsWith(QStringLiteral("Reason")) && field->text().isEmpty())
                QTest::keyClicks(field, QStringLiteral("met on Monday"));
        program.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return page.findChild<QListWidget*>()->currentRow() != row; }, 10'000));
    }

    TemporaryFolder m_folder;
    std::unique_ptr<Program> m_program;
    std::map<Typed, Grades> m_typed;
    fs::path m_ratings;
    int m_cases = 0;
    bool m_isBroken = false;
};

VERTESCORE_QT_TEST_MAIN(tst_WalkThrough)
#include "tst_WalkThrough.moc"
