// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study/SignIn.h"

#include <iostream>

namespace vertescore::cli {

std::optional<std::string> passwordFromStdin(bool isWanted) {
    std::string line;
    if (!isWanted || !std::getline(std::cin, line)) return std::nullopt;
    return line;
}

Result<PersonId> actingPerson(const StudyStore& store, const std::string& name) {
    const auto people = store.people();
    if (!people) return failure(people.error());
    for (const auto& person : *people)
        if (name.empty() ? person.hasRole(Role::Coordinator) : person.name == name) return person.id;
    return failure(ErrorCode::InvalidArgument, "the study has no person " + name, store.path());
}

} // namespace vertescore::cli
