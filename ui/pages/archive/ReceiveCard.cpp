// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/archive/ReceiveCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/archive/TlsForm.h"
#include "ui/pages/study/making/FormField.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QSettings>
#include <QSpinBox>

namespace vertescore {
namespace {

constexpr int kLongestTitle = 16;
constexpr int kLargestPort = 65535;

const QString kAeTitle = QStringLiteral("receive/aeTitle");
const QString kPort = QStringLiteral("receive/port");
const QString kFolder = QStringLiteral("receive/folder");
const QString kCallers = QStringLiteral("receive/callers");
const QString kIsSecure = QStringLiteral("receive/tls");
const QString kCaFile = QStringLiteral("receive/caFile");
const QString kCertificateFile = QStringLiteral("receive/certificateFile");
const QString kKeyFile = QStringLiteral("receive/keyFile");

} // namespace

ReceiveCard::ReceiveCard(QSettings& settings, const std::filesystem::path& folder, QWidget* parent)
    : QWidget(parent), m_settings(settings) {
    QFrame* card = makeCard();
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kWideSpace, 12, kWideSpace, 12);
    column->setSpacing(kSpace);
    column->addWidget(makeSwitch());
    m_problem = makeWrappedLabel({}, "bad");
    column->addWidget(m_problem);
    column->addWidget(makeForm());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(card);
    readSettings(folder);
    connect(&m_receiving, &Receiving::changed, this, &ReceiveCard::refresh);
    connect(&m_receiving, &Receiving::came, this, &ReceiveCard::take);
    connect(&m_receiving, &Receiving::refused, this, &ReceiveCard::noteRefused);
    connect(&m_receiving, &Receiving::failed, this, [this](const Error& error) {
        m_form->show();
        m_problem->setText(say(error));
        m_problem->show();
    });
    refresh();
}

QWidget* ReceiveCard::makeSwitch() {
    auto* all = new QWidget;
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_switch = new QCheckBox(tr("&Receive"));
    m_state = makeWrappedLabel({}, "muted");
    m_open = makeButton(tr("Open what came"));
    m_change = makeButton(tr("Change…"), "link");
    m_change->setAccessibleName(tr("Change how objects are received"));
    row->addWidget(m_switch);
    row->addWidget(m_state, 1);
    row->addWidget(m_open);
    row->addWidget(m_change);
    connect(m_switch, &QCheckBox::clicked, this, &ReceiveCard::toggle);
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_form->setVisible(!m_form->isVisible());
        scrollTo(*m_form);
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QStringList files = std::exchange(m_files, {});
        refresh();
        Q_EMIT openRequested(files);
    });
    return all;
}

QWidget* ReceiveCard::makeForm() {
    m_form = new QWidget;
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_aeTitle = new QLineEdit;
    m_aeTitle->setMaxLength(kLongestTitle);
    m_port = new QSpinBox;
    m_port->setRange(0, kLargestPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setSpecialValueText(tr("Any"));
    leaveWheelToPage(*m_port);
    m_folder = new QLineEdit;
    m_callers = new QLineEdit;
    m_callers->setPlaceholderText(tr("Everybody who reaches the port"));
    QPushButton* choose = makeButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the folder of what comes"));
    row->addWidget(new FormField(tr("Our AE title"), m_aeTitle, {}), 1);
    row->addWidget(new FormField(tr("Our port"), m_port, {}));
    row->addWidget(new FormField(tr("Folder"), inRow({m_folder, choose}, 0), {}), 2);
    row->addWidget(new FormField(tr("AE titles that may send"), m_callers, {}), 2);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of what comes"), m_folder->text());
        if (!folder.isEmpty()) m_folder->setText(QDir::toNativeSeparators(folder));
    });
    m_tls = new TlsForm(TlsForm::Side::Receiver);
    column->addLayout(row);
    column->addWidget(m_tls);
    connect(m_tls, &TlsForm::edited, this, [this] { scrollTo(*m_form); }); // its files may show now
    m_form->hide();
    return m_form;
}

