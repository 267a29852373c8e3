// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/archive/ArchivePage.h"

#include "core/pacs/NodeList.h"
#include "ui/pages/PageFrame.h"
#include "ui/pages/ProgressRow.h"
#include "ui/pages/archive/ReceiveCard.h"
#include "ui/shell/Say.h"
#include "ui/shell/output/ResultFiles.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QItemSelectionModel>

namespace vertescore {
namespace {

constexpr std::size_t kMostStudies = 500;
constexpr int kStudyRows = 4;                       ///< at least
constexpr int kSeriesRows = 4;                      ///< at most
constexpr const char* kReceivedFolder = "received"; ///< what is fetched, a folder for each study
constexpr const char* kInboxFolder = "inbox";       ///< what others send

std::string textOf(const QLineEdit& field) {
    return field.text().trimmed().toStdString();
}

/// 2024-06-07 and 20240607 are the same day.
std::string dateOf(const QLineEdit& field) {
    return field.text().remove(QLatin1Char('-')).trimmed().toStdString();
}

} // namespace

ArchivePage::ArchivePage(Workspace& workspace, QSettings& settings, std::filesystem::path folder,
                         QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_folder(std::move(folder)), m_progress(new ProgressRow) {
    setProperty("role", QStringLiteral("page"));
    auto* nodes = makeButton(tr("Nodes…"));
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideSpace);
    column->addLayout(makePageHead(tr("Archive"), {nodes}, *this, &ArchivePage::closed));
    column->addWidget(makeSearch());
    column->addWidget(m_progress);
    column->addWidget(makeResults(), 1);
    column->addWidget(makeSending());
    column->addWidget(makeReceiving(settings));
    framePage(*this, column); // in a low window it scrolls
    connect(nodes, &QPushButton::clicked, this, &ArchivePage::nodesRequested);
    connectJob();
    refresh();
}

QWidget* ArchivePage::makeSearch() {
    QFrame* card = makeCard();
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    m_node = new QComboBox;
    m_patientId = new QLineEdit;
    m_patientName = new QLineEdit;
    m_dateFrom = new QLineEdit;
    m_dateTo = new QLineEdit;
    m_accession = new QLineEdit;
    m_modality = new QComboBox;
    m_modality->addItem(tr("Any"), QString());
    for (const char* kind : {"OT", "CR", "DX", "BMD", "RF", "SC", "SR", "PR"})
        m_modality->addItem(QLatin1String(kind), QLatin1String(kind));
    int place = 0;
    const auto add = [&](const QString& text, QWidget* field) {
        QLabel* title = makeLabel(text, "muted");
        title->setBuddy(field);
        grid->addWidget(title, place / 4 * 2, place % 4);
        grid->addWidget(field, place / 4 * 2 + 1, place % 4);
        ++place;
    };
    add(tr("&Node"), m_node);
    add(tr("Patient &id"), m_patientId);
    add(tr("Patient's n&ame"), m_patientName);
    add(tr("A&ccession number"), m_accession);
    add(tr("&From"), m_dateFrom);
    add(tr("&To"), m_dateTo);
    add(tr("&Kind"), m_modality);
    m_dateFrom->setPlaceholderText(tr("YYYY-MM-DD"));
    m_dateTo->setPlaceholderText(tr("YYYY-MM-DD"));
    m_patientName->setPlaceholderText(tr("FAMILY*"));
    m_search = makeButton(tr("Search"), "primary");
    grid->addWidget(m_search, 3, 3);
    for (QLineEdit* field : {m_patientId, m_patientName, m_accession, m_dateFrom, m_dateTo})
        connect(field, &QLineEdit::returnPressed, this, &ArchivePage::search);
    connect(m_search, &QPushButton::clicked, this, &ArchivePage::search);
    connect(m_node, &QComboBox::currentIndexChanged, this, &ArchivePage::forget);
    connect(&m_workspace, &Workspace::signedInChanged, this, [this] {
        m_job.cancel();
        for (QLineEdit* field : {m_patientId, m_patientName, m_accession})
            field->clear();
        forget();
    });
    return card;
}

QWidget* ArchivePage::makeResults() {
    auto [card, column] = makeTitledCard(tr("Studies"));
    m_answer = makeWrappedLabel({}, "muted");
    m_studyTable = makeTable(m_studies, ArchiveModel::TextColumn);
    m_studyTable->setAccessibleName(tr("Studies that were found"));
    m_seriesTable = makeTable(m_series, ArchiveModel::SeriesTextColumn);
    m_seriesTable->setAccessibleName(tr("Series of the chosen study"));
    for (QTableView* table : {m_studyTable, m_seriesTable})
        table->setTabKeyNavigation(false);
    m_studyTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_seriesTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int rowHeight = m_studyTable->verticalHeader()->defaultSectionSize();
    m_studyTable->setMinimumHeight(rowHeight * (kStudyRows + 1));
    m_studyTable->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // all the room that is left
    m_seriesTable->setMaximumHeight(rowHeight * (kSeriesRows + 1));
    m_fetch = makeButton(tr("Fetch and open"), "primary");
    column->addWidget(m_answer);
    column->addWidget(m_studyTable, 1);
    column->addWidget(makeLabel(tr("Series; none chosen: all"), "muted"));
    column->addWidget(m_seriesTable);
    column->addWidget(m_fetch, 0, Qt::AlignLeft);
    connect(m_studyTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { showSeries(index.isValid() ? index.row() : -1); });
    connect(m_fetch, &QPushButton::clicked, this, &ArchivePage::fetch);
    return card;
}

QWidget* ArchivePage::makeSending() {
    QFrame* card = makeCard();
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    row->setSpacing(12);
    m_send = makeButton(tr("Send this scan's results"));
    m_sendHint = makeWrappedLabel({}, "muted");
    row->addWidget(m_send);
    row->addWidget(m_sendHint, 1);
    connect(m_send, &QPushButton::clicked, this, &ArchivePage::send);
    connect(&m_workspace, &Workspace::scanChanged, this, &ArchivePage::refresh);
    return card;
}

QWidget* ArchivePage::makeReceiving(QSettings& settings) {
    m_receiving = new ReceiveCard(settings, m_folder / kInboxFolder);
    connect(m_receiving, &ReceiveCard::openRequested, this, &ArchivePage::scansFetched);
    connect(&m_workspace, &Workspace::signedInChanged, this, [this] {
        m_receiving->forget();
        // It goes on while scans are read, but not for somebody who must not know the patients.
        if (m_workspace.session() && !m_workspace.coordinator()) m_receiving->stop();
    });
    return m_receiving;
}

void ArchivePage::connectJob() {
    connect(&m_job, &ArchiveJob::runningChanged, this, &ArchivePage::refresh);
    connect(&m_job, &ArchiveJob::found, this, &ArchivePage::takeFound);
    connect(&m_job, &ArchiveJob::fetched, this, &ArchivePage::takeFetched);
    connect(&m_job, &ArchiveJob::sent, this, &ArchivePage::takeSent);
    connect(&m_job, &ArchiveJob::failed, this, [this](const Error& error) { m_answer->setText(say(error)); });
    connect(&m_job, &ArchiveJob::progressed, m_progress, &ProgressRow::setDone);
    connect(m_progress, &ProgressRow::stopRequested, &m_job, &ArchiveJob::cancel);
}

void ArchivePage::begin() {
    const QString before = m_node->currentText();
    const auto nodes = pacs::readNodes(m_folder / pacs::kNodesFileName);
    if (!nodes) Q_EMIT refused(nodes.error());
    m_nodes = nodes ? *nodes : std::vector<pacs::PacsNode>();
    m_node->clear();
    for (const pacs::PacsNode& node : m_nodes)
        m_node->addItem(QString::fromStdString(node.name));
    m_node->setCurrentIndex(qMax(m_nodes.empty() ? -1 : 0, m_node->findText(before)));
    if (m_nodes.empty()) m_answer->setText(tr("No archive is known yet. Enter one under «Nodes…»."));
    refresh();
    m_patientId->setFocus();
}

const pacs::PacsNode* ArchivePage::chosenNode() const {
    const int chosen = m_node->currentIndex();
    return chosen < 0 ? nullptr : &m_nodes[static_cast<std::size_t>(chosen)];
}

void ArchivePage::search() {
    const pacs::PacsNode* node = chosenNode();
    if (!node || m_job.isRunning()) return;
    pacs::Query query;
    query.patientId = textOf(*m_patientId);
    query.patientName = textOf(*m_patientName);
    query.accession = textOf(*m_accession);
    query.dateFrom = dateOf(*m_dateFrom);
    query.dateTo = dateOf(*m_dateTo);
    query.modality = m_modality->currentData().toString().toStdString();
    query.mostRows = kMostStudies;
    forget();
    m_answer->setText(tr("Searching…"));
    m_job.find(*node, query);
}

void ArchivePage::showSeries(int study) {
    const pacs::PacsNode* node = chosenNode();
    m_series.setRows({});
    m_shownStudy = study;
    if (node && study >= 0 && !m_job.isRunning()) {
        pacs::Query query;
        query.level = pacs::QueryLevel::Series;
        query.studyUid = m_askedStudy = m_studies.at(study).studyUid;
        m_job.find(*node, query);
    }
    refresh();
}

void ArchivePage::takeFound(pacs::QueryLevel level, const pacs::QueryRows& found) {
    if (level == pacs::QueryLevel::Study) {
        const int count = static_cast<int>(found.rows.size());
        m_studies.setRows(found.rows);
        m_answer->setText(found.isCutOff ? tr("%n studies, and there are more: narrow the search.", "", count)
                          : count == 0   ? tr("Nothing was found.")
                                         : tr("%n studies", "", count));
        if (count > 0) m_studyTable->selectRow(0);
        return;
    }
    // Another study may have been chosen while this answer was on its way.
    const bool isWanted = m_shownStudy >= 0 && m_shownStudy < m_studies.rowCount();
    const std::string wanted = isWanted ? m_studies.at(m_shownStudy).studyUid : std::string();
    if (m_askedStudy != wanted) return showSeries(m_shownStudy);
    m_series.setRows(found.rows);
}

void ArchivePage::fetch() {
    const pacs::PacsNode* node = chosenNode();
    if (!node || m_shownStudy < 0 || m_job.isRunning()) return;
    pacs::RetrieveRequest request;
    request.studyUid = m_studies.at(m_shownStudy).studyUid;
    // It becomes the name of a folder.
    if (!pacs::isFileUid(request.studyUid))
        return void(Q_EMIT refused({ErrorCode::NodeFailure, "the study has no usable UID", std::nullopt}));
    for (const QModelIndex& index : m_seriesTable->selectionModel()->selectedRows())
        request.seriesUids.push_back(m_series.at(index.row()).seriesUid);
    m_job.fetch(*node, request, m_folder / kReceivedFolder / request.studyUid);
}

void ArchivePage::takeFetched(const pacs::RetrieveReport& report) {
    QStringList files;
    for (const pacs::StoredObject& object : report.arrived)
        if (object.arrival != pacs::Arrival::AlreadyThere) files << toQString(object.file);
    if (report.problem) {
        m_answer->setText(tr("%1 of %2 objects are here. %3 What is missing comes with the next try.")
                              .arg(report.wanted - report.missing.size())
                              .arg(report.wanted)
                              .arg(say(*report.problem)));
        return;
    }
    Q_EMIT noted(tr("%n objects are here.", "", static_cast<int>(report.wanted)));
    // What was here before opens, too: the folder of a study holds nothing else.
    if (!files.isEmpty() || report.alreadyThere > 0)
        Q_EMIT scansFetched({toQString(m_folder / kReceivedFolder / m_studies.at(m_shownStudy).studyUid)});
}

void ArchivePage::send() {
    const pacs::PacsNode* node = chosenNode();
    DocumentKeeper* keeper = m_workspace.keeper();
    if (!node || !keeper || m_job.isRunning()) return;
    m_job.send(*node, resultFiles(*keeper, m_workspace, m_folder / "sent"));
}

void ArchivePage::takeSent(const pacs::SendReport& report) {
    for (const pacs::SentFile& file : report.files)
        if (!file.status) return m_sendHint->setText(say(file.status.error()));
    m_sendHint->setText(tr("Sent: %n objects.", "", static_cast<int>(report.files.size())));
}

void ArchivePage::forget() {
    m_studies.setRows({});
    m_series.setRows({});
    m_shownStudy = -1;
    m_answer->clear();
    refresh();
}

void ArchivePage::refresh() {
    const bool isFree = !m_job.isRunning() && chosenNode() != nullptr;
    const bool hasResults = m_workspace.keeper() && hasResultsToSend(*m_workspace.keeper());
    m_search->setEnabled(isFree);
    m_fetch->setEnabled(isFree && m_shownStudy >= 0 && m_shownStudy < m_studies.rowCount());
    m_send->setEnabled(isFree && hasResults);
    if (!hasResults)
        m_sendHint->setText(tr("Landmarks, region and grades of the scan on the desk go to the node as DICOM "
                               "objects beside it. A DICOM scan with corners is needed."));
    if (!m_job.isRunning()) return m_progress->end();
    m_progress->begin(chosenNode() ? tr("Talking to %1…").arg(m_node->currentText()) : QString());
}

} // namespace vertescore
