// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>
#include <string_view>

namespace vertescore {

/// The bytes of a file, mapped into memory where the system can, else read; unmapped at the end. Programs
/// that replace a file by renaming another over it leave an open mapping as it was. Any thread may read;
/// movable, and the bytes stay at their place when moved.
class MappedFile {
public:
    /// Errors: FileNotFound, FileUnreadable, FileTooLarge (above maxBytes).
    static Result<MappedFile> open(const std::filesystem::path& path, std::uintmax_t maxBytes);
    /// The same for bytes that are in memory already.
    static MappedFile holding(std::string content);

    std::string_view bytes() const { return m_bytes; }

    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept { swap(other); }
    MappedFile& operator=(MappedFile&& other) noexcept {
        swap(other);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

private:
    void swap(MappedFile& other) noexcept;

    std::string_view m_bytes;
    void* m_mapping = nullptr;              ///< null: the bytes are m_content's, or there are none
    std::unique_ptr<std::string> m_content; ///< on the heap: its bytes stay where they are
};

} // namespace vertescore
