// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/Archive.h"

#include <optional>

namespace vertescore {

/// A path that leads through an archive: ARCHIVE/name.
struct ArchivePath {
    std::filesystem::path archive;
    std::string name;
};

std::filesystem::path archivedPath(const std::filesystem::path& archive, std::string_view name);

/// Takes a path apart where a file that is an archive stands in it like a folder. Nothing when the path
/// itself exists, or leads through no archive. Any thread.
std::optional<ArchivePath> splitArchivePath(const std::filesystem::path& path);

/// The bytes of a file in an archive, or only its first ones. Errors: those of Archive, FileNotFound (no such
/// name in it, or one that is refused), FileTooLarge (above maxBytes); without the path. Any thread.
Result<std::string> readArchived(const ArchivePath& path, std::uintmax_t maxBytes = kMostUnpackedBytes);
Result<std::string> readArchivedStart(const ArchivePath& path, std::size_t bytes);

} // namespace vertescore
