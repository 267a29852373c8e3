// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/StudyPage.h"

#include "core/base/AtomicFile.h"
#include "core/exchange/MarksCsv.h"
#include "core/exchange/StudyRatings.h"
#include "core/store/coordination/DisputedCases.h"
#include "ui/pages/PageFrame.h"
#include "ui/pages/study/ExceptionsCard.h"
#include "ui/pages/study/PeopleCard.h"
#include "ui/pages/study/RepeatsCard.h"
#include "ui/pages/study/ShareDelegate.h"
#include "ui/pages/study/panel/TrainingCard.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QTableView>

#include <algorithm>

namespace vertescore {
namespace {

/// What the rules of the study are, in the order in which people ask for them.
constexpr std::array kShownRules{StudyRule::Arms,    StudyRule::Sessions,   StudyRule::Order,
                                 StudyRule::Washout, StudyRule::Convention, StudyRule::Categories,
                                 StudyRule::Aac8};

} // namespace

StudyPage::StudyPage(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
    setProperty("role", QStringLiteral("page"));
    auto* left = new QVBoxLayout;
    left->setSpacing(kWideSpace);
    left->addWidget(makeProgress());
    left->addWidget(makeDisagreements());
    m_training = new TrainingCard(m_workspace);
    left->addWidget(m_training);
    left->addWidget(makeCopies());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kWideSpace);
    right->addWidget(makeFacts());
    m_people = new PeopleCard(m_workspace);
    right->addWidget(m_people);
    m_repeats = new RepeatsCard(m_workspace);
    right->addWidget(m_repeats);
    m_exceptions = new ExceptionsCard(m_workspace);
    right->addWidget(m_exceptions);
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
    connect(m_repeats, &RepeatsCard::changed, this, [this] {
        m_workspace.refreshWorklist();
        refresh();
    });
    connect(m_repeats, &RepeatsCard::refused, this, &StudyPage::refused);
    connect(m_repeats, &RepeatsCard::noted, this, &StudyPage::noted);
    connect(m_training, &TrainingCard::truthRequested, this, &StudyPage::truthRequested);
    connect(m_training, &TrainingCard::changed, this, &StudyPage::refresh);
    connect(m_training, &TrainingCard::refused, this, &StudyPage::refused);
    connect(m_training, &TrainingCard::noted, this, &StudyPage::noted);
    connect(m_exceptions, &ExceptionsCard::changed, this, &StudyPage::refresh);
    connect(m_exceptions, &ExceptionsCard::refused, this, &StudyPage::refused);
    connect(m_exceptions, &ExceptionsCard::noted, this, &StudyPage::noted);
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
    auto [card, column] = makeTitledCard(tr("Adjudication"));
    m_disagreements = makeWrappedLabel({}, "muted");
    m_toAdjudication = makeButton(tr("Settle what readers see differently…"));
    column->addWidget(m_disagreements);
    column->addWidget(m_toAdjudication, 0, Qt::AlignLeft);
    connect(m_toAdjudication, &QPushButton::clicked, this, &StudyPage::adjudicationRequested);
    return card;
}

QWidget* StudyPage::makeCopies() {
    auto [card, column] = makeTitledCard(tr("Other workstations"));
    column->addWidget(
        makeWrappedLabel(tr("Readers elsewhere work on a copy of this file. Make the copies once scans, "
                            "people and hidden repeats "
                            "are in; what was done on them comes back together here, as often as you like."),
                         "muted"));
    m_toMerge = makeButton(tr("Merge copies…"));
    column->addWidget(m_toMerge, 0, Qt::AlignLeft);
    connect(m_toMerge, &QPushButton::clicked, this, &StudyPage::mergeRequested);
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
    m_exceptions->refresh();
    if (auto progress = coordinator->progress()) m_progress.setProgress(std::move(*progress));
    refreshNext();
    refreshDisagreements();
    m_training->refresh();
    m_toMerge->setEnabled(m_workspace.mayMerge());
    fitToRows(*m_progressTable, 8);
}

