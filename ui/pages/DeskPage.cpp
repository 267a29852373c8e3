// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/DeskPage.h"

#include "ui/canvas/ScanView.h"
#include "ui/canvas/ViewCommands.h"
#include "ui/jobs/DetectionBatch.h"
#include "ui/jobs/DetectionJob.h"
#include "ui/panels/crop/CropPanel.h"
#include "ui/panels/grading/ScorePanel.h"
#include "ui/panels/grading/SubmitPanel.h"
#include "ui/panels/landmarks/LandmarkPanel.h"
#include "ui/panels/worklist/WorklistPanel.h"
#include "ui/shell/Actions.h"
#include "ui/shell/frame/DeskPlaces.h"
#include "ui/shell/frame/ScanBar.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

namespace vertescore {
namespace {

constexpr double kZoomStep = 1.25;
constexpr double kAutoLow = 1; ///< percentiles of the automatic window
constexpr double kAutoHigh = 99;

GuideMode guideModeOf(GuideDisplay display) {
    switch (display) {
    case GuideDisplay::None:
        return GuideMode::None;
    case GuideDisplay::Shown:
        return GuideMode::ReadOnly;
    case GuideDisplay::Editable:
        break;
    }
    return GuideMode::Editable;
}

} // namespace

DeskPage::DeskPage(Workspace& workspace, Actions& actions, DetectionJob& job, QSettings& settings)
    : m_workspace(workspace), m_actions(actions), m_job(job),
      m_batch(new DetectionBatch(workspace, job, this)),
      m_worklist(new WorklistPanel(workspace.worklist(), workspace.imports(), *m_batch)),
      m_bar(new ScanBar(actions)), m_view(new ScanView), m_viewCommands(new ViewCommands(*m_view)),
      m_landmarks(new LandmarkPanel(&job)), m_crop(new CropPanel), m_score(new ScorePanel(actions)),
      m_submit(new SubmitPanel(actions)),
      m_steps(new StepPanel(actions, {m_landmarks, m_crop, m_score, m_submit})) {
    dressAsDesk(*this);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_view, 1);
    m_worklist->setMinimumWidth(220);
    m_places = new DeskPlaces(m_worklist, middle, m_steps, settings);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_places);
    m_actions.adopt(m_places->commands(), ActionGroup::View);
    m_actions.adopt(m_landmarks->commands(), ActionGroup::Landmarks);
    m_actions.adopt(m_viewCommands->commands(), ActionGroup::View);
    connectView();
    connectOverlays();
    connectActions();
    connectPanels();
    connectBatch();
    connect(&workspace, &Workspace::signedInChanged, this, &DeskPage::prepareStudy);
    connect(&workspace, &Workspace::scanChanged, this, &DeskPage::showScan);
    prepareStudy();
    showScan();
}

void DeskPage::connectView() {
    connect(m_view, &ScanView::selectionChanged, m_landmarks, &LandmarkPanel::setSelectedPoint);
    connect(m_landmarks, &LandmarkPanel::pointChosen, m_view, &ScanView::select);
    connect(m_landmarks, &LandmarkPanel::levelChosen, m_view, &ScanView::centreOn);
    connect(m_view, &ScanView::toolChanged, m_landmarks,
            [this](ScanView::ToolKind kind) { m_landmarks->setPlacing(kind == ScanView::ToolKind::Place); });
    connect(m_landmarks, &LandmarkPanel::placingRequested, this, [this](bool active) {
        m_view->setTool(active ? ScanView::ToolKind::Place : ScanView::ToolKind::Move);
    });
    connect(m_view, &ScanView::windowChanged, this, &DeskPage::shareViewFacts);
    connect(m_view, &ScanView::overlaysChanged, this, &DeskPage::shareViewFacts);
    connect(m_score, &ScorePanel::currentCellChanged, this, [this](const std::optional<CellAddress>& cell) {
        if (m_steps->step() == Step::Score) m_view->setGradingCell(cell);
    });
    connect(m_view, &ScanView::toolChanged, &m_actions.at(ActionId::MarkWall),
            [this](ScanView::ToolKind kind) {
                m_actions.at(ActionId::MarkWall).setChecked(kind == ScanView::ToolKind::Mark);
            });
    connect(&m_actions.at(ActionId::MarkWall), &QAction::triggered, this, [this](bool on) {
        m_view->setTool(on ? ScanView::ToolKind::Mark : ScanView::ToolKind::Move);
        m_actions.at(ActionId::MarkWall).setChecked(m_view->tool() == ScanView::ToolKind::Mark);
    });
    connect(m_steps, &StepPanel::stepChanged, this, &DeskPage::showStep);
    // The arrows move the cell over the scan too, while grading.
    for (const ActionId id : {ActionId::CellUp, ActionId::CellDown, ActionId::CellLeft, ActionId::CellRight})
        m_view->addAction(&m_actions.at(id));
}

