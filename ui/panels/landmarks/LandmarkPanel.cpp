// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/landmarks/LandmarkPanel_p.h"

#include "ui/documents/SayLandmarks.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/landmarks/NetworkCard.h"
#include "ui/panels/landmarks/VertebraDelegate.h"
#include "ui/panels/landmarks/VertebraModel.h"
#include "ui/theme/Pieces.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QListView>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace vertescore {
LandmarkPanel::LandmarkPanel(DetectionJob* job, QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>()) {
    m_state->network = new NetworkCard(job);
    m_state->model = new VertebraModel(this);
    m_state->list = new QListView;
    m_state->list->setObjectName(QStringLiteral("vertebrae"));
    m_state->list->setModel(m_state->model);
    m_state->list->setItemDelegate(new VertebraDelegate(this));
    m_state->list->setAccessibleName(tr("Vertebrae"));
    m_state->list->setMouseTracking(true);
    m_state->list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->list->setFixedHeight(static_cast<int>(kLevelCount) * VertebraDelegate::rowHeight(font()) + 2);
    makeVertebraCommands();
    makePointCommands();
    layOut();
    connect(m_state->list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { chooseLevel(current.row()); });
    connect(m_state->list, &QListView::activated, this, [this] { m_state->confirmVertebra->trigger(); });
    refresh();
}

LandmarkPanel::~LandmarkPanel() = default;

const QList<QAction*>& LandmarkPanel::commands() const {
    return m_state->commands;
}

QAction* LandmarkPanel::addCommand(const char* id, const QString& text, const char* iconName, const char* key,
                                   std::function<void(ScanDocument&)> run) {
    auto* action = new QAction(themedIcon(QLatin1String(iconName), IconTone::Desk), text, this);
    action->setObjectName(QStringLiteral("landmarks.") + QLatin1String(id));
    action->setProperty("iconName", QLatin1String(iconName));
    action->setShortcut(QKeySequence(QLatin1String(key)));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        if (m_state->document) run(*m_state->document);
    });
    m_state->commands << action;
    return action;
}

void LandmarkPanel::makeVertebraCommands() {
    State& s = *m_state;
    const auto forLevel = [this](void (ScanDocument::*edit)(Level)) {
        return [this, edit](ScanDocument& document) {
            if (const auto level = m_state->level()) (document.*edit)(*level);
        };
    };
    s.confirmVertebra = addCommand("confirmVertebra", tr("Confirm the vertebra and go to the next"), "check",
                                   "V", [this](ScanDocument&) { confirmAndGoOn(); });
    s.confirmAll =
        addCommand("confirmAll", tr("Confirm all corners"), "check", "Shift+V", &ScanDocument::confirmAll);
    s.shiftUp = addCommand("shiftUp", tr("All labels one vertebra up"), "level-up", "[",
                           [this](ScanDocument&) { requestShift(1); });
    s.shiftDown = addCommand("shiftDown", tr("All labels one vertebra down"), "level-down", "]",
                             [this](ScanDocument&) { requestShift(-1); });
    s.place = addCommand("place", tr("Place missing corners"), "add", "T",
                         [this](ScanDocument&) { Q_EMIT placingRequested(m_state->place->isChecked()); });
    s.place->setCheckable(true);
    s.restoreVertebra = addCommand("restoreVertebra", tr("Vertebra back to the network\u2019s"), "undo",
                                   "Shift+R", forLevel(&ScanDocument::restoreVertebra));
    s.clearVertebra = addCommand("clearVertebra", tr("Remove the vertebra\u2019s corners"), "close",
                                 "Shift+Del", forLevel(&ScanDocument::clearVertebra));
    s.clearAll = addCommand("clearAll", tr("Remove all corners"), "close", "", &ScanDocument::clearAll);
    s.otherSide = addCommand("otherSide", tr("The front is on the other side"), "arrow-right", "S",
                             [](ScanDocument& document) {
                                 const bool isLeft = document.landmarks().anterior == AnteriorSide::Left;
                                 document.setAnterior(isLeft ? AnteriorSide::Right : AnteriorSide::Left);
                             });
}

void LandmarkPanel::makePointCommands() {
    State& s = *m_state;
    const auto forPoint = [this](void (ScanDocument::*edit)(PointAddress)) {
        return [this, edit](ScanDocument& document) {
            if (m_state->selected) (document.*edit)(*m_state->selected);
        };
    };
    s.lock = addCommand("lock", tr("Lock the corner"), "lock", "K", [this](ScanDocument& document) {
        if (const Landmark* landmark = m_state->landmark())
            document.setLocked(*m_state->selected, !landmark->locked);
    });
    s.notVisible = addCommand(
        "notVisible", tr("The corner is not visible"), "overlay-off", "X", [this](ScanDocument& document) {
            if (const Landmark* landmark = m_state->landmark())
                document.setNotVisible(*m_state->selected, landmark->state != PointState::NotVisible);
        });
    for (QAction* action : {s.lock, s.notVisible})
        action->setCheckable(true);
    s.restorePoint = addCommand("restorePoint", tr("Corner back to the network\u2019s"), "undo", "R",
                                forPoint(&ScanDocument::restorePoint));
    s.clearPoint = addCommand("clearPoint", tr("Remove the corner"), "close", "Del",
                              forPoint(&ScanDocument::clearPoint));
}

void LandmarkPanel::setDocument(ScanDocument* document) {
    State& s = *m_state;
    if (s.document) s.document->disconnect(this);
    s.document = document;
    s.selected.reset();
    s.network->setDocument(document);
    s.model->setDocument(document);
    if (document) {
        connect(document, &ScanDocument::landmarksChanged, this, &LandmarkPanel::refresh);
        connect(document, &ScanDocument::editableChanged, this, &LandmarkPanel::refresh);
        connect(document, &QObject::destroyed, this, &LandmarkPanel::refresh, Qt::QueuedConnection);
    }
    s.question->hide();
    refresh();
}

