// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session/DeskSession.h"

namespace vertescore {

/// In the folder that the program keeps for its own files.
inline constexpr const char* kOwnStudyFile = "my-scans.vertestudy";

/// The study into which scans go that are opened without one: made now when it is not there. One person with
/// every role, no password. Errors: those of StudyStore::create.
Status ensureOwnStudy(const std::filesystem::path& path);

/// That person, reading in the study's only arm.
Result<DeskSignIn> ownSignIn(const StudyStore& store);

} // namespace vertescore
