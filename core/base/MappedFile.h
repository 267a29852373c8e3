// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>
#include <string_view>

namespace vertescore {

/// The bytes of a file: read, or above 512 MiB mapped into memory where the system can, and unmapped at the
/// end. What was read stays as it was whatever becomes of the file. A mapping stays when another file is
/// renamed over it, but whoever cuts it short while it is open ends the program (SIGBUS): large files are
/// replaced, not written over. Any thread may read; movable, and the bytes stay at their place when moved.
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
