// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace vertescore {

/// Replaces what identifies, the same way for the same study secret: keyed hashes (HMAC-SHA-256), so that
/// nobody without the secret can find out or try out what stood there. A value; any thread.
class Pseudonyms {
public:
    static constexpr std::size_t kSmallestSecretBytes = 16;

    /// InvalidArgument: the secret is too short.
    static Result<Pseudonyms> withSecret(std::string secret);
    /// A secret of this moment: consistent within one run, and never again.
    static Pseudonyms once();
    /// Reads the secret of a study, or makes a random one and writes it where there is no file yet; on
    /// systems that know it, for the owner's eyes only. Errors: InvalidArgument, File..., FileNotWritable,
    /// DiskFull.
    static Result<Pseudonyms> fromFile(const std::filesystem::path& path);

    std::string uid(std::string_view original) const;      ///< below 2.25
    std::string patient(std::string_view patientId) const; ///< "VS-" and ten characters
    std::string person(std::string_view name) const;       ///< who read or placed: "VR-" and ten characters
    /// Whole days, -1 to -3653, by which all dates of a patient move: intervals stay.
    int daysShift(std::string_view patientId) const;

private:
    explicit Pseudonyms(std::string secret) : m_secret(std::move(secret)) {}
    std::string keyedHash(std::string_view purpose, std::string_view text) const;

    std::string m_secret;
};

/// A date YYYYMMDD moved by days in the Gregorian calendar; nothing when it is no date, or leaves the years 1
/// to 9999. Pure; any thread.
std::optional<std::string> shiftedDate(std::string_view date, int days);

} // namespace vertescore
