// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// A file may be unpacked to so many bytes.
inline constexpr std::uint64_t kMostUnpackedBytes = 256ULL << 20;

/// True when a file that begins with these bytes is, or was, a zip archive.
bool looksLikeZip(std::string_view start);

/// A file in an archive.
struct ZippedFile {
    std::string name; ///< with its folders; no absolute path, nothing that leads upwards
    std::uint64_t size = 0;
    std::uint64_t index = 0; ///< its place in the archive's list
};

/// A zip archive that is open for reading. One thread at a time.
class ZipFile {
public:
    /// Reads the list of its files. Errors: FileNotFound, FileUnreadable, FileTruncated (it has no list at
    /// its end), FileMalformed, FileTooLarge (more than README.md says), OutOfMemory; with the path.
    static Result<ZipFile> open(const std::filesystem::path& path);

    /// By name.
    const std::vector<ZippedFile>& files() const { return m_files; }
    /// The files that cannot be had, each with its path in the archive: encrypted, packed in a way that is
    /// not read, too large, packed beyond belief, of a name that is there already or leads out of the
    /// archive.
    const std::vector<Error>& refused() const { return m_refused; }

    /// One of files(), whole and matching its checksum. Errors: FileTruncated, FileMalformed, OutOfMemory;
    /// without the path.
    Result<std::string> read(const ZippedFile& file) const;
    /// Its first bytes, unchecked; all when it has fewer.
    Result<std::string> readStart(const ZippedFile& file, std::size_t bytes) const;

    ZipFile(ZipFile&&) noexcept;
    ZipFile& operator=(ZipFile&&) noexcept;
    ~ZipFile();

private:
    struct Handle;
    explicit ZipFile(std::unique_ptr<Handle> handle);
    Status list(const std::filesystem::path& path);
    void refuseEncrypted(const std::filesystem::path& path, std::vector<std::string> names);

    std::unique_ptr<Handle> m_handle;
    std::vector<ZippedFile> m_files;
    std::vector<Error> m_refused;
};

} // namespace vertescore
