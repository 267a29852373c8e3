// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/DropHint.h"

#include "ui/theme/Pieces.h"
#include "ui/theme/Theme.h"

namespace vertescore {

DropHint::DropHint(QWidget* window) : QFrame(window), m_text(makeWrappedLabel({}, "title")) {
    setProperty("role", QStringLiteral("drop"));
    dressAsDesk(*this);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    hide();
}

void DropHint::showOver(const QString& text) {
    m_text->setText(text);
    constexpr int margin = 24;
    setGeometry(parentWidget()->rect().adjusted(margin, margin, -margin, -margin));
    show();
    raise();
}

} // namespace vertescore
