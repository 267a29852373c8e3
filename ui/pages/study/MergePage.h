// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/MergeConflictModel.h"
#include "ui/shell/jobs/MergeJob.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace vertescore {

class CasesCard;
class ProgressRow;
class Workspace;

/// Takes in copies of the study that were worked on elsewhere: choose files, see what each would bring,
/// merge, and see what was read twice. Nothing is changed before the button is pressed. GUI thread.
class MergePage : public QWidget {
    Q_OBJECT
public:
    explicit MergePage(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the page
    void begin();                            ///< an empty list; readings that earlier merges found twice
    void addFiles(const QStringList& paths); ///< tries them all at once; those that are there stay once

Q_SIGNALS:
    void closed();
    void merged(); ///< something came in
    void refused(const vertescore::Error& error);

private:
    QWidget* makeFiles();
    QWidget* makeConflicts();
    void chooseFiles();
    void removeFile(const std::filesystem::path& file);
    void tryFiles();
    void mergeFiles();
    void showOutcome(const MergeJob::Outcome& outcome);
    void showFiles(bool isTrial);
    QWidget* makeRow(const std::filesystem::path& file, const MergePreview* known, bool isTrial);
    void showRunning(bool isRunning);
    void refreshButtons();
    void refreshTwice();

    Workspace& m_workspace;
    MergeConflictModel m_conflicts;
    std::vector<std::filesystem::path> m_files;
    std::vector<MergePreview> m_known; ///< answers to the files, as far as there are any
    bool m_isDone = false;             ///< they are merged: what m_known says has happened
    QVBoxLayout* m_rows = nullptr;
    QLabel* m_noFiles = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_merge = nullptr;
    QLabel* m_summary = nullptr;
    ProgressRow* m_progress;
    QWidget* m_conflictCard = nullptr;
    QTableView* m_conflictTable = nullptr;
    CasesCard* m_twice;
};

} // namespace vertescore
