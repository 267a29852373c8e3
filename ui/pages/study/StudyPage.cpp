// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/StudyPage.h"

#include "core/agreement/ReadRatings.h"
#include "core/base/AtomicFile.h"
#include "ui/pages/PageFrame.h"
#include "ui/pages/study/ShareDelegate.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QTableView>

namespace vertescore {
namespace {

QString armText(const Arm& arm) {
    const QString name = QString::fromStdString(arm.name);
    switch (arm.guides) {
    case GuideDisplay::None:
        return StudyPage::tr("%1 (no guides)").arg(name);
    case GuideDisplay::Shown:
        return StudyPage::tr("%1 (guides shown)").arg(name);
    case GuideDisplay::Editable:
        return StudyPage::tr("%1 (guides, corners may be moved)").arg(name);
    }
    return name;
}

} // namespace

StudyPage::StudyPage(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
    setProperty("role", QStringLiteral("page"));
    auto* left = new QVBoxLayout;
    left->setSpacing(kWideSpace);
    left->addWidget(makeProgress());
    left->addWidget(makeDisagreements());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kWideSpace);
    right->addWidget(makeFacts());
    right->addWidget(makePeople());
    right->addStretch(1);
    m_coordinatorPart = new QWidget;
    auto* columns = new QHBoxLayout(m_coordinatorPart);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kWideSpace);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    m_coordinatorOnly = makeWrappedLabel(
        tr("You are signed in as a reader. Progress of others, agreement and people are for the coordinator, "
           "so that no reader sees another's scores."),
        "muted");
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addWidget(makeHead());
    column->addWidget(m_coordinatorOnly);
    column->addWidget(m_coordinatorPart);
    column->addStretch(1);
    framePage(*this, column);
    connect(&workspace, &Workspace::studyChanged, this, &StudyPage::refresh);
    connect(&workspace, &Workspace::signedInChanged, this, &StudyPage::refresh);
    connect(&workspace.imports(), &ImportJob::finished, this, &StudyPage::refresh);
    refresh();
}

QWidget* StudyPage::makeHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name = makeWrappedLabel({}, "display");
    m_badge = makeLabel(tr("Synthetic: phantoms and simulated readers"), "badge");
    m_path = makeWrappedLabel({}, "small");
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_addFiles = makeButton(tr("Add scans…"), "primary");
    m_addFolder = makeButton(tr("Add folder…"));
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpace);
    line->addWidget(m_name, 1);
    line->addWidget(m_addFiles);
    line->addWidget(m_addFolder);
    column->addLayout(line);
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_path);
    connect(m_addFiles, &QPushButton::clicked, this, [this] { Q_EMIT addScansRequested(false); });
    connect(m_addFolder, &QPushButton::clicked, this, [this] { Q_EMIT addScansRequested(true); });
    return head;
}

QWidget* StudyPage::makeProgress() {
    auto [card, column] = makeTitledCard(tr("Progress"));
    m_progressTable = makeTable(m_progress, ProgressModel::ReaderColumn);
    m_progressTable->setItemDelegateForColumn(ProgressModel::DoneColumn, new ShareDelegate(m_progressTable));
    m_progressTable->setAccessibleName(tr("Progress of the readers"));
    column->addWidget(m_progressTable);
    return card;
}

QWidget* StudyPage::makeDisagreements() {
    auto [card, column] = makeTitledCard(tr("To adjudicate: readers differ by more than one grade"));
    m_noDisagreements = makeWrappedLabel(tr("No such cell among the submitted readings."), "muted");
    m_disagreementTable = makeTable(m_disagreements, DisagreementModel::GradesColumn);
    m_disagreementTable->setAccessibleName(tr("Cells where readers differ"));
    column->addWidget(m_noDisagreements);
    column->addWidget(m_disagreementTable);
    return card;
}

