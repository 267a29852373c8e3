// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"

#include <zip.h>

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace vertescore::test {

struct ZipEntry {
    std::string name;
    std::string bytes;
    /// Changes the entry before it is written: encryption, attributes, method.
    std::function<void(zip_t*, zip_uint64_t)> change = {};
};

/// Writes a zip archive by libzip; names as raw bytes.
inline void writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
    int error = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == nullptr) throw std::runtime_error("the archive cannot be made");
    for (const ZipEntry& entry : entries) {
        zip_source_t* source = zip_source_buffer(zip, entry.bytes.data(), entry.bytes.size(), 0);
        const zip_int64_t index = zip_file_add(zip, entry.name.c_str(), source, ZIP_FL_ENC_GUESS);
        if (index < 0) throw std::runtime_error("the archive refuses " + entry.name);
        if (entry.change) entry.change(zip, static_cast<zip_uint64_t>(index));
    }
    if (zip_close(zip) != 0) throw std::runtime_error(zip_strerror(zip));
}

/// Puts a number of so many bytes at a place in every record of a file that begins with a signature.
inline void patchZip(const std::filesystem::path& path, const std::string& signature, std::size_t place,
                     std::uint64_t value, std::size_t count) {
    std::string bytes = readBytes(path);
    for (std::size_t at = bytes.find(signature); at != std::string::npos; at = bytes.find(signature, at + 1))
        for (std::size_t i = 0; i < count; ++i)
            bytes[at + place + i] = static_cast<char>(value >> (8 * i) & 0xff);
    writeBytes(path, bytes);
}

/// The signature of an entry in the list of an archive, where it says an entry's size, and the record at the
/// end (APPNOTE.TXT 4.3.12, 4.3.16).
inline const std::string kZipListEntry = "PK\1\2";
inline constexpr std::size_t kZipUnpackedSizeAt = 24;
inline const std::string kZipEnd = "PK\5\6";
inline constexpr std::size_t kZipListSizeAt = 12;

} // namespace vertescore::test
