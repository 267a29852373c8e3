// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/landmarks/LandmarkImportPage.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/ProgressRow.h"
#include "ui/pages/study/making/FormField.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace vertescore {
namespace {

/// What was read, with what is on the scans already.
struct ReadIntake {
    LandmarkIntake intake;
    std::vector<OfferedLandmarks> offers;
};

Result<ReadIntake> readWith(const AnnotatorSession& session, const LandmarkFiles& files,
                            const std::stop_token& stop) {
    auto intake = readIncomingLandmarks(session, files, {stop, {}});
    if (!intake) return failure(intake.error());
    ReadIntake reading{std::move(*intake), {}};
    for (IncomingLandmarks& one : reading.intake.scans) {
        const auto version = session.landmarks(one.scan.id);
        if (!version) return failure(version.error());
        reading.offers.push_back(offerOf(std::move(one), *version ? (*version)->landmarks : Landmarks{}));
    }
    return reading;
}

} // namespace

LandmarkImportPage::LandmarkImportPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_import(workspace), m_progress(new ProgressRow) {
    setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPageMargins);
    column->setSpacing(kWideSpace);
    column->addLayout(makePageHead(tr("Import landmarks"), {}, *this, &LandmarkImportPage::closed));
    column->addWidget(makeChoice());
    column->addWidget(m_progress);
    column->addWidget(makeTableCard(), 1);
    connect(m_progress, &ProgressRow::stopRequested, this, [this] {
        m_stop.request_stop();
        m_import.cancel();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &LandmarkImportPage::refresh);
    connect(&m_import, &LandmarkImport::progressed, m_progress, &ProgressRow::setDone);
    connect(&m_import, &LandmarkImport::finished, this, &LandmarkImportPage::finish);
    connect(&workspace, &Workspace::signedInChanged, this, &LandmarkImportPage::forget);
    forget();
}

