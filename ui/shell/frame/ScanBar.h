// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace vertescore {

class Actions;
class DocumentKeeper;
class ElidedLabel;

/// Above the scan: which one it is, the way to the next, and the buttons for looking at it. GUI thread.
class ScanBar : public QWidget {
    Q_OBJECT
public:
    explicit ScanBar(Actions& actions, QWidget* parent = nullptr);
    void setKeeper(const DocumentKeeper* keeper, bool isReader); ///< not owned; read at once

    /// That of the bar without words and rarer buttons, whatever it shows now: a bar that is wide at the
    /// moment must not keep the panels beside it narrow.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(
        QResizeEvent* event) override; ///< drops words, then the rarer buttons, where there is no room

private:
    ElidedLabel* m_code;
    QLabel* m_state;
    QToolButton* m_network = nullptr;
    QToolButton* m_next = nullptr;
    QWidget* m_rarer = nullptr;
};

} // namespace vertescore
