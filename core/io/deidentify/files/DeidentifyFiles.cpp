// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/files/DeidentifyFiles.h"

#include "core/zip/ZipPath.h"

namespace vertescore {
namespace {

namespace fs = std::filesystem;

/// Where a path leads, without a separator at its end.
fs::path placeOf(const fs::path& path) {
    std::error_code ignored;
    const fs::path place = fs::weakly_canonical(path, ignored);
    return place.has_filename() ? place : place.parent_path();
}

/// Whether a path is a folder, or lies in it.
bool isWithin(const fs::path& path, const fs::path& folder) {
    const auto relative = placeOf(path).lexically_relative(placeOf(folder));
    return !relative.empty() && *relative.begin() != "..";
}

} // namespace

Result<FileList> filesToDeidentify(const std::vector<fs::path>& in, const fs::path& outFolder) {
    for (const fs::path& path : in) {
        std::error_code ignored;
        if (!fs::exists(path, ignored) && !splitZipPath(path))
            return failure(ErrorCode::FileNotFound, {}, path);
        const bool isFolder = fs::is_directory(path, ignored);
        if (isFolder && isWithin(outFolder, path))
            return failure(ErrorCode::InvalidArgument, "the target lies within what is to be read",
                           outFolder);
        if (!isFolder && placeOf(outFolder) == placeOf(path).parent_path())
            return failure(ErrorCode::InvalidArgument, "the target is the folder of what is to be read",
                           outFolder);
    }
    return listFiles(in);
}

Status deidentifyEach(const std::vector<DeidentifyItem>& items, const fs::path& outFolder,
                      const Pseudonyms& pseudonyms, const DeidentifyWatch& watch) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (watch.stop.stop_requested()) return failure(ErrorCode::Cancelled);
        const auto record = deidentifyFile(items[i].path, outFolder, pseudonyms, items[i].choices);
        if (watch.done) watch.done(items[i].path, record);
        if (watch.progress) watch.progress(i + 1, items.size());
    }
    return {};
}

Status deidentifyAll(const fs::path& in, const fs::path& outFolder, const Pseudonyms& pseudonyms,
                     const DeidentifyChoices& choices, const DeidentifyWatch& watch) {
    const auto list = filesToDeidentify({in}, outFolder);
    if (!list) return failure(list.error());
    if (watch.done)
        for (const Error& one : list->refused)
            watch.done(*one.path, failure(one));
    std::vector<DeidentifyItem> items;
    for (const fs::path& file : list->files)
        items.push_back({file, choices});
    Status all = deidentifyEach(items, outFolder, pseudonyms, watch);
    if (!all && !all.error().path) all.error().path = in;
    return all;
}

fs::path pathBelow(const fs::path& path, const fs::path& given) {
    if (path == given) return path.filename();
    const auto below = path.lexically_relative(given);
    return below.empty() || *below.begin() == ".." ? path.filename() : below;
}

} // namespace vertescore
