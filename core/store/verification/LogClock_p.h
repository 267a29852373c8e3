// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"

#include <string_view>

namespace vertescore {

class Database;

// What the times of a log say of the clocks that it was written by. Entries are dated as the clock said,
// whatever it said; their order is that of their numbers. Throw SQLite::Exception.

/// Clocks of two computers differ by that much without anybody's doing.
inline constexpr std::chrono::minutes kClockTolerance{1};

/// Of a time as the log has it, "2026-11-20T21:55:21.123Z"; nothing for another text.
std::optional<std::chrono::sys_time<std::chrono::milliseconds>> timeFromUtc(std::string_view text);

/// How far the clock is behind the latest entry, own or merged, in whole minutes; nothing within the
/// tolerance.
std::optional<std::chrono::minutes> clockBehindLog(Database& database);

/// When the reader's last keystroke was made at the earliest: no sooner than any entry before it in the log
/// that it was written to, so that a clock that was set back does not date it back. Empty without keystrokes.
std::string lastKeystroke(Database& database, PersonId reader);

/// Takes the times of a log in its order, and notes the entries before which the clock was set back.
class ClockWatch {
public:
    void take(std::int64_t entry, std::string_view at, std::vector<ClockSetBack>& found);

private:
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> m_before;
};

} // namespace vertescore
