// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/MergeReport.h"
#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

/// The file of another workstation, read only, once it is found to be a sound copy of the same study.
/// Refusals as in CoordinatorSession.h.
StudyFile openForMerge(StudyFile& target, const std::filesystem::path& other);

/// Takes the work in it into an open study. Throws Refusal and SQLite::Exception.
MergeReport mergeStudy(StudyFile& target, StudyFile& source, PersonId by);

} // namespace vertescore
