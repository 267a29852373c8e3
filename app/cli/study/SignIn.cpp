// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study/SignIn.h"

#include <iostream>

namespace vertescore::cli {

std::optional<std::string> passwordFromStdin(bool isWanted) {
    std::string line;
    if (!isWanted || !std::getline(std::cin, line)) return std::nullopt;
    return line;
}

Result<SignIn> actingSignIn(const StudyStore& store, const std::string& name, bool isPasswordOnStdin) {
    const auto people = store.people();
    if (!people) return failure(people.error());
    for (const auto& person : *people)
        if (name.empty() ? person.hasRole(Role::Coordinator) : person.name == name)
            return SignIn{person.id, passwordFromStdin(isPasswordOnStdin).value_or(std::string())};
    return failure(ErrorCode::InvalidArgument, "the study has no person " + name, store.path());
}

} // namespace vertescore::cli
