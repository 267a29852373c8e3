// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/PixelReviewPanel.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/deidentify/PlacesView.h"
#include "ui/shell/jobs/exchange/DeidentifyJob.h"
#include "ui/theme/Pieces.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace vertescore {
namespace {

constexpr int kLargestNumber = 99999; ///< the view keeps places within the picture

bool mayBeTakenUnseen(const ReviewRow& row) {
    return row.isOpen() && !row.hasFindings() && row.areas.empty();
}

} // namespace

PixelReviewPanel::PixelReviewPanel(ReviewModel& model, DeidentifyJob& job, QWidget* parent)
    : QWidget(parent), m_model(model), m_job(job) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kWideSpace);
    row->addWidget(makeList(), 1);
    row->addWidget(makePicture(), 1);
    connect(&m_model, &ReviewModel::decided, this, &PixelReviewPanel::refresh);
    connect(&m_job, &DeidentifyJob::fetched, this, &PixelReviewPanel::takePicture);
    connect(&m_job, &DeidentifyJob::fetchFailed, this,
            [this](const Error& error) { m_view->clear(sayNoCopy(error)); });
    // The first file that comes is shown; whoever waits for all of them looks at something already.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_row < 0) m_table->selectRow(0);
    });
    begin();
}

QWidget* PixelReviewPanel::makeList() {
    auto [card, column] = makeTitledCard(tr("Files"));
    m_table = makeTable(m_model, ReviewModel::NameColumn);
    m_table->setAccessibleName(tr("Files that were looked at"));
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // what is in view
    m_table->setColumnHidden(ReviewModel::ReasonColumn, true);  // it is said beside the picture
    m_confirmAll = makeButton({});
    column->addWidget(m_table, 1);
    column->addWidget(m_confirmAll, 0, Qt::AlignLeft);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { showRow(index.isValid() ? index.row() : -1); });
    connect(m_table, &QTableView::activated, this, [this] {
        if (m_confirm->isEnabled()) decide(ReviewState::Confirmed);
    });
    connect(m_confirmAll, &QPushButton::clicked, &m_model, &ReviewModel::confirmWithoutFindings);
    return card;
}

QWidget* PixelReviewPanel::makePicture() {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, kWideSpace, 20, 18);
    column->setSpacing(10);
    m_name = new ElidedLabel;
    m_name->setProperty("role", QStringLiteral("heading"));
    m_hint = makeWrappedLabel({}, "muted");
    m_view = new PlacesView;
    m_frames = new QWidget;
    auto* frames = new QHBoxLayout(m_frames);
    frames->setContentsMargins(0, 0, 0, 0);
    m_frame = new QSpinBox;
    QLabel* title = makeLabel(tr("Fra&me"), "muted");
    title->setBuddy(m_frame);
    frames->addWidget(title);
    frames->addWidget(m_frame);
    frames->addStretch(1);
    column->addWidget(m_name);
    column->addWidget(m_hint);
    column->addWidget(m_view, 1);
    column->addWidget(m_frames);
    column->addWidget(makeNumbers());
    column->addWidget(makePlaceButtons());
    column->addWidget(makeButtons());
    connect(m_view, &PlacesView::areasChanged, this, [this] { m_model.setAreas(m_row, m_view->areas()); });
    connect(m_view, &PlacesView::chosenChanged, this, &PixelReviewPanel::showChosen);
    connect(m_frame, &QSpinBox::valueChanged, this, &PixelReviewPanel::showFrame);
    return card;
}

QWidget* PixelReviewPanel::makeNumbers() {
    auto* all = new QWidget;
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    const QStringList titles{tr("&X"), tr("&Y"), tr("&Width"), tr("Hei&ght")};
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i] = new QSpinBox;
        m_numbers[i]->setRange(0, kLargestNumber);
        QLabel* title = makeLabel(titles[static_cast<qsizetype>(i)], "muted");
        title->setBuddy(m_numbers[i]);
        row->addWidget(title);
        row->addWidget(m_numbers[i], 1);
        connect(m_numbers[i], &QSpinBox::valueChanged, this, &PixelReviewPanel::takeNumbers);
    }
    return all;
}

QWidget* PixelReviewPanel::makePlaceButtons() {
    auto* all = new QWidget;
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    m_add = makeButton(tr("Add a &place"));
    m_remove = makeButton(tr("&Remove it"));
    m_restore = makeButton(tr("As they were found"), "link");
    QSizePolicy room = m_restore->sizePolicy(); // the picture must not move while somebody drags in it
    room.setRetainSizeWhenHidden(true);
    m_restore->setSizePolicy(room);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_restore);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_view->addArea();
        m_view->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, m_view, &PlacesView::removeChosen);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (!current()) return;
        m_view->setAreas(areasOf(current()->review.text));
        m_model.setAreas(m_row, m_view->areas());
    });
    return all;
}

