// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/making/FormField.h"

#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QLabel>

namespace vertescore {

FormField::FormField(const QString& title, QWidget* field, const QString& explanation, QWidget* parent)
    : QWidget(parent), m_problem(makeWrappedLabel({}, "bad")) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!title.isEmpty()) {
        QLabel* label = makeLabel(title);
        label->setBuddy(field->focusProxy() ? field->focusProxy() : field);
        column->addWidget(label);
    }
    column->addWidget(field);
    if (!explanation.isEmpty()) column->addWidget(makeWrappedLabel(explanation, "small"));
    column->addWidget(m_problem);
    column->addStretch(1);
    setProblem({});
}

void FormField::setProblem(const QString& text) {
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString FormField::problem() const {
    return m_problem->text();
}

QWidget* inRow(std::initializer_list<QWidget*> widgets, int stretched) {
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    int index = 0;
    for (QWidget* widget : widgets)
        row->addWidget(widget, index++ == stretched ? 1 : 0);
    if (stretched < 0) row->addStretch(1);
    whole->setFocusProxy(*widgets.begin());
    return whole;
}

} // namespace vertescore
