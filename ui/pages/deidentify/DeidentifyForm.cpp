// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/deidentify/DeidentifyForm.h"

#include "ui/pages/PageFrame.h"
#include "ui/pages/study/making/FormField.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>

namespace vertescore {
namespace {

constexpr qsizetype kMostShown = 4;

std::filesystem::path pathIn(const QLineEdit& field) {
    return toPath(QDir::fromNativeSeparators(field.text().trimmed()));
}

} // namespace

DeidentifyForm::DeidentifyForm(QWidget* parent) : QWidget(parent) {
    auto* cards = new QVBoxLayout;
    cards->setSpacing(kWideSpace);
    cards->addWidget(makePlaces());
    cards->addWidget(makeOptions());
    m_look = makeButton(tr("&Look for writing"), "primary");
    m_problem = makeWrappedLabel({}, "bad");
    auto* end = new QHBoxLayout;
    end->setSpacing(12);
    end->addWidget(m_look);
    end->addWidget(m_problem, 1);
    cards->addLayout(end);
    cards->addStretch(1);
    framePage(*this, cards, {});
    connect(m_look, &QPushButton::clicked, this, &DeidentifyForm::ask);
    for (QLineEdit* field : {m_out, m_secret}) {
        connect(field, &QLineEdit::textChanged, this, &DeidentifyForm::refresh);
        connect(field, &QLineEdit::returnPressed, this, &DeidentifyForm::ask);
    }
    refresh();
}

QWidget* DeidentifyForm::makePlaces() {
    auto [card, column] = makeTitledCard(tr("Copies without identity"));
    column->addWidget(makeWrappedLabel(
        tr("DICOM scans, and results of this program, are copied by the confidentiality profile of the DICOM "
           "standard (PS3.15). First every picture is searched for writing; nothing is written before you "
           "have confirmed. The originals are only read. For research use only. Not for diagnosis."),
        "muted"));
    m_files = makeButton(tr("Choose files…"));
    QPushButton* folder = makeButton(tr("Choose folder…"));
    m_noScans = makeButton(tr("None after all"), "link");
    m_chosen = makeWrappedLabel({});
    column->addWidget(new FormField(tr("Scans"), inRow({m_files, folder, m_noScans}), {}));
    column->addWidget(m_chosen);
    m_out = new QLineEdit;
    QPushButton* chooseOut = makeButton(tr("Choose…"));
    chooseOut->setAccessibleName(tr("Choose the folder of the copies"));
    column->addWidget(new FormField(tr("Folder of the &copies"), inRow({m_out, chooseOut}, 0),
                                    tr("Files and folders there are called by pseudonyms; nothing that is "
                                       "there already is written over.")));
    m_secret = new QLineEdit;
    m_secret->setPlaceholderText(tr("Of this run alone"));
    QPushButton* chooseSecret = makeButton(tr("Choose…"));
    chooseSecret->setAccessibleName(tr("Choose the file of the secret"));
    m_secretField =
        new FormField(tr("File with the sec&ret of the study"), inRow({m_secret, chooseSecret}, 0),
                      tr("The same secret gives the same pseudonyms, UIDs and dates; it is made where there "
                         "is no such file. "
                         "Keep it away from the copies. Without one no later run will give the same."));
    column->addWidget(m_secretField);
    connect(m_files, &QPushButton::clicked, this, [this] { Q_EMIT scansRequested(false); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT scansRequested(true); });
    connect(m_noScans, &QPushButton::clicked, this, &DeidentifyForm::clearScans);
    connect(chooseOut, &QPushButton::clicked, this, &DeidentifyForm::chooseOut);
    connect(chooseSecret, &QPushButton::clicked, this, &DeidentifyForm::chooseSecret);
    return card;
}

QWidget* DeidentifyForm::makeOptions() {
    auto [card, column] = makeTitledCard(tr("What stays"));
    m_dates = new QComboBox;
    m_dates->addItem(tr("Moved by days of the patient's own: intervals stay"),
                     static_cast<int>(DateChoice::Modified));
    m_dates->addItem(tr("Removed"), static_cast<int>(DateChoice::Removed));
    m_dates->addItem(tr("Kept"), static_cast<int>(DateChoice::Full));
    m_dates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    leaveWheelToPage(*m_dates);
    column->addWidget(new FormField(tr("&Dates and times"), m_dates, {}));
    m_uids = new QCheckBox(tr("Keep the &UIDs"));
    m_device = new QCheckBox(tr("Keep which sca&nner it was"));
    m_institution = new QCheckBox(tr("Keep &where it was"));
    m_characteristics = new QCheckBox(tr("Keep a&ge, sex, size and weight"));
    m_descriptors = new QCheckBox(tr("Keep common words of descriptions (LATERAL, SPINE, DXA …)"));
    for (QCheckBox* box : {m_uids, m_device, m_institution, m_characteristics, m_descriptors})
        column->addWidget(box);
    column->addWidget(makeWrappedLabel(
        tr("Everything else that may tell who it is goes, private elements too. Each copy says how it was "
           "made."),
        "small"));
    return card;
}

void DeidentifyForm::begin() {
    (m_look->isEnabled() ? m_look : m_files)->setFocus();
}

void DeidentifyForm::addScans(const QStringList& paths) {
    for (const QString& path : paths)
        if (!m_in.contains(path)) m_in << path;
    refresh();
}

void DeidentifyForm::clearScans() {
    m_in.clear();
    refresh();
}

void DeidentifyForm::chooseOut() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the copies"), m_out->text());
    if (!folder.isEmpty()) m_out->setText(QDir::toNativeSeparators(folder));
}

