// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMargins>
#include <QPushButton>
#include <QString>

#include <utility>

class QAbstractItemModel;
class QFrame;
class QGridLayout;
class QHBoxLayout;
class QTableView;
class QVBoxLayout;
class QWidget;

/// What the pages beside the desk have in common.
namespace vertescore {

inline constexpr QMargins kPageMargins{36, 28, 36, 28};

/// Puts the content into the page: scrolling, centred, not wider than can be read.
void framePage(QWidget& page, QVBoxLayout* content, const QMargins& margins = kPageMargins);

/// Scrolls a framed page so that this part of it, which has just appeared, is in view.
void scrollTo(QWidget& part);

/// Fills the page with the content, without scrolling: for pages whose middle scrolls by itself.
void fillPage(QWidget& page, QVBoxLayout* content);

/// The title of a page with its buttons; the last one leaves it.
QHBoxLayout* makePageHead(const QString& title, const QList<QPushButton*>& buttons, QPushButton*& close);
template <class Page>
QHBoxLayout* makePageHead(const QString& title, const QList<QPushButton*>& buttons, Page& page,
                          void (Page::*closed)()) {
    QPushButton* close = nullptr;
    QHBoxLayout* head = makePageHead(title, buttons, close);
    QObject::connect(close, &QPushButton::clicked, &page, closed);
    return head;
}

/// The column of a card, under its heading.
QVBoxLayout* fillCard(QFrame& card, const QString& title);
/// A card with a heading, and the column below it.
std::pair<QFrame*, QVBoxLayout*> makeTitledCard(const QString& title);

/// Names and values in two columns; replaces what the grid held.
void fillFacts(QGridLayout& grid, const QList<std::pair<QString, QString>>& facts);

/// A quiet table: whole rows, no grid, one column takes the room that is left.
QTableView* makeTable(QAbstractItemModel& model, int stretchedColumn);
/// As high as its rows, up to a limit; then it scrolls.
void fitToRows(QTableView& table, int mostRows);

} // namespace vertescore
