// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/worklist/WorkStrip.h"

#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QProgressBar>

#include <algorithm>

namespace vertescore {

WorkStrip::WorkStrip(QWidget* parent)
    : QFrame(parent), m_title(makeWrappedLabel({})), m_bar(new QProgressBar), m_failures(new QListWidget),
      m_accept(makeButton({})), m_cancel(makeButton(tr("Cancel"))), m_close(makeButton(tr("Close"))) {
    m_bar->setTextVisible(false);
    m_failures->setWordWrap(true);
    m_failures->setAccessibleName(tr("What did not work"));
    m_failures->setMaximumHeight(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(kSpace);
    column->addWidget(m_title);
    column->addWidget(m_bar);
    column->addWidget(m_failures);
    for (QPushButton* button : {m_accept, m_cancel, m_close})
        column->addWidget(button, 0, Qt::AlignLeft);
    connect(m_accept, &QPushButton::clicked, this, &WorkStrip::accepted);
    connect(m_cancel, &QPushButton::clicked, this, &WorkStrip::cancelled);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    showParts({});
    hide();
}

void WorkStrip::showParts(std::initializer_list<QWidget*> parts) {
    for (QWidget* part : std::initializer_list<QWidget*>{m_bar, m_failures, m_accept, m_cancel, m_close})
        part->setVisible(std::ranges::find(parts, part) != parts.end());
    show();
}

void WorkStrip::showOffer(const QString& text, const QString& buttonText) {
    m_title->setText(text);
    m_accept->setText(buttonText);
    showParts({m_accept});
}

void WorkStrip::showProgress(const QString& text, qsizetype done, qsizetype total) {
    m_title->setText(text);
    m_bar->setAccessibleName(text);
    m_bar->setRange(0, static_cast<int>(total));
    m_bar->setValue(static_cast<int>(done));
    showParts({m_bar, m_cancel});
}

void WorkStrip::showReport(const QString& text, const QList<Line>& failures) {
    m_title->setText(text);
    m_failures->clear();
    for (const Line& line : failures) {
        auto* item = new QListWidgetItem(line.text, m_failures);
        item->setToolTip(line.tip);
    }
    if (failures.isEmpty())
        showParts({m_close});
    else
        showParts({m_failures, m_close});
}

bool WorkStrip::isOffering() const {
    return !isHidden() && !m_accept->isHidden();
}

QString WorkStrip::text() const {
    return m_title->text();
}

} // namespace vertescore
