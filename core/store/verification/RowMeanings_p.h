// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace vertescore {

class Database;

/// Adds rows whose text means nothing to this program, although SQL lets it stand: reasons, marked stretches,
/// landmarks, truths ("truths 3: unknown word: fog"); of several with the same reason the first. Throws
/// SQLite::Exception.
void findUnreadableRows(Database& database, std::vector<std::string>& findings);

} // namespace vertescore
