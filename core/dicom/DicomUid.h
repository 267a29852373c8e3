// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// UIDs below 2.25 (PS3.5 B.2): the decimal form of a UUID, so that no registered root is needed. Any thread.
namespace vertescore::dicom {

/// Always the same UID for the same text: the start of its SHA-256. Whoever can guess the text can tell the
/// UID; uidOfHash is for keyed ones.
std::string uidOf(std::string_view text);

/// The UID of the first 32 digits of a hexadecimal hash.
std::string uidOfHash(std::string_view hex);

/// A UID that nobody had before (122 random bits).
std::string newUid();

/// Digits in components without leading zeros, 64 characters at most (PS3.5 9.1).
bool isUid(std::string_view text);

} // namespace vertescore::dicom
