// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Study.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace vertescore {

/// Who takes part in a new study: name, roles, and a password where one is wanted. Lines without a name do
/// not count. GUI thread.
class PeopleEditor : public QWidget {
    Q_OBJECT
public:
    explicit PeopleEditor(QWidget* parent = nullptr);

    void begin(); ///< a coordinator and two readers, unnamed
    std::vector<NewPerson> people() const;
    QString problem() const; ///< why a study cannot have these; empty when it can

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QLineEdit* name;
        std::array<QCheckBox*, 3> roles; ///< in the order of Role
        QLineEdit* password;
        QWidget* remove;
    };

    void addHeader();
    void addRow(std::initializer_list<Role> roles);
    void addReader();
    void removeRow(const QLineEdit* name);
    void goOn(const QLineEdit* from);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    int m_lines = 0; ///< of the grid; those of removed rows stay empty
};

} // namespace vertescore