void LandmarkPanel::setSelectedPoint(const std::optional<PointAddress>& point) {
    m_state->selected = point;
    if (point) {
        const QSignalBlocker quiet(m_state->list->selectionModel());
        m_state->list->setCurrentIndex(m_state->model->index(static_cast<int>(indexOf(point->level))));
        m_state->list->viewport()->update();
    }
    refresh();
}

void LandmarkPanel::setPlacing(bool active) {
    m_state->place->setChecked(active);
}

void LandmarkPanel::chooseLevel(int row) {
    refresh();
    if (!m_state->document || row < 0) return;
    const Level level = kLevels[static_cast<std::size_t>(row)];
    Q_EMIT levelChosen(level);
    PointAddress first{level, kCorners.front()};
    for (const Corner corner : kCorners) {
        if (!m_state->document->landmarks().at(level).at(corner).position) continue;
        first.corner = corner;
        break;
    }
    Q_EMIT pointChosen(first);
}

void LandmarkPanel::confirmAndGoOn() {
    const auto level = m_state->level();
    if (!level) return;
    m_state->document->confirm(*level);
    const int next = m_state->list->currentIndex().row() + 1;
    if (next < m_state->model->rowCount()) m_state->list->setCurrentIndex(m_state->model->index(next));
}

void LandmarkPanel::requestShift(int levels) {
    const ScoreSheet& sheet = m_state->document->sheet();
    const bool hasScores = std::any_of(kSegments.begin(), kSegments.end(), [&](Segment segment) {
        return !sheet.at(segment, Wall::Anterior).isBlank() || !sheet.at(segment, Wall::Posterior).isBlank();
    });
    if (!hasScores || !m_state->document->areScoresEditable()) {
        m_state->document->shiftLevels(levels, false);
        return;
    }
    m_state->askedShift = levels;
    m_state->question->show();
}

void LandmarkPanel::answerShift(bool carryScores) {
    m_state->question->hide();
    if (m_state->document) m_state->document->shiftLevels(m_state->askedShift, carryScores);
}

void LandmarkPanel::refresh() {
    refreshCommands();
    refreshTexts();
    m_state->network->refresh();
}

void LandmarkPanel::refreshCommands() {
    State& s = *m_state;
    const bool canEdit = s.document && s.document->areLandmarksEditable();
    const bool hasPoints = canEdit && !s.document->landmarks().isEmpty();
    const bool hasDetection = canEdit && s.document->detection().has_value();
    const Landmark* landmark = canEdit ? s.landmark() : nullptr;
    const bool hasLevel = s.level().has_value();
    for (QAction* action : {s.confirmAll, s.shiftUp, s.shiftDown, s.clearAll})
        action->setEnabled(hasPoints);
    for (QAction* action : {s.confirmVertebra, s.clearVertebra})
        action->setEnabled(hasPoints && hasLevel);
    s.restoreVertebra->setEnabled(hasDetection && hasLevel);
    s.place->setEnabled(canEdit && s.document->nextUnset());
    if (!s.place->isEnabled()) s.place->setChecked(false);
    s.placeButton->setVisible(s.place->isEnabled());
    for (QAction* action : {s.lock, s.notVisible})
        action->setEnabled(landmark != nullptr);
    s.clearPoint->setEnabled(landmark && !landmark->locked);
    s.restorePoint->setEnabled(landmark && hasDetection && !landmark->locked);
    s.lock->setChecked(landmark && landmark->locked);
    s.notVisible->setChecked(landmark && landmark->state == PointState::NotVisible);
    s.otherSide->setEnabled(canEdit);
    for (QToolButton* side : {s.left, s.right})
        side->setEnabled(canEdit);
    const bool isLeft = s.document && s.document->landmarks().anterior == AnteriorSide::Left;
    s.left->setChecked(s.document && isLeft);
    s.right->setChecked(s.document && !isLeft);
}

void LandmarkPanel::refreshTexts() {
    State& s = *m_state;
    int confirmed = 0;
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            if (s.document && s.document->landmarks().at(level).at(corner).state == PointState::Confirmed)
                ++confirmed;
    // What comes next stands out: finding while there is nothing, then confirming what is left.
    const bool isConfirmNext = s.document && confirmed < 24 && !s.document->landmarks().isEmpty();
    setRole(*s.confirmAllButton, isConfirmNext ? "primary" : "");
    s.confirmAllButton->setIcon(
        themedIcon(QStringLiteral("check"), isConfirmNext ? IconTone::OnAccent : IconTone::Desk));
    s.progress->setText(s.document ? tr("%1 of 24 confirmed").arg(confirmed) : QString());
    const bool canEdit = s.document && s.document->areLandmarksEditable();
    s.corners->show(s.document ? s.document->landmarks() : Landmarks{},
                    s.document ? s.document->scan().geometry : ScanGeometry{},
                    canEdit ? s.level() : std::nullopt, s.selected);
    const Landmark* landmark = s.landmark();
    if (!landmark) {
        s.point->setText(tr("No corner is selected"));
        s.pointState->setText(tr("Click one on the scan, or walk them with Tab."));
        return;
    }
    s.point->setText(say(*s.selected));
    const QString words =
        landmark->locked ? tr("%1, locked").arg(say(landmark->state)) : say(landmark->state);
    s.pointState->setText(words + sayPrecision(*landmark, s.document->scan().geometry));
}

} // namespace vertescore
