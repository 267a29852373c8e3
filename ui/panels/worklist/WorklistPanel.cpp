// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/WorklistPanel.h"

#include "ui/panels/worklist/DetectionStrip.h"
#include "ui/panels/worklist/ImportStrip.h"
#include "ui/panels/worklist/WorklistDelegate.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace vertescore {
namespace {

ScanId scanOf(const QModelIndex& index) {
    return static_cast<ScanId>(index.data(WorklistModel::ScanRole).toLongLong());
}

} // namespace

WorklistPanel::WorklistPanel(WorklistModel& model, ImportJob& imports, DetectionBatch& batch, QWidget* parent)
    : QWidget(parent), m_list(new QListView) {
    setProperty("role", QStringLiteral("panel"));
    m_proxy.setSourceModel(&model);
    m_list->setModel(&m_proxy);
    m_list->setItemDelegate(new WorklistDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Scans"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);

    m_empty = new QWidget;
    auto* empty = new QVBoxLayout(m_empty);
    empty->setContentsMargins(kWideSpace, kWideSpace, kWideSpace, kWideSpace);
    m_emptyText = makeWrappedLabel({}, "muted");
    m_emptyText->setAlignment(Qt::AlignCenter);
    QPushButton* open = makeButton(tr("Add scans…"));
    empty->addStretch(1);
    empty->addWidget(m_emptyText);
    empty->addWidget(open, 0, Qt::AlignCenter);
    empty->addStretch(2);
    connect(open, &QPushButton::clicked, this, &WorklistPanel::openRequested);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeLine());
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(new ImportStrip(imports));
    m_detections = new DetectionStrip(batch);
    column->addWidget(m_detections);

    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT scanChosen(scanOf(index)); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT scanChosen(scanOf(index)); });
    connect(&m_proxy, &QAbstractItemModel::modelReset, this, [this] {
        refreshEmpty();
        showCurrent();
    });
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, this, &WorklistPanel::refreshEmpty);
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &WorklistPanel::refreshEmpty);
    refreshEmpty();
}

QWidget* WorklistPanel::makeHeader() {
    auto* header = new QWidget;
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(kSpace);
    m_search = new SearchField(tr("Search scans"), IconTone::Desk);
    m_filter = new QComboBox;
    m_filter->setAccessibleName(tr("Which scans are shown"));
    m_filter->addItem(tr("All scans"), static_cast<int>(WorklistFilter::All));
    m_filter->addItem(tr("Unfinished"), static_cast<int>(WorklistFilter::Unfinished));
    m_filter->addItem(tr("In progress"), static_cast<int>(WorklistFilter::InProgress));
    m_filter->addItem(tr("Finished"), static_cast<int>(WorklistFilter::Finished));
    m_filter->addItem(tr("Needs a second look"), static_cast<int>(WorklistFilter::Attention));
    auto* order = new QToolButton;
    order->setIcon(themedIcon(QStringLiteral("filter"), IconTone::Desk));
    order->setCheckable(true);
    order->setToolTip(tr("Least sure first: scans where the network was least sure come first"));
    order->setAccessibleName(tr("Least sure first"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_filter, 1);
    row->addWidget(order);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_count = makeLabel({}, "small");
    column->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_bar);
    column->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_proxy.setSearch(text); });
    connect(m_filter, &QComboBox::currentIndexChanged, this,
            [this] { m_proxy.setFilter(static_cast<WorklistFilter>(m_filter->currentData().toInt())); });
    connect(order, &QToolButton::toggled, this, [this](bool on) {
        m_proxy.setLeastSureFirst(on);
        Q_EMIT leastSureFirstChanged(on);
    });
    return header;
}

void WorklistPanel::setProgress(Progress progress, bool isReader) {
    const QLocale locale;
    const QString done = locale.toString(static_cast<qulonglong>(progress.done));
    const QString total = locale.toString(static_cast<qulonglong>(progress.total));
    m_count->setText(isReader ? tr("%1 of %2 read").arg(done, total)
                              : tr("%1 of %2 confirmed").arg(done, total));
    m_bar->setRange(0, std::max(1, static_cast<int>(progress.total)));
    m_bar->setValue(static_cast<int>(progress.done));
    refreshEmpty();
    m_detections->refresh();
}

void WorklistPanel::setCurrent(std::optional<ScanId> scan) {
    m_current = scan;
    showCurrent();
}

void WorklistPanel::showCurrent() {
    if (!m_current) return m_list->selectionModel()->clear();
    const auto& model = static_cast<const WorklistModel&>(*m_proxy.sourceModel());
    const auto source = model.indexOfScan(*m_current);
    const QModelIndex index = source ? m_proxy.mapFromSource(*source) : QModelIndex();
    m_list->setCurrentIndex(index);
    if (index.isValid()) m_list->scrollTo(index);
}

void WorklistPanel::setEmptyText(const QString& text, bool mayOpen) {
    m_noScans = text;
    m_mayOpen = mayOpen;
    refreshEmpty();
}

void WorklistPanel::focusSearch() {
    m_search->begin();
}

std::optional<ScanId> WorklistPanel::neighbour(ScanId scan, int step) const {
    const auto& model = static_cast<const WorklistModel&>(*m_proxy.sourceModel());
    const auto source = model.indexOfScan(scan);
    const QModelIndex own = source ? m_proxy.mapFromSource(*source) : QModelIndex();
    // A scan that the filter hides has no neighbours: begin at the top.
    const QModelIndex next = own.isValid() ? m_proxy.index(own.row() + step, 0) : m_proxy.index(0, 0);
    if (!next.isValid()) return std::nullopt;
    return scanOf(next);
}

bool WorklistPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
            Q_EMIT scanChosen(scanOf(m_list->currentIndex()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WorklistPanel::refreshEmpty() {
    const bool noScans = m_proxy.sourceModel()->rowCount() == 0;
    const bool noRows = m_proxy.rowCount() == 0;
    m_list->setVisible(!noRows);
    m_empty->setVisible(noRows);
    m_empty->findChild<QPushButton*>()->setVisible(noScans && m_mayOpen);
    m_emptyText->setText(noScans ? m_noScans : tr("No scan fits the search and filter."));
}

} // namespace vertescore
