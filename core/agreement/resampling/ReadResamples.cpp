// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/ReadResamples.h"

#include "core/base/AtomicFile.h"

#include <algorithm>
#include <charconv>

namespace vertescore {
namespace {

/// Nothing when the line is not made of whole numbers.
std::optional<std::vector<std::uint32_t>> indicesOf(std::string_view line) {
    std::vector<std::uint32_t> indices;
    const char* at = line.data();
    const char* const end = at + line.size();
    while (true) {
        std::uint32_t index = 0;
        const auto [next, error] = std::from_chars(at, end, index);
        if (error != std::errc()) return std::nullopt;
        indices.push_back(index);
        if (next == end) return indices;
        if (*next != ',') return std::nullopt;
        at = next + 1;
    }
}

} // namespace

Result<Resamples> parseResamples(std::string_view text) {
    std::vector<std::vector<std::uint32_t>> rows;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.ends_with('\r')) content.remove_suffix(1);
        if (content.empty()) continue;
        auto indices = indicesOf(content);
        const std::size_t n = rows.empty() && indices ? indices->size()
                              : rows.empty()          ? 0
                                                      : rows.front().size();
        const bool isRow = indices && indices->size() == n &&
                           std::ranges::all_of(*indices, [n](std::uint32_t index) { return index < n; });
        if (!isRow)
            return failure(ErrorCode::FileMalformed,
                           "line " + std::to_string(line) +
                               ": not as many indices below n as in the first line");
        rows.push_back(std::move(*indices));
    }
    if (rows.empty()) return failure(ErrorCode::FileEmpty);
    return Resamples(rows.front().size(), rows);
}

Result<std::map<std::size_t, Resamples>> readResampleFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (toUtf8(entry.path().filename()).starts_with("boot_indices_") &&
            entry.path().extension() == ".csv")
            files.push_back(entry.path());
    if (files.empty()) return failure(ErrorCode::FileNotFound, "no boot_indices_*.csv", folder);
    std::ranges::sort(files);
    std::map<std::size_t, Resamples> sets;
    for (const auto& file : files) {
        const auto text = readFile(file);
        if (!text) return failure(text.error());
        auto resamples = parseResamples(*text);
        if (!resamples) return failure(resamples.error().code, resamples.error().detail, file);
        const std::size_t n = resamples->cases();
        if (!sets.emplace(n, std::move(*resamples)).second)
            return failure(ErrorCode::DuplicateEntry, "a second set for n = " + std::to_string(n), file);
    }
    return sets;
}

} // namespace vertescore
