// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ArchiveModel.h"
#include "ui/shell/jobs/exchange/ArchiveJob.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QTableView;

namespace vertescore {

class ProgressRow;
class ReceiveCard;
class Workspace;

/// Search an archive, fetch series into a folder of the program and open them; send the results of the scan
/// on the desk back; receive what others send. GUI thread.
class ArchivePage : public QWidget {
    Q_OBJECT
public:
    /// folder: the program's own; the list of nodes is there, and what is fetched goes below it. Workspace
    /// and settings outlive the page.
    ArchivePage(Workspace& workspace, QSettings& settings, std::filesystem::path folder,
                QWidget* parent = nullptr);
    void begin(); ///< reads the nodes anew

Q_SIGNALS:
    void closed();
    void nodesRequested();
    void scansFetched(const QStringList& files);
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    QWidget* makeSearch();
    QWidget* makeResults();
    QWidget* makeSending();
    QWidget* makeReceiving(QSettings& settings);
    void connectJob();
    const pacs::PacsNode* chosenNode() const;
    void search();
    void showSeries(int study);
    void fetch();
    void send();
    void takeFound(pacs::QueryLevel level, const pacs::QueryRows& found);
    void takeFetched(const pacs::RetrieveReport& report);
    void takeSent(const pacs::SendReport& report);
    void forget(); ///< what was found: it is not for whoever comes next
    void refresh();

    Workspace& m_workspace;
    std::filesystem::path m_folder;
    std::vector<pacs::PacsNode> m_nodes;
    ArchiveModel m_studies{pacs::QueryLevel::Study};
    ArchiveModel m_series{pacs::QueryLevel::Series};
    QComboBox* m_node = nullptr;
    QLineEdit* m_patientId = nullptr;
    QLineEdit* m_patientName = nullptr;
    QLineEdit* m_dateFrom = nullptr;
    QLineEdit* m_dateTo = nullptr;
    QLineEdit* m_accession = nullptr;
    QComboBox* m_modality = nullptr;
    QPushButton* m_search = nullptr;
    QPushButton* m_fetch = nullptr;
    QPushButton* m_send = nullptr;
    QLabel* m_answer = nullptr;
    QLabel* m_sendHint = nullptr;
    QTableView* m_studyTable = nullptr;
    QTableView* m_seriesTable = nullptr;
    ProgressRow* m_progress;
    ReceiveCard* m_receiving = nullptr;
    int m_shownStudy = -1;    ///< whose series are to be shown
    std::string m_askedStudy; ///< UID of the one whose series were asked for last
    ArchiveJob m_job;
};

} // namespace vertescore
