// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/MergePage.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/ProgressRow.h"
#include "ui/panels/study/CasesCard.h"
#include "ui/shell/Say.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QTableView>

#include <algorithm>

namespace vertescore {
namespace {

constexpr int kShownConflicts = 12;

struct Twice {
    std::vector<DuplicateReading> readings;
    std::vector<StudyScan> scans;
};

Result<Twice> readTwice(CoordinatorSession& session) {
    auto readings = session.duplicateReadings();
    if (!readings) return failure(readings.error());
    auto scans = session.scans();
    if (!scans) return failure(scans.error());
    return Twice{std::move(*readings), std::move(*scans)};
}

std::vector<ReadCase> casesOf(const Twice& twice) {
    std::vector<ReadCase> cases;
    for (const DuplicateReading& each : twice.readings) {
        const auto scan = std::ranges::find(twice.scans, each.scan, &StudyScan::id);
        if (scan == twice.scans.end()) continue;
        cases.push_back(
            {*scan,
             {{MergePage::tr("%1 (counts)").arg(QString::fromStdString(each.reader)), each.counted.sheet},
              {QString::fromStdString(each.keptAs), each.kept.sheet}}});
    }
    return cases;
}

} // namespace

MergePage::MergePage(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_progress(new ProgressRow), m_twice(new CasesCard) {
    setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addLayout(makePageHead(tr("Merge copies of the study"), {}, *this, &MergePage::closed));
    column->addWidget(makeWrappedLabel(
        tr("Readers may work on copies of the study file at other workstations. What was done there comes in "
           "here: nothing is lost, nothing comes twice, and every log can still be followed. The files from "
           "elsewhere are only read."),
        "muted"));
    column->addWidget(makeFiles());
    column->addWidget(makeConflicts());
    column->addWidget(m_twice);
    column->addStretch(1);
    framePage(*this, column);
    MergeJob& job = workspace.merges();
    connect(&job, &MergeJob::started, this, [this] { showRunning(true); });
    connect(&job, &MergeJob::finished, this, &MergePage::showOutcome);
    connect(&job, &MergeJob::failed, this, [this](const Error& error) {
        showRunning(false);
        if (error.code != ErrorCode::Cancelled) Q_EMIT refused(error);
    });
    connect(&job, &MergeJob::progressed, this,
            [this](const std::filesystem::path& file, qsizetype done, qsizetype total) {
                const QString name = toQString(file.filename());
                m_progress->setText(total == 0 ? tr("Verifying %1…").arg(name) : tr("Reading %1…").arg(name));
                m_progress->setDone(done, total);
            });
    connect(m_progress, &ProgressRow::stopRequested, &job, &MergeJob::cancel);
    connect(&workspace, &Workspace::signedInChanged, this, [this] {
        m_workspace.merges().cancel();
        m_files.clear();
        m_known.clear();
        m_twice->showCases({}, {}); // they are not for whoever comes next
        showFiles(true);
    });
    showRunning(false);
    showFiles(true);
}

QWidget* MergePage::makeFiles() {
    auto [card, column] = makeTitledCard(tr("Files"));
    m_noFiles = makeWrappedLabel(
        tr("Choose the study files of the other workstations, or drop them here. What each of them would "
           "bring is shown first; nothing is changed by that."),
        "muted");
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(kSpace);
    m_choose = makeButton(tr("Choose files…"), "primary");
    m_merge = makeButton({}, "primary");
    m_summary = makeWrappedLabel({}, "muted");
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_merge);
    buttons->addWidget(m_summary, 100);
    buttons->addStretch(1);
    column->addWidget(m_noFiles);
    column->addLayout(m_rows);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &MergePage::chooseFiles);
    connect(m_merge, &QPushButton::clicked, this, &MergePage::mergeFiles);
    return card;
}

QWidget* MergePage::makeConflicts() {
    auto [card, column] = makeTitledCard(tr("Done at both places"));
    m_conflictCard = card;
    m_conflictTable = makeTable(m_conflicts, MergeConflictModel::OutcomeColumn);
    m_conflictTable->setAccessibleName(tr("What was done at both places"));
    column->addWidget(m_conflictTable);
    return card;
}

void MergePage::begin() {
    if (!m_workspace.merges().isRunning()) {
        m_files.clear();
        m_known.clear();
        m_isDone = false;
        showFiles(true);
    }
    refreshTwice();
    m_choose->setFocus();
}

void MergePage::chooseFiles() {
    const QString folder =
        m_workspace.store() ? toQString(m_workspace.store()->path().parent_path()) : QString();
    addFiles(QFileDialog::getOpenFileNames(
        this, tr("Study files of other workstations"), folder,
        tr("Studies (*%1)").arg(QString::fromLatin1(kStudyFileExtension.data()))));
}

void MergePage::addFiles(const QStringList& paths) {
    if (paths.isEmpty() || m_workspace.merges().isRunning()) return;
    if (m_isDone) begin();
    for (const QString& path : paths)
        if (const auto file = toPath(path); std::ranges::find(m_files, file) == m_files.end())
            m_files.push_back(file);
    tryFiles();
}

