// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <vector>

class QSettings;

namespace vertescore {

/// Every command that a key or a menu can start. The order is the order in the list of keys.
enum class ActionId {
    OpenFile,
    OpenFolder,
    OpenStudy,
    NewStudy,
    SignOut,
    CopyPicture,
    SavePicture,
    Print,
    ShowLog,
    Settings,
    Quit,
    Undo,
    Redo,
    NextUnread,
    NextScan,
    PreviousScan,
    LastScan,
    SearchWorklist,
    RunNetwork,
    StopNetwork,
    AutoNetwork,
    StepLandmarks,
    StepCrop,
    StepScore,
    StepSubmit,
    Submit,
    Grade0,
    Grade1,
    Grade2,
    Grade3,
    Grade4,
    NotReadable,
    ClearCell,
    TakeMeasured,
    MarkWall,
    CellUp,
    CellDown,
    CellLeft,
    CellRight,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    ZoomOneToOne,
    Invert,
    AutoWindow,
    ResetWindow,
    ToggleGuides,
    ToggleCurve,
    ToggleMask,
    TogglePoints,
    ToggleLabels,
    FullScreen,
    DeskPage,
    StudyPage,
    AgreementPage,
    AdjudicationPage,
    TruthPage,
    MergePage,
    ArchivePage,
    ArchiveNodes,
    DeidentifyPage,
    ImportLandmarks,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Palette,
    KeyList,
    Count
};
inline constexpr std::size_t kActionCount = static_cast<std::size_t>(ActionId::Count);

enum class ActionGroup { File, Edit, Scans, Steps, Landmarks, Grading, View, Pages, Help };
QString actionGroupTitle(ActionGroup group);

/// One line of the registry.
struct Command {
    QString name; ///< stable, for settings: "openFile"
    ActionGroup group = ActionGroup::File;
    QAction* action = nullptr;
    QKeySequence defaultKey;
};

/// The one registry of commands: text, icon, key, group. Menus, buttons, the list of keys and the command
/// palette all show these. Keys are the user's own where changed, kept in the settings. GUI thread.
class Actions : public QObject {
    Q_OBJECT
public:
    /// settings: outlives this; where changed keys are kept.
    explicit Actions(QSettings& settings, QObject* parent = nullptr);

    QAction& at(ActionId id) const { return *m_commands[static_cast<std::size_t>(id)].action; }
    const std::vector<Command>& commands() const { return m_commands; }
    const Command* find(const QString& name) const; ///< nullptr when there is none

    /// Takes commands of a panel in; their objectName is the stable name, their shortcut the default key.
    /// They stay the panel's, which must outlive the last use of this registry.
    void adopt(const QList<QAction*>& actions, ActionGroup group);

    /// DuplicateEntry when another command has the key: its text is the detail. An empty key takes the key
    /// away. InvalidArgument when there is no such command.
    Status setKey(const QString& name, const QKeySequence& key);
    void resetKeys();
    const Command* ownerOf(const QKeySequence& key) const; ///< nullptr when the key is free

Q_SIGNALS:
    void keysChanged();

private:
    void add(Command command);

    QSettings& m_settings;
    std::vector<Command> m_commands; ///< the first kActionCount by ActionId
};

} // namespace vertescore
