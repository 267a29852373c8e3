// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ViewCommands.h"

#include "ui/canvas/ScanView.h"
#include "ui/theme/Icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>

namespace vertescore {
namespace {

// Shares of the window's width that one key press changes.
constexpr double kStep = 0.08;
constexpr double kFineStep = 0.01;

QString translated(const char* text) {
    return QCoreApplication::translate("ViewCommands", text);
}

/// Percentiles of the picture's own values: the values themselves mean something else on every scanner.
struct Preset {
    const char* id;
    const char* text;
    const char* key;
    double low;
    double high;
};

constexpr Preset kPresets[] = {
    {"wholeRange", QT_TRANSLATE_NOOP("ViewCommands", "Window: the whole range of values"), "F6", 0, 100},
    {"softTissue", QT_TRANSLATE_NOOP("ViewCommands", "Window: soft tissue and the aorta"), "F7", 10, 80},
    {"bone", QT_TRANSLATE_NOOP("ViewCommands", "Window: bone"), "F8", 55, 99.8},
};

/// Directions in which a key changes the window; Ctrl makes the step fine.
struct Step {
    const char* id;
    const char* text;
    const char* fineText;
    const char* key;
    const char* fineKey;
    double wider;
    double brighter;
};

constexpr Step kSteps[] = {
    {"brighter", QT_TRANSLATE_NOOP("ViewCommands", "Brighter"),
     QT_TRANSLATE_NOOP("ViewCommands", "A little brighter"), "B", "Ctrl+B", 0, 1},
    {"darker", QT_TRANSLATE_NOOP("ViewCommands", "Darker"),
     QT_TRANSLATE_NOOP("ViewCommands", "A little darker"), "Shift+B", "Ctrl+Shift+B", 0, -1},
    {"moreContrast", QT_TRANSLATE_NOOP("ViewCommands", "More contrast"),
     QT_TRANSLATE_NOOP("ViewCommands", "A little more contrast"), "E", "Ctrl+E", -1, 0},
    {"lessContrast", QT_TRANSLATE_NOOP("ViewCommands", "Less contrast"),
     QT_TRANSLATE_NOOP("ViewCommands", "A little less contrast"), "Shift+E", "Ctrl+Shift+E", 1, 0},
};

} // namespace

ViewCommands::ViewCommands(ScanView& view) : QObject(&view), m_view(view) {
    makePresets();
    makeSteps();
    makeHide();
}

QAction* ViewCommands::add(const char* id, const QString& text, const char* iconName, const char* key,
                           std::function<void()> run) {
    auto* action = new QAction(themedIcon(QLatin1String(iconName), IconTone::Desk), text, this);
    action->setObjectName(QStringLiteral("view.") + QLatin1String(id));
    action->setProperty("iconName", QLatin1String(iconName));
    action->setShortcut(QKeySequence(QLatin1String(key)));
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        if (m_view.document()) run();
    });
    m_commands << action;
    return action;
}

void ViewCommands::makePresets() {
    for (const Preset& preset : kPresets)
        add(preset.id, translated(preset.text), "window", preset.key,
            [this, &preset] { m_view.autoWindow(preset.low, preset.high); });
    m_keepWindow = add("keepWindow", tr("Keep the window for the next scans"), "lock", "", [] {});
    m_keepWindow->setCheckable(true);
    connect(m_keepWindow, &QAction::toggled, &m_view, &ScanView::setWindowKeptAcrossScans);
}

void ViewCommands::makeSteps() {
    const auto change = [this](const Step& step, double share) {
        const double units = share * m_view.window().width;
        m_view.changeWindow(step.wider * units, step.brighter * units);
    };
    for (const Step& step : kSteps) {
        add(step.id, translated(step.text), "window", step.key, [&step, change] { change(step, kStep); });
        const QByteArray fineId = QByteArray(step.id) + "Fine";
        add(fineId.constData(), translated(step.fineText), "window", step.fineKey,
            [&step, change] { change(step, kFineStep); });
    }
}

void ViewCommands::makeHide() {
    m_hide = add("hideMarks", tr("Hide all marks while the key is held"), "overlay-off", "H",
                 [this] { m_view.setOverlaysHidden(true); });
    m_hide->setAutoRepeat(false);
    // Whoever has the focus when the key comes up: the scan, a cell, a list.
    QCoreApplication::instance()->installEventFilter(this);
}

bool ViewCommands::eventFilter(QObject* watched, QEvent* event) {
    if (!m_view.areOverlaysHidden()) return false;
    if (event->type() == QEvent::KeyRelease) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const QKeySequence held = m_hide->shortcut();
        // A chord without a plain key in it cannot be held: any key that comes up ends it.
        const bool isHeldKey = held.isEmpty() || held[0].key() == key.key();
        if (isHeldKey && !key.isAutoRepeat()) m_view.setOverlaysHidden(false);
    } else if (event->type() == QEvent::WindowDeactivate && watched == m_view.QWidget::window()) {
        m_view.setOverlaysHidden(false); // the key may come up elsewhere
    }
    return false;
}

} // namespace vertescore
