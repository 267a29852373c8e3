// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/landmarks/Landmarks.h"
#include "ui/documents/LandmarkChange.h"

#include <QWidget>

#include <array>
#include <optional>

class QToolButton;

namespace vertescore {

/// The four corners of one vertebra as they lie on the scan, each with its mark. A corner without a place can
/// be chosen here too. Shows; changes nothing itself. GUI thread.
class CornerChooser : public QWidget {
    Q_OBJECT
public:
    explicit CornerChooser(QWidget* parent = nullptr);

    /// nullopt: nothing to choose. selected: the corner that is lit, when it is one of this vertebra.
    /// geometry: of the scan, for saying how sure a place is.
    void show(const Landmarks& landmarks, const ScanGeometry& geometry, std::optional<Level> level,
              std::optional<PointAddress> selected);

Q_SIGNALS:
    void cornerChosen(const vertescore::PointAddress& point);

private:
    void place(AnteriorSide anterior);

    std::array<QToolButton*, kCornerCount> m_buttons{};
    std::optional<Level> m_level;
    std::optional<AnteriorSide> m_anterior;
};

} // namespace vertescore
