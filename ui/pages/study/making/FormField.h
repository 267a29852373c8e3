// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace vertescore {

/// A field of a form with its title above it, a line below that explains it, and, when something is wrong
/// with it, what. GUI thread.
class FormField : public QWidget {
    Q_OBJECT
public:
    /// Takes the field. A "&" in the title gives the key that leads to it.
    FormField(const QString& title, QWidget* field, const QString& explanation, QWidget* parent = nullptr);
    void setProblem(const QString& text); ///< empty: none
    QString problem() const;

private:
    QLabel* m_problem;
};

/// Widgets in a row, as one field.
QWidget* inRow(std::initializer_list<QWidget*> widgets, int stretched = -1);

} // namespace vertescore
