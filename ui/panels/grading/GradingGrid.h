// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/ScoreSheet.h"
#include "ui/documents/LandmarkChange.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <bitset>
#include <optional>

class QLabel;

namespace vertescore {

/// One of the eight cells, drawn by itself: a grade, "not readable", or blank. GUI thread.
class GradeCell : public QAbstractButton {
    Q_OBJECT
public:
    explicit GradeCell(CellAddress address, QWidget* parent = nullptr);

    CellAddress address() const { return m_address; }
    void show(const ScoreCell& cell, bool isStale, bool isCurrent);
    QSize sizeHint() const override;

Q_SIGNALS:
    void focused();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    CellAddress m_address;
    ScoreCell m_cell;
    bool m_isStale = false;
    bool m_isCurrent = false;
};

/// L1...L4 down, anterior and posterior across, with the level scores. Shows; changes nothing itself. GUI
/// thread.
class GradingGrid : public QWidget {
    Q_OBJECT
public:
    using Staleness = std::bitset<kSegmentCount * kWallCount>;

    explicit GradingGrid(QWidget* parent = nullptr);

    void show(const ScoreSheet& sheet, const Staleness& stale, std::optional<CellAddress> current);
    void focusCurrent();
    GradeCell& cell(CellAddress address) const;

Q_SIGNALS:
    void cellChosen(const vertescore::CellAddress& cell);

private:
    std::array<GradeCell*, kSegmentCount * kWallCount> m_cells{};
    std::array<QLabel*, kSegmentCount> m_levelScores{};
    std::optional<CellAddress> m_current;
};

/// Index of a cell in reading order: L1 anterior, L1 posterior, L2 anterior, ...
constexpr std::size_t indexOf(CellAddress cell) {
    return static_cast<std::size_t>(cell.segment) * kWallCount + static_cast<std::size_t>(cell.wall);
}
constexpr CellAddress cellAt(std::size_t index) {
    return {static_cast<Segment>(index / kWallCount), static_cast<Wall>(index % kWallCount)};
}

} // namespace vertescore