void DeskPage::connectOverlays() {
    const std::pair<ActionId, bool OverlayOptions::*> layers[] = {
        {ActionId::ToggleGuides, &OverlayOptions::guides},
        {ActionId::ToggleCurve, &OverlayOptions::roi},
        {ActionId::ToggleMask, &OverlayOptions::blackMask},
        {ActionId::TogglePoints, &OverlayOptions::landmarks},
        {ActionId::ToggleLabels, &OverlayOptions::labels}};
    for (const auto& [id, layer] : layers) {
        QAction& action = m_actions.at(id);
        action.setChecked(m_view->overlays().*layer);
        connect(&action, &QAction::toggled, m_view, [this, layer = layer](bool on) {
            OverlayOptions overlays = m_view->overlays();
            overlays.*layer = on;
            m_view->setOverlays(overlays);
        });
        connect(m_view, &ScanView::overlaysChanged, &action,
                [this, &action, layer = layer] { action.setChecked(m_view->overlays().*layer); });
    }
    connect(m_crop, &CropPanel::maskShownChanged, &m_actions.at(ActionId::ToggleMask), &QAction::setChecked);
    connect(&m_actions.at(ActionId::ToggleMask), &QAction::toggled, m_crop, &CropPanel::setMaskShown);
}

void DeskPage::connectActions() {
    const auto on = [this](ActionId id, auto slot) {
        connect(&m_actions.at(id), &QAction::triggered, this, slot);
    };
    on(ActionId::ZoomIn, [this] { m_view->zoomBy(kZoomStep); });
    on(ActionId::ZoomOut, [this] { m_view->zoomBy(1 / kZoomStep); });
    on(ActionId::ZoomFit, [this] { m_view->zoomToFit(); });
    on(ActionId::ZoomOneToOne, [this] { m_view->zoomOneToOne(); });
    on(ActionId::Invert, [this] { m_view->setInverted(!m_view->isInverted()); });
    on(ActionId::AutoWindow, [this] { m_view->autoWindow(kAutoLow, kAutoHigh); });
    on(ActionId::ResetWindow, [this] { m_view->resetWindow(); });
    on(ActionId::RunNetwork, [this] {
        if (DocumentKeeper* keeper = m_workspace.keeper()) m_job.start(keeper->document());
    });
    on(ActionId::StopNetwork, [this] { m_job.cancel(); });
    on(ActionId::NextUnread, [this] { m_workspace.showNextUnfinished(); });
    on(ActionId::LastScan, [this] { m_workspace.showLast(); });
    on(ActionId::SearchWorklist, [this] { m_worklist->focusSearch(); });
    for (const auto& [id, step] : {std::pair{ActionId::NextScan, 1}, std::pair{ActionId::PreviousScan, -1}})
        on(id, [this, step = step] {
            const auto current = m_workspace.currentScan();
            if (const auto next = current ? m_worklist->neighbour(*current, step) : std::nullopt)
                m_workspace.showScan(*next);
        });
    on(ActionId::Undo, [this] {
        DocumentKeeper* keeper = m_workspace.keeper();
        if (keeper && isVisible()) keeper->document().undoStack().undo();
    });
    on(ActionId::Redo, [this] {
        DocumentKeeper* keeper = m_workspace.keeper();
        if (keeper && isVisible()) keeper->document().undoStack().redo();
    });
    connect(&m_job, &DetectionJob::runningChanged, this, &DeskPage::refreshActions);
    connect(&m_job, &DetectionJob::failed, this, [this] { m_networkFailed = true; });
    connect(&m_job, &DetectionJob::finished, this, [this] { m_networkFailed = false; });
}

