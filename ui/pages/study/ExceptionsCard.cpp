// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/ExceptionsCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/SayStudy.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace vertescore {
namespace {

Status askAgain(CoordinatorSession& session, const std::string& code, PersonId reader,
                const ReadingPass& pass, const std::string& reason) {
    const auto scans = session.scans();
    if (!scans) return failure(scans.error());
    const auto scan = std::ranges::find(*scans, code, &StudyScan::code);
    if (scan == scans->end()) return failure(ErrorCode::InvalidArgument, "the study has no scan " + code);
    return session.dispute(scan->id, reader, pass, reason);
}

} // namespace

ExceptionsCard::ExceptionsCard(Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_what(new QComboBox), m_reader(new QComboBox),
      m_pass(new QComboBox), m_scan(new QLineEdit), m_reason(new QLineEdit), m_apply(makeButton({})) {
    setProperty("role", QStringLiteral("card"));
    QVBoxLayout* column = fillCard(*this, tr("Exceptions"));
    column->addWidget(makeWrappedLabel(tr("Each is kept in the log with its reason."), "muted"));
    m_what->addItem(tr("Let a reader begin before the pause is over"));
    m_what->addItem(tr("Ask a reader to look again"));
    m_what->setAccessibleName(tr("Which exception"));
    m_reader->setAccessibleName(tr("Which reader"));
    m_pass->setAccessibleName(tr("Which way of reading"));
    m_scan->setPlaceholderText(tr("Code of the scan, as S0001"));
    m_scan->setAccessibleName(tr("Code of the scan"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    for (QComboBox* box : {m_what, m_reader, m_pass}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        leaveWheelToPage(*box);
    }
    for (QWidget* field : std::initializer_list<QWidget*>{m_what, m_reader, m_pass, m_scan, m_reason})
        column->addWidget(field);
    column->addWidget(m_apply, 0, Qt::AlignLeft);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExceptionsCard::chooseWhat);
    for (QLineEdit* field : {m_scan, m_reason}) {
        connect(field, &QLineEdit::textChanged, this, &ExceptionsCard::check);
        connect(field, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    }
    connect(m_apply, &QPushButton::clicked, this, &ExceptionsCard::apply);
    chooseWhat();
}

bool ExceptionsCard::asksAgain() const {
    return m_what->currentIndex() == 1;
}

void ExceptionsCard::refresh() {
    const auto people = m_workspace.store()->people();
    if (!people) return Q_EMIT refused(people.error());
    const StudySettings& settings = m_workspace.store()->study().settings;
    m_reader->clear();
    for (const Person& person : *people)
        if (person.hasRole(Role::Reader) && !person.isSimulated)
            m_reader->addItem(QString::fromStdString(person.name), static_cast<qint64>(person.id));
    m_pass->clear();
    m_passes.clear();
    for (int session = 1; session <= settings.sessions.value_or(1); ++session) {
        for (const Arm& arm : settings.arms) {
            m_passes.push_back({arm.name, session});
            m_pass->addItem(say(m_passes.back(), settings));
        }
    }
    setVisible(m_workspace.mayMerge() && m_reader->count() > 0);
    check();
}

void ExceptionsCard::chooseWhat() {
    m_scan->setVisible(asksAgain());
    m_apply->setText(asksAgain() ? tr("Ask again") : tr("Let begin"));
    check();
}

void ExceptionsCard::check() {
    m_apply->setEnabled(m_reader->count() > 0 && !m_reason->text().trimmed().isEmpty() &&
                        (!asksAgain() || !m_scan->text().trimmed().isEmpty()));
}

void ExceptionsCard::apply() {
    const PersonId reader{m_reader->currentData().toLongLong()};
    const ReadingPass pass = m_passes[static_cast<std::size_t>(m_pass->currentIndex())];
    const std::string reason = m_reason->text().trimmed().toStdString();
    const QString said =
        asksAgain()
            ? tr("%1 is asked to look at %2 again.").arg(m_reader->currentText(), m_scan->text().trimmed())
            : tr("%1 may begin now.").arg(m_reader->currentText());
    m_apply->setEnabled(false);
    m_workspace.coordinate(
        [reader, pass, reason, asks = asksAgain(),
         code = m_scan->text().trimmed().toStdString()](CoordinatorSession& session) -> Status {
            return asks ? askAgain(session, code, reader, pass, reason)
                        : session.openPassEarly(reader, pass, reason);
        },
        [this, said](const Status& status) {
            check();
            if (!status) return Q_EMIT refused(status.error());
            m_scan->clear();
            m_reason->clear();
            Q_EMIT changed();
            Q_EMIT noted(said);
        });
}

} // namespace vertescore