QWidget* PixelReviewPanel::makeButtons() {
    auto* all = new QWidget;
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    m_confirm = makeButton(tr("&Confirm"), "primary");
    m_confirm->setToolTip(tr("Enter in the list"));
    m_leaveOut = makeButton(tr("&Leave out"));
    m_showsCopy = new QCheckBox(tr("&Black as in the copy"));
    row->addWidget(m_confirm);
    row->addWidget(m_leaveOut);
    row->addStretch(1);
    row->addWidget(m_showsCopy);
    connect(m_confirm, &QPushButton::clicked, this, [this] { decide(ReviewState::Confirmed); });
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { decide(ReviewState::LeftOut); });
    connect(m_showsCopy, &QCheckBox::toggled, m_view, &PlacesView::setShowsCopy);
    return all;
}

const ReviewRow* PixelReviewPanel::current() const {
    return m_row < 0 || m_row >= m_model.rowCount() ? nullptr : &m_model.at(m_row);
}

void PixelReviewPanel::begin() {
    showRow(-1);
    m_table->setFocus();
}

QString PixelReviewPanel::hintOf(const ReviewRow& row) const {
    if (row.state == ReviewState::Refused) return sayNoCopy(*row.error);
    if (!row.hasPicture()) return tr("It refers to scans and holds no picture of its own.");
    if (!row.review.text.empty())
        return tr("Framed places become black. The search may miss writing that is faint, huge or tiny: look "
                  "at the whole picture, drag over what it missed.");
    if (row.review.isDeclared)
        return tr("The file says that writing is burned in, but the search found none: look for it, and drag "
                  "over it.");
    return tr("No writing was found. Drag over what must become black, or confirm.");
}

void PixelReviewPanel::showRow(int row) {
    m_row = row;
    const ReviewRow* shown = current();
    m_name->setFullText(shown ? shown->name : QString());
    m_hint->setText(shown ? hintOf(*shown) : QString());
    m_view->clear(shown && shown->hasPicture() ? QString() : shown ? hintOf(*shown) : tr("Choose a file."));
    const bool hasFrames = shown && shown->review.frameCount > 1;
    m_frames->setVisible(hasFrames);
    {
        const QSignalBlocker blocked(m_frame);
        m_frame->setRange(1, shown ? qMax(1, shown->review.frameCount) : 1);
        m_frame->setValue(shown && !shown->review.text.empty() ? shown->review.text.front().frame + 1 : 1);
        m_frame->setSuffix(hasFrames ? tr(" of %1").arg(shown->review.frameCount) : QString());
    }
    showFrame();
    showChosen();
    refresh();
}

void PixelReviewPanel::showFrame() {
    const ReviewRow* shown = current();
    if (shown && shown->hasPicture()) m_job.fetchPicture(shown->path, m_frame->value() - 1);
}

void PixelReviewPanel::takePicture(const DisplayImage& picture) {
    const ReviewRow* shown = current();
    if (!shown || !shown->hasPicture()) return;
    const bool isNew = !m_view->hasPicture(); // else another frame of the same file
    m_view->setPicture(picture);
    if (isNew) m_view->setAreas(shown->areas);
    refresh();
}

void PixelReviewPanel::showChosen() {
    const auto area = m_view->chosen();
    const PixelArea shown = area.value_or(PixelArea());
    const std::array<int, 4> values{shown.x, shown.y, shown.width, shown.height};
    m_isShowing = true;
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i]->setEnabled(area.has_value());
        m_numbers[i]->setValue(values[i]);
    }
    m_isShowing = false;
    m_remove->setEnabled(area.has_value());
}

void PixelReviewPanel::takeNumbers() {
    if (m_isShowing) return;
    m_view->changeChosen(
        {m_numbers[0]->value(), m_numbers[1]->value(), m_numbers[2]->value(), m_numbers[3]->value()});
}

void PixelReviewPanel::decide(ReviewState state) {
    const int row = m_row;
    m_model.setState(row, state);
    if (const int next = m_model.nextOpen(row); next >= 0) m_table->selectRow(next);
}

void PixelReviewPanel::refresh() {
    const ReviewRow* shown = current();
    const bool mayDecide =
        shown && (shown->isOpen() || shown->isConfirmed() || shown->state == ReviewState::LeftOut);
    const bool isSeen = shown && (m_view->hasPicture() || !shown->hasPicture());
    m_confirm->setEnabled(mayDecide && isSeen && shown->state != ReviewState::Confirmed);
    m_leaveOut->setEnabled(mayDecide && shown->state != ReviewState::LeftOut);
    m_view->setEnabled(mayDecide);
    m_add->setEnabled(mayDecide && m_view->hasPicture());
    m_restore->setVisible(mayDecide && shown->areas != areasOf(shown->review.text));
    for (const int column : {ReviewModel::FoundColumn, ReviewModel::StateColumn})
        m_table->resizeColumnToContents(column); // the header does not follow what comes later
    const int unseen = m_model.count(mayBeTakenUnseen);
    m_confirmAll->setEnabled(unseen > 0);
    m_confirmAll->setText(tr("Confirm all %n without findings", nullptr, unseen));
}

} // namespace vertescore
