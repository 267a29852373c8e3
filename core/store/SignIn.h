// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Study.h"

#include <optional>
#include <string>
#include <utility>

namespace vertescore {

/// That somebody knew a person's password. Only PasswordLock makes one; it opens sessions until the password
/// is changed. A value; any thread.
class PasswordProof {
private:
    friend class PasswordLock;
    explicit PasswordProof(std::string hash) : m_hash(std::move(hash)) {}
    std::string m_hash;
};

/// What a person's password is held against. Knows no file, so that the check, which takes tenths of a second
/// on purpose (Argon2id), can run on a thread of its own. A value.
class PasswordLock {
public:
    PasswordLock(std::string person, std::string hash)
        : m_person(std::move(person)), m_hash(std::move(hash)) {}

    Result<PasswordProof> prove(const std::string& password) const; ///< WrongPassword
    bool accepts(const PasswordProof& proof) const { return proof.m_hash == m_hash; }

private:
    std::string m_person;
    std::string m_hash; ///< salt and costs included
};

struct SignIn {
    PersonId person{};
    std::string password{};               ///< empty for a person without one
    std::optional<PasswordProof> proof{}; ///< instead of the password: then nothing slow is done
};

} // namespace vertescore
