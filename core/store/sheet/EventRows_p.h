// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/ReadingFold_p.h"
#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

// Rows of reading_events. Throw Refusal and SQLite::Exception; those that write do so in the caller's
// transaction.

/// What to select of an event `e` and its landmarks `v` (left joined), and how many columns that are.
extern const std::string kEventColumns;
inline constexpr int kEventColumnCount = 12;
/// Reads kEventColumns, which begin at the given column.
ReadingEvent eventAt(Statement& row, int first);

/// Where an event belongs, and who wrote it.
struct EventPlace {
    std::int64_t reading = 0;
    PersonId by{};
    std::string weightsSha256; ///< behind the landmarks of the context; empty: none
};
/// Appends the row and its log entry; before: the reading until now.
void insertEvent(Database& database, const EventPlace& place, const ReadingEvent& event,
                 const ReadingContext& context, const Reading& before);

/// The stretches of one wall as the column holds them. A text that is none is a corrupt study.
std::string stretchesToText(const WallStretches& stretches);
WallStretches stretchesFromText(const std::string& text);

} // namespace vertescore
