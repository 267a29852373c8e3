// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/deidentify/Deidentify.h"
#include "core/io/listing/FileList.h"

#include <functional>
#include <stop_token>

namespace vertescore {

/// A file, and how its copy is made.
struct DeidentifyItem {
    std::filesystem::path path;
    DeidentifyChoices choices = {};
};

struct DeidentifyWatch {
    std::stop_token stop; ///< asked before each file
    /// After each file, in the calling thread.
    std::function<void(const std::filesystem::path&, const Result<DeidentificationRecord>&)> done = {};
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// Every file at or below the paths, for copies into a folder that exists or not. Errors: FileNotFound;
/// InvalidArgument (the target is, or lies in, a folder that is to be read, or it is the folder of a file
/// that is to be read: copies and originals must not mix). Any thread.
Result<FileList> filesToDeidentify(const std::vector<std::filesystem::path>& in,
                                   const std::filesystem::path& outFolder);

/// deidentifyFile for each item, going on after one that fails. Cancelled: stopped; what was written until
/// then is whole. Any thread.
Status deidentifyEach(const std::vector<DeidentifyItem>& items, const std::filesystem::path& outFolder,
                      const Pseudonyms& pseudonyms, const DeidentifyWatch& watch);

/// The same for every file at or below a path. Errors: those of both.
Status deidentifyAll(const std::filesystem::path& in, const std::filesystem::path& outFolder,
                     const Pseudonyms& pseudonyms, const DeidentifyChoices& choices,
                     const DeidentifyWatch& watch);

/// A path below what was given, so that what is shown tells no more than that.
std::filesystem::path pathBelow(const std::filesystem::path& path, const std::filesystem::path& given);

} // namespace vertescore