QWidget* StudyPage::makeFacts() {
    auto [card, column] = makeTitledCard(tr("Rules"));
    m_facts = new QGridLayout;
    QPushButton* check = makeButton(tr("Check the file"));
    check->setToolTip(
        tr("The whole file against its log: nothing changed, removed or added behind the program's back"));
    QPushButton* exporting = makeButton(tr("Export ratings (CSV)…"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(check);
    buttons->addWidget(exporting);
    buttons->addStretch(1);
    column->addLayout(m_facts);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(check, &QPushButton::clicked, this, &StudyPage::verify);
    connect(exporting, &QPushButton::clicked, this, &StudyPage::exportRatings);
    return card;
}

QWidget* StudyPage::makePeople() {
    auto [card, column] = makeTitledCard(tr("People"));
    m_people = new QGridLayout;
    m_newName = new QLineEdit;
    m_newName->setPlaceholderText(tr("Name of a new person"));
    m_newName->setAccessibleName(m_newName->placeholderText());
    m_newPassword = new QLineEdit;
    m_newPassword->setEchoMode(QLineEdit::Password);
    m_newPassword->setPlaceholderText(tr("Password, or empty to sign in without one"));
    m_newPassword->setAccessibleName(tr("Password of the new person"));
    m_newIsReader = new QCheckBox(say(Role::Reader));
    m_newIsAnnotator = new QCheckBox(say(Role::Annotator));
    m_newIsCoordinator = new QCheckBox(say(Role::Coordinator));
    m_newIsReader->setChecked(true);
    auto* roles = new QHBoxLayout;
    for (QCheckBox* box : {m_newIsReader, m_newIsAnnotator, m_newIsCoordinator})
        roles->addWidget(box);
    roles->addStretch(1);
    QPushButton* add = makeButton(tr("Add person"));
    column->addLayout(m_people);
    column->addWidget(makeLine());
    column->addWidget(m_newName);
    column->addLayout(roles);
    column->addWidget(m_newPassword);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &StudyPage::addPerson);
    return card;
}

void StudyPage::refresh() {
    const StudyStore* store = m_workspace.store();
    CoordinatorSession* coordinator = m_workspace.coordinator();
    m_name->setText(store ? QString::fromStdString(store->study().settings.name) : tr("No study is open"));
    m_badge->setVisible(store && store->study().settings.isSynthetic);
    m_path->setText(store ? toQString(store->path()) : QString());
    m_addFiles->setVisible(m_workspace.mayAddScans());
    m_addFolder->setVisible(m_workspace.mayAddScans());
    m_coordinatorOnly->setVisible(store && !coordinator);
    m_coordinatorPart->setVisible(coordinator);
    if (!store || !coordinator) return;
    refreshFacts();
    refreshPeople();
    if (auto progress = coordinator->progress()) m_progress.setProgress(std::move(*progress));
    if (auto disagreements = coordinator->disagreements())
        m_disagreements.setDisagreements(std::move(*disagreements));
    const bool any = m_disagreements.rowCount() > 0;
    m_noDisagreements->setVisible(!any);
    m_disagreementTable->setVisible(any);
    fitToRows(*m_progressTable, 8);
    fitToRows(*m_disagreementTable, 10);
}

void StudyPage::refreshFacts() {
    const StudySettings& settings = m_workspace.store()->study().settings;
    const auto scans = m_workspace.store()->scanCount();
    QStringList arms;
    for (const Arm& arm : settings.arms)
        arms << armText(arm);
    fillFacts(
        *m_facts,
        {{tr("Scans"), QLocale().toString(static_cast<qulonglong>(scans.value_or(0)))},
         {tr("Arms"), arms.join(QLatin1Char('\n'))},
         {tr("Grading"), say(settings.convention)},
         {tr("Categories"),
          tr("low below %1, high from %2").arg(settings.bounds.moderateFrom).arg(settings.bounds.highFrom)},
         {tr("Order"),
          settings.shufflesScans ? tr("random, each reader an own one") : tr("as the scans were added")}});
}

void StudyPage::refreshPeople() {
    const auto people = m_workspace.store()->people();
    if (!people) return;
    QList<std::pair<QString, QString>> lines;
    for (const Person& person : *people) {
        QStringList roles;
        for (const Role role : person.roles)
            roles << say(role);
        lines << std::pair{QString::fromStdString(person.name), roles.join(QStringLiteral(", "))};
    }
    fillFacts(*m_people, lines);
}

void StudyPage::addPerson() {
    CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    NewPerson person;
    person.name = m_newName->text().trimmed().toStdString();
    if (m_newIsReader->isChecked()) person.roles.push_back(Role::Reader);
    if (m_newIsAnnotator->isChecked()) person.roles.push_back(Role::Annotator);
    if (m_newIsCoordinator->isChecked()) person.roles.push_back(Role::Coordinator);
    if (!m_newPassword->text().isEmpty()) person.password = m_newPassword->text().toStdString();
    if (const auto added = coordinator->addPerson(person); !added) {
        Q_EMIT refused(added.error());
        return;
    }
    m_newName->clear();
    m_newPassword->clear();
    refresh();
}

void StudyPage::verify() {
    const StudyStore* store = m_workspace.store();
    if (!store) return;
    const auto check = store->verify();
    if (!check) {
        Q_EMIT refused(check.error());
        return;
    }
    if (check->isSound())
        Q_EMIT noted(tr("The study file is sound: %n log entries, chain unbroken.", nullptr,
                        static_cast<int>(check->logEntries)));
    else
        Q_EMIT refused(Error{ErrorCode::StudyCorrupt, {}, store->path()});
}

void StudyPage::exportRatings() {
    const auto table = m_workspace.ratings();
    if (!table) {
        Q_EMIT refused(table.error());
        return;
    }
    const QString path = QFileDialog::getSaveFileName(this, tr("Export ratings"),
                                                      QStringLiteral("ratings.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty()) return;
    if (const Status status = writeFileAtomically(toPath(path), ratingsToCsv(*table)); !status)
        Q_EMIT refused(status.error());
    else
        Q_EMIT noted(tr("Ratings written to %1").arg(path));
}

} // namespace vertescore
