// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/ArchivePath.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace vertescore {
namespace {

namespace fs = std::filesystem;

bool isArchive(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    std::array<char, 4> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return looksLikeArchive({start.data(), static_cast<std::size_t>(file.gcount())});
}

std::string bytesOf(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

Result<ArchivedFile> find(const Archive& archive, const ArchivePath& path) {
    const auto& files = archive.files();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&path](const ArchivedFile& file) { return file.name == path.name; });
    if (found != files.end()) return *found;
    const fs::path whole = archivedPath(path.archive, path.name);
    for (const Error& refused : archive.refused())
        if (refused.path == whole) return failure(refused.code, refused.detail);
    return failure(ErrorCode::FileNotFound, "the archive holds no such file");
}

} // namespace

fs::path archivedPath(const fs::path& archive, std::string_view name) {
    fs::path path = archive;
    path += fs::path(std::u8string(u8"/") + std::u8string(name.begin(), name.end()));
    return path;
}

std::optional<ArchivePath> splitArchivePath(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) return std::nullopt;
    for (fs::path above = path.parent_path(); !above.empty() && above != above.parent_path();
         above = above.parent_path()) {
        if (!fs::exists(above, ignored)) continue;
        if (!isArchive(above)) return std::nullopt;
        std::string name = bytesOf(path).substr(bytesOf(above).size());
        name.erase(0, name.find_first_not_of('/'));
        if (name.empty()) return std::nullopt;
        return ArchivePath{above, std::move(name)};
    }
    return std::nullopt;
}

Result<std::string> readArchived(const ArchivePath& path, std::uintmax_t maxBytes) {
    const auto archive = Archive::open(path.archive);
    if (!archive) return failure(archive.error().code, archive.error().detail);
    const auto file = find(*archive, path);
    if (!file) return failure(file.error());
    if (file->size > maxBytes)
        return failure(ErrorCode::FileTooLarge,
                       std::to_string(file->size) + " bytes, " + std::to_string(maxBytes) + " are the most");
    return archive->read(*file);
}

Result<std::string> readArchivedStart(const ArchivePath& path, std::size_t bytes) {
    const auto archive = Archive::open(path.archive);
    if (!archive) return failure(archive.error().code, archive.error().detail);
    const auto file = find(*archive, path);
    if (!file) return failure(file.error());
    return archive->readStart(*file, bytes);
}

} // namespace vertescore
