// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/TruthFile.h"

#include "core/agreement/ReadRatings.h"
#include "core/base/AtomicFile.h"

#include <algorithm>
#include <charconv>

namespace vertescore {

namespace {

constexpr std::size_t kMostFaults = 50;

/// The line that an error begins with, "line 7, ..."; 0 when it names none.
std::size_t lineOf(const std::string& detail) {
    constexpr std::string_view kLine = "line ";
    std::size_t line = 0;
    if (detail.starts_with(kLine))
        std::from_chars(detail.data() + kLine.size(), detail.data() + detail.size(), line);
    return line;
}

/// Empties a line, so that those after it keep their numbers. False when it was empty.
bool blankOut(std::string& text, std::size_t line) {
    std::size_t begin = 0;
    for (std::size_t before = 1; before < line && begin != std::string::npos; ++before)
        begin = text.find('\n', begin) == std::string::npos ? std::string::npos : text.find('\n', begin) + 1;
    if (begin == std::string::npos) return false;
    const auto end = std::min(text.find('\n', begin), text.size());
    text.erase(begin, end - begin);
    return end > begin;
}

/// The rows that are right; of each that is not, why. A wrong header ends it.
LocatedRatings readRows(std::string text, std::vector<std::string>& faults) {
    while (faults.size() < kMostFaults) {
        auto found = parseLocatedRatingsCsv(text);
        if (found) return std::move(*found);
        faults.push_back(found.error().detail);
        const auto line = lineOf(found.error().detail);
        if (line <= 1 || !blankOut(text, line)) break;
    }
    return {};
}

std::vector<std::pair<std::size_t, RatingKey>> inOrderOfLines(const LocatedRatings& rows) {
    std::vector<std::pair<std::size_t, RatingKey>> keys;
    for (const auto& [key, place] : rows.places)
        keys.emplace_back(lineOf(place), key);
    std::ranges::sort(keys);
    return keys;
}

struct Scans {
    std::map<std::string, ScanId> byCode;
    std::map<ScanId, ScoreSheet> truths;
};

Result<Scans> scansOf(const CoordinatorSession& session) {
    const auto scans = session.scans();
    if (!scans) return failure(scans.error());
    auto truths = session.truths();
    if (!truths) return failure(truths.error());
    Scans found{{}, std::move(*truths)};
    for (const auto& scan : *scans)
        found.byCode[scan.code] = scan.id;
    return found;
}

/// What keeps a reading of the file from being a truth; empty: nothing.
std::string faultOf(const std::string& code, const ScoreSheet& sheet, const Scans& scans,
                    const TruthFile& file, bool hasAllRows) {
    const auto scan = scans.byCode.find(code);
    if (scan == scans.byCode.end()) return "column (image_id): the study has no scan " + code;
    if (file.truths.contains(scan->second)) return "column (image_id): " + code + " has two truths";
    if (hasAllRows && !sheet.isComplete()) return "column (score): " + code + " has no truth for some wall";
    if (hasAllRows && !sheet.aac8.isBlank() && !sheet.aac8.isComplete())
        return "column (score): " + code + " has no AAC-8 for one wall";
    return {};
}

} // namespace

Result<TruthFile> readTruthFile(const CoordinatorSession& session, const std::filesystem::path& path) {
    auto text = readFile(path);
    if (!text) return failure(text.error());
    if (text->empty()) return failure(ErrorCode::FileEmpty, {}, path);
    const auto scans = scansOf(session);
    if (!scans) return failure(scans.error());
    TruthFile file;
    const auto rows = readRows(std::move(*text), file.faults);
    const bool hasAllRows = file.faults.empty(); // a row that is left out leaves its scan incomplete
    for (const auto& [line, key] : inOrderOfLines(rows)) {
        const auto& sheet = rows.table.ratings().at(key).sheet;
        const auto fault = faultOf(key.image, sheet, *scans, file, hasAllRows);
        if (!fault.empty()) {
            file.faults.push_back(rows.places.at(key) + ": " + fault);
            continue;
        }
        const auto scan = scans->byCode.at(key.image);
        file.truths[scan] = sheet;
        file.codes.push_back(key.image);
        file.replaced += scans->truths.contains(scan) ? 1 : 0;
    }
    std::ranges::sort(file.codes);
    std::ranges::stable_sort(file.faults, {}, lineOf);
    if (file.faults.size() > kMostFaults) file.faults.resize(kMostFaults);
    return file;
}

} // namespace vertescore
