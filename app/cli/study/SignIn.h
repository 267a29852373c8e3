// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SignIn.h"
#include "core/store/StudyStore.h"

#include <optional>
#include <string>

namespace vertescore::cli {

/// The first line of stdin, when wanted: a password on the command line could be seen by others.
std::optional<std::string> passwordFromStdin(bool isWanted);

/// The person of that name, or the first coordinator when the name is empty, with the password from stdin
/// when wanted, else none. InvalidArgument: no such person.
Result<SignIn> actingSignIn(const StudyStore& store, const std::string& name, bool isPasswordOnStdin);

} // namespace vertescore::cli
