// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session/DeskSession.h"

namespace vertescore {

/// The study into which scans go that are opened without one: made now when it is not there. One person with
/// every role, no password. Errors: those of StudyStore::create.
Status ensureOwnStudy(const std::filesystem::path& path);

/// That person, reading in the study's only arm.
Result<DeskSignIn> ownSignIn(const StudyStore& store);

} // namespace vertescore
