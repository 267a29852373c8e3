// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/archive/TlsForm.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/Say.h"
#include "ui/theme/Pieces.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace vertescore {

TlsForm::TlsForm(Side side, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_isOn = new QCheckBox(tr("&Secure connection (TLS)"));
    auto* files = new QWidget;
    auto* form = new QFormLayout(files);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kWideSpace);
    m_ca = addFile(*form, side == Side::Caller ? tr("Whom to trust (PEM)")
                                               : tr("Authority of the callers (PEM); optional"));
    m_certificate = addFile(*form, tr("Our certificate (PEM)"));
    m_key = addFile(*form, tr("Its key (PEM)"));
    m_checksHost = new QCheckBox(tr("The certificate must name the host"));
    form->addRow(QString(), m_checksHost);
    m_checksHost->setVisible(side == Side::Caller);
    column->addWidget(m_isOn);
    column->addWidget(files);
    connect(m_isOn, &QCheckBox::toggled, files, &QWidget::setVisible);
    files->setVisible(false);
    for (QCheckBox* box : {m_isOn, m_checksHost})
        connect(box, &QCheckBox::clicked, this, &TlsForm::edited);
}

QLineEdit* TlsForm::addFile(QFormLayout& form, const QString& title) {
    auto* field = new QLineEdit;
    auto* choose = makeButton(tr("Choose…"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(field, 1);
    row->addWidget(choose);
    QLabel* label = makeLabel(title, "muted");
    label->setBuddy(field);
    label->setMinimumHeight(field->sizeHint().height());
    form.addRow(label, row);
    choose->setAccessibleName(title);
    connect(field, &QLineEdit::textEdited, this, &TlsForm::edited);
    connect(choose, &QPushButton::clicked, this, [this, field, title] {
        const QString file = QFileDialog::getOpenFileName(this, title, field->text());
        if (file.isEmpty()) return;
        field->setText(file);
        Q_EMIT edited();
    });
    return field;
}

void TlsForm::setTls(const pacs::Tls& tls) {
    m_isOn->setChecked(tls.isOn);
    m_ca->setText(toQString(tls.caFile));
    m_certificate->setText(toQString(tls.certificateFile));
    m_key->setText(toQString(tls.keyFile));
    m_checksHost->setChecked(tls.checksHostName);
}

pacs::Tls TlsForm::tls() const {
    return {m_isOn->isChecked(), toPath(m_ca->text()), toPath(m_certificate->text()), toPath(m_key->text()),
            m_checksHost->isChecked()};
}

} // namespace vertescore
