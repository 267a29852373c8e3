// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/coordination/GradedLandmarks.h"
#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

/// Contract in CoordinatorSession.h. Throws Refusal and SQLite::Exception.
std::vector<GradedLandmarks> readGradedLandmarks(StudyFile& file);

} // namespace vertescore
