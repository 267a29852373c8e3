// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MappedFile.h"

#include "core/base/AtomicFile.h"

#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace vertescore {
namespace {

/// Smaller files are read: of a mapping that somebody cuts short meanwhile (cp writes over a file in place)
/// every look beyond the new end would end the program.
constexpr std::uintmax_t kSmallestMapped = 512ULL << 20;

#ifndef _WIN32
/// The mapping of a large regular file, or nothing.
std::string_view mapped(const std::filesystem::path& path, std::uintmax_t maxBytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    std::string_view bytes;
    struct stat facts {};
    if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) &&
        static_cast<std::uintmax_t>(facts.st_size) >= kSmallestMapped &&
        static_cast<std::uintmax_t>(facts.st_size) <= maxBytes) {
        const auto size = static_cast<std::size_t>(facts.st_size);
        void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (start != MAP_FAILED) bytes = {static_cast<const char*>(start), size};
    }
    ::close(file);
    return bytes;
}
#endif

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path, std::uintmax_t maxBytes) {
#ifndef _WIN32
    if (const std::string_view bytes = mapped(path, maxBytes); !bytes.empty()) {
        MappedFile file;
        file.m_bytes = bytes;
        file.m_mapping = const_cast<char*>(bytes.data());
        return file;
    }
#endif
    // Reading also says what is wrong with a file that could not be mapped.
    auto content = readFile(path, maxBytes);
    if (!content) return failure(content.error());
    return holding(std::move(*content));
}

MappedFile MappedFile::holding(std::string content) {
    MappedFile file;
    file.m_content = std::make_unique<std::string>(std::move(content));
    file.m_bytes = *file.m_content;
    return file;
}

void MappedFile::swap(MappedFile& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_mapping, other.m_mapping);
    std::swap(m_content, other.m_content);
}

MappedFile::~MappedFile() {
#ifndef _WIN32
    if (m_mapping != nullptr) ::munmap(m_mapping, m_bytes.size());
#endif
}

} // namespace vertescore
