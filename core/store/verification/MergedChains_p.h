// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"
#include "core/store/verification/LoggedRows_p.h"

namespace vertescore {

class Database;

/// Walks the chains of merged entries; names the first that is broken, and notes the rows that they vouch
/// for. Throws SQLite::Exception.
void followMergedChains(Database& database, StudyCheck& check, LoggedRows& logged);

} // namespace vertescore
