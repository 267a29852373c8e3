// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/StudyPage.h"

#include "core/agreement/ReadRatings.h"
#include "core/base/AtomicFile.h"
#include "ui/pages/PageFrame.h"
#include "ui/pages/study/PeopleCard.h"
#include "ui/pages/study/ShareDelegate.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QGridLayout>
#include <QTableView>

namespace vertescore {
namespace {

QString armText(const Arm& arm) {
    const QString name = sayArm(arm.name);
    switch (arm.guides) {
    case GuideDisplay::None:
        return StudyPage::tr("%1 (the bare scan)").arg(name);
    case GuideDisplay::Shown:
        return StudyPage::tr("%1 (shown, not to be moved)").arg(name);
    case GuideDisplay::Editable:
        return StudyPage::tr("%1 (shown, corners may be moved)").arg(name);
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
    m_people = new PeopleCard(m_workspace);
    right->addWidget(m_people);
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
    column->addWidget(makeNext());
    column->addWidget(m_coordinatorOnly);
    column->addWidget(m_coordinatorPart);
    column->addStretch(1);
    framePage(*this, column);
    connect(&workspace, &Workspace::studyChanged, this, &StudyPage::refresh);
    connect(&workspace, &Workspace::signedInChanged, this, &StudyPage::refresh);
    connect(&workspace.imports(), &ImportJob::finished, this, &StudyPage::refresh);
    connect(m_people, &PeopleCard::changed, this, &StudyPage::refresh);
    connect(m_people, &PeopleCard::refused, this, &StudyPage::refused);
    connect(m_people, &PeopleCard::noted, this, &StudyPage::noted);
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
    m_addFiles = makeButton(tr("Add scans…"));
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

/// One sentence on what to do next, so that nobody has to look for it.
QWidget* StudyPage::makeNext() {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kWideSpace);
    m_next = makeWrappedLabel({}, "lead");
    m_toAgreement = makeButton(tr("Open the agreement report"), "primary");
    row->addWidget(m_next, 1);
    row->addWidget(m_toAgreement);
    connect(m_toAgreement, &QPushButton::clicked, this, &StudyPage::agreementRequested);
    return line;
}

void StudyPage::refreshNext() {
    const bool hasScans = m_workspace.store()->scanCount().value_or(0) > 0;
    const int finished = m_progress.finishedReaders();
    const bool mayCompare = hasScans && finished >= 2;
    m_toAgreement->setVisible(mayCompare);
    if (!hasScans)
        m_next->setText(
            tr("Next: add the scans. They stay where they are; the study remembers their places and "
               "shows readers a code instead of a name."));
    else if (m_progress.rowCount() == 0)
        m_next->setText(tr("Next: add the readers under «People». Agreement needs at least two."));
    else if (!mayCompare)
        m_next->setText(
            tr("Next: the readers sign in on the first page, here or with a copy of this file, and "
               "read. Agreement shows when two of them have submitted readings."));
    else
        m_next->setText(tr("%n readers have submitted all scans of a list.", nullptr, finished));
    // Only one thing on the page is the next one.
    setRole(*m_addFiles, hasScans ? "" : "primary");
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
    m_check = makeButton(tr("Check the file"));
    m_check->setToolTip(
        tr("The whole file against its log: nothing changed, removed or added behind the program's back"));
    QPushButton* exporting = makeButton(tr("Export ratings (CSV)…"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_check);
    buttons->addWidget(exporting);
    buttons->addStretch(1);
    column->addLayout(m_facts);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(m_check, &QPushButton::clicked, this, &StudyPage::verify);
    connect(exporting, &QPushButton::clicked, this, &StudyPage::exportRatings);
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
    m_next->setVisible(coordinator);
    m_toAgreement->hide();
    if (!store || !coordinator) return;
    refreshFacts();
    m_people->refresh();
    if (auto progress = coordinator->progress()) m_progress.setProgress(std::move(*progress));
    if (auto disagreements = coordinator->disagreements())
        m_disagreements.setDisagreements(std::move(*disagreements));
    refreshNext();
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
          settings.shufflesScans ? tr("random, each reader an own one") : tr("as the scans were added")},
         {tr("Pause"), settings.washoutDays
                           ? tr("%n day(s) between two ways of reading", nullptr, *settings.washoutDays)
                           : tr("none")}});
}

void StudyPage::verify() {
    m_check->setEnabled(false);
    m_workspace.verify([this](const Result<StudyCheck>& check) {
        m_check->setEnabled(true);
        if (!check) return Q_EMIT refused(check.error());
        if (!check->isSound())
            return Q_EMIT refused(Error{ErrorCode::StudyCorrupt, {}, m_workspace.store()->path()});
        Q_EMIT noted(tr("The study file is sound: %n log entries, chain unbroken.", nullptr,
                        static_cast<int>(check->logEntries)));
    });
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
