// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/detection/TrainingCurve.h"

#include <filesystem>

namespace vertescore {

/// The log.jsonl of a training. A step that stands there twice (the run was cut off and went on from an
/// earlier checkpoint) counts as it was done last; a last line that was cut off is left out. Errors:
/// FileNotFound, FileUnreadable, FileEmpty, FileMalformed with the line.
Result<TrainingCurve> readTrainLog(const std::filesystem::path& path);

} // namespace vertescore
