// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/StudyRows_p.h"

#include <span>

namespace vertescore {

/// Writes readings that were made elsewhere, in the caller's transaction; contract in CoordinatorSession.h.
/// Throws Refusal and SQLite::Exception.
ImportedCount importReadingRows(StudyFile& file, std::span<const ImportedReading> readings,
                                const std::string& reason, PersonId by);

} // namespace vertescore
