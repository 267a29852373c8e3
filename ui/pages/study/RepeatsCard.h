// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace vertescore {

class Workspace;

/// Scans that readers are shown a second time without knowing: how many, which, and drawing some while
/// nobody has begun to read. For the coordinator alone. GUI thread.
class RepeatsCard : public QFrame {
    Q_OBJECT
public:
    explicit RepeatsCard(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the card
    void refresh();
    std::size_t count() const { return m_count; } ///< as of the last refresh

Q_SIGNALS:
    void changed();
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    void showRepeats(const std::vector<HiddenRepeat>& repeats);
    void draw();

    Workspace& m_workspace;
    std::size_t m_count = 0;
    QLabel* m_state;
    QWidget* m_drawing;
    QSpinBox* m_wanted;
    QPushButton* m_draw;
    QPushButton* m_show;
    QLabel* m_list;
};

} // namespace vertescore
