// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ReaderSession.h"

#include <array>

namespace vertescore {

enum class EventKind { Cell, Aac8, Stretches, Submitted, Invalid, Disputed, Reopened };
std::string_view eventKindName(EventKind kind);
std::optional<EventKind> eventKindFromName(std::string_view name);

/// One row of reading_events.
struct ReadingEvent {
    EventKind kind = EventKind::Cell;
    Segment segment = Segment::L1; ///< of a cell
    Wall wall = Wall::Anterior;    ///< of a cell, of AAC-8, of stretches
    ScoreCell cell = {};           ///< of a cell or AAC-8
    WallStretches stretches = {};  ///< all of the wall
    std::string reason = {};
    std::optional<LandmarkVersionId> landmarks = std::nullopt;
    std::string shapeSha256 = {}; ///< of those landmarks; empty without
    double activeSeconds = 0;
};

/// What a reading is after its events so far. A value without a database.
class ReadingFold {
public:
    void add(const ReadingEvent& event);

    const Reading& reading() const { return m_reading; } ///< isStale is not known here
    bool isLocked() const;
    /// Some answer was given with landmarks of another shape than the given ones.
    bool isStaleAgainst(const std::string& shapeSha256) const;
    /// As submitted last; nothing when never submitted, or declared invalid after that.
    const std::optional<ScoreSheet>& submitted() const { return m_submitted; }
    const MarkedWalls& submittedMarks() const { return m_submittedMarks; } ///< what was marked then
    /// With which that was graded last; nothing without guides.
    const std::optional<LandmarkVersionId>& submittedLandmarks() const { return m_submittedLandmarks; }

private:
    void addOfWall(const ReadingEvent& event);

    Reading m_reading;
    std::array<std::array<std::string, kWallCount>, kSegmentCount> m_shapes; ///< of each cell's landmarks
    std::array<std::string, kWallCount> m_aac8Shapes;
    std::optional<ScoreSheet> m_submitted;
    MarkedWalls m_submittedMarks;
    std::optional<LandmarkVersionId> m_submittedLandmarks;
};

} // namespace vertescore
