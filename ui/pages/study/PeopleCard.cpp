// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/PeopleCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace vertescore {
namespace {

QString rolesOf(const Person& person) {
    QStringList roles;
    for (const Role role : person.roles)
        roles << say(role);
    QString text = roles.join(QStringLiteral(", "));
    if (person.hasPassword) text += PeopleCard::tr(" · with password");
    return text;
}

} // namespace

PeopleCard::PeopleCard(Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_list(new QGridLayout), m_whom(new QComboBox),
      m_newOnly(new QWidget), m_name(new QLineEdit), m_password(new QLineEdit),
      m_isReader(new QCheckBox(say(Role::Reader))), m_isAnnotator(new QCheckBox(say(Role::Annotator))),
      m_isCoordinator(new QCheckBox(say(Role::Coordinator))), m_save(makeButton({})) {
    setProperty("role", QStringLiteral("card"));
    QVBoxLayout* column = fillCard(*this, tr("People"));
    leaveWheelToPage(*m_whom);
    m_whom->setAccessibleName(tr("Whom to add or change"));
    m_whom->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_name->setPlaceholderText(tr("Name of the new person"));
    m_name->setAccessibleName(tr("Name of the new person"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    m_isReader->setChecked(true);
    auto* roles = new QHBoxLayout;
    for (QCheckBox* box : {m_isReader, m_isAnnotator, m_isCoordinator})
        roles->addWidget(box);
    roles->addStretch(1);
    auto* fresh = new QVBoxLayout(m_newOnly);
    fresh->setContentsMargins(0, 0, 0, 0);
    fresh->addWidget(m_name);
    fresh->addLayout(roles);
    column->addLayout(m_list);
    column->addWidget(makeLine());
    column->addWidget(m_whom);
    column->addWidget(m_newOnly);
    column->addWidget(m_password);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_whom, &QComboBox::currentIndexChanged, this, &PeopleCard::choosePerson);
    connect(m_save, &QPushButton::clicked, this, &PeopleCard::save);
    for (QLineEdit* field : {m_name, m_password})
        connect(field, &QLineEdit::returnPressed, m_save, &QPushButton::click);
}

void PeopleCard::refresh() {
    const auto people = m_workspace.store()->people();
    if (!people) return Q_EMIT refused(people.error());
    QList<std::pair<QString, QString>> lines;
    const QSignalBlocker blocked(m_whom);
    m_whom->clear();
    m_whom->addItem(tr("Add a person"), qint64{0});
    for (const Person& person : *people) {
        const QString name = QString::fromStdString(person.name);
        lines << std::pair{name, rolesOf(person)};
        if (!person.isSimulated)
            m_whom->addItem(person.hasPassword ? tr("New password for %1").arg(name)
                                               : tr("Password for %1").arg(name),
                            static_cast<qint64>(person.id));
    }
    fillFacts(*m_list, lines);
    choosePerson();
}

void PeopleCard::choosePerson() {
    const bool isNew = m_whom->currentIndex() == 0;
    m_newOnly->setVisible(isNew);
    m_password->clear();
    m_password->setPlaceholderText(isNew ? tr("Password, or empty to sign in without one") : tr("Password"));
    m_save->setText(isNew ? tr("Add person") : tr("Set password"));
}

NewPerson PeopleCard::newPerson() const {
    NewPerson person;
    person.name = m_name->text().trimmed().toStdString();
    if (m_isReader->isChecked()) person.roles.push_back(Role::Reader);
    if (m_isAnnotator->isChecked()) person.roles.push_back(Role::Annotator);
    if (m_isCoordinator->isChecked()) person.roles.push_back(Role::Coordinator);
    if (!m_password->text().isEmpty()) person.password = m_password->text().toStdString();
    return person;
}

void PeopleCard::save() {
    if (!m_save->isEnabled()) return;
    m_save->setEnabled(false);
    const auto done = [this](const QString& text) {
        return [this, text](const Status& status) {
            m_save->setEnabled(true);
            if (!status) return Q_EMIT refused(status.error());
            m_name->clear();
            Q_EMIT changed();
            Q_EMIT noted(text);
        };
    };
    const PersonId whom{m_whom->currentData().toLongLong()};
    if (m_whom->currentIndex() > 0)
        m_workspace.coordinate(
            [whom, password = m_password->text().toStdString()](CoordinatorSession& session) {
                return session.setPassword(whom, password);
            },
            done(tr("The password is set; it holds from the next signing in.")));
    else
        m_workspace.coordinate(
            [person = newPerson()](CoordinatorSession& session) -> Status {
                const auto added = session.addPerson(person);
                return added ? Status{} : failure(added.error());
            },
            done(tr("%1 was added to the study.").arg(m_name->text().trimmed())));
}

} // namespace vertescore