void StudyPage::refreshDisagreements() {
    // All readings are looked at: seconds in a large study.
    m_workspace.coordinate(
        [](CoordinatorSession& session) -> Result<std::vector<DisputedCase>> {
            const auto cells = session.disagreements();
            if (!cells) return failure(cells.error());
            return disputedCases(*cells);
        },
        [this](const Result<std::vector<DisputedCase>>& cases) {
            if (!cases) return Q_EMIT refused(cases.error());
            const auto settled = std::ranges::count(*cases, true, &DisputedCase::isSettled);
            const int open = static_cast<int>(cases->size()) - static_cast<int>(settled);
            m_disagreements->setText(
                cases->empty() ? tr("No wall on which submitted readings differ by more than one grade.")
                : open == 0
                    ? tr("All %n case(s) on which readers differ by more than one grade are settled.",
                         nullptr, static_cast<int>(settled))
                    : tr("%n case(s) on which readers differ by more than one grade.", nullptr, open));
            setRole(*m_toAdjudication, open > 0 ? "primary" : "");
        });
}

void StudyPage::refreshFacts() {
    m_repeats->refresh();
    const StudySettings& settings = m_workspace.store()->study().settings;
    const auto scans = m_workspace.store()->scanCount().value_or(0);
    QString count = QLocale().toString(static_cast<qulonglong>(scans - m_repeats->count()));
    if (m_repeats->count() > 0) count = tr("%1, and %2 hidden repeats").arg(count).arg(m_repeats->count());
    QList<std::pair<QString, QString>> facts{{tr("Scans"), count}};
    for (const StudyRule rule : kShownRules)
        facts << std::pair{say(rule), sayRule(rule, settings)};
    fillFacts(*m_facts, facts);
}

void StudyPage::verify() {
    m_check->setEnabled(false);
    m_workspace.verify([this](const Result<StudyCheck>& check) {
        m_check->setEnabled(true);
        if (!check) return Q_EMIT refused(check.error());
        if (!check->isSound())
            return Q_EMIT warned(
                tr("The study file is not as it was written. %1 Leave it as it is and open the "
                   "newest backup beside it.")
                    .arg(sayFinding(*check)));
        QString sound = tr("The study file is sound: %n log entries, chain unbroken.", nullptr,
                           static_cast<int>(check->logEntries));
        if (!check->clockSetBack.empty())
            sound += QLatin1Char(' ') +
                     tr("The clock had been set back %n time(s); every entry is there, in order.", nullptr,
                        static_cast<int>(check->clockSetBack.size()));
        if (check->mergedEntries > 0)
            sound += QLatin1Char(' ') + tr("So are %n entries of other workstations.", nullptr,
                                           static_cast<int>(check->mergedEntries));
        Q_EMIT noted(sound);
    });
}

void StudyPage::exportRatings() {
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    const auto table = studyRatings(*coordinator); // with what was settled
    if (!table) return Q_EMIT refused(table.error());
    const QString path = QFileDialog::getSaveFileName(this, tr("Export ratings"),
                                                      QStringLiteral("ratings.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty()) return;
    const auto marks = studyMarks(*coordinator);
    if (!marks) return Q_EMIT refused(marks.error());
    const auto about = aboutStudy(m_workspace.store()->study());
    auto written = writeFileAtomically(toPath(path), writeRatings(RatingFormat::Long, *table, about));
    if (!written) return Q_EMIT refused(written.error());
    if (marks->empty()) return Q_EMIT noted(tr("Ratings written to %1").arg(path));
    const QFileInfo file(path);
    const QString beside = file.dir().filePath(file.completeBaseName() + QStringLiteral("-marks.csv"));
    written = writeFileAtomically(toPath(beside), marksToCsv(*marks, about.isSynthetic));
    if (!written) return Q_EMIT refused(written.error());
    Q_EMIT noted(tr("Ratings written to %1, marked stretches to %2").arg(path, beside));
}

} // namespace vertescore
