// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "model/training/scans/ScanSource.h"

#include <string>
#include <vector>

namespace vertescore {

/// What decides in which fold a scan is.
struct FoldMember {
    std::string patient; ///< all scans of one patient are in one fold; empty: a patient of its own
    std::string group;   ///< each group is spread evenly over the folds
};
std::vector<FoldMember> foldMembers(const ScanSource& source); ///< of a source that has an end

/// The fold of each member, 0...folds-1. The same seed gives the same folds on every machine.
/// InvalidArgument: fewer than two folds, or fewer patients than folds.
Result<std::vector<int>> stratifiedFolds(const std::vector<FoldMember>& members, int folds,
                                         std::uint64_t seed);

/// The numbers of the scans inside and outside of one fold.
struct FoldSplit {
    std::vector<std::uint64_t> inside;
    std::vector<std::uint64_t> outside;
};
FoldSplit splitAt(const std::vector<int>& folds, int fold);

} // namespace vertescore
