// SPDX-License-Identifier: GPL-3.0-or-later
// How long the report of 200 images, four readers and two conditions takes with 10,000 resamples, and how
// long computing each of its resampled statistics anew would take, as a script does it.
#include "core/agreement/AgreementReport.h"
#include "core/agreement/statistics/Correlation.h"
#include "core/agreement/statistics/Icc.h"
#include "core/agreement/statistics/Kappa.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

using namespace vertescore;

namespace {

constexpr int kImages = 200;
constexpr int kReaders = 4;
constexpr std::size_t kResamples = 10'000;
constexpr std::uint64_t kSeed = 4711;
constexpr std::size_t kRecomputed = 200; ///< resamples that are computed anew; the rest would take as long

RatingTable readStudy() {
    std::mt19937 random(1);
    RatingTable table;
    for (int image = 0; image < kImages; ++image) {
        std::array<int, kSegmentCount * kWallCount> truth{};
        for (int& grade : truth)
            grade = std::max(0, static_cast<int>(random() % 6) - 2);
        for (const char* condition : {"no_ivg", "ivg"}) {
            for (int reader = 0; reader < kReaders; ++reader) {
                Rating rating;
                std::size_t cell = 0;
                for (auto& segment : rating.sheet.cells)
                    for (auto& wall : segment)
                        wall.grade = std::clamp(truth[cell++] + (random() % 4 == 0 ? 1 : 0), 0, 3);
                REQUIRE(table.add(
                    {"I" + std::to_string(1000 + image), "R" + std::to_string(reader), condition, ""},
                    rating));
            }
        }
    }
    return table;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// As a script does it: the resampled scores as a sample of their own.
PairSample drawnSample(const PairSample& sample, const Resamples& resamples, std::size_t row) {
    PairSample drawn;
    drawn.categories = sample.categories;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        for (std::uint32_t times = resamples.count(row, i); times > 0; --times) {
            drawn.images.push_back(sample.images[i]);
            drawn.first.push_back(sample.first[i]);
            drawn.second.push_back(sample.second[i]);
        }
    }
    return drawn;
}

double kappasOf(const PairSample& sample) {
    double sum = 0;
    for (const KappaWeights weights : kKappaWeights)
        if (const Kappa found = kappa(sample, weights); found.estimate.isDefined()) sum += *found.estimate;
    return sum;
}

double correlationsOf(const PairSample& sample) {
    const std::vector<double> x(sample.first.begin(), sample.first.end()),
        y(sample.second.begin(), sample.second.end());
    std::vector<double> rows;
    for (std::size_t i = 0; i < x.size(); ++i)
        rows.insert(rows.end(), {x[i], y[i]});
    const Pearson correlation = pearson(x, y);
    const IccForm icc = intraclassCorrelation(rows, 2).icc21;
    return (correlation.r.isDefined() ? *correlation.r : 0) + (icc.estimate.isDefined() ? *icc.estimate : 0);
}

/// Everything that a report resamples: the kappas of each pair; of the compared conditions those, Pearson and
/// ICC(2,1), of each pair and once more for the mean of all pairs.
double recompute(const AgreementReport& report, const Resamples& resamples) {
    double sum = 0;
    for (std::size_t row = 0; row < kRecomputed; ++row) {
        for (const ConditionAgreement& condition : report.conditions) {
            for (const UnitAgreement& unit : condition.units) {
                if (unit.unit.kind == Unit::Kind::Wall) continue;
                for (const PairAgreement& pair : unit.pairs) {
                    sum += kappasOf(drawnSample(pair.sample, resamples, row));
                    for (int comparison = 0; comparison < 2; ++comparison) {
                        const PairSample drawn = drawnSample(pair.sample, resamples, row);
                        sum += kappasOf(drawn);
                        if (unit.unit.kind != Unit::Kind::Category) sum += correlationsOf(drawn);
                    }
                }
            }
        }
    }
    return sum;
}

} // namespace

TEST_CASE("a report with ten thousand resamples takes a second", "[agreement]") {
    const RatingTable table = readStudy();
    for (const unsigned threads : {1U, 2U}) {
        AgreementOptions options;
        options.threads = threads;
        options.resamples = drawnResamples(kResamples, kSeed);
        const auto start = std::chrono::steady_clock::now();
        const auto startOfWork = std::clock();
        const AgreementReport report = makeAgreementReport(table, options);
        const double taken = secondsSince(start);
        const double work = static_cast<double>(std::clock() - startOfWork) / CLOCKS_PER_SEC;
        REQUIRE(report.conditions.size() == 2);
        REQUIRE(report.paired.size() == 42); // 6 units by 6 pairs and their mean
        const auto naiveStart = std::chrono::steady_clock::now();
        REQUIRE(recompute(report, Resamples::drawn(kImages, kResamples, kSeed)) != 0);
        const double naive = secondsSince(naiveStart) * static_cast<double>(kResamples) / kRecomputed;
        std::printf("%d images, %d readers, 2 conditions, %zu resamples, %u thread%s: the whole report %.2f s"
                    " (%.2f s of one core); its resampled statistics alone, each computed anew: %.0f s;"
                    " ratio %.0f\n",
                    kImages, kReaders, kResamples, threads, threads == 1 ? "" : "s", taken, work, naive,
                    naive / taken);
    }
}
