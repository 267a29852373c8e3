// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace vertescore {

/// Below the worklist: what goes on in the background, with cancel; afterwards what came of it, and one by
/// one what did not work. Hidden while there is nothing to say. GUI thread.
class WorkStrip : public QFrame {
    Q_OBJECT
public:
    struct Line {
        QString text;
        QString tip;
    };

    explicit WorkStrip(QWidget* parent = nullptr);

    /// Something that could be begun.
    void showOffer(const QString& text, const QString& buttonText);
    void showProgress(const QString& text, qsizetype done, qsizetype total); ///< total 0: not known yet
    void showReport(const QString& text, const QList<Line>& failures);
    bool isOffering() const;
    QString text() const;

Q_SIGNALS:
    void accepted(); ///< the offer
    void cancelled();

private:
    void showParts(std::initializer_list<QWidget*> parts);

    QLabel* m_title;
    QProgressBar* m_bar;
    QListWidget* m_failures;
    QPushButton* m_accept;
    QPushButton* m_cancel;
    QPushButton* m_close;
};

} // namespace vertescore
