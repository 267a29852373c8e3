// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/making/NewStudyPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/study/making/ArmsEditor.h"
#include "ui/pages/study/making/FormField.h"
#include "ui/pages/study/making/PeopleEditor.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>

namespace vertescore {
namespace {

constexpr int kFormWidth = 860;
constexpr int kNumberWidth = 150;
constexpr int kLongestWashout = 3650;
constexpr int kUsualWashout = 30; ///< days, as in the reader studies of the field
constexpr int kMostSessions = 9;
constexpr int kMostRepeats = 9999;
constexpr int kLargestSeed = 999'999'999;
constexpr int kHighestTotal = 24;

QString extension() {
    return QString::fromLatin1(kStudyFileExtension.data(),
                               static_cast<qsizetype>(kStudyFileExtension.size()));
}

QSpinBox* makeNumber(int least, int most) {
    auto* number = new QSpinBox;
    number->setRange(least, most);
    number->setFixedWidth(kNumberWidth);
    return number;
}

} // namespace

NewStudyPage::NewStudyPage(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit), m_file(new QLineEdit), m_arms(new ArmsEditor),
      m_order(new QComboBox), m_seed(makeNumber(0, kLargestSeed)), m_sessions(makeNumber(1, kMostSessions)),
      m_washout(makeNumber(0, kLongestWashout)), m_convention(new QComboBox), m_aac8(new QCheckBox),
      m_moderate(makeNumber(1, kHighestTotal)), m_high(makeNumber(1, kHighestTotal)),
      m_people(new PeopleEditor), m_scanCount(makeWrappedLabel({})),
      m_noScans(makeButton(tr("None after all"), "link")), m_repeats(makeNumber(0, kMostRepeats)) {
    setProperty("role", QStringLiteral("page"));
    m_form = new QWidget;
    m_form->setMaximumWidth(kFormWidth);
    auto* cards = new QVBoxLayout(m_form);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(kWideSpace);
    for (QWidget* part : {makeBeginning(), makeReading(), makePeople(), makeRules(), makeScans(), makeEnd()})
        cards->addWidget(part);
    auto* row = new QHBoxLayout; // an alignment would not let the form be as high as its width asks for
    row->addStretch(1);
    row->addWidget(m_form, 100);
    row->addStretch(1);
    auto* column = new QVBoxLayout;
    column->addLayout(row);
    column->addStretch(1);
    framePage(*this, column);
    for (QWidget* field : std::initializer_list<QWidget*>{m_order, m_seed, m_sessions, m_washout,
                                                          m_convention, m_moderate, m_high, m_repeats})
        leaveWheelToPage(*field);
    for (QComboBox* field : {m_order, m_convention}) // a long text must not make the page wider than a screen
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    const auto recheck = [this] {
        offerRules();
        if (m_isChecked) check();
    };
    connect(m_name, &QLineEdit::textChanged, this, &NewStudyPage::suggestFile);
    for (QLineEdit* field : {m_name, m_file})
        connect(field, &QLineEdit::textChanged, this, recheck);
    for (QSpinBox* field : {m_sessions, m_moderate, m_high, m_repeats})
        connect(field, &QSpinBox::valueChanged, this, recheck);
    connect(m_arms, &ArmsEditor::changed, this, recheck);
    connect(m_people, &PeopleEditor::changed, this, recheck);
    connect(m_order, &QComboBox::currentIndexChanged, this, recheck);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileChosen = true; });
    connect(m_washout, &QSpinBox::valueChanged, this, [this] { m_washoutChosen = true; });
    connect(&m_maker, &StudyMaker::progressed, this, [this](qsizetype done, qsizetype total) {
        m_runningText->setText(tr("Adding scans: %1 of %2").arg(done).arg(total));
        m_bar->setRange(0, static_cast<int>(total));
        m_bar->setValue(static_cast<int>(done));
    });
    connect(&m_maker, &StudyMaker::finished, this, [this](const MadeStudy& study) {
        showRunning(false);
        Q_EMIT created(study);
    });
    connect(&m_maker, &StudyMaker::failed, this, [this](const Error& error) {
        showRunning(false);
        m_problem->setText(say(error));
    });
    begin();
}

