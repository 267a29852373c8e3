// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/CoordinatorSession.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vertescore {

class Workspace;

/// What a coordinator may do against the rules, with a reason that goes into the log: let a reader begin
/// before the pause is over, and ask a reader to look at a submitted scan again. GUI thread.
class ExceptionsCard : public QFrame {
    Q_OBJECT
public:
    explicit ExceptionsCard(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the card
    void refresh();

Q_SIGNALS:
    void changed();
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    bool asksAgain() const;
    void chooseWhat();
    void check();
    void apply();

    Workspace& m_workspace;
    std::vector<ReadingPass> m_passes; ///< every arm in every session
    QComboBox* m_what;
    QComboBox* m_reader;
    QComboBox* m_pass;
    QLineEdit* m_scan;
    QLineEdit* m_reason;
    QPushButton* m_apply;
};

} // namespace vertescore
