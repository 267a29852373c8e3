// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/NewStudyPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>

namespace vertescore {
namespace {

constexpr int kFormWidth = 640;
constexpr int kLongestWashout = 3650;
constexpr int kUsualWashout = 30; ///< days, as in the reader studies of the field

QString extension() {
    return QString::fromLatin1(kStudyFileExtension.data(),
                               static_cast<qsizetype>(kStudyFileExtension.size()));
}

QLabel* rowTitle(const QString& text, QWidget* buddy) {
    QLabel* label = makeLabel(text, "muted");
    label->setBuddy(buddy);
    // In line with the first line of the field, whose frame and padding make it taller than the text.
    label->setMinimumHeight(buddy->sizeHint().height());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

NewStudyPage::NewStudyPage(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit), m_file(new QLineEdit), m_convention(new QComboBox),
      m_withGuides(new QCheckBox(tr("With guides: the corners are shown and may be corrected"))),
      m_withoutGuides(new QCheckBox(tr("Without guides: the bare scan, for comparison"))),
      m_shuffled(new QCheckBox(tr("Each reader sees the scans in an own random order"))),
      m_washout(new QSpinBox), m_coordinator(new QLineEdit), m_password(new QLineEdit),
      m_readers(new QPlainTextEdit), m_problem(makeWrappedLabel({}, "bad")) {
    setProperty("role", QStringLiteral("page"));
    for (const ScoringConvention convention : {ScoringConvention::Nhanes, ScoringConvention::Kauppila})
        m_convention->addItem(say(convention), static_cast<int>(convention));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Empty: sign in without one"));
    m_readers->setPlaceholderText(tr("One name a line. More can be added later."));
    m_readers->setFixedHeight(fontMetrics().height() * 5);
    m_readers->setTabChangesFocus(true);
    QPushButton* browse = makeButton(tr("Choose…"));
    auto* file = new QHBoxLayout;
    file->setSpacing(kSpace);
    file->addWidget(m_file, 1);
    file->addWidget(browse);
    auto* arms = new QVBoxLayout;
    for (QCheckBox* box : {m_withGuides, m_withoutGuides, m_shuffled})
        arms->addWidget(box);
    m_washout->setRange(0, kLongestWashout);
    m_washout->setSpecialValueText(tr("no pause"));
    m_washout->setSuffix(tr(" days"));
    m_washout->setMaximumWidth(160);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kWideSpace);
    form->setVerticalSpacing(14);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->addRow(rowTitle(tr("&Name"), m_name), m_name);
    form->addRow(rowTitle(tr("&File"), m_file), file);
    form->addRow(rowTitle(tr("&Grading"), m_convention), m_convention);
    form->addRow(rowTitle(tr("Scans are read"), m_withGuides), arms);
    form->addRow(rowTitle(tr("Pause &between"), m_washout), m_washout);
    form->addRow(rowTitle(tr("&Coordinator"), m_coordinator), m_coordinator);
    form->addRow(rowTitle(tr("&Password"), m_password), m_password);
    QLabel* readers = rowTitle(tr("&Readers"), m_password);
    readers->setBuddy(m_readers);
    form->addRow(readers, m_readers);

    QFrame* card = makeCard();
    card->setMaximumWidth(kFormWidth);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(28, 24, 28, 24);
    inside->setSpacing(kWideSpace);
    inside->addWidget(makeLabel(tr("New study"), "display"));
    inside->addWidget(makeWrappedLabel(
        tr("A study is one file: scans, readers, and every reading. Nothing in it is ever overwritten."),
        "muted"));
    inside->addLayout(form);
    inside->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    m_make = makeButton(tr("Create study"), "primary");
    QPushButton* cancel = makeButton(tr("Cancel"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    inside->addLayout(buttons);
    auto* column = new QVBoxLayout;
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(1);
    framePage(*this, column);

    // A pause makes sense between two ways of reading.
    connect(m_withoutGuides, &QCheckBox::toggled, this, &NewStudyPage::offerWashout);
    connect(m_withGuides, &QCheckBox::toggled, this, &NewStudyPage::offerWashout);
    connect(m_name, &QLineEdit::textChanged, this, &NewStudyPage::suggestFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileChosen = true; });
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Where to keep the study"), m_file->text(),
                                                          tr("Studies (*%1)").arg(extension()));
        if (path.isEmpty()) return;
        m_file->setText(path.endsWith(extension()) ? path : path + extension());
        m_fileChosen = true;
    });
    connect(m_make, &QPushButton::clicked, this, &NewStudyPage::create);
    connect(cancel, &QPushButton::clicked, this, &NewStudyPage::cancelled);
    begin();
}

