// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/ReadingFold_p.h"

#include <algorithm>

namespace vertescore {

namespace {

constexpr std::array<std::string_view, 7> kEventKindNames{"cell",    "aac8",     "stretches", "submitted",
                                                          "invalid", "disputed", "reopened"};

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
    case EventKind::Aac8:
    case EventKind::Stretches:
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
    switch (event.kind) {
    case EventKind::Cell:
    case EventKind::Aac8:
    case EventKind::Stretches:
        addOfWall(event);
        return;
    default:
        break;
    }
    m_reading.note = event.reason;
    if (event.kind == EventKind::Submitted) {
        m_submitted = m_reading.sheet;
        m_submittedMarks = m_reading.stretches;
        m_submittedLandmarks = m_reading.landmarks;
    }
    if (event.kind == EventKind::Invalid) m_submitted.reset();
}

void ReadingFold::addOfWall(const ReadingEvent& event) {
    const auto wall = static_cast<std::size_t>(event.wall);
    m_reading.landmarks = event.landmarks;
    if (event.kind == EventKind::Cell) {
        m_reading.sheet.at(event.segment, event.wall) = event.cell;
        m_shapes[static_cast<std::size_t>(event.segment)][wall] = event.shapeSha256;
    } else if (event.kind == EventKind::Aac8) {
        m_reading.sheet.aac8.at(event.wall) = event.cell;
        m_aac8Shapes[wall] = event.shapeSha256;
    } else {
        m_reading.stretches[wall] = event.stretches;
    }
}

bool ReadingFold::isLocked() const {
    return m_reading.state == ReadingState::Submitted || m_reading.state == ReadingState::Invalid ||
           m_reading.state == ReadingState::Disputed;
}

bool ReadingFold::isStaleAgainst(const std::string& shapeSha256) const {
    const auto isStale = [&](const ScoreCell& cell, const std::string& shape) {
        return !cell.isBlank() && !shape.empty() && shape != shapeSha256;
    };
    for (const auto wall : kWalls) {
        const auto w = static_cast<std::size_t>(wall);
        if (isStale(m_reading.sheet.aac8.at(wall), m_aac8Shapes[w])) return true;
        for (const auto segment : kSegments)
            if (isStale(m_reading.sheet.at(segment, wall), m_shapes[static_cast<std::size_t>(segment)][w]))
                return true;
    }
    return false;
}

} // namespace vertescore
