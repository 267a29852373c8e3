// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ProgressRow.h"

#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace vertescore {

ProgressRow::ProgressRow(QWidget* parent)
    : QWidget(parent), m_text(makeLabel({}, "muted")), m_bar(new QProgressBar) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kWideSpace);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    QPushButton* stop = makeButton(tr("Stop"));
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &ProgressRow::stopRequested);
    end();
}

void ProgressRow::begin(const QString& text) {
    setText(text);
    setDone(0, 0);
    show();
}

void ProgressRow::setText(const QString& text) {
    m_text->setText(text);
}

void ProgressRow::setDone(qsizetype done, qsizetype total) {
    m_bar->setRange(0, static_cast<int>(total));
    m_bar->setValue(static_cast<int>(done));
}

void ProgressRow::end() {
    hide();
}

} // namespace vertescore
