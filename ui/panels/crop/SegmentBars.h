// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <optional>

namespace vertescore {

/// The share of the region's border outside the field, for L1 to L4, as bars with numbers. Desk colours. GUI
/// thread.
class SegmentBars : public QWidget {
    Q_OBJECT
public:
    explicit SegmentBars(QWidget* parent = nullptr);

    void setPercents(const std::optional<std::array<double, 4>>& percents); ///< 0...100; nothing: not known
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<std::array<double, 4>> m_percents;
};

/// A percentage as people read it: no decimals for 0 and 100, else one.
QString sayPercent(double percent);

} // namespace vertescore
