// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/LandmarkChange.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace vertescore {

class DetectionJob;
class ScanDocument;

/// The first step: let the network place the corners, look at them, repair, confirm. GUI thread.
class LandmarkPanel : public QWidget {
    Q_OBJECT

public:
    /// job: not owned; may be null where there is no network.
    explicit LandmarkPanel(DetectionJob* job, QWidget* parent = nullptr);
    ~LandmarkPanel() override;

    void setDocument(ScanDocument* document); ///< not owned
    /// Every command of the panel, for menus and the list of keys: objectName is a stable id
    /// ("landmarks.confirmAll"), text is translated, shortcut is the default. Owned by the panel.
    const QList<QAction*>& commands() const;

public Q_SLOTS:
    void setSelectedPoint(const std::optional<vertescore::PointAddress>& point);
    void setPlacing(bool active); ///< the view's place tool was switched on or off elsewhere

Q_SIGNALS:
    /// A vertebra was chosen in the list: select this point of it in the view.
    void pointChosen(const std::optional<vertescore::PointAddress>& point);
    void levelChosen(vertescore::Level level); ///< centre the view on it
    void placingRequested(bool active);        ///< switch the view to its place tool

private:
    struct State;
    QAction* addCommand(const char* id, const QString& text, const char* iconName, const char* key,
                        std::function<void(ScanDocument&)> run);
    void makeVertebraCommands();
    void makePointCommands();
    void layOut();
    QWidget* makeListHead();
    QWidget* makeLabelRow();
    QWidget* makeQuestion();
    QWidget* makePointCard();
    void confirmAndGoOn();
    void requestShift(int levels);
    void answerShift(bool carryScores);
    void chooseLevel(int row);
    void refresh();
    void refreshCommands();
    void refreshTexts();
    std::unique_ptr<State> m_state;
};

} // namespace vertescore
