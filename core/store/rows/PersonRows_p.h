// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rows/StudyRows_p.h"

namespace vertescore {

// Throw Refusal and SQLite::Exception; those that write do so in the caller's transaction.

/// by: who adds; nothing when the person adds itself (the first coordinator).
PersonId insertPerson(Database& database, const NewPerson& person, std::optional<PersonId> by);
/// People only, nobody that stands for a reader or a panel.
std::vector<Person> readPeople(Database& database);
/// NotAllowed when there is no such person.
Person readPerson(Database& database, PersonId id);

/// Nothing for a person without a password. NotAllowed when there is no such person.
std::optional<PasswordLock> readPasswordLock(Database& database, PersonId id);

void storePassword(Database& database, PersonId person, const std::string& password, PersonId by);
/// The person, if the password is right and it has one of the roles; else WrongPassword or NotAllowed.
Person authenticate(Database& database, const SignIn& signIn, std::initializer_list<Role> roles);

} // namespace vertescore