void ReceiveCard::readSettings(const std::filesystem::path& folder) {
    const pacs::ReceiverOptions usual;
    m_aeTitle->setText(m_settings.value(kAeTitle, QString::fromStdString(usual.aeTitle)).toString());
    m_port->setValue(m_settings.value(kPort, usual.port).toInt());
    m_folder->setText(m_settings.value(kFolder, QDir::toNativeSeparators(toQString(folder))).toString());
    m_callers->setText(m_settings.value(kCallers).toString());
    const auto file = [this](const QString& key) { return toPath(m_settings.value(key).toString()); };
    m_tls->setTls(
        {m_settings.value(kIsSecure).toBool(), file(kCaFile), file(kCertificateFile), file(kKeyFile)});
}

void ReceiveCard::keepSettings() {
    m_settings.setValue(kAeTitle, m_aeTitle->text());
    m_settings.setValue(kPort, m_port->value());
    m_settings.setValue(kFolder, m_folder->text());
    m_settings.setValue(kCallers, m_callers->text());
    const pacs::Tls tls = m_tls->tls();
    m_settings.setValue(kIsSecure, tls.isOn);
    m_settings.setValue(kCaFile, toQString(tls.caFile));
    m_settings.setValue(kCertificateFile, toQString(tls.certificateFile));
    m_settings.setValue(kKeyFile, toQString(tls.keyFile));
}

pacs::ReceiverOptions ReceiveCard::options() const {
    pacs::ReceiverOptions options;
    options.aeTitle = m_aeTitle->text().trimmed().toStdString();
    options.port = m_port->value();
    options.tls = m_tls->tls();
    options.folder = toPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    for (const QString& caller : m_callers->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!caller.trimmed().isEmpty()) options.callers.push_back(caller.trimmed().toStdString());
    return options;
}

void ReceiveCard::toggle(bool on) {
    m_problem->clear();
    m_refusals = 0;
    if (!on) return m_receiving.stop();
    keepSettings();
    m_receiving.start(options());
}

void ReceiveCard::stop() {
    m_receiving.stop();
}

void ReceiveCard::forget() {
    m_files.clear();
    m_count = m_refusals = 0;
    m_sender.clear();
    m_problem->clear();
    refresh();
}

void ReceiveCard::take(const pacs::StoredObject& object) {
    if (object.arrival != pacs::Arrival::AlreadyThere) m_files << toQString(object.file);
    ++m_count;
    m_sender = QString::fromStdString(object.sender);
    m_last = QDateTime::currentDateTime();
    refresh();
}

void ReceiveCard::noteRefused(const Error& error) {
    ++m_refusals;
    // The remedies for archives that refuse us do not fit those that we refuse.
    const bool isCaller = !error.path && !error.detail.empty();
    m_problem->setText(tr("Refused: %n, the last one:", nullptr, m_refusals) + QLatin1Char(' ') +
                       (isCaller ? QString::fromStdString(error.detail) : say(error)));
    refresh();
}

void ReceiveCard::refresh() {
    const bool isOn = m_receiving.isOn();
    QStringList words;
    if (!isOn)
        words << tr("Off. Switched on, nodes can send scans to this computer.");
    else if (m_receiving.port() == 0)
        words << tr("Starting…");
    else
        words << tr("Listening at port %1 as %2.").arg(m_receiving.port()).arg(m_aeTitle->text().trimmed());
    if (m_count > 0)
        words << tr("%n objects came, the last at %1 from %2.", nullptr, m_count)
                     .arg(QLocale().toString(m_last.time(), QLocale::ShortFormat), m_sender);
    m_state->setText(words.join(QLatin1Char(' ')));
    m_switch->setChecked(isOn);
    m_form->setEnabled(!isOn);
    m_open->setVisible(!m_files.isEmpty());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

} // namespace vertescore
