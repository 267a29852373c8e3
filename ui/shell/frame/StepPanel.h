// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QStackedWidget;

namespace vertescore {

class Actions;

enum class Step { Landmarks, Crop, Score, Submit };
inline constexpr std::size_t kStepCount = 4;

/// The panel at the right: follows the job from the corners to the submitted reading. GUI thread.
class StepPanel : public QWidget {
    Q_OBJECT
public:
    /// panels: one per step, taken over.
    StepPanel(Actions& actions, const std::array<QWidget*, kStepCount>& panels, QWidget* parent = nullptr);

    Step step() const;
    void setStep(Step step);
    void setStepAvailable(Step step, bool available); ///< leaves an unavailable step

Q_SIGNALS:
    void stepChanged(vertescore::Step step);

private:
    Actions& m_actions;
    QStackedWidget* m_stack;
};

} // namespace vertescore
