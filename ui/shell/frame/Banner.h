// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace vertescore {

/// What happened, in one line under the top bar; stops nobody. The newest replaces the one before. What went
/// well goes away by itself, all else stays until it was dismissed. GUI thread.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Note, Good, Warning, Bad };

    explicit Banner(QWidget* parent = nullptr);

    void show(Tone tone, const QString& text);
    /// With one thing that can be done about it.
    void show(Tone tone, const QString& text, const QString& actionText, std::function<void()> action);
    QString text() const;
    void dismiss();

private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QTimer* m_expiry;
    std::function<void()> m_onAction;
};

} // namespace vertescore
