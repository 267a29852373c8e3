// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/study/CaseDesk.h"

#include "core/guides/BuildGuides.h"
#include "ui/canvas/ScanView.h"
#include "ui/documents/ScanDocument.h"
#include "ui/panels/grading/ScorePanel.h"
#include "ui/panels/study/CasePicture.h"
#include "ui/shell/Actions.h"
#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QSplitter>

namespace vertescore {
namespace {

constexpr int kListWidth = 230;
constexpr int kListLeast = 150;
constexpr int kPictureLeast = 160;

void fillItem(QListWidgetItem& item, const CaseLine& line) {
    item.setText(line.title + QLatin1Char('\n') + line.detail);
    item.setIcon(themedIcon(line.isDone ? QStringLiteral("state-submitted") : QStringLiteral("state-unread"),
                            IconTone::Desk));
}

} // namespace

CaseDesk::CaseDesk(Actions& actions, const Words& words, QWidget* filters, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_picture(new CasePicture), m_readings(new ReadingsTable),
      m_score(new ScorePanel(actions)) {
    dressAsDesk(*this);
    m_score->setSkipsGraded(true); // what all say alike is there already
    m_picture->setMinimumWidth(kPictureLeast);
    auto* parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeList(words, filters));
    parts->addWidget(m_picture);
    parts->addWidget(makeGrading(words));
    parts->setStretchFactor(1, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(parts);
    connectKeys();
    connect(m_picture, &CasePicture::documentChanged, this, &CaseDesk::takeDocument);
    connect(m_score, &ScorePanel::currentCellChanged, this, [this](const std::optional<CellAddress>& cell) {
        m_picture->view().setGradingCell(cell);
        m_readings->setCurrentCell(cell);
    });
    connect(m_score, &ScorePanel::completed, this, [this] {
        if (m_reason->text().trimmed().isEmpty()) m_reason->setFocus();
    });
    close({});
}

CaseDesk::~CaseDesk() {
    // The document goes later than this desk, and would tell it so.
    m_picture->disconnect(this);
    if (ScanDocument* document = m_picture->document()) {
        document->disconnect(this);
        document->undoStack().disconnect(this);
    }
}

QWidget* CaseDesk::makeList(const Words& words, QWidget* filters) {
    auto* panel = new QWidget;
    panel->setProperty("role", QStringLiteral("panel"));
    panel->setMinimumWidth(kListLeast);
    m_list = new QListWidget;
    m_list->setAccessibleName(words.title);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({kIconSize, kIconSize});
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    QPushButton* close = makeButton(tr("Close"));
    close->setShortcut(Qt::Key_Escape);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(kSpace);
    column->addWidget(makeWrappedLabel(words.title, "title"));
    column->addWidget(makeWrappedLabel(words.introduction, "small"));
    column->addWidget(filters);
    column->addWidget(makeLine());
    column->addWidget(m_list, 1);
    column->addWidget(close);
    panel->resize(kListWidth, 1);
    connect(close, &QPushButton::clicked, this, &CaseDesk::closed);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_shownRow >= 0) Q_EMIT leaving(m_shownRow);
        m_shownRow = row;
        if (row >= 0) Q_EMIT caseChosen(row);
    });
    return panel;
}

QWidget* CaseDesk::makeGrading(const Words& words) {
    m_readingsTitle = makeWrappedLabel(words.readings, "section");
    m_note = makeWrappedLabel({}, "small");
    auto* inside = new QWidget;
    auto* upper = new QVBoxLayout;
    upper->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, 0);
    upper->setSpacing(kSpace);
    for (QWidget* part : std::initializer_list<QWidget*>{m_readingsTitle, m_readings, m_note})
        upper->addWidget(part);
    auto* scrolled = new QVBoxLayout(inside);
    scrolled->setContentsMargins(0, 0, 0, 0);
    scrolled->setSpacing(0);
    scrolled->addLayout(upper);
    scrolled->addWidget(m_score, 1);

    m_reason = new QLineEdit;
    m_reason->setAccessibleName(words.reason);
    QLabel* reason = makeLabel(words.reason, "muted");
    reason->setBuddy(m_reason);
    m_record = makeButton(words.record, "primary");
    m_record->setToolTip(m_actions.at(ActionId::Submit).shortcut().toString(QKeySequence::NativeText));
    auto* lower = new QVBoxLayout;
    lower->setContentsMargins(kWideSpace, kSpace, kWideSpace, kWideSpace);
    lower->setSpacing(6);
    for (QWidget* part : std::initializer_list<QWidget*>{reason, m_reason, m_record})
        lower->addWidget(part);

    auto* panel = new QWidget;
    panel->setProperty("role", QStringLiteral("panel"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new SideArea(inside), 1);
    column->addWidget(makeLine());
    column->addLayout(lower);
    connect(m_reason, &QLineEdit::textChanged, this, &CaseDesk::refreshRecord);
    connect(m_reason, &QLineEdit::returnPressed, this, &CaseDesk::record);
    connect(m_record, &QPushButton::clicked, this, &CaseDesk::record);
    return panel;
}

