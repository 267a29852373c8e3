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

/// One cell, drawn by itself: a grade, "not readable", or blank, and what was measured. GUI thread.
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

/// L1...L4 down, anterior and posterior across, with the level scores; below them AAC-8, where it is asked
/// for. Shows; changes nothing itself. GUI thread.
class GradingGrid : public QWidget {
    Q_OBJECT
public:
    using Staleness = std::bitset<kAnswerPlaces.size()>;

    explicit GradingGrid(QWidget* parent = nullptr);

    void show(const ScoreSheet& sheet, const Staleness& stale, std::optional<CellAddress> current);
    void setAsksAac8(bool asks);
    void focusCurrent();
    GradeCell& cell(CellAddress address) const;

Q_SIGNALS:
    void cellChosen(const vertescore::CellAddress& cell);

private:
    GradeCell* makeCell(const CellAddress& address);

    std::array<GradeCell*, kAnswerPlaces.size()> m_cells{};
    std::array<QLabel*, kSegmentCount> m_levelScores{};
    QLabel* m_aac8Title = nullptr;
    QLabel* m_aac8Sum = nullptr;
    std::optional<CellAddress> m_current;
};

} // namespace vertescore
