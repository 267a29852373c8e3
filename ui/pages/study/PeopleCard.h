// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Study.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace vertescore {

class Workspace;

/// Who takes part in the study; the coordinator adds people and gives passwords here. GUI thread.
class PeopleCard : public QFrame {
    Q_OBJECT
public:
    explicit PeopleCard(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives the card
    void refresh();

Q_SIGNALS:
    void changed();
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    void choosePerson(); ///< somebody new, or somebody who gets another password
    void save();
    NewPerson newPerson() const;

    Workspace& m_workspace;
    QGridLayout* m_list;
    QComboBox* m_whom;
    QWidget* m_newOnly;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QCheckBox* m_isReader;
    QCheckBox* m_isAnnotator;
    QCheckBox* m_isCoordinator;
    QPushButton* m_save;
};

} // namespace vertescore
