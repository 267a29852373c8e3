// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Actions.h"

#include "ui/theme/Icon.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <array>

namespace vertescore {
namespace {

struct Entry {
    ActionId id;
    ActionGroup group;
    const char* name;
    const char* text;
    const char* icon;
    const char* key; ///< QKeySequence::PortableText
    bool checkable = false;
};

// Single letters are for the eye and hand on the scan; Ctrl is for files and steps. The digits grade.
constexpr std::array<Entry, kActionCount> kEntries{{
    {ActionId::OpenFile, ActionGroup::File, "openFile", QT_TRANSLATE_NOOP("Actions", "Open scans…"),
     "open-file", "Ctrl+O"},
    {ActionId::OpenFolder, ActionGroup::File, "openFolder", QT_TRANSLATE_NOOP("Actions", "Open folder…"),
     "open-folder", "Ctrl+Shift+O"},
    {ActionId::OpenStudy, ActionGroup::File, "openStudy", QT_TRANSLATE_NOOP("Actions", "Open study…"),
     "study", "Ctrl+Alt+O"},
    {ActionId::NewStudy, ActionGroup::File, "newStudy", QT_TRANSLATE_NOOP("Actions", "New study…"),
     "study-new", "Ctrl+Alt+N"},
    {ActionId::SignOut, ActionGroup::File, "signOut", QT_TRANSLATE_NOOP("Actions", "Sign out"), "sign-out",
     "Ctrl+Alt+L"},
    {ActionId::CopyPicture, ActionGroup::File, "copyPicture",
     QT_TRANSLATE_NOOP("Actions", "Copy the picture or report"), "copy", "Ctrl+Shift+C"},
    {ActionId::SavePicture, ActionGroup::File, "savePicture",
     QT_TRANSLATE_NOOP("Actions", "Save the picture or report…"), "picture", "Ctrl+Shift+S"},
    {ActionId::Print, ActionGroup::File, "print",
     QT_TRANSLATE_NOOP("Actions", "Print the picture or report…"), "print", "Ctrl+P"},
    {ActionId::ShowLog, ActionGroup::File, "showLog", QT_TRANSLATE_NOOP("Actions", "Show the program's log"),
     "history", ""},
    {ActionId::Settings, ActionGroup::File, "settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "settings",
     "Ctrl+,", true},
    {ActionId::Quit, ActionGroup::File, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "close", "Ctrl+Q"},
    {ActionId::Undo, ActionGroup::Edit, "undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "undo", "Ctrl+Z"},
    {ActionId::Redo, ActionGroup::Edit, "redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "redo", "Ctrl+Shift+Z"},
    {ActionId::NextUnread, ActionGroup::Scans, "nextUnread",
     QT_TRANSLATE_NOOP("Actions", "Next unfinished scan"), "next-unread", "U"},
    {ActionId::NextScan, ActionGroup::Scans, "nextScan",
     QT_TRANSLATE_NOOP("Actions", "Next scan in the list"), "next", "PgDown"},
    {ActionId::PreviousScan, ActionGroup::Scans, "previousScan",
     QT_TRANSLATE_NOOP("Actions", "Previous scan in the list"), "previous", "PgUp"},
    {ActionId::LastScan, ActionGroup::Scans, "lastScan",
     QT_TRANSLATE_NOOP("Actions", "Back to the scan before this one"), "history", "Alt+Left"},
    {ActionId::SearchWorklist, ActionGroup::Scans, "searchWorklist",
     QT_TRANSLATE_NOOP("Actions", "Search the list of scans"), "search", "Ctrl+F"},
    {ActionId::RunNetwork, ActionGroup::Scans, "runNetwork", QT_TRANSLATE_NOOP("Actions", "Find the corners"),
     "network", "Ctrl+R"},
    {ActionId::StopNetwork, ActionGroup::Scans, "stopNetwork",
     QT_TRANSLATE_NOOP("Actions", "Stop finding the corners"), "stop", "Ctrl+."},
    {ActionId::AutoNetwork, ActionGroup::Scans, "autoNetwork",
     QT_TRANSLATE_NOOP("Actions", "Find the corners of new scans by itself"), "network", "", true},
    {ActionId::StepLandmarks, ActionGroup::Steps, "stepLandmarks",
     QT_TRANSLATE_NOOP("Actions", "Step 1: Landmarks"), "landmarks", "Ctrl+1", true},
    {ActionId::StepCrop, ActionGroup::Steps, "stepCrop", QT_TRANSLATE_NOOP("Actions", "Step 2: Crop"), "crop",
     "Ctrl+2", true},
    {ActionId::StepScore, ActionGroup::Steps, "stepScore", QT_TRANSLATE_NOOP("Actions", "Step 3: Score"),
     "score", "Ctrl+3", true},
    {ActionId::StepSubmit, ActionGroup::Steps, "stepSubmit", QT_TRANSLATE_NOOP("Actions", "Step 4: Submit"),
     "submit", "Ctrl+4", true},
    {ActionId::Submit, ActionGroup::Steps, "submit", QT_TRANSLATE_NOOP("Actions", "Submit the reading"),
     "submit", "Ctrl+Return"},
    {ActionId::Grade0, ActionGroup::Grading, "grade0", QT_TRANSLATE_NOOP("Actions", "Grade 0: none"), "score",
     "0"},
    {ActionId::Grade1, ActionGroup::Grading, "grade1",
     QT_TRANSLATE_NOOP("Actions", "Grade 1: up to a third of the wall"), "score", "1"},
    {ActionId::Grade2, ActionGroup::Grading, "grade2",
     QT_TRANSLATE_NOOP("Actions", "Grade 2: between a third and two thirds"), "score", "2"},
    {ActionId::Grade3, ActionGroup::Grading, "grade3",
     QT_TRANSLATE_NOOP("Actions", "Grade 3: two thirds and more"), "score", "3"},
    {ActionId::Grade4, ActionGroup::Grading, "grade4",
     QT_TRANSLATE_NOOP("Actions", "Grade 4: AAC-8, more than three vertebral heights"), "score", "4"},
    {ActionId::NotReadable, ActionGroup::Grading, "notReadable",
     QT_TRANSLATE_NOOP("Actions", "Cell is not readable…"), "not-readable", "N"},
    {ActionId::ClearCell, ActionGroup::Grading, "clearCell", QT_TRANSLATE_NOOP("Actions", "Clear the cell"),
     "close", "Backspace"},
    {ActionId::TakeMeasured, ActionGroup::Grading, "takeMeasured",
     QT_TRANSLATE_NOOP("Actions", "Take the measured grade"), "check", "T"},
    {ActionId::MarkWall, ActionGroup::Grading, "markWall",
     QT_TRANSLATE_NOOP("Actions", "Mark calcification on the wall"), "curve", "K", true},
    {ActionId::CellUp, ActionGroup::Grading, "cellUp", QT_TRANSLATE_NOOP("Actions", "Cell above"),
     "chevron-up", "Up"},
    {ActionId::CellDown, ActionGroup::Grading, "cellDown", QT_TRANSLATE_NOOP("Actions", "Cell below"),
     "chevron-down", "Down"},
    {ActionId::CellLeft, ActionGroup::Grading, "cellLeft", QT_TRANSLATE_NOOP("Actions", "Cell to the left"),
     "previous", "Left"},
    {ActionId::CellRight, ActionGroup::Grading, "cellRight",
     QT_TRANSLATE_NOOP("Actions", "Cell to the right"), "next", "Right"},
    {ActionId::ZoomIn, ActionGroup::View, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "zoom-in", "+"},
    {ActionId::ZoomOut, ActionGroup::View, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "zoom-out",
     "-"},
    {ActionId::ZoomFit, ActionGroup::View, "zoomFit",
     QT_TRANSLATE_NOOP("Actions", "Fit the scan into the view"), "fit", "F"},
    {ActionId::ZoomOneToOne, ActionGroup::View, "zoomOneToOne",
     QT_TRANSLATE_NOOP("Actions", "One scan pixel per screen pixel"), "one-to-one", "Shift+F"},
    {ActionId::Invert, ActionGroup::View, "invert", QT_TRANSLATE_NOOP("Actions", "Invert the greys"),
     "invert", "I"},
    {ActionId::AutoWindow, ActionGroup::View, "autoWindow",
     QT_TRANSLATE_NOOP("Actions", "Window from the picture's own greys"), "auto-window", "A"},
    {ActionId::ResetWindow, ActionGroup::View, "resetWindow",
     QT_TRANSLATE_NOOP("Actions", "Window as the file has it"), "window", "Shift+A"},
    {ActionId::ToggleGuides, ActionGroup::View, "toggleGuides", QT_TRANSLATE_NOOP("Actions", "Show guides"),
     "guides", "G", true},
    {ActionId::ToggleCurve, ActionGroup::View, "toggleCurve",
     QT_TRANSLATE_NOOP("Actions", "Show the aorta region's border"), "curve", "C", true},
    {ActionId::ToggleMask, ActionGroup::View, "toggleMask",
     QT_TRANSLATE_NOOP("Actions", "Show what was not scanned"), "mask", "M", true},
    {ActionId::TogglePoints, ActionGroup::View, "togglePoints", QT_TRANSLATE_NOOP("Actions", "Show corners"),
     "landmarks", "P", true},
    {ActionId::ToggleLabels, ActionGroup::View, "toggleLabels",
     QT_TRANSLATE_NOOP("Actions", "Show level names"), "overlay", "L", true},
    {ActionId::FullScreen, ActionGroup::View, "fullScreen",
     QT_TRANSLATE_NOOP("Actions", "Full-screen reading"), "full-screen", "F11", true},
    {ActionId::DeskPage, ActionGroup::Pages, "deskPage", QT_TRANSLATE_NOOP("Actions", "Reading desk"),
     "picture", "Alt+1", true},
    {ActionId::StudyPage, ActionGroup::Pages, "studyPage", QT_TRANSLATE_NOOP("Actions", "Study"), "study",
     "Alt+2", true},
    {ActionId::AgreementPage, ActionGroup::Pages, "agreementPage", QT_TRANSLATE_NOOP("Actions", "Agreement"),
     "agreement", "Alt+3", true},
    {ActionId::AdjudicationPage, ActionGroup::Pages, "adjudicationPage",
     QT_TRANSLATE_NOOP("Actions", "Adjudication"), "people", "Alt+4", true},
    {ActionId::TruthPage, ActionGroup::Pages, "truthPage", QT_TRANSLATE_NOOP("Actions", "Truth for training"),
     "check", "Alt+5", true},
    {ActionId::MergePage, ActionGroup::Pages, "mergePage",
     QT_TRANSLATE_NOOP("Actions", "Merge copies of the study"), "import", "Alt+6", true},
    {ActionId::ArchivePage, ActionGroup::Pages, "archivePage", QT_TRANSLATE_NOOP("Actions", "Archive (PACS)"),
     "import", "Alt+7", true},
    {ActionId::ArchiveNodes, ActionGroup::Pages, "archiveNodes",
     QT_TRANSLATE_NOOP("Actions", "Archive nodes…"), "settings", ""},
    {ActionId::DeidentifyPage, ActionGroup::Pages, "deidentifyPage",
     QT_TRANSLATE_NOOP("Actions", "De-identify scans…"), "mask", "Alt+8", true},
    {ActionId::ImportLandmarks, ActionGroup::Pages, "importLandmarks",
     QT_TRANSLATE_NOOP("Actions", "Import landmarks…"), "landmarks", "Alt+9", true},
    {ActionId::ThemeSystem, ActionGroup::Pages, "themeSystem",
     QT_TRANSLATE_NOOP("Actions", "Theme: as the system"), "window", "", true},
    {ActionId::ThemeLight, ActionGroup::Pages, "themeLight", QT_TRANSLATE_NOOP("Actions", "Theme: light"),
     "light", "", true},
    {ActionId::ThemeDark, ActionGroup::Pages, "themeDark", QT_TRANSLATE_NOOP("Actions", "Theme: dark"),
     "dark", "", true},
    {ActionId::Palette, ActionGroup::Help, "palette", QT_TRANSLATE_NOOP("Actions", "Find a command…"),
     "command", "Ctrl+K"},
    {ActionId::KeyList, ActionGroup::Help, "keyList", QT_TRANSLATE_NOOP("Actions", "List of keys"),
     "keyboard", "F1"},
}};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kActionCount; ++i)
        if (static_cast<std::size_t>(kEntries[i].id) != i) return false;
    return true;
}
static_assert(isInOrder(), "kEntries follows ActionId");

QString settingsKey(const Command& command) {
    return QStringLiteral("keys/%1").arg(command.name);
}

/// Second keys that people know from elsewhere; they go when the first one is changed.
QKeySequence secondKey(const QString& name) {
    if (name == QLatin1String("keyList")) return QKeySequence(QStringLiteral("?"));
    if (name == QLatin1String("redo")) return QKeySequence(QStringLiteral("Ctrl+Y"));
    if (name == QLatin1String("zoomIn")) return QKeySequence(QStringLiteral("="));
    if (name == QLatin1String("submit")) return QKeySequence(QStringLiteral("Ctrl+Enter"));
    return {};
}

void applyKey(const Command& command, const QKeySequence& key) {
    QList<QKeySequence> keys;
    if (!key.isEmpty()) keys << key;
    if (const QKeySequence second = secondKey(command.name); key == command.defaultKey && !second.isEmpty())
        keys << second;
    command.action->setShortcuts(keys);
    const QString text = command.action->text();
    command.action->setToolTip(
        keys.isEmpty()
            ? text
            : QStringLiteral("%1  (%2)").arg(text, keys.first().toString(QKeySequence::NativeText)));
}

} // namespace

QString actionGroupTitle(ActionGroup group) {
    switch (group) {
    case ActionGroup::File:
        return QCoreApplication::translate("Actions", "Files and studies");
    case ActionGroup::Edit:
        return QCoreApplication::translate("Actions", "Edit");
    case ActionGroup::Scans:
        return QCoreApplication::translate("Actions", "Scans");
    case ActionGroup::Steps:
        return QCoreApplication::translate("Actions", "Steps");
    case ActionGroup::Landmarks:
        return QCoreApplication::translate("Actions", "Landmarks");
    case ActionGroup::Grading:
        return QCoreApplication::translate("Actions", "Grading");
    case ActionGroup::View:
        return QCoreApplication::translate("Actions", "View");
    case ActionGroup::Pages:
        return QCoreApplication::translate("Actions", "Pages and theme");
    case ActionGroup::Help:
        return QCoreApplication::translate("Actions", "Help");
    }
    return {};
}

Actions::Actions(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
    for (const Entry& entry : kEntries) {
        auto* action = new QAction(themedIcon(QLatin1String(entry.icon)),
                                   QCoreApplication::translate("Actions", entry.text), this);
        action->setObjectName(QLatin1String(entry.name));
        action->setProperty("iconName", QLatin1String(entry.icon));
        action->setCheckable(entry.checkable);
        add({QLatin1String(entry.name), entry.group, action,
             QKeySequence::fromString(QLatin1String(entry.key), QKeySequence::PortableText)});
    }
    // Arrows belong to whatever has the focus; they move the cell only in the grid and over the scan.
    for (const ActionId id : {ActionId::CellUp, ActionId::CellDown, ActionId::CellLeft, ActionId::CellRight})
        at(id).setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void Actions::adopt(const QList<QAction*>& actions, ActionGroup group) {
    for (QAction* action : actions)
        add({action->objectName(), group, action, action->shortcut()});
    Q_EMIT keysChanged();
}

const Command* Actions::find(const QString& name) const {
    const auto found = std::ranges::find(m_commands, name, &Command::name);
    return found == m_commands.end() ? nullptr : &*found;
}

const Command* Actions::ownerOf(const QKeySequence& key) const {
    if (key.isEmpty()) return nullptr;
    const auto found = std::ranges::find_if(
        m_commands, [&](const Command& command) { return command.action->shortcuts().contains(key); });
    return found == m_commands.end() ? nullptr : &*found;
}

Status Actions::setKey(const QString& name, const QKeySequence& key) {
    const Command* command = find(name);
    if (!command) return failure(ErrorCode::InvalidArgument, name.toStdString());
    const Command* owner = ownerOf(key);
    if (owner && owner != command)
        return failure(ErrorCode::DuplicateEntry, owner->action->text().toStdString());
    m_settings.setValue(settingsKey(*command), key.toString(QKeySequence::PortableText));
    applyKey(*command, key);
    Q_EMIT keysChanged();
    return {};
}

void Actions::resetKeys() {
    for (const Command& command : m_commands) {
        m_settings.remove(settingsKey(command));
        applyKey(command, command.defaultKey);
    }
    Q_EMIT keysChanged();
}

void Actions::add(Command command) {
    const QVariant own = m_settings.value(settingsKey(command));
    applyKey(command, own.isValid() ? QKeySequence::fromString(own.toString()) : command.defaultKey);
    m_commands.push_back(std::move(command));
}

} // namespace vertescore
