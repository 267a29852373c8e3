// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace vertescore {

/// Seconds in which somebody worked: the time between two signs of life counts unless it is a pause.
class ActiveTime {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds kPause{30};

    explicit ActiveTime(double secondsSoFar) : m_seconds(secondsSoFar) {}

    void note(Clock::time_point now) {
        if (m_last && now - *m_last <= kPause)
            m_seconds += std::chrono::duration<double>(now - *m_last).count();
        m_last = now;
    }
    /// The next sign of life begins anew: the scan went out of view.
    void pause() { m_last.reset(); }
    double seconds() const { return m_seconds; }

private:
    double m_seconds;
    std::optional<Clock::time_point> m_last;
};

} // namespace vertescore
