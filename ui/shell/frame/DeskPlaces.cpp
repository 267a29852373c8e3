// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/DeskPlaces.h"

#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QDockWidget>
#include <QHideEvent>
#include <QSettings>

#include <utility>

namespace vertescore {
namespace {

const QList<int> kFirstWidths{260, 360};
constexpr int kTitleIconSize = 14;

/// Names of people may hold what divides keys from each other.
QString placesKey(const QString& person) {
    return QStringLiteral("people/%1/panels").arg(QString::fromLatin1(person.toUtf8().toHex()));
}

QToolButton* makeTitleButton(const char* icon, const QString& what) {
    auto* button = new QToolButton;
    button->setProperty("role", QStringLiteral("mark"));
    button->setIcon(themedIcon(QLatin1String(icon), IconTone::Desk));
    button->setIconSize({kTitleIconSize, kTitleIconSize});
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

/// Style sheets cannot make the buttons of Qt's own title bar larger than a few pixels.
QWidget* makeTitleBar(QDockWidget& dock) {
    auto* bar = new QWidget;
    bar->setProperty("role", QStringLiteral("panelTitle"));
    bar->setAttribute(Qt::WA_StyledBackground);
    QToolButton* floats = makeTitleButton("float", DeskPlaces::tr("Take the panel out, or put it back"));
    QToolButton* close = makeTitleButton("close", DeskPlaces::tr("Hide the panel; View shows it again"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(kWideSpace, 2, 4, 2);
    row->setSpacing(0);
    row->addWidget(makeLabel(dock.windowTitle(), "section"), 1);
    row->addWidget(floats);
    row->addWidget(close);
    QObject::connect(floats, &QToolButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
    QObject::connect(close, &QToolButton::clicked, &dock, &QDockWidget::close);
    return bar;
}

} // namespace

DeskPlaces::DeskPlaces(QWidget* list, QWidget* middle, QWidget* steps, QSettings& settings)
    : m_settings(settings),
      m_list(makeDock(QStringLiteral("listDock"), tr("Scans"), list, Qt::LeftDockWidgetArea)),
      m_steps(makeDock(QStringLiteral("stepsDock"), tr("Steps"), steps, Qt::RightDockWidgetArea)) {
    // As a top-level window it would take the keys of the real one.
    setWindowFlags(Qt::Widget);
    setContextMenuPolicy(Qt::NoContextMenu);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks);
    setCentralWidget(middle);
    resizeDocks({m_list, m_steps}, kFirstWidths, Qt::Horizontal);
    m_first = saveState();
    makeCommands();
}

QDockWidget* DeskPlaces::makeDock(const QString& name, const QString& title, QWidget* panel,
                                  Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title);
    dock->setObjectName(name);
    dock->setAllowedAreas(Qt::AllDockWidgetAreas);
    dressAsDesk(*dock); // a floating one inherits no palette
    dock->setTitleBarWidget(makeTitleBar(*dock));
    dock->setWidget(panel);
    addDockWidget(area, dock);
    return dock;
}

void DeskPlaces::makeCommands() {
    const auto add = [this](QAction* action, const char* name, const QString& text) {
        action->setObjectName(QLatin1String(name));
        action->setText(text);
        m_commands << action;
    };
    add(m_list->toggleViewAction(), "desk.showList", tr("Show the list of scans"));
    add(m_steps->toggleViewAction(), "desk.showSteps", tr("Show the steps"));
    add(new QAction(this), "desk.resetPanels", tr("Put all panels back in their places"));
    connect(m_commands.back(), &QAction::triggered, this, &DeskPlaces::reset);
}

void DeskPlaces::setPerson(const QString& person) {
    if (person == m_person) return;
    save();
    m_person = person;
    if (!person.isEmpty()) restoreState(m_settings.value(placesKey(person), m_first).toByteArray());
}

QByteArray DeskPlaces::places() const {
    if (!m_beforeReading.isEmpty()) return m_beforeReading;
    return m_beforeHiding.isEmpty() ? saveState() : m_beforeHiding;
}

void DeskPlaces::save() {
    if (!m_person.isEmpty()) m_settings.setValue(placesKey(m_person), places());
}

void DeskPlaces::reset() {
    m_hidden.clear();
    m_beforeHiding.clear();
    for (QDockWidget* dock : {m_list, m_steps}) {
        dock->setFloating(false);
        dock->show();
    }
    restoreState(m_first);
    resizeDocks({m_list, m_steps}, kFirstWidths, Qt::Horizontal);
}

void DeskPlaces::setReading(bool fullScreen) {
    if (fullScreen) {
        m_beforeReading = places();
        m_list->hide();
    } else if (!m_beforeReading.isEmpty()) {
        restoreState(std::exchange(m_beforeReading, {}));
    }
}

void DeskPlaces::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_beforeHiding.clear();
    for (QDockWidget* dock : std::exchange(m_hidden, {}))
        dock->show();
}

void DeskPlaces::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    if (event->spontaneous()) return;
    const QByteArray before = saveState();
    for (QDockWidget* dock : {m_list, m_steps}) {
        if (!dock->isFloating() || !dock->isVisible()) continue;
        m_beforeHiding = before;
        m_hidden << dock;
        dock->hide();
    }
}

} // namespace vertescore
