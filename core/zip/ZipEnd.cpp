// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zip/ZipEnd_p.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace vertescore {
namespace {

using namespace std::string_view_literals;

// APPNOTE.TXT 4.3.14-4.3.16: the three records at the end, their lengths, and where in them the size of the
// list stands.
constexpr std::size_t kEndBytes = 22, kEndSizeAt = 12;
constexpr std::size_t kLocatorBytes = 20, kLocatorOffsetAt = 8;
constexpr std::size_t kWideEndBytes = 56, kWideSizeAt = 40;
constexpr std::size_t kMostCommentBytes = 65535;
constexpr std::uint32_t kSaidElsewhere = 0xffffffff;
constexpr std::uint64_t kMostListBytes = 32ULL << 20;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Status checkSize(std::uint64_t size) {
    if (size <= kMostListBytes) return {};
    return failure(ErrorCode::FileTooLarge, "its list of files takes " + std::to_string(size) + " bytes, " +
                                                std::to_string(kMostListBytes) + " are the most");
}

/// The record of archives beyond 4 GiB that a locator points to.
Status checkWideEnd(std::istream& file, std::uint64_t at) {
    std::string record(kWideEndBytes, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    if (!file.read(record.data(), static_cast<std::streamsize>(record.size()))) return {};
    if (!record.starts_with("PK\6\6"sv)) return {}; // the library refuses that
    return checkSize(number(record, kWideSizeAt, 8));
}

} // namespace

Status checkZipEnd(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return failure(ErrorCode::FileUnreadable);
    const auto size = static_cast<std::uint64_t>(file.tellg());
    const auto length =
        std::min<std::uint64_t>(size, kEndBytes + kMostCommentBytes + kLocatorBytes + kWideEndBytes);
    std::string tail(static_cast<std::size_t>(length), '\0');
    file.seekg(static_cast<std::streamoff>(size - length));
    if (!file.read(tail.data(), static_cast<std::streamsize>(length)))
        return failure(ErrorCode::FileUnreadable);
    for (std::size_t at = tail.find("PK"); at != std::string::npos; at = tail.find("PK", at + 1)) {
        const std::string_view rest = std::string_view(tail).substr(at);
        Status status;
        if (rest.starts_with("PK\5\6"sv) && rest.size() >= kEndBytes) {
            const std::uint64_t said = number(rest, kEndSizeAt, 4);
            if (said != kSaidElsewhere) status = checkSize(said);
        } else if (rest.starts_with("PK\6\7"sv) && rest.size() >= kLocatorBytes) {
            status = checkWideEnd(file, number(rest, kLocatorOffsetAt, 8));
        }
        if (!status) return status;
    }
    return {};
}

} // namespace vertescore