void MergePage::removeFile(const std::filesystem::path& file) {
    if (m_workspace.merges().isRunning()) return;
    std::erase(m_files, file);
    tryFiles(); // what the others bring may depend on it
}

void MergePage::tryFiles() {
    m_known.clear();
    showFiles(true);
    if (!m_files.empty()) m_workspace.merge(m_files, true);
}

void MergePage::mergeFiles() {
    std::vector<std::filesystem::path> wanted;
    for (const MergePreview& file : m_known)
        if (file.report && file.report->logEntries > 0) wanted.push_back(file.file);
    m_workspace.merge(std::move(wanted), false);
}

void MergePage::showOutcome(const MergeJob::Outcome& outcome) {
    showRunning(false);
    if (outcome.isTrial) {
        m_known = outcome.files;
    } else {
        m_isDone = true;
        for (const MergePreview& merged : outcome.files)
            if (const auto known = std::ranges::find(m_known, merged.file, &MergePreview::file);
                known != m_known.end())
                *known = merged;
        std::erase_if(m_known, [&](const MergePreview& file) { // those that were not reached
            return file.report && file.report->logEntries > 0 &&
                   std::ranges::find(outcome.files, file.file, &MergePreview::file) == outcome.files.end();
        });
    }
    showFiles(outcome.isTrial);
    if (outcome.isTrial) return;
    refreshTwice();
    Q_EMIT merged();
}

void MergePage::showFiles(bool isTrial) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->deleteLater(); // a click on it may be what brought us here
        delete item;
    }
    for (const std::filesystem::path& file : m_files) {
        const auto known = std::ranges::find(m_known, file, &MergePreview::file);
        m_rows->addWidget(makeRow(file, known == m_known.end() ? nullptr : &*known, isTrial));
    }
    m_noFiles->setVisible(m_files.empty());
    if (const StudyStore* store = m_workspace.store()) m_conflicts.setFiles(m_known, store->study().settings);
    m_conflictCard->setVisible(m_conflicts.rowCount() > 0);
    fitToRows(*m_conflictTable, kShownConflicts);
    refreshButtons();
}

QWidget* MergePage::makeRow(const std::filesystem::path& file, const MergePreview* known, bool isTrial) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* name = new ElidedLabel(toQString(file));
    name->setProperty("role", QStringLiteral("heading"));
    QLabel* says = makeWrappedLabel({}, "muted");
    const bool isNew = known && known->report && known->report->logEntries > 0;
    if (!known) {
        says->setText(m_isDone ? tr("Not merged.") : tr("Not looked at yet."));
    } else if (!known->report) {
        setRole(*says, "bad");
        says->setText(tr("Not taken in. %1").arg(sayRefusal(*known, m_workspace.store()->study())));
    } else if (!isNew) {
        says->setText(tr("Nothing new: all of it is here already."));
    } else {
        setRole(*says, isTrial ? "" : "good");
        says->setText((isTrial ? tr("Will come in: %1.") : tr("Came in: %1.")).arg(say(*known->report)));
    }
    words->addWidget(name);
    words->addWidget(says);
    line->addLayout(words, 1);
    if (isTrial) {
        QPushButton* remove = makeButton(tr("Leave out"), "link");
        remove->setAccessibleName(tr("Leave out %1").arg(toQString(file.filename())));
        line->addWidget(remove, 0, Qt::AlignTop);
        connect(remove, &QPushButton::clicked, this, [this, file] { removeFile(file); });
    }
    return row;
}

void MergePage::showRunning(bool isRunning) {
    if (isRunning)
        m_progress->begin({});
    else
        m_progress->end();
    refreshButtons();
}

void MergePage::refreshButtons() {
    const bool isRunning = m_workspace.merges().isRunning();
    const auto fresh = std::ranges::count_if(
        m_known, [](const MergePreview& file) { return file.report && file.report->logEntries > 0; });
    const bool mayMerge = !m_isDone && fresh > 0;
    m_choose->setEnabled(!isRunning);
    setRole(*m_choose, mayMerge ? "" : "primary");
    m_choose->setText(m_files.empty() || m_isDone ? tr("Choose files…") : tr("More files…"));
    m_merge->setVisible(mayMerge);
    m_merge->setEnabled(!isRunning && m_workspace.mayMerge());
    m_merge->setText(tr("Merge %n file(s)", nullptr, static_cast<int>(fresh)));
    m_summary->setVisible(m_isDone);
    m_summary->setText(tr("Merged. The study file is whole; it can be checked on the page «Study»."));
}

void MergePage::refreshTwice() {
    m_workspace.coordinate(readTwice, [this](const Result<Twice>& twice) {
        if (!twice) return Q_EMIT refused(twice.error());
        auto cases = casesOf(*twice);
        const QString title = tr("%n reading(s) made twice: both are kept, one counts", nullptr,
                                 static_cast<int>(cases.size()));
        m_twice->showCases(title, std::move(cases));
    });
}

} // namespace vertescore