FormField* NewStudyPage::makeField(const QString& title, QWidget* field, const QString& explanation) {
    return new FormField(title, field, explanation);
}

QWidget* NewStudyPage::makeBeginning() {
    auto [card, column] = makeTitledCard(tr("New study"));
    column->addWidget(makeWrappedLabel(
        tr("A study is one file: scans, readers, and every reading. Nothing in it is ever overwritten."),
        "muted"));
    QPushButton* browse = makeButton(tr("Choose…"));
    connect(browse, &QPushButton::clicked, this, &NewStudyPage::chooseFile);
    m_nameField = makeField(tr("&Name"), m_name);
    m_fileField = makeField(tr("&File"), inRow({m_file, browse}, 0));
    column->addWidget(m_nameField);
    column->addWidget(m_fileField);
    return card;
}

QWidget* NewStudyPage::makeReading() {
    auto [card, column] = makeTitledCard(tr("How scans are read"));
    m_armsField =
        makeField({}, m_arms,
                  tr("Every reader reads every scan in each of these ways, in this order. Two ways, "
                     "without and with guides, show what the guides change."));
    column->addWidget(m_armsField);
    return card;
}

QWidget* NewStudyPage::makePeople() {
    auto [card, column] = makeTitledCard(tr("People"));
    m_peopleField =
        makeField({}, m_people,
                  tr("Agreement needs two readers. People and passwords can be added later; Enter "
                     "goes to the next name."));
    column->addWidget(m_peopleField);
    return card;
}

QWidget* NewStudyPage::makeRules() {
    auto [card, column] = makeTitledCard(tr("Rules"));
    m_order->addItem(tr("Random, each reader and session an own one"), true);
    m_order->addItem(tr("As the scans were added"), false);
    m_seed->setSpecialValueText(tr("drawn anew"));
    m_washout->setSpecialValueText(tr("no pause"));
    m_washout->setSuffix(tr(" days"));
    for (const ScoringConvention convention : {ScoringConvention::Nhanes, ScoringConvention::Kauppila})
        m_convention->addItem(say(convention), static_cast<int>(convention));
    m_high->setAccessibleName(tr("High from"));
    m_aac8->setText(tr("Ask for AAC-8, too"));
    m_boundsField = makeField(tr("Moderate and high from a total of"), inRow({m_moderate, m_high}),
                              tr("Only names the totals in lists and reports."));
    FormField* fields[] = {
        makeField(tr("&Order"), m_order, tr("Random orders keep a reader from learning the list.")),
        makeField(tr("S&eed"), m_seed,
                  tr("Where the orders come from; recorded in any case. A number of your own gives the same "
                     "orders again, also in copies of the study.")),
        makeField(tr("&Sessions in each way of reading"), m_sessions,
                  tr("2: everything is read twice, for how well readers agree with themselves.")),
        makeField(tr("&Pause between two of them"), m_washout,
                  tr("A reader waits so long before the next way or session; the coordinator may open it "
                     "earlier, with a reason.")),
        makeField(tr("&Grading"), m_convention, tr("What a wall that is calcified to a third exactly gets.")),
        m_boundsField,
        makeField(
            QString::fromLatin1(kAac8Name.data()), m_aac8,
            tr("A second score of the whole wall in vertebral heights (Schousboe); a reading is submitted "
               "with both."))};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(14);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    for (FormField* field : fields) {
        grid->addWidget(field, place / 2, place % 2);
        ++place;
    }
    column->addLayout(grid);
    column->addWidget(
        makeWrappedLabel(tr("In every study: each keystroke is saved, submitting locks a reading, "
                            "opening it again needs a reason, and a log holds who did what."),
                         "small"));
    return card;
}

