// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"

#include <optional>
#include <string>

namespace vertescore::cli {

/// The first line of stdin, when wanted: a password on the command line could be seen by others.
std::optional<std::string> passwordFromStdin(bool isWanted);

/// The person of that name, or the first coordinator when the name is empty. InvalidArgument: no such person.
Result<PersonId> actingPerson(const StudyStore& store, const std::string& name);

} // namespace vertescore::cli
