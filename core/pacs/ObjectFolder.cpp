// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/ObjectFolder.h"

#include "core/pacs/storage/IncomingObject_p.h"

#include <algorithm>
#include <charconv>
#include <csignal>

namespace vertescore::pacs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestUid = 64;

bool isRunning(int process) {
    return ::kill(process, 0) == 0 || errno == EPERM;
}

/// The process that writes an unfinished file, from its name; nothing for other files.
std::optional<int> writerOf(const std::string& name) {
    if (!name.starts_with(kUnfinishedStart) || !name.ends_with(kUnfinishedEnd)) return std::nullopt;
    int process = 0;
    const char* const from = name.data() + kUnfinishedStart.size();
    const auto [end, problem] = std::from_chars(from, name.data() + name.size(), process);
    if (problem != std::errc() || end == from) return std::nullopt;
    return process;
}

void removeUnfinished(const fs::path& folder) {
    std::error_code problem;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const auto writer = writerOf(entry->path().filename().string());
        std::error_code ignored;
        if (writer && !isRunning(*writer)) fs::remove(entry->path(), ignored);
    }
}

} // namespace

bool isFileUid(std::string_view text) {
    const auto isAllowed = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return !text.empty() && text.size() <= kLongestUid && text.front() != '.' &&
           std::all_of(text.begin(), text.end(), isAllowed);
}

Result<ObjectFolder> ObjectFolder::open(const fs::path& path, std::uintmax_t mostObjectBytes) {
    std::error_code problem;
    fs::create_directories(path, problem);
    if (problem || !fs::is_directory(path, problem))
        return failure(ErrorCode::FileNotWritable, problem ? problem.message() : "no folder", path);
    removeUnfinished(path);
    return ObjectFolder(path, mostObjectBytes);
}

fs::path ObjectFolder::fileOf(const std::string& instanceUid) const {
    return m_path / (instanceUid + ".dcm");
}

bool ObjectFolder::holds(const std::string& instanceUid) const {
    std::error_code ignored;
    return isFileUid(instanceUid) && fs::is_regular_file(fileOf(instanceUid), ignored);
}

} // namespace vertescore::pacs