QWidget* NewStudyPage::makeScans() {
    auto [card, column] = makeTitledCard(tr("Scans"));
    QPushButton* files = makeButton(tr("Choose files…"));
    QPushButton* folder = makeButton(tr("Choose folder…"));
    connect(files, &QPushButton::clicked, this,
            [this] { addScans(QFileDialog::getOpenFileNames(this, tr("Scans of the study"))); });
    connect(folder, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getExistingDirectory(this, tr("Scans of the study"));
        if (!path.isEmpty()) addScans({path});
    });
    connect(m_noScans, &QPushButton::clicked, this, [this] {
        m_scans.clear();
        refreshScans();
    });
    m_repeats->setSpecialValueText(tr("none"));
    m_repeatsField = makeField(
        tr("&Hidden repeats"), m_repeats,
        tr("So many scans, drawn at random, are shown to every reader again under another code, without "
           "telling: for how well readers agree with themselves. Later they can be drawn on the page "
           "«Study», until reading begins."));
    column->addWidget(makeWrappedLabel(
        tr("They stay where they are; readers see a code instead of a name. They can be added "
           "later, too."),
        "muted"));
    column->addWidget(inRow({files, folder, m_scanCount, m_noScans}, 2));
    column->addWidget(m_repeatsField);
    return card;
}

QWidget* NewStudyPage::makeEnd() {
    auto* end = new QWidget;
    m_problem = makeWrappedLabel({}, "bad");
    m_make = makeButton(tr("Create study"), "primary");
    QPushButton* cancel = makeButton(tr("Cancel"));
    m_running = new QWidget;
    auto* running = new QHBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(kWideSpace);
    m_runningText = makeLabel({}, "muted");
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    QPushButton* stop = makeButton(tr("Stop adding scans"));
    running->addWidget(m_runningText);
    running->addWidget(m_bar, 1);
    running->addWidget(stop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    auto* column = new QVBoxLayout(end);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_running);
    column->addLayout(buttons);
    connect(m_make, &QPushButton::clicked, this, &NewStudyPage::create);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_maker.isRunning()) Q_EMIT cancelled();
    });
    connect(stop, &QPushButton::clicked, &m_maker, &StudyMaker::cancel);
    showRunning(false);
    return end;
}

void NewStudyPage::begin() {
    if (m_maker.isRunning()) return;
    m_isChecked = m_fileChosen = m_washoutChosen = false;
    for (QLineEdit* field : {m_name, m_file})
        field->clear();
    const StudySettings usual;
    m_arms->setArms(usual.arms);
    m_people->begin();
    m_order->setCurrentIndex(0);
    m_seed->setValue(0);
    m_sessions->setValue(1);
    m_convention->setCurrentIndex(0);
    m_aac8->setChecked(usual.asksAac8);
    m_moderate->setValue(usual.bounds.moderateFrom);
    m_high->setValue(usual.bounds.highFrom);
    m_repeats->setValue(0);
    m_scans.clear();
    for (FormField* field :
         {m_nameField, m_fileField, m_armsField, m_boundsField, m_peopleField, m_repeatsField})
        field->setProblem({});
    m_problem->clear();
    refreshScans();
    offerRules();
    m_name->setFocus();
}

void NewStudyPage::offerRules() {
    // A pause makes sense between two ways of reading, or two sessions.
    const bool hasSeveral = m_arms->arms().size() > 1 || m_sessions->value() > 1;
    const QSignalBlocker ours(m_washout);
    m_washout->setEnabled(hasSeveral);
    if (!hasSeveral) m_washoutChosen = false;
    if (!m_washoutChosen) m_washout->setValue(hasSeveral ? kUsualWashout : 0);
    m_seed->setEnabled(m_order->currentData().toBool());
}

void NewStudyPage::chooseFile() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Where to keep the study"), m_file->text(),
                                                      tr("Studies (*%1)").arg(extension()));
    if (path.isEmpty()) return;
    m_fileChosen = true;
    m_file->setText(path.endsWith(extension()) ? path : path + extension());
}

