// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/study/RepeatsCard.h"

#include "ui/pages/PageFrame.h"
#include "ui/shell/session/Workspace.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QSpinBox>

#include <algorithm>

namespace vertescore {

RepeatsCard::RepeatsCard(Workspace& workspace, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_state(makeWrappedLabel({}, "muted")), m_drawing(new QWidget),
      m_wanted(new QSpinBox), m_draw(makeButton(tr("Draw at random"))), m_show(makeButton({}, "link")),
      m_list(makeWrappedLabel({}, "small")) {
    setProperty("role", QStringLiteral("card"));
    QVBoxLayout* column = fillCard(*this, tr("Hidden repeats"));
    leaveWheelToPage(*m_wanted);
    m_wanted->setAccessibleName(tr("How many scans are repeated"));
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(m_drawing);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_wanted);
    row->addWidget(m_draw);
    row->addStretch(1);
    column->addWidget(m_state);
    column->addWidget(m_drawing);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    connect(m_draw, &QPushButton::clicked, this, &RepeatsCard::draw);
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_list->setVisible(m_list->isHidden());
        m_show->setText(m_list->isHidden() ? tr("Show which") : tr("Hide which"));
    });
}

void RepeatsCard::refresh() {
    const CoordinatorSession* coordinator = m_workspace.coordinator();
    if (!coordinator) return;
    const auto repeats = coordinator->hiddenRepeats();
    const auto hasBegun = coordinator->hasReadingBegun();
    const auto scans = m_workspace.store()->scanCount();
    if (!repeats || !hasBegun || !scans)
        return Q_EMIT refused(!repeats ? repeats.error() : !hasBegun ? hasBegun.error() : scans.error());
    showRepeats(*repeats);
    const auto left = static_cast<int>(*scans) - 2 * static_cast<int>(repeats->size());
    m_drawing->setVisible(!*hasBegun && left > 0 && m_workspace.mayMerge());
    m_wanted->setRange(1, std::max(1, left));
    if (*hasBegun && repeats->empty())
        m_state->setText(tr("None. Reading has begun; repeats would change the order now."));
    else if (repeats->empty())
        m_state->setText(left > 0
                             ? tr("None yet. Scans drawn at random are shown to every reader a second time "
                                  "under another code, for how well readers agree with themselves. Draw "
                                  "them before the first reader begins, and before the file is copied.")
                             : tr("None yet. They are drawn from the scans: add those first."));
    else
        m_state->setText(
            tr("%n scan(s) are shown to every reader a second time, under another code and later "
               "in the list. No reader is told.",
               nullptr, static_cast<int>(repeats->size())));
}

void RepeatsCard::showRepeats(const std::vector<HiddenRepeat>& repeats) {
    m_count = repeats.size();
    QStringList lines;
    for (const HiddenRepeat& repeat : repeats)
        lines << tr("%1 is shown again as %2")
                     .arg(QString::fromStdString(repeat.originalCode),
                          QString::fromStdString(repeat.repeatCode));
    m_list->setText(lines.join(QLatin1Char('\n')));
    m_list->hide(); // who looks over the coordinator's shoulder may be a reader
    m_show->setText(tr("Show which"));
    m_show->setVisible(!repeats.empty());
}

void RepeatsCard::draw() {
    m_draw->setEnabled(false);
    const auto wanted = static_cast<std::size_t>(m_wanted->value());
    m_workspace.coordinate([wanted](CoordinatorSession& session) { return session.addHiddenRepeats(wanted); },
                           [this, wanted](const Status& status) {
                               m_draw->setEnabled(true);
                               if (!status) return Q_EMIT refused(status.error());
                               Q_EMIT changed();
                               Q_EMIT noted(tr("%n scan(s) were drawn.", nullptr, static_cast<int>(wanted)));
                           });
}

} // namespace vertescore
