// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/scripts/RecomputeFiles.h"

#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"
#include "core/agreement/scripts/RecomputeTexts_p.h"
#include "core/base/AtomicFile.h"

namespace vertescore {
namespace {

void replaceAll(std::string& text, std::string_view word, const std::string& by) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
        text.replace(at, word.size(), by);
}

std::string scriptFor(std::string_view text, const CategoryBounds& bounds) {
    std::string script(text);
    replaceAll(script, "@MODERATE_FROM@", std::to_string(bounds.moderateFrom));
    replaceAll(script, "@HIGH_FROM@", std::to_string(bounds.highFrom));
    replaceAll(script, "@VERTESCORE_VERSION@", VERTESCORE_VERSION);
    return script;
}

} // namespace

std::vector<RecomputeFile> recomputeFiles(const RatingTable& table, const AgreementReport& report) {
    return {{"ratings.csv", ratingsToCsv(table, report.synthetic)},
            {"agreement.csv", agreementToCsv(std::span(&report, 1))},
            {"recompute.py", scriptFor(kRecomputePython, report.bounds)},
            {"recompute.R", scriptFor(kRecomputeR, report.bounds)}};
}

Status writeRecomputeFiles(const std::filesystem::path& folder, const RatingTable& table,
                           const AgreementReport& report) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return failure(ErrorCode::FileNotWritable, error.message(), folder);
    for (const RecomputeFile& file : recomputeFiles(table, report))
        if (auto written = writeFileAtomically(folder / file.name, file.content); !written) return written;
    return {};
}

} // namespace vertescore
