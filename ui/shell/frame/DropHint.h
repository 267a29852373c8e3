// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace vertescore {

/// Lies over the whole window while files are dragged over it, and says what dropping them does. GUI thread.
class DropHint : public QFrame {
    Q_OBJECT
public:
    explicit DropHint(QWidget* window);
    void showOver(const QString& text);

private:
    QLabel* m_text;
};

} // namespace vertescore
