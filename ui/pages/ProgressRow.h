// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace vertescore {

/// A line of a page that says what runs in the background and how far it is, with a button that stops it.
/// Not in view while nothing runs. GUI thread.
class ProgressRow : public QWidget {
    Q_OBJECT
public:
    explicit ProgressRow(QWidget* parent = nullptr);
    void begin(const QString& text); ///< how far it will go is not known yet
    void setText(const QString& text);
    void setDone(qsizetype done, qsizetype total); ///< total 0: not known
    void end();

Q_SIGNALS:
    void stopRequested();

private:
    QLabel* m_text;
    QProgressBar* m_bar;
};

} // namespace vertescore