QWidget* LandmarkImportPage::makeChoice() {
    auto [card, column] = makeTitledCard(tr("From where"));
    column->addWidget(makeWrappedLabel(
        tr("Corners that were placed in another program. A scan is found by the name of its file, for "
           "DICOM objects by its UID. First you see what would come in; corners that a person set "
           "stay, and each import can be undone at its scan."),
        "muted"));
    m_format = new QComboBox;
    const std::pair<LandmarkKind, QString> kinds[] = {
        {LandmarkFormat::MakeSense, tr("make-sense (CSV)")},
        {LandmarkFormat::Coco, tr("COCO keypoints (JSON)")},
        {LandmarkFormat::Cvat, tr("CVAT (XML)")},
        {LandmarkFormat::Labelme, tr("labelme (JSON)")},
        {LandmarkFormat::YoloPose, tr("YOLO-pose (TXT)")},
        {LandmarkFormat::Slicer, tr("3D Slicer (.mrk.json)")},
        {LandmarkFormat::Vott, tr("VoTT (JSON)")},
        {LandmarkFormat::Csv, tr("VerteScore (CSV)")},
        {DicomLandmarks::PresentationStates, tr("Presentation states (DICOM GSPS)")},
        {DicomLandmarks::Reports, tr("Structured reports of VerteScore (DICOM SR)")}};
    for (const auto& [kind, name] : kinds) {
        m_kinds.push_back(kind);
        m_format->addItem(name);
    }
    m_anterior = new QComboBox;
    m_anterior->addItem(tr("Told from the curve of the spine"));
    m_anterior->addItem(tr("Left in the picture"), static_cast<int>(AnteriorSide::Left));
    m_anterior->addItem(tr("Right in the picture"), static_cast<int>(AnteriorSide::Right));
    m_file = makeButton(tr("Choose file…"), "primary");
    m_folder = makeButton(tr("Choose folder…"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideSpace);
    row->addWidget(new FormField(tr("F&ormat"), m_format, {}), 1);
    row->addWidget(new FormField(tr("&Patient's front"), m_anterior, {}), 1);
    column->addLayout(row);
    column->addWidget(inRow({m_file, m_folder}));
    connect(m_file, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_folder, &QPushButton::clicked, this, [this] { choose(true); });
    for (QComboBox* box : {m_format, m_anterior}) // the same file, taken otherwise
        connect(box, &QComboBox::activated, this, [this] {
            if (!m_path.isEmpty()) readFrom(m_path);
        });
    return card;
}

QWidget* LandmarkImportPage::makeTableCard() {
    auto [card, column] = makeTitledCard(tr("What would come in"));
    m_summary = makeWrappedLabel({}, "muted");
    m_table = makeTable(m_model, IncomingModel::OutcomeColumn);
    m_table->setAccessibleName(tr("Landmarks and their scans"));
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(IncomingModel::FileColumn, QHeaderView::Stretch);
    m_start = makeButton({}, "primary");
    column->addWidget(m_summary);
    column->addWidget(m_table, 100);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    column->addStretch(1); // while there is no table
    connect(m_start, &QPushButton::clicked, this, &LandmarkImportPage::bringIn);
    return card;
}

void LandmarkImportPage::begin() {
    m_format->setFocus();
}

void LandmarkImportPage::choose(bool folder) {
    const QString path = folder
                             ? QFileDialog::getExistingDirectory(this, tr("Folder of landmark files"), m_path)
                             : QFileDialog::getOpenFileName(this, tr("File of landmarks"), m_path);
    if (!path.isEmpty()) readFrom(path);
}

void LandmarkImportPage::readFrom(QString path) {
    if (m_import.isRunning()) return;
    forget();
    m_path = std::move(path);
    m_isReading = true;
    m_stop = {};
    m_progress->begin(tr("Reading %1…").arg(toQString(toPath(m_path).filename())));
    LandmarkFiles files{m_kinds[static_cast<std::size_t>(m_format->currentIndex())], toPath(m_path), {}};
    if (m_anterior->currentData().isValid())
        files.anterior = static_cast<AnteriorSide>(m_anterior->currentData().toInt());
    m_workspace.annotate([files, stop = m_stop.get_token()](
                             const AnnotatorSession& session) { return readWith(session, files, stop); },
                         [this, read = m_read](const Result<ReadIntake>& reading) {
                             if (read != m_read) return;
                             m_isReading = false;
                             m_progress->end();
                             if (reading && !reading->intake.isCancelled)
                                 m_model.setRows(reading->offers, reading->intake.refused);
                             if (!reading) Q_EMIT refused(reading.error());
                             refresh();
                         });
    refresh();
}

void LandmarkImportPage::bringIn() {
    m_progress->begin(tr("Importing…"));
    m_import.start(m_model.wanted());
    refresh();
}

void LandmarkImportPage::finish(const LandmarkImport::Report& report) {
    forget();
    QStringList words{tr("Landmarks of %n scan(s) came in.", nullptr, static_cast<int>(report.changed))};
    if (report.isCancelled) words << tr("Stopped before the others.");
    for (const auto& [code, error] : report.failed)
        words << QStringLiteral("%1: %2").arg(QString::fromStdString(code), say(error));
    if (report.failed.empty() && report.changed > 0)
        return void(Q_EMIT imported(words.join(QLatin1Char(' '))));
    m_summary->setText(words.join(QLatin1Char('\n')));
}

void LandmarkImportPage::forget() {
    ++m_read;
    m_stop.request_stop();
    m_isReading = false;
    m_path.clear();
    m_progress->end();
    m_model.setRows({}, {});
    refresh();
}

void LandmarkImportPage::refresh() {
    const bool isBusy = m_isReading || m_import.isRunning();
    const auto wanted = static_cast<int>(m_model.wanted().size());
    m_file->setEnabled(!isBusy);
    m_folder->setEnabled(!isBusy);
    m_start->setVisible(wanted > 0);
    m_start->setEnabled(!isBusy);
    m_start->setText(tr("Import for %n scan(s)", nullptr, wanted));
    setRole(*m_file, wanted > 0 ? "" : "primary");
    if (m_path.isEmpty())
        m_summary->setText(tr("Choose a file or a folder. Nothing is changed by that."));
    else if (m_model.refusedCount() > 0)
        m_summary->setText(tr("%n refused; the list says why.", nullptr, m_model.refusedCount()));
    else
        m_summary->clear();
    m_summary->setVisible(!m_summary->text().isEmpty());
    m_table->setVisible(m_model.rowCount() > 0);
}

} // namespace vertescore
