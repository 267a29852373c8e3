// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/zip/ZipPath.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace vertescore {
namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

Result<ZippedFile> find(const ZipFile& zip, const ZipPath& path) {
    const auto& files = zip.files();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&path](const ZippedFile& file) { return file.name == path.name; });
    if (found != files.end()) return *found;
    const fs::path whole = zippedPath(path.zip, path.name);
    for (const Error& refused : zip.refused())
        if (refused.path == whole) return failure(refused.code, refused.detail);
    return failure(ErrorCode::FileNotFound, "the archive holds no such file");
}

} // namespace

bool isZip(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    std::array<char, 4> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return looksLikeZip({start.data(), static_cast<std::size_t>(file.gcount())});
}

fs::path zippedPath(const fs::path& zip, std::string_view name) {
    fs::path path = zip;
    path += fs::path(std::u8string(u8"/") + std::u8string(name.begin(), name.end()));
    return path;
}

std::optional<ZipPath> splitZipPath(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) return std::nullopt;
    for (fs::path above = path.parent_path(); !above.empty() && above != above.parent_path();
         above = above.parent_path()) {
        if (!fs::exists(above, ignored)) continue;
        if (!isZip(above)) return std::nullopt;
        std::string name = bytesOf(path).substr(bytesOf(above).size());
        name.erase(0, name.find_first_not_of('/'));
        if (name.empty()) return std::nullopt;
        return ZipPath{above, std::move(name)};
    }
    return std::nullopt;
}

Result<std::string> readZipped(const ZipPath& path, std::uintmax_t maxBytes) {
    const auto zip = ZipFile::open(path.zip);
    if (!zip) return failure(zip.error().code, zip.error().detail);
    const auto file = find(*zip, path);
    if (!file) return failure(file.error());
    if (file->size > maxBytes)
        return failure(ErrorCode::FileTooLarge,
                       std::to_string(file->size) + " bytes, " + std::to_string(maxBytes) + " are the most");
    return zip->read(*file);
}

Result<std::string> readZippedStart(const ZipPath& path, std::size_t bytes) {
    const auto zip = ZipFile::open(path.zip);
    if (!zip) return failure(zip.error().code, zip.error().detail);
    const auto file = find(*zip, path);
    if (!file) return failure(file.error());
    return zip->readStart(*file, bytes);
}

} // namespace vertescore