void DeidentifyForm::chooseSecret() {
    // Either one that is there or a new one; it is never written over.
    const QString file = QFileDialog::getSaveFileName(this, tr("File with the secret of the study"),
                                                      m_secret->text(), tr("Secrets (*.key);;All files (*)"),
                                                      nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty()) m_secret->setText(QDir::toNativeSeparators(file));
}

DeidentifyOrder DeidentifyForm::order() const {
    DeidentifyOrder order;
    for (const QString& path : m_in)
        order.in.push_back(toPath(path));
    order.out = pathIn(*m_out);
    order.secret = pathIn(*m_secret);
    order.profile.dates = static_cast<DateChoice>(m_dates->currentData().toInt());
    order.profile.uids = m_uids->isChecked();
    order.profile.deviceIdentity = m_device->isChecked();
    order.profile.institutionIdentity = m_institution->isChecked();
    order.profile.patientCharacteristics = m_characteristics->isChecked();
    order.profile.descriptors = m_descriptors->isChecked();
    return order;
}

void DeidentifyForm::ask() {
    if (!m_look->isEnabled()) return;
    const DeidentifyOrder asked = order();
    const auto below = asked.secret.lexically_normal().lexically_relative(asked.out.lexically_normal());
    if (!asked.secret.empty() && !below.empty() && *below.begin() != "..")
        return m_secretField->setProblem(tr("The secret must not lie among the copies."));
    showProblem({});
    Q_EMIT lookRequested();
}

void DeidentifyForm::showProblem(const QString& text) {
    m_problem->setText(text);
}

void DeidentifyForm::refresh() {
    m_secretField->setProblem({});
    showProblem({});
    QStringList shown = m_in.mid(0, kMostShown);
    if (const auto more = static_cast<int>(m_in.size() - shown.size()); more > 0)
        shown << tr("and %n more", nullptr, more);
    m_chosen->setText(m_in.isEmpty()
                          ? tr("None yet. Files, folders and zip archives can be dropped here, too.")
                          : shown.join(QLatin1Char('\n')));
    m_noScans->setVisible(!m_in.isEmpty());
    m_look->setEnabled(!m_in.isEmpty() && !m_out->text().trimmed().isEmpty());
}

} // namespace vertescore