/// The keys of the grading step, and of undoing and submitting, act here too while this is in view.
void CaseDesk::connectKeys() {
    for (const Command& command : m_actions.commands())
        if (command.group == ActionGroup::Grading && command.action->shortcutContext() == Qt::WindowShortcut)
            addAction(command.action);
    for (const ActionId id : {ActionId::CellUp, ActionId::CellDown, ActionId::CellLeft, ActionId::CellRight})
        m_picture->view().addAction(&m_actions.at(id));
    const auto onDocument = [this](ActionId id, void (QUndoStack::*change)()) {
        addAction(&m_actions.at(id));
        connect(&m_actions.at(id), &QAction::triggered, this, [this, change] {
            if (isVisible() && m_picture->document()) (m_picture->document()->undoStack().*change)();
        });
    };
    onDocument(ActionId::Undo, &QUndoStack::undo);
    onDocument(ActionId::Redo, &QUndoStack::redo);
    addAction(&m_actions.at(ActionId::Submit));
    connect(&m_actions.at(ActionId::Submit), &QAction::triggered, this, [this] {
        if (isVisible()) record();
    });
}

void CaseDesk::setRules(const StudySettings& settings) {
    m_rules = {settings.convention, settings.asksAac8};
    m_score->setRules(m_rules, settings.bounds);
}

void CaseDesk::setLines(const QList<CaseLine>& lines) {
    const QSignalBlocker blocked(m_list);
    m_list->clear();
    for (const CaseLine& line : lines)
        fillItem(*new QListWidgetItem(m_list), line);
    m_list->setCurrentRow(-1);
    m_shownRow = -1;
}

void CaseDesk::setLine(int row, const CaseLine& line) {
    fillItem(*m_list->item(row), line);
}

void CaseDesk::choose(int row) {
    m_list->setCurrentRow(row);
}

int CaseDesk::current() const {
    return m_list->currentRow();
}

void CaseDesk::open(const OpenCase& which) {
    m_readings->showReadings(which.readings);
    m_readings->setVisible(!which.readings.empty());
    m_readingsTitle->setVisible(!which.readings.empty());
    m_note->setText(which.note);
    m_note->setVisible(!which.note.isEmpty());
    DocumentContent content;
    if (which.landmarks) content.points.landmarks = *which.landmarks;
    content.scores = scoresReadWith(which.start, buildGuides(content.points.landmarks));
    m_picture->showCase(which.scan, std::move(content), true);
}

void CaseDesk::close(const QString& text) {
    m_picture->clear(text);
    m_readings->hide();
    m_readingsTitle->hide();
    m_note->hide();
    takeDocument();
}

const ScoreSheet* CaseDesk::sheet() const {
    return m_picture->document() ? &m_picture->document()->sheet() : nullptr;
}

bool CaseDesk::hasEdits() const {
    return m_picture->document() && !m_picture->document()->undoStack().isClean();
}

void CaseDesk::forgetEdits() {
    if (m_picture->document()) m_picture->document()->undoStack().setClean();
}

void CaseDesk::takeDocument() {
    ScanDocument* document = m_picture->document();
    if (document) document->setRules(m_rules);
    m_score->setDocument(document);
    if (document) {
        connect(document, &ScanDocument::scoresChanged, this, &CaseDesk::refreshRecord);
        connect(&document->undoStack(), &QUndoStack::indexChanged, this, &CaseDesk::refreshRecord);
    }
    setGrading(isVisible());
}

void CaseDesk::setGrading(bool active) {
    m_score->setActive(active);
    if (active) refreshRecord();
}

void CaseDesk::refreshRecord() {
    const ScoreSheet* graded = sheet();
    const bool isWhole = graded && graded->isComplete() &&
                         (graded->aac8.isBlank() || graded->aac8.isComplete()); // AAC-8 may be left out
    m_record->setEnabled(isWhole && !m_reason->text().trimmed().isEmpty());
    if (!isVisible()) return;
    m_actions.at(ActionId::Submit).setEnabled(m_record->isEnabled());
    const ScanDocument* document = m_picture->document();
    m_actions.at(ActionId::Undo).setEnabled(document && m_picture->document()->undoStack().canUndo());
    m_actions.at(ActionId::Redo).setEnabled(document && m_picture->document()->undoStack().canRedo());
}

void CaseDesk::record() {
    if (!m_record->isEnabled()) return;
    const ScoreSheet graded = *sheet();
    Q_EMIT recorded(graded, m_reason->text().trimmed());
}

void CaseDesk::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setGrading(true);
}

void CaseDesk::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    setGrading(false);
}

} // namespace vertescore
