// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace vertescore {

class Actions;
class DocumentKeeper;
class ElidedLabel;

/// Above the scan: which one it is, the way to the next, and the buttons for looking at it. GUI thread.
class ScanBar : public QWidget {
    Q_OBJECT
public:
    explicit ScanBar(Actions& actions, QWidget* parent = nullptr);
    void setKeeper(const DocumentKeeper* keeper, bool isReader);  ///< not owned; read at once

private:
    ElidedLabel* m_code;
    QLabel* m_state;
};

}  // namespace vertescore
