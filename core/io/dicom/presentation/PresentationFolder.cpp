// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/presentation/PresentationFolder_p.h"

#include "core/zip/ZipPath.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <mutex>
#include <string_view>

namespace vertescore::dicom {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestStateBytes = 1U << 20;
constexpr std::size_t kSniffedBytes = 1024; ///< the class stands in the header, or first in the data set

bool namesState(std::string_view start) {
    return start.find(UID_GrayscaleSoftcopyPresentationStateStorage) != std::string_view::npos;
}

bool looksLikeState(const fs::path& path) {
    std::array<char, kSniffedBytes> start;
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return namesState({start.data(), static_cast<std::size_t>(file.gcount())});
}

std::vector<fs::path> findStates(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && entry->file_size(ignored) <= kLargestStateBytes &&
            looksLikeState(entry->path()))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<fs::path> findStatesInZip(const ZipPath& folder) {
    std::vector<fs::path> found;
    const auto zip = ZipFile::open(folder.zip);
    if (!zip) return found;
    for (const ZippedFile& file : zip->files()) {
        const fs::path path = zippedPath(folder.zip, file.name);
        if (path.parent_path() != zippedPath(folder.zip, folder.name).parent_path()) continue;
        if (file.size > kLargestStateBytes) continue;
        const auto start = zip->readStart(file, kSniffedBytes);
        if (start && namesState(*start)) found.push_back(path);
    }
    return found;
}

struct Remembered {
    fs::path folder;
    fs::file_time_type changed;
    std::vector<fs::path> states;
};

/// A folder that changed within the clock's grain could change again without its time showing it.
bool isSettled(fs::file_time_type changed) {
    return fs::file_time_type::clock::now() - changed > std::chrono::seconds(2);
}

} // namespace

std::vector<fs::path> presentationFilesBeside(const fs::path& file) {
    static std::mutex mutex;
    static Remembered last;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    const auto inZip = splitZipPath(file);
    const auto changed = fs::last_write_time(inZip ? inZip->zip : folder, error);
    if (error) return {};
    {
        const std::scoped_lock lock(mutex);
        if (last.folder == folder && last.changed == changed) return last.states;
    }
    auto states = inZip ? findStatesInZip(*inZip) : findStates(folder);
    if (isSettled(changed)) {
        const std::scoped_lock lock(mutex);
        last = {folder, changed, states};
    }
    return states;
}

} // namespace vertescore::dicom
