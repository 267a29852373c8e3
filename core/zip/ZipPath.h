// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/zip/ZipFile.h"

#include <optional>

namespace vertescore {

/// A path that leads through an archive: ARCHIVE/name.
struct ZipPath {
    std::filesystem::path zip;
    std::string name;
};

/// Whether a path is a file that begins as zip archives do.
bool isZip(const std::filesystem::path& path);

std::filesystem::path zippedPath(const std::filesystem::path& zip, std::string_view name);

/// Takes a path apart where a file that is an archive stands in it like a folder. Nothing when the path
/// itself exists, or leads through no archive. Any thread.
std::optional<ZipPath> splitZipPath(const std::filesystem::path& path);

/// The bytes of a file in an archive, or only its first ones. Errors: those of ZipFile, FileNotFound (no such
/// name in it, or one that is refused), FileTooLarge (above maxBytes); without the path. Any thread.
Result<std::string> readZipped(const ZipPath& path, std::uintmax_t maxBytes = kMostUnpackedBytes);
Result<std::string> readZippedStart(const ZipPath& path, std::size_t bytes);

} // namespace vertescore