void NewStudyPage::suggestFile() {
    if (m_fileChosen) return;
    static const QRegularExpression unwanted(QStringLiteral("[^\\w\\- ]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    const QString stem = QString(m_name->text()).remove(unwanted).trimmed();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_file->setText(stem.isEmpty() ? QString() : folder.filePath(stem + extension()));
}

void NewStudyPage::addScans(const QStringList& paths) {
    for (const QString& path : paths)
        if (!m_scans.contains(path)) m_scans << path;
    refreshScans();
}

void NewStudyPage::refreshScans() {
    QStringList words;
    int folders = 0;
    for (const QString& path : m_scans)
        folders += QFileInfo(path).isDir() ? 1 : 0;
    const int files = static_cast<int>(m_scans.size()) - folders;
    if (files > 0) words << tr("%n file(s)", nullptr, files);
    if (folders > 0) words << tr("%n folder(s)", nullptr, folders);
    m_scanCount->setText(words.isEmpty() ? tr("none yet") : words.join(QStringLiteral(", ")));
    m_scanCount->setToolTip(m_scans.join(QLatin1Char('\n')));
    m_noScans->setVisible(!m_scans.isEmpty());
    if (m_isChecked) check();
}

StudyPlan NewStudyPage::plan() const {
    StudyPlan plan;
    QString file = m_file->text().trimmed();
    if (!file.isEmpty() && !file.endsWith(extension())) file += extension();
    plan.file = toPath(file);
    StudySettings& settings = plan.settings;
    settings.name = m_name->text().trimmed().toStdString();
    settings.convention = static_cast<ScoringConvention>(m_convention->currentData().toInt());
    settings.bounds = {m_moderate->value(), m_high->value()};
    settings.asksAac8 = m_aac8->isChecked();
    settings.arms = m_arms->arms();
    settings.shufflesScans = m_order->currentData().toBool();
    if (settings.shufflesScans && m_seed->value() > 0) settings.orderSeed = m_seed->value();
    settings.sessions = m_sessions->value();
    if (m_washout->value() > 0) settings.washoutDays = m_washout->value();
    plan.people = m_people->people();
    for (const QString& path : m_scans)
        plan.scans.push_back(toPath(path));
    plan.hiddenRepeats = static_cast<std::size_t>(m_repeats->value());
    return plan;
}

QString NewStudyPage::fileProblem() const {
    const StudyPlan wanted = plan();
    if (wanted.file.empty()) return tr("Choose where to keep the study file.");
    const QFileInfo file(toQString(wanted.file));
    if (file.exists())
        return tr("A file of this name is there already. Nothing is overwritten; choose another name.");
    if (!file.isAbsolute()) return tr("Give the file with its folder.");
    return {};
}

QString NewStudyPage::scansProblem() const {
    return m_repeats->value() > 0 && m_scans.isEmpty()
               ? tr("Repeats are drawn from the scans: choose those, or draw repeats later.")
               : QString();
}

bool NewStudyPage::check() {
    m_isChecked = true;
    const std::pair<FormField*, QString> found[] = {
        {m_nameField, m_name->text().trimmed().isEmpty() ? tr("The study needs a name.") : QString()},
        {m_fileField, fileProblem()},
        {m_armsField, m_arms->problem()},
        {m_peopleField, m_people->problem()},
        {m_boundsField, m_moderate->value() < m_high->value()
                            ? QString()
                            : tr("The second number must be higher than the first.")},
        {m_repeatsField, scansProblem()}};
    FormField* first = nullptr;
    for (const auto& [field, problem] : found) {
        field->setProblem(problem);
        if (!problem.isEmpty() && !first) first = field;
    }
    m_problem->setText(first ? tr("Something is missing above: %1").arg(first->problem()) : QString());
    if (first && m_make->hasFocus()) scrollTo(*first);
    return first == nullptr;
}

void NewStudyPage::create() {
    if (!check()) return;
    StudyPlan wanted = plan();
    QDir().mkpath(QFileInfo(toQString(wanted.file)).absolutePath());
    showRunning(true);
    m_maker.start(std::move(wanted));
}

void NewStudyPage::showRunning(bool isRunning) {
    m_running->setVisible(isRunning);
    m_runningText->setText(tr("Making the study file…")); // hashing passwords takes its time on purpose
    m_bar->setRange(0, 0);
    m_make->setEnabled(!isRunning);
}

} // namespace vertescore
