// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/Database_p.h"

namespace vertescore {

/// While it lives, what others write does not show. Within a transaction, which sees to that, it does
/// nothing.
class ReadSnapshot {
public:
    explicit ReadSnapshot(Database& database);

private:
    std::optional<SQLite::Transaction> m_transaction;
};

/// While it lives, up to 256 MiB of pages that were read stay in memory: for looking things up all over a
/// file.
class BulkReading {
public:
    explicit BulkReading(Database& database);
    ~BulkReading();
    BulkReading(const BulkReading&) = delete;
    BulkReading& operator=(const BulkReading&) = delete;

private:
    Database& m_database;
};

/// While it lives, much can be written quickly by plain INSERTs. What pages are changed stay in memory, up to
/// 256 MiB; triggers, which are there against changing and replacing rows, do not run. Outside a transaction.
class BulkWriting {
public:
    /// isChecked: the rows come from tables with the same CHECKs, which have been verified.
    BulkWriting(Database& database, bool isChecked);
    ~BulkWriting();
    BulkWriting(const BulkWriting&) = delete;
    BulkWriting& operator=(const BulkWriting&) = delete;

private:
    Database& m_database;
};

} // namespace vertescore
