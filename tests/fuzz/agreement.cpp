// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"
#include "core/agreement/resampling/ReadResamples.h"
#include "tests/fuzz/support/InputFile.h"

namespace vertescore::fuzz {
namespace {

constexpr std::string_view kBetweenFiles = "\n%%\n"; ///< ratings CSV, this, resampling indices
constexpr std::size_t kMostRatings = 60;             ///< more would say the same at more cost
constexpr std::size_t kResamples = 5;

void reportOn(const RatingTable& table, const std::optional<Resamples>& fixed) {
    AgreementOptions options;
    options.study = "Study";
    options.threads = 1;
    options.resamples = drawnResamples(kResamples, kDefaultResamplingSeed);
    if (fixed)
        options.resamples = [&fixed](std::size_t cases) {
            return fixed->cases() == cases ? &*fixed : nullptr;
        };
    options.bootstrap.regressionBca = fixed.has_value();
    for (const std::string& condition : table.conditions())
        for (const std::string& image : table.images(condition))
            options.scannerOf[image] = image.size() % 2 == 0 ? "even" : "odd";
    const AgreementReport report = makeAgreementReport(table, options);
    agreementToCsv(std::vector{report});
    agreementToJson(report);
}

} // namespace

void agreement(Bytes bytes) {
    const std::size_t end = std::min(bytes.find(kBetweenFiles), bytes.size());
    const auto table = parseRatingsCsv(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + kBetweenFiles.size(), bytes.size()));
    const auto resamples = parseResamples(bytes);
    if (!table || table->ratings().size() > kMostRatings) return;
    reportOn(*table,
             resamples && resamples->size() <= kMostRatings ? std::optional(*resamples) : std::nullopt);
}

} // namespace vertescore::fuzz