void DeskPage::connectBatch() {
    m_findAll = new QAction(tr("Find the corners of all scans without any"), this);
    m_findAll->setObjectName(QStringLiteral("desk.findAll"));
    m_findAll->setProperty("iconName", QStringLiteral("network"));
    m_findAll->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+R")));
    m_actions.adopt({m_findAll}, ActionGroup::Scans);
    connect(m_findAll, &QAction::triggered, m_batch, &DetectionBatch::start);
    connect(m_batch, &DetectionBatch::started, this, &DeskPage::refreshActions);
    connect(m_batch, &DetectionBatch::finished, this, &DeskPage::refreshActions);
    connect(&m_workspace, &Workspace::progressChanged, this, &DeskPage::refreshActions);
    connect(&m_workspace.imports(), &ImportJob::finished, this, [this] {
        if (!m_networkFailed && m_actions.at(ActionId::AutoNetwork).isChecked()) m_batch->start();
    });
}

void DeskPage::connectPanels() {
    connect(m_worklist, &WorklistPanel::scanChosen, &m_workspace, &Workspace::showScan);
    connect(m_worklist, &WorklistPanel::openRequested, this, &DeskPage::openRequested);
    connect(m_worklist, &WorklistPanel::leastSureFirstChanged, &m_workspace, &Workspace::setLeastSureFirst);
    connect(&m_workspace, &Workspace::progressChanged, this, [this] {
        const DeskSession* session = m_workspace.session();
        m_worklist->setProgress(m_workspace.progress(), session && session->reader());
    });
    connect(&m_workspace, &Workspace::readingChanged, this, [this] {
        const DeskSession* session = m_workspace.session();
        m_bar->setKeeper(m_workspace.keeper(), session && session->reader());
        refreshActions();
    });
    connect(m_score, &ScorePanel::completed, this, [this] { m_steps->setStep(Step::Submit); });
    connect(m_submit, &SubmitPanel::backToGrading, this, [this] { m_steps->setStep(Step::Score); });
    connect(m_submit, &SubmitPanel::submitted, this, [this] { m_workspace.showNextUnfinished(); });
    connect(m_submit, &SubmitPanel::refused, this, &DeskPage::refused);
}

void DeskPage::prepareStudy() {
    const DeskSession* session = m_workspace.session();
    const bool isReader = session && session->reader();
    const GuideDisplay guides = session ? session->guides() : GuideDisplay::Editable;
    m_view->setGuideMode(guideModeOf(guides));
    m_view->setBlinded(isReader);
    m_steps->setStepAvailable(Step::Landmarks, guides != GuideDisplay::None);
    m_steps->setStepAvailable(Step::Crop, guides != GuideDisplay::None);
    m_steps->setStepAvailable(Step::Score, isReader);
    m_steps->setStepAvailable(Step::Submit, isReader);
    if (const StudyStore* store = m_workspace.store()) {
        m_score->setStudyReadOnly(store->access() == StudyAccess::ReadOnly);
        const StudySettings& settings = store->study().settings;
        m_score->setRules({settings.convention, settings.asksAac8}, settings.bounds);
        m_submit->setRules(settings.bounds, settings.asksAac8);
    }
    m_view->setEmptyText(session ? tr("Choose a scan in the list") : QString());
    m_worklist->setEmptyText(emptyText(m_workspace.mayAddScans()), m_workspace.mayAddScans());
    m_places->setPerson(session ? QString::fromStdString(session->person().name) : QString());
    m_steps->setStep(isReader && guides != GuideDisplay::Editable ? Step::Score : Step::Landmarks);
}