void NewStudyPage::begin() {
    for (QLineEdit* field : {m_name, m_file, m_coordinator, m_password})
        field->clear();
    m_readers->clear();
    m_convention->setCurrentIndex(0);
    m_withGuides->setChecked(true);
    m_withoutGuides->setChecked(false);
    m_shuffled->setChecked(true);
    m_washout->setValue(0);
    offerWashout();
    m_fileChosen = false;
    m_problem->hide();
    m_name->setFocus();
}

void NewStudyPage::offerWashout() {
    const bool isBoth = m_withGuides->isChecked() && m_withoutGuides->isChecked();
    m_washout->setEnabled(isBoth);
    m_washout->setValue(isBoth ? kUsualWashout : 0);
}

void NewStudyPage::suggestFile() {
    if (m_fileChosen) return;
    static const QRegularExpression unwanted(QStringLiteral("[^\\w\\- ]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    const QString stem = QString(m_name->text()).remove(unwanted).trimmed();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_file->setText(stem.isEmpty() ? QString() : folder.filePath(stem + extension()));
}

StudySettings NewStudyPage::settings() const {
    StudySettings settings;
    settings.name = m_name->text().trimmed().toStdString();
    settings.convention = static_cast<ScoringConvention>(m_convention->currentData().toInt());
    settings.arms.clear();
    if (m_withoutGuides->isChecked()) settings.arms.push_back({"no_ivg", GuideDisplay::None});
    if (m_withGuides->isChecked()) settings.arms.push_back({"ivg", GuideDisplay::Editable});
    settings.shufflesScans = m_shuffled->isChecked();
    if (m_washout->value() > 0) settings.washoutDays = m_washout->value();
    return settings;
}

std::vector<NewPerson> NewStudyPage::people() const {
    std::vector<NewPerson> people;
    NewPerson coordinator;
    coordinator.name = m_coordinator->text().trimmed().toStdString();
    coordinator.roles = {Role::Annotator, Role::Coordinator};
    if (!m_password->text().isEmpty()) coordinator.password = m_password->text().toStdString();
    people.push_back(std::move(coordinator));
    for (const QString& line : m_readers->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty()) continue;
        NewPerson reader;
        reader.name = line.trimmed().toStdString();
        reader.roles = {Role::Reader};
        // The coordinator who also reads is one person with one more role.
        if (reader.name == people.front().name)
            people.front().roles = {Role::Reader, Role::Annotator, Role::Coordinator};
        else
            people.push_back(std::move(reader));
    }
    return people;
}

void NewStudyPage::create() {
    QString problem;
    if (m_name->text().trimmed().isEmpty())
        problem = tr("The study needs a name.");
    else if (m_file->text().trimmed().isEmpty())
        problem = tr("Choose where to keep the study file.");
    else if (!m_withGuides->isChecked() && !m_withoutGuides->isChecked())
        problem = tr("Choose at least one way of reading: with guides, without, or both.");
    else if (m_coordinator->text().trimmed().isEmpty())
        problem = tr("Name the coordinator: the person who adds scans and sees the agreement.");
    showProblem(problem);
    if (!problem.isEmpty()) return;
    QString path = m_file->text().trimmed();
    if (!path.endsWith(extension())) path += extension();
    QDir().mkpath(QFileInfo(path).absolutePath());
    m_make->setEnabled(false);
    // Hashing the password takes tenths of a second on purpose.
    m_background.run(
        [path, settings = settings(), people = people()]() -> Status {
            const auto store = StudyStore::create(toPath(path), settings, people);
            return store ? Status{} : failure(store.error());
        },
        [this, path](const Status& status) {
            m_make->setEnabled(true);
            if (!status) return showProblem(say(status.error()));
            Q_EMIT created(path);
        });
}

void NewStudyPage::showProblem(const QString& text) {
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace vertescore
