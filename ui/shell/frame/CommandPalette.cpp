// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/CommandPalette.h"

#include "ui/models/ActionListModel.h"
#include "ui/shell/Actions.h"
#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace vertescore {
namespace {

constexpr int kPaletteWidth = 560;
constexpr int kPaletteHeight = 380;

/// Command at the left, its key at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colours& colours = deskColours();
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(option.rect, colours.accentSoft);
        const QRect box = option.rect.adjusted(14, 0, -14, 0);
        painter->setFont(option.font);
        painter->setPen(colours.text);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        painter->setPen(colours.mutedText);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter,
                          index.siblingAtColumn(ActionListModel::KeyColumn).data().toString());
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {100, option.fontMetrics.height() + 16};
    }
};

} // namespace

CommandPalette::CommandPalette(Actions& actions, QWidget* window)
    : QFrame(window), m_actions(actions), m_proxy(new QSortFilterProxyModel(this)),
      m_search(new SearchField(tr("Find a command"), IconTone::Desk)), m_list(new QListView) {
    setProperty("role", QStringLiteral("card"));
    dressAsDesk(*this);
    m_proxy->setSourceModel(new ActionListModel(actions, this));
    m_proxy->setFilterRole(ActionListModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->installEventFilter(this);
    m_list->setModel(m_proxy);
    m_list->setModelColumn(ActionListModel::TextColumn);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_search);
    column->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text);
        m_list->setCurrentIndex(m_proxy->index(0, ActionListModel::TextColumn));
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open() {
    const QWidget* window = parentWidget();
    resize(qMin(kPaletteWidth, window->width() - 40), qMin(kPaletteHeight, window->height() - 120));
    move((window->width() - width()) / 2, 80);
    m_search->clear();
    m_list->setCurrentIndex(m_proxy->index(0, ActionListModel::TextColumn));
    show();
    raise();
    m_search->setFocus();
}

bool CommandPalette::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down ? 1 : -1;
        const QModelIndex next = m_proxy->index(row + step, ActionListModel::TextColumn);
        if (next.isValid()) m_list->setCurrentIndex(next);
        return true;
    }
    default:
        return false;
    }
}

void CommandPalette::run() {
    const QString name = m_list->currentIndex().data(ActionListModel::NameRole).toString();
    hide();
    if (const Command* command = m_actions.find(name)) command->action->trigger();
}

} // namespace vertescore
