// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows/PersonRows_p.h"

#include <sodium.h>

#include <algorithm>

namespace vertescore {

namespace {

const std::string kSelectPerson = "SELECT id, name, is_reader, is_annotator, is_coordinator,"
                                  " password_hash IS NOT NULL, is_simulated FROM people";

Person personOf(Statement& row) {
    Person person;
    person.id = PersonId{row.getColumn(0).getInt64()};
    person.name = row.getColumn(1).getString();
    int column = 2;
    for (const auto role : {Role::Reader, Role::Annotator, Role::Coordinator})
        if (row.getColumn(column++).getInt() != 0) person.roles.push_back(role);
    person.hasPassword = row.getColumn(5).getInt() != 0;
    person.isSimulated = row.getColumn(6).getInt() != 0;
    return person;
}

/// Argon2id with libsodium's costs for interactive use (64 MiB, about a tenth of a second), salt and costs
/// included.
std::string passwordHash(const std::string& password) {
    if (password.empty()) refuse(ErrorCode::InvalidArgument, "the password is empty");
    sodiumReady();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        refuse(ErrorCode::OutOfMemory, "hashing a password");
    return hash;
}

std::string rolesText(const std::vector<Role>& roles) {
    std::string text;
    for (const auto role : roles)
        text.append(text.empty() ? "" : " ").append(roleName(role));
    return text;
}

} // namespace

PersonId insertPerson(Database& database, const NewPerson& person, std::optional<PersonId> by) {
    if (person.name.empty()) refuse(ErrorCode::InvalidArgument, "a person needs a name");
    if (person.roles.empty()) refuse(ErrorCode::InvalidArgument, person.name + " needs a role");
    auto same = database.statement("SELECT 1 FROM people WHERE name = ?", person.name);
    if (same.executeStep()) refuse(ErrorCode::DuplicateEntry, person.name);
    const auto has = [&](Role role) {
        return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
    };
    std::optional<std::string> hash;
    if (person.password) hash = passwordHash(*person.password);
    const PersonId id{
        database.run("INSERT INTO people (uid, name, is_reader, is_annotator, is_coordinator, is_simulated,"
                     " password_hash, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                     newUuid(), person.name, has(Role::Reader), has(Role::Annotator), has(Role::Coordinator),
                     person.isSimulated, hash, database.utcNow())};
    writeAudit(database, {by.value_or(id), "addPerson", "people", static_cast<std::int64_t>(id), "",
                          person.name + ": " + rolesText(person.roles)});
    return id;
}

std::vector<Person> readPeople(Database& database) {
    auto row = database.statement(kSelectPerson + " WHERE purpose IS NULL ORDER BY name");
    std::vector<Person> people;
    while (row.executeStep())
        people.push_back(personOf(row));
    return people;
}

Person readPerson(Database& database, PersonId id) {
    auto row = database.statement(kSelectPerson + " WHERE id = ?", id);
    if (!row.executeStep()) refuse(ErrorCode::NotAllowed, "no such person");
    return personOf(row);
}

void storePassword(Database& database, PersonId person, const std::string& password, PersonId by) {
    readPerson(database, person);
    database.run("UPDATE people SET password_hash = ? WHERE id = ?", passwordHash(password), person);
    writeAudit(database, {by, "setPassword", "people", static_cast<std::int64_t>(person)});
}

std::optional<PasswordLock> readPasswordLock(Database& database, PersonId id) {
    const auto person = readPerson(database, id);
    auto row = database.statement("SELECT password_hash FROM people WHERE id = ?", id);
    row.executeStep();
    const auto hash = optionalText(row, 0);
    if (!hash) return std::nullopt;
    return PasswordLock(person.name, *hash);
}

Result<PasswordProof> PasswordLock::prove(const std::string& password) const {
    sodiumReady();
    if (crypto_pwhash_str_verify(m_hash.c_str(), password.data(), password.size()) != 0)
        return failure(ErrorCode::WrongPassword, m_person);
    return PasswordProof(m_hash);
}

Person authenticate(Database& database, const SignIn& signIn, std::initializer_list<Role> roles) {
    auto person = readPerson(database, signIn.person);
    const auto lock = readPasswordLock(database, signIn.person);
    const bool isProven = lock && signIn.proof && lock->accepts(*signIn.proof);
    if (lock && !isProven && !lock->prove(signIn.password)) refuse(ErrorCode::WrongPassword, person.name);
    if (std::none_of(roles.begin(), roles.end(), [&](Role role) { return person.hasRole(role); }))
        refuse(ErrorCode::NotAllowed, person.name + " has no such role");
    return person;
}

} // namespace vertescore
