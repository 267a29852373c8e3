// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace vertescore::pacs {

/// Digits and points alone, 64 at most, so that a UID from elsewhere is the name of a file and of no other
/// place.
bool isFileUid(std::string_view text);

/// What became of an object that came.
enum class Arrival {
    New,
    AlreadyThere, ///< the same object had come before: there is still one file
    Differs,      ///< another content under the same SOP Instance UID: kept beside the first
};

struct StoredObject {
    std::filesystem::path file; ///< of this content
    std::string instanceUid;
    std::string classUid;
    Arrival arrival = Arrival::New;
    std::string sender; ///< AE title
};

/// A folder to which objects come, one file each, UID.dcm. A file has its name only when it is whole, its
/// structure was looked over (checkStructure), and it is on the disk; until then it is hidden. Several
/// threads and programs may fill the same folder. A value; any thread.
class ObjectFolder {
public:
    static constexpr std::uintmax_t kMostObjectBytes = 1ULL << 30;

    /// Makes the folder where it is missing, and removes what programs that are gone left unfinished.
    /// Errors: FileNotWritable.
    static Result<ObjectFolder> open(const std::filesystem::path& path,
                                     std::uintmax_t mostObjectBytes = kMostObjectBytes);

    const std::filesystem::path& path() const { return m_path; }
    std::uintmax_t mostObjectBytes() const { return m_mostObjectBytes; }
    std::filesystem::path fileOf(const std::string& instanceUid) const;
    bool holds(const std::string& instanceUid) const;

private:
    ObjectFolder(std::filesystem::path path, std::uintmax_t mostObjectBytes)
        : m_path(std::move(path)), m_mostObjectBytes(mostObjectBytes) {}

    std::filesystem::path m_path;
    std::uintmax_t m_mostObjectBytes;
};

} // namespace vertescore::pacs
