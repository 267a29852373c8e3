// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/MergeReport.h"
#include "core/store/rows/StudyRows_p.h"

#include <span>

namespace vertescore {

/// Takes the work in the file of another workstation into an open study; contract in CoordinatorSession.h.
Result<MergeReport> mergeFile(StudyFile& target, const std::filesystem::path& other, PersonId by,
                              const MergeWatch& watch);

/// The same with several files and a copy of the study in memory.
Result<std::vector<MergePreview>> tryMerges(const StudyFile& study,
                                            std::span<const std::filesystem::path> others, PersonId by,
                                            const MergeWatch& watch);

} // namespace vertescore
