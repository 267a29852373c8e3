// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Database_p.h"

namespace vertescore {

/// An open study: what StudyStore owns and its sessions point to.
struct StudyFile {
    std::filesystem::path path; ///< absolute
    StudyAccess access = StudyAccess::ReadWrite;
    Study study;
    Database database;
};

// The functions below throw Refusal and SQLite::Exception; those that write do so in the caller's
// transaction.

/// study and arms; the creator must be in people already.
void insertStudy(Database& database, const StudySettings& settings, PersonId creator);
Study readStudy(Database& database);

/// Another study file, to be read only. One that an older program wrote stays as it is: a copy apart, brought
/// up to date, is read instead.
StudyFile openToRead(const std::filesystem::path& path, FileCheck check = FileCheck::Now);

/// The row of an arm; InvalidArgument when the study has none of that name.
std::int64_t armRow(Database& database, const std::string& name);

} // namespace vertescore
