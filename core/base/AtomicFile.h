// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// Writes the whole file beside its target, flushes it to the disk and renames it over the target: a reader
/// sees the old content or the new one, never a part. Errors: FileNotWritable, DiskFull. Any thread.
Status writeFileAtomically(const std::filesystem::path& path, std::string_view content);
/// The same with a content that lies in pieces, written one after the other.
Status writeFileAtomically(const std::filesystem::path& path, const std::vector<std::string_view>& pieces);

/// Reads a whole file. Errors: FileNotFound, FileUnreadable, FileTooLarge (above maxBytes). Any thread.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes = 1ULL << 31);

} // namespace vertescore
