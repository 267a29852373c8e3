// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/making/PeopleEditor.h"

#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>
#include <set>

namespace vertescore {
namespace {

constexpr std::array kRoles{Role::Reader, Role::Annotator, Role::Coordinator};
constexpr int kPasswordColumn = 4;
constexpr int kRemoveColumn = 5;

QString explanationOf(Role role) {
    switch (role) {
    case Role::Reader:
        return PeopleEditor::tr("Grades scans; sees nobody else's work, no name and no file");
    case Role::Annotator:
        return PeopleEditor::tr("Places and confirms corners; gives no grades");
    case Role::Coordinator:
        return PeopleEditor::tr("Adds scans and people, sees all readings, settles and reports");
    }
    return {};
}

} // namespace

PeopleEditor::PeopleEditor(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(kPasswordColumn, 2);
    QPushButton* another = makeButton(tr("Add a reader"), "link");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(m_grid);
    column->addWidget(another, 0, Qt::AlignLeft);
    connect(another, &QPushButton::clicked, this, &PeopleEditor::addReader);
    addHeader();
    begin();
}

void PeopleEditor::addHeader() {
    m_grid->addWidget(makeLabel(tr("Name"), "section"), 0, 0);
    int column = 1;
    for (const Role role : kRoles) {
        QLabel* title = makeLabel(say(role), "section");
        title->setToolTip(explanationOf(role));
        m_grid->addWidget(title, 0, column++, Qt::AlignHCenter);
    }
    m_grid->addWidget(makeLabel(tr("Password, or empty"), "section"), 0, kPasswordColumn);
}

void PeopleEditor::begin() {
    while (!m_rows.empty())
        removeRow(m_rows.back().name);
    addRow({Role::Coordinator, Role::Annotator});
    addRow({Role::Reader});
    addRow({Role::Reader});
}

void PeopleEditor::addRow(std::initializer_list<Role> roles) {
    const int line = ++m_lines;
    Row row{};
    row.name = new QLineEdit;
    row.name->setAccessibleName(tr("Name of a person"));
    row.name->setPlaceholderText(
        std::ranges::find(roles, Role::Coordinator) != roles.end() ? tr("Who coordinates") : tr("Who reads"));
    m_grid->addWidget(row.name, line, 0);
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        auto* box = new QCheckBox;
        box->setChecked(std::ranges::find(roles, kRoles[i]) != roles.end());
        box->setAccessibleName(say(kRoles[i]));
        box->setToolTip(explanationOf(kRoles[i]));
        m_grid->addWidget(box, line, 1 + static_cast<int>(i), Qt::AlignCenter);
        connect(box, &QCheckBox::toggled, this, &PeopleEditor::changed);
        row.roles[i] = box;
    }
    row.password = new QLineEdit;
    row.password->setEchoMode(QLineEdit::Password);
    row.password->setAccessibleName(tr("Password"));
    m_grid->addWidget(row.password, line, kPasswordColumn);
    auto* remove = new QToolButton;
    remove->setIcon(themedIcon(QStringLiteral("close")));
    remove->setProperty("role", QStringLiteral("mark"));
    remove->setToolTip(tr("Remove this line"));
    remove->setAccessibleName(remove->toolTip());
    m_grid->addWidget(remove, line, kRemoveColumn);
    row.remove = remove;
    m_rows.push_back(row);
    connect(remove, &QToolButton::clicked, this, [this, name = row.name] { removeRow(name); });
    connect(row.name, &QLineEdit::textChanged, this, &PeopleEditor::changed);
    connect(row.name, &QLineEdit::returnPressed, this, [this, name = row.name] { goOn(name); });
}

void PeopleEditor::addReader() {
    addRow({Role::Reader});
    m_rows.back().name->setFocus();
}

/// Names are typed one after the other.
void PeopleEditor::goOn(const QLineEdit* from) {
    const auto row = std::ranges::find(m_rows, from, &Row::name);
    if (row == m_rows.end() || row + 1 == m_rows.end()) return addReader();
    (row + 1)->name->setFocus();
}

void PeopleEditor::removeRow(const QLineEdit* name) {
    const auto row = std::ranges::find(m_rows, name, &Row::name);
    if (row == m_rows.end()) return;
    for (QWidget* widget : std::initializer_list<QWidget*>{row->name, row->roles[0], row->roles[1],
                                                           row->roles[2], row->password, row->remove}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // a click on it may be what brought us here
    }
    m_rows.erase(row);
    Q_EMIT changed();
}

std::vector<NewPerson> PeopleEditor::people() const {
    std::vector<NewPerson> people;
    for (const Row& row : m_rows) {
        NewPerson person;
        person.name = row.name->text().trimmed().toStdString();
        if (person.name.empty()) continue;
        for (std::size_t i = 0; i < kRoles.size(); ++i)
            if (row.roles[i]->isChecked()) person.roles.push_back(kRoles[i]);
        if (!row.password->text().isEmpty()) person.password = row.password->text().toStdString();
        people.push_back(std::move(person));
    }
    return people;
}

QString PeopleEditor::problem() const {
    const auto all = people();
    std::set<std::string> names;
    bool anyCoordinator = false;
    for (const NewPerson& person : all) {
        const QString name = QString::fromStdString(person.name);
        if (person.roles.empty()) return tr("Give %1 a role.").arg(name);
        if (!names.insert(person.name).second)
            return tr("%1 is there twice. One person may have several roles.").arg(name);
        anyCoordinator |= std::ranges::find(person.roles, Role::Coordinator) != person.roles.end();
    }
    for (const Row& row : m_rows)
        if (row.name->text().trimmed().isEmpty() && !row.password->text().isEmpty())
            return tr("A password stands beside no name.");
    return anyCoordinator ? QString()
                          : tr("Name a coordinator: who adds scans, sees all readings and reports.");
}

} // namespace vertescore
