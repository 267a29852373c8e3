// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/panel/TrainingCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace vertescore {
namespace {

QString joined(const std::vector<std::string>& texts, const QString& separator) {
    QStringList list;
    for (const std::string& text : texts)
        list << QString::fromStdString(text);
    return list.join(separator);
}

} // namespace

TrainingCard::TrainingCard(Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_truths(makeWrappedLabel({}, "muted")) {
    setProperty("role", QStringLiteral("card"));
    QVBoxLayout* column = fillCard(*this, tr("Training"));
    QPushButton* toTruths = makeButton(tr("Say what is right…"));
    QPushButton* fromFile = makeButton(tr("Truths from a file…"));
    fromFile->setToolTip(tr("A ratings CSV in which each scan stands once, by its code"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(toTruths);
    row->addWidget(fromFile);
    row->addStretch(1);
    column->addWidget(m_truths);
    column->addLayout(row);
    column->addWidget(makeFound());
    connect(toTruths, &QPushButton::clicked, this, &TrainingCard::truthRequested);
    connect(fromFile, &QPushButton::clicked, this, &TrainingCard::choose);
    forget();
}

QWidget* TrainingCard::makeFound() {
    m_found = new QWidget;
    auto* column = new QVBoxLayout(m_found);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    m_summary = makeWrappedLabel({});
    m_details = new QPlainTextEdit;
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("What the file says"));
    m_reason = new QLineEdit;
    m_reason->setPlaceholderText(tr("Reason: where it comes from"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_record = makeButton({}, "primary");
    QPushButton* leave = makeButton(tr("Leave it"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_record);
    row->addWidget(leave);
    row->addStretch(1);
    column->addWidget(m_summary);
    column->addWidget(m_details);
    column->addWidget(m_reason);
    column->addLayout(row);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_record->setEnabled(m_file.isGood() && !text.trimmed().isEmpty());
    });
    connect(m_record, &QPushButton::clicked, this, &TrainingCard::record);
    connect(leave, &QPushButton::clicked, this, &TrainingCard::forget);
    return m_found;
}

void TrainingCard::refresh() {
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return forget();
    const auto& arms = m_workspace.store()->study().settings.arms;
    setVisible(std::ranges::any_of(arms, &Arm::isTraining));
    if (isHidden()) return;
    const auto truths = coordinator->truths();
    if (!truths) return Q_EMIT refused(truths.error());
    m_truths->setText(truths->empty() ? tr("No scan has a truth yet, so there is nothing to train on.")
                                      : tr("%n scan(s) have a truth. Readers train on these; each shows what "
                                           "is right after submitting.",
                                           nullptr, static_cast<int>(truths->size())));
}

void TrainingCard::choose() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Truths from a file"), {}, tr("CSV (*.csv);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

void TrainingCard::openFile(const QString& path) {
    forget();
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    const auto file = readTruthFile(*coordinator, toPath(path));
    if (!file) return Q_EMIT refused(file.error());
    showFile(*file, QFileInfo(path).fileName());
}

void TrainingCard::showFile(const TruthFile& file, const QString& name) {
    m_file = file;
    const int faults = static_cast<int>(file.faults.size()), scans = static_cast<int>(file.truths.size());
    QString summary = tr("%1: the truth of %n scan(s).", nullptr, scans).arg(name);
    if (faults > 0)
        summary =
            tr("%1: %n thing(s) are wrong. Nothing is recorded until the file is right.", nullptr, faults)
                .arg(name);
    else if (file.replaced > 0)
        summary += QLatin1Char(' ') + tr("%n of them had one, which stays in the log.", nullptr,
                                         static_cast<int>(file.replaced));
    m_summary->setText(summary);
    setRole(*m_summary, faults > 0 ? "warning" : "");
    m_details->setPlainText(faults > 0 ? joined(file.faults, QStringLiteral("\n"))
                                       : joined(file.codes, QStringLiteral(", ")));
    m_record->setText(tr("Record %n truth(s)", nullptr, scans));
    m_record->setEnabled(false); // until there is a reason
    m_reason->setEnabled(file.isGood());
    m_found->show();
}

void TrainingCard::record() {
    CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator || !m_file.isGood()) return;
    const int scans = static_cast<int>(m_file.truths.size());
    const auto reason = m_reason->text().trimmed().toStdString();
    if (const Status status = coordinator->setTruths(m_file.truths, reason); !status)
        return Q_EMIT refused(status.error());
    forget();
    Q_EMIT changed();
    Q_EMIT noted(tr("The truth of %n scan(s) is recorded.", nullptr, scans));
}

void TrainingCard::forget() {
    m_file = {};
    m_reason->clear();
    m_found->hide();
}

} // namespace vertescore
