// SPDX-License-Identifier: GPL-3.0-or-later
// How long the report of 200 images, four readers and two conditions takes with 10,000 resamples, and how
// long computing each of its resampled kappas anew would take.
#include "core/agreement/AgreementReport.h"
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

/// As a script does it: the resampled scores as a sample of their own, then the statistic.
double recomputeKappas(const PairSample& sample, const Resamples& resamples) {
    double sum = 0;
    for (std::size_t row = 0; row < kRecomputed; ++row) {
        PairSample drawn;
        drawn.categories = sample.categories;
        for (const std::uint32_t image : resamples.rows[row]) {
            drawn.images.push_back(sample.images[image]);
            drawn.first.push_back(sample.first[image]);
            drawn.second.push_back(sample.second[image]);
        }
        for (const KappaWeights weights :
             {KappaWeights::Unweighted, KappaWeights::Linear, KappaWeights::Quadratic})
            if (const Kappa found = kappa(drawn, weights); found.estimate.isDefined()) sum += *found.estimate;
    }
    return sum;
}

} // namespace

TEST_CASE("a report with ten thousand resamples takes seconds", "[agreement]") {
    const RatingTable table = readStudy();
    AgreementOptions options;
    options.resamples = drawnResamples(kResamples, kSeed);
    const auto start = std::chrono::steady_clock::now();
    const auto startOfWork = std::clock();
    const AgreementReport report = makeAgreementReport(table, options);
    const double taken = secondsSince(start);
    const double work = static_cast<double>(std::clock() - startOfWork) / CLOCKS_PER_SEC;
    REQUIRE(report.conditions.size() == 2);
    std::size_t kappas = 0;
    const auto naiveStart = std::chrono::steady_clock::now();
    const Resamples resamples = drawResamples(kImages, kResamples, kSeed);
    for (const ConditionAgreement& condition : report.conditions)
        for (const UnitAgreement& unit : condition.units)
            for (const PairAgreement& pair : unit.pairs)
                if (pair.bootstraps[0].resamples > 0 && recomputeKappas(pair.sample, resamples) != 0)
                    ++kappas;
    const double naive = secondsSince(naiveStart) * static_cast<double>(kResamples) / kRecomputed;
    std::printf("%d images, %d readers, 2 conditions, %zu resamples: the whole report %.2f s (%.2f s of one"
                " core); only the kappas of %zu pairs and units, each computed anew: %.0f s; ratio %.0f\n",
                kImages, kReaders, kResamples, taken, work, kappas, naive, naive / taken);
}
