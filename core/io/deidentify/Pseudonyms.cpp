// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Pseudonyms.h"

#include "core/base/AtomicFile.h"
#include "core/base/Sha256.h"
#include "core/dicom/DicomUid.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <random>

namespace vertescore {
namespace {

constexpr std::size_t kRandomWords = 8; ///< of 32 bits: 256
constexpr std::uintmax_t kLargestSecretBytes = 4096;
constexpr std::size_t kPseudonymDigits = 10;
constexpr int kLargestShiftDays = 3653; ///< ten years

std::string randomSecret() {
    std::random_device random;
    std::string secret;
    for (std::size_t i = 0; i < kRandomWords; ++i) {
        char word[9];
        std::snprintf(word, sizeof word, "%08x", random());
        secret += word;
    }
    return secret;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.starts_with('-'))
        return std::nullopt;
    return value;
}

} // namespace

Result<Pseudonyms> Pseudonyms::withSecret(std::string secret) {
    if (secret.size() < kSmallestSecretBytes)
        return failure(ErrorCode::InvalidArgument,
                       "the secret is shorter than " + std::to_string(kSmallestSecretBytes) + " characters");
    return Pseudonyms(std::move(secret));
}

Pseudonyms Pseudonyms::once() {
    return Pseudonyms(randomSecret());
}

Result<Pseudonyms> Pseudonyms::fromFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        const std::string secret = randomSecret();
        if (const Status written = writeFileAtomically(path, secret + "\n"); !written)
            return failure(written.error());
        using std::filesystem::perms;
        std::filesystem::permissions(path, perms::owner_read | perms::owner_write, error);
        return Pseudonyms(secret);
    }
    auto text = readFile(path, kLargestSecretBytes);
    if (!text) return failure(text.error());
    text->erase(
        std::find_if(text->rbegin(), text->rend(), [](char c) { return c != '\n' && c != '\r'; }).base(),
        text->end());
    auto pseudonyms = withSecret(std::move(*text));
    if (!pseudonyms) pseudonyms.error().path = path;
    return pseudonyms;
}

std::string Pseudonyms::keyedHash(std::string_view purpose, std::string_view text) const {
    std::string message(purpose);
    message += '\0'; // a purpose cannot run over into the text
    message += text;
    return hmacSha256Hex(m_secret, message);
}

std::string Pseudonyms::uid(std::string_view original) const {
    return dicom::uidOfHash(keyedHash("uid", original));
}

std::string Pseudonyms::patient(std::string_view patientId) const {
    return "VS-" + keyedHash("patient", patientId).substr(0, kPseudonymDigits);
}

std::string Pseudonyms::person(std::string_view name) const {
    return "VR-" + keyedHash("person", name).substr(0, kPseudonymDigits);
}

int Pseudonyms::daysShift(std::string_view patientId) const {
    const std::string hash = keyedHash("days", patientId);
    std::uint64_t number = 0;
    std::from_chars(hash.data(), hash.data() + 15, number, 16);
    return -1 - static_cast<int>(number % kLargestShiftDays);
}

std::optional<std::string> shiftedDate(std::string_view date, int days) {
    using namespace std::chrono;
    if (date.size() != 8) return std::nullopt;
    const auto y = digits(date.substr(0, 4)), m = digits(date.substr(4, 2)), d = digits(date.substr(6, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day original{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    if (!original.ok()) return std::nullopt;
    const year_month_day moved{sys_days(original) + std::chrono::days(days)};
    const int movedYear = static_cast<int>(moved.year());
    if (movedYear < 1 || movedYear > 9999) return std::nullopt;
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u%02u", movedYear, static_cast<unsigned>(moved.month()),
                  static_cast<unsigned>(moved.day()));
    return text;
}

} // namespace vertescore