void DeskPage::showScan() {
    DocumentKeeper* keeper = m_workspace.keeper();
    const DeskSession* session = m_workspace.session();
    ScanDocument* document = keeper ? &keeper->document() : nullptr;
    m_view->setDocument(document);
    m_view->setCaption(keeper ? QString::fromStdString(keeper->studyScan().code) : QString());
    m_landmarks->setDocument(document);
    m_crop->setDocument(document);
    m_score->setDocument(document);
    m_submit->setKeeper(keeper);
    m_bar->setKeeper(keeper, session && session->reader());
    m_worklist->setCurrent(m_workspace.currentScan());
    if (document) {
        connect(&document->undoStack(), &QUndoStack::indexChanged, this, &DeskPage::refreshActions,
                Qt::UniqueConnection);
        connect(document, &ScanDocument::editableChanged, this, &DeskPage::refreshActions,
                Qt::UniqueConnection);
        if (m_steps->step() == Step::Submit && !keeper->isLocked()) m_steps->setStep(Step::Score);
    }
    shareViewFacts();
    refreshActions();
    showStep(m_steps->step());
    findCornersOfNewScan();
}

void DeskPage::findCornersOfNewScan() {
    DocumentKeeper* keeper = m_workspace.keeper();
    if (!keeper || m_networkFailed || !m_actions.at(ActionId::AutoNetwork).isChecked()) return;
    ScanDocument& document = keeper->document();
    // Landmarks that a person removed are no invitation: only a document without any history is new.
    if (document.areLandmarksEditable() && document.landmarks().isEmpty() &&
        document.undoStack().count() == 0)
        m_job.enqueue(document);
}

void DeskPage::showStep(Step step) {
    m_score->setActive(isVisible() && step == Step::Score);
    m_view->setGradingCell(step == Step::Score ? m_score->currentCell() : std::nullopt);
    if (step != Step::Landmarks && step != Step::Score) m_view->setTool(ScanView::ToolKind::Move);
}

void DeskPage::shareViewFacts() {
    DocumentKeeper* keeper = m_workspace.keeper();
    if (!keeper) return;
    keeper->noteActivity();
    keeper->setViewFacts({.guidesShown = m_view->guideMode() != GuideMode::None && m_view->overlays().guides,
                          .window = m_view->window(),
                          .isInverted = m_view->isInverted()});
}

void DeskPage::refreshActions() {
    DocumentKeeper* keeper = m_workspace.keeper();
    const bool isRunning = m_job.isRunning();
    for (const ActionId id : {ActionId::ZoomIn, ActionId::ZoomOut, ActionId::ZoomFit, ActionId::ZoomOneToOne,
                              ActionId::Invert, ActionId::AutoWindow, ActionId::ResetWindow})
        m_actions.at(id).setEnabled(keeper != nullptr);
    m_actions.at(ActionId::RunNetwork)
        .setEnabled(keeper && keeper->document().areLandmarksEditable() && !isRunning);
    m_actions.at(ActionId::StopNetwork).setEnabled(isRunning);
    m_findAll->setEnabled(!m_batch->isRunning() && !m_batch->pending().empty());
    if (isVisible()) {
        m_actions.at(ActionId::Undo).setEnabled(keeper && keeper->document().undoStack().canUndo());
        m_actions.at(ActionId::Redo).setEnabled(keeper && keeper->document().undoStack().canRedo());
    }
    const bool isSignedIn = m_workspace.session() != nullptr;
    for (const ActionId id : {ActionId::NextUnread, ActionId::NextScan, ActionId::PreviousScan,
                              ActionId::LastScan, ActionId::SearchWorklist})
        m_actions.at(id).setEnabled(isSignedIn);
}

void DeskPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showStep(m_steps->step());
    m_submit->setActive(true);
    refreshActions();
}

void DeskPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_score->setActive(false);
    m_submit->setActive(false);
}

void DeskPage::setReading(bool fullScreen) {
    m_bar->setVisible(!fullScreen);
    m_places->setReading(fullScreen);
}

QString DeskPage::emptyText(bool mayAddScans) {
    return mayAddScans ? tr("No scans yet.\nAdd files or a folder, or drop them on this window.")
                       : tr("No scans yet.\nThe coordinator of the study adds them.");
}

} // namespace vertescore
