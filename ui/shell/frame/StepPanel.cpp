// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/StepPanel.h"

#include "ui/shell/Actions.h"
#include "ui/theme/Pieces.h"

#include <QBoxLayout>
#include <QStackedWidget>

namespace vertescore {
namespace {

constexpr std::array<ActionId, kStepCount> kStepActions{ActionId::StepLandmarks, ActionId::StepCrop,
                                                        ActionId::StepScore, ActionId::StepSubmit};

QString titleOf(Step step) {
    switch (step) {
    case Step::Landmarks:
        return StepPanel::tr("Landmarks");
    case Step::Crop:
        return StepPanel::tr("Crop");
    case Step::Score:
        return StepPanel::tr("Score");
    case Step::Submit:
        return StepPanel::tr("Submit");
    }
    return {};
}

} // namespace

StepPanel::StepPanel(Actions& actions, const std::array<QWidget*, kStepCount>& panels, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_stack(new QStackedWidget) {
    setProperty("role", QStringLiteral("panel"));
    auto* header = new QHBoxLayout;
    header->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    header->setSpacing(4);
    for (std::size_t i = 0; i < kStepCount; ++i) {
        const Step step = static_cast<Step>(i);
        QAction& action = actions.at(kStepActions[i]);
        auto* button = new ActionButton(action, IconTone::Desk);
        button->setProperty("role", QStringLiteral("step"));
        button->setText(titleOf(step));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        header->addWidget(button);
        connect(&action, &QAction::triggered, this, [this, step] { setStep(step); });
        m_stack->addWidget(new SideArea(panels[i]));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeLine());
    column->addWidget(m_stack, 1);
    setStep(Step::Landmarks);
}

Step StepPanel::step() const {
    return static_cast<Step>(m_stack->currentIndex());
}

void StepPanel::setStep(Step step) {
    m_stack->setCurrentIndex(static_cast<int>(step));
    for (std::size_t i = 0; i < kStepCount; ++i)
        m_actions.at(kStepActions[i]).setChecked(i == static_cast<std::size_t>(step));
    Q_EMIT stepChanged(step);
}

void StepPanel::setStepAvailable(Step which, bool available) {
    m_actions.at(kStepActions[static_cast<std::size_t>(which)]).setEnabled(available);
    if (!available && step() == which) setStep(Step::Landmarks);
}

} // namespace vertescore
