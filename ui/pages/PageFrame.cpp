// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PageFrame.h"

#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>

namespace vertescore {
namespace {

constexpr int kContentWidth = 1480;

} // namespace

void framePage(QWidget& page, QVBoxLayout* content, const QMargins& margins) {
    auto* inner = new QWidget;
    inner->setMaximumWidth(kContentWidth);
    inner->setLayout(content);
    content->setContentsMargins(0, 0, 0, 0);
    auto* holder = new QWidget;
    holder->setProperty("role", QStringLiteral("content"));
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(margins);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(inner, 10000); // all the room, until it is as wide as can be read
    row->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(holder);
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
}

void scrollTo(QWidget& part) {
    // What has just been shown gets its place with the next events.
    const auto scroll = [&part] {
        for (QWidget* around = part.parentWidget(); around; around = around->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(around)) return area->ensureWidgetVisible(&part);
    };
    QMetaObject::invokeMethod(&part, scroll, Qt::QueuedConnection);
}

void fillPage(QWidget& page, QVBoxLayout* content) {
    auto* row = new QHBoxLayout(&page);
    row->setContentsMargins(40, 28, 40, 28);
    row->addStretch(1);
    row->addLayout(content, 8);
    row->addStretch(1);
}

QHBoxLayout* makePageHead(const QString& title, const QList<QPushButton*>& buttons, QPushButton*& close) {
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace);
    head->addWidget(makeLabel(title, "display"));
    head->addStretch(1);
    for (QPushButton* button : buttons)
        head->addWidget(button);
    close = makeButton(QCoreApplication::translate("PageFrame", "Close"));
    close->setShortcut(Qt::Key_Escape);
    head->addWidget(close);
    return head;
}

QVBoxLayout* fillCard(QFrame& card, const QString& title) {
    auto* column = new QVBoxLayout(&card);
    column->setContentsMargins(20, kWideSpace, 20, 18);
    column->setSpacing(10);
    column->addWidget(makeWrappedLabel(title, "heading"));
    return column;
}

std::pair<QFrame*, QVBoxLayout*> makeTitledCard(const QString& title) {
    QFrame* card = makeCard();
    return {card, fillCard(*card, title)};
}

void fillFacts(QGridLayout& grid, const QList<std::pair<QString, QString>>& facts) {
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
    grid.setHorizontalSpacing(kWideSpace);
    grid.setVerticalSpacing(7);
    grid.setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : facts) {
        grid.addWidget(makeLabel(name, "muted"), row, 0, Qt::AlignTop);
        grid.addWidget(makeWrappedLabel(value), row++, 1);
    }
}

QTableView* makeTable(QAbstractItemModel& model, int stretchedColumn) {
    auto* table = new QTableView;
    table->setModel(&model);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 14);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(
        table->fontMetrics().horizontalAdvance(QStringLiteral("MMMMMM")));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(stretchedColumn, QHeaderView::Stretch);
    return table;
}

void fitToRows(QTableView& table, int mostRows) {
    const int rows = qMin(table.model()->rowCount(), mostRows);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         rows * table.verticalHeader()->defaultSectionSize() + 4);
}

} // namespace vertescore
