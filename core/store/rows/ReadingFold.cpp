// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/ReadingFold_p.h"

#include <algorithm>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 5> kEventKindNames{"cell", "submitted", "invalid", "disputed",
                                                          "reopened"};

ReadingState stateAfter(EventKind kind, ReadingState before) {
    switch (kind) {
    case EventKind::Submitted:
        return ReadingState::Submitted;
    case EventKind::Invalid:
        return ReadingState::Invalid;
    case EventKind::Disputed:
        return ReadingState::Disputed;
    case EventKind::Reopened:
        return ReadingState::InProgress;
    case EventKind::Cell:
        break;
    }
    return before == ReadingState::Unread ? ReadingState::InProgress : before;
}

} // namespace

std::string_view eventKindName(EventKind kind) {
    return kEventKindNames[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> eventKindFromName(std::string_view name) {
    const auto found = std::find(kEventKindNames.begin(), kEventKindNames.end(), name);
    if (found == kEventKindNames.end()) return std::nullopt;
    return static_cast<EventKind>(found - kEventKindNames.begin());
}

void ReadingFold::add(const ReadingEvent& event) {
    m_reading.state = stateAfter(event.kind, m_reading.state);
    m_reading.activeSeconds = std::max(m_reading.activeSeconds, event.activeSeconds);
    if (m_reading.revision == 0 || event.kind == EventKind::Reopened) ++m_reading.revision;
    if (event.kind == EventKind::Cell) {
        m_reading.sheet.at(event.segment, event.wall) = event.cell;
        m_reading.landmarks = event.landmarks;
        m_shapes[static_cast<std::size_t>(event.segment)][static_cast<std::size_t>(event.wall)] =
            event.shapeSha256;
        return;
    }
    m_reading.note = event.reason;
    if (event.kind == EventKind::Submitted) {
        m_submitted = m_reading.sheet;
        m_submittedLandmarks = m_reading.landmarks;
    }
    if (event.kind == EventKind::Invalid) m_submitted.reset();
}

bool ReadingFold::isLocked() const {
    return m_reading.state == ReadingState::Submitted || m_reading.state == ReadingState::Invalid ||
           m_reading.state == ReadingState::Disputed;
}

bool ReadingFold::isStaleAgainst(const std::string& shapeSha256) const {
    for (const auto segment : kSegments) {
        for (const auto wall : kWalls) {
            const auto& shape = m_shapes[static_cast<std::size_t>(segment)][static_cast<std::size_t>(wall)];
            if (!m_reading.sheet.at(segment, wall).isBlank() && !shape.empty() && shape != shapeSha256)
                return true;
        }
    }
    return false;
}

} // namespace vertescore
