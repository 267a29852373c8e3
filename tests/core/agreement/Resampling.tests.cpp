// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/BootstrapKappa.h"
#include "core/agreement/resampling/PairedComparison.h"
#include "core/agreement/resampling/ReadResamples.h"
#include "core/agreement/statistics/Correlation.h"
#include "core/agreement/statistics/Icc.h"
#include "tests/core/agreement/Tables.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <set>

using namespace vertescore;
using vertescore::test::indicesOf;
using vertescore::test::sampleOf;

namespace {

PairedSamples pairedSamples(PairSample without, PairSample with) {
    PairedSamples samples;
    for (std::uint32_t i = 0; i < without.size(); ++i)
        samples.clusters.push_back({i});
    samples.without.push_back(std::move(without));
    samples.with.push_back(std::move(with));
    return samples;
}

PairedSamples guidesHelp() {
    return pairedSamples(sampleOf({0, 0, 1, 2, 3, 4, 5, 6, 0, 2}, {1, 0, 3, 2, 1, 4, 3, 6, 2, 2}, 7),
                         sampleOf({0, 0, 1, 2, 3, 4, 5, 6, 0, 2}, {0, 0, 1, 2, 2, 4, 5, 6, 1, 2}, 7));
}

PairedKappa linear(const PairedComparison& comparison) {
    return comparison.kappas[static_cast<std::size_t>(KappaWeights::Linear)];
}

} // namespace

TEST_CASE("a whole rank takes that order statistic", "[resampling]") {
    std::vector<double> sorted(1999);
    std::iota(sorted.begin(), sorted.end(), 1.0);
    CHECK(resampleQuantile(sorted, 0.025) == 50);
    CHECK(resampleQuantile(sorted, 0.975) == 1950);
}

TEST_CASE("between two ranks the quantile lies on the normal scale", "[resampling]") {
    std::vector<double> sorted(99);
    std::iota(sorted.begin(), sorted.end(), 1.0);
    // Rank 2.5: 2 + (z(.025) - z(.02)) / (z(.03) - z(.02)), z = -1.959964, -2.053749, -1.880794.
    CHECK(resampleQuantile(sorted, 0.025) == Approx(2.54225).margin(2e-5));
    CHECK(resampleQuantile(sorted, 0.0001) == 1);
    CHECK(resampleQuantile(sorted, 0.9999) == 99);
}

TEST_CASE("resamples follow from the seed and their place alone", "[resampling]") {
    const Resamples few = Resamples::drawn(20, 5, 7), many = Resamples::drawn(20, 50, 7);
    CHECK(indicesOf(few, 5) == indicesOf(many, 5));
    CHECK(few != Resamples::drawn(20, 5, 8));
    CHECK(indicesOf(few, 5)[0] != indicesOf(few, 5)[1]);
    CHECK(few.seed() == 7);
}

TEST_CASE("every case is drawn about equally often", "[resampling]") {
    std::vector<int> drawn(10);
    for (const auto& row : indicesOf(Resamples::drawn(10, 2000, 1), 2000))
        for (const auto index : row)
            ++drawn[index];
    for (const int times : drawn)
        CHECK(times == Approx(2000).margin(200)); // 4.7 standard deviations
}

TEST_CASE("the difference of two kappas is their difference", "[paired]") {
    const auto samples = guidesHelp();
    const PairedKappa paired =
        linear(comparePaired(samples, ScoreKind::Amounts, Resamples::drawn(10, 999, 3)));
    CHECK(*paired.without == Approx(*kappa(samples.without.front(), KappaWeights::Linear).estimate));
    CHECK(*paired.difference == Approx(*paired.with - *paired.without));
    CHECK(*paired.delta.low < *paired.difference);
    CHECK(*paired.bootstrap.percentile.low <= *paired.difference);
    CHECK(*paired.bootstrap.percentile.high >= *paired.difference);
    CHECK(paired.bootstrap.resamples + paired.bootstrap.dropped == 999);
    CHECK(paired.bootstrap.seed == 3);
}

TEST_CASE("a resample that takes every image once gives the difference itself", "[paired]") {
    std::vector<std::vector<std::uint32_t>> rows(3, std::vector<std::uint32_t>(10));
    for (auto& row : rows)
        std::iota(row.begin(), row.end(), 0U);
    const Resamples identity(10, rows);
    for (const PairedKappa& paired : comparePaired(guidesHelp(), ScoreKind::Amounts, identity).kappas) {
        CHECK(*paired.bootstrap.mean == Approx(*paired.difference).epsilon(1e-13));
        CHECK(*paired.bootstrap.standardError == Approx(0).margin(1e-15));
    }
}

TEST_CASE("each resample's correlation and ICC are those of its images", "[paired]") {
    const auto samples = guidesHelp();
    const Resamples resamples = Resamples::drawn(10, 40, 11);
    const PairedComparison compared = comparePaired(samples, ScoreKind::Amounts, resamples);
    double correlations = 0, iccs = 0;
    for (const auto& row : indicesOf(resamples, resamples.size())) {
        const auto changeOf = [&](auto statistic) {
            return *statistic(samples.with.front()) - *statistic(samples.without.front());
        };
        correlations += changeOf([&row](const PairSample& sample) {
            std::vector<double> x, y;
            for (const auto image : row) {
                x.push_back(sample.first[image]);
                y.push_back(sample.second[image]);
            }
            return pearson(x, y).r;
        });
        iccs += changeOf([&row](const PairSample& sample) {
            std::vector<double> scores;
            for (const auto image : row) {
                scores.push_back(sample.first[image]);
                scores.push_back(sample.second[image]);
            }
            return intraclassCorrelation(scores, 2).icc21.estimate;
        });
    }
    REQUIRE(compared.pearson);
    REQUIRE(compared.icc21);
    REQUIRE(compared.pearson->bootstrap.dropped == 0);
    CHECK(*compared.pearson->bootstrap.mean == Approx(correlations / 40).epsilon(1e-12));
    CHECK(*compared.icc21->bootstrap.mean == Approx(iccs / 40).epsilon(1e-12));
    CHECK(*compared.pearson->difference == Approx(*compared.pearson->with - *compared.pearson->without));
    CHECK(compared.icc21->images == 10);
}

TEST_CASE("the interval of a mean over pairs is that of the resampled means", "[paired]") {
    PairedSamples samples = guidesHelp();
    samples.without.push_back(sampleOf({0, 1, 1, 2, 4, 4, 5, 5, 0, 3}, {1, 0, 2, 2, 1, 6, 3, 6, 0, 2}, 7));
    samples.with.push_back(sampleOf({0, 1, 1, 2, 4, 4, 5, 5, 0, 3}, {0, 1, 1, 3, 3, 4, 5, 6, 0, 3}, 7));
    const Resamples resamples = Resamples::drawn(10, 99, 8);
    std::vector<std::optional<double>> means;
    for (const auto& row : indicesOf(resamples, resamples.size())) {
        double sum = 0;
        for (const PairSample& pair : samples.without) {
            PairSample drawn;
            drawn.categories = pair.categories;
            for (const std::uint32_t image : row) {
                drawn.first.push_back(pair.first[image]);
                drawn.second.push_back(pair.second[image]);
            }
            sum += *kappa(drawn, KappaWeights::Linear).estimate;
        }
        means.push_back(sum / 2);
    }
    const PairedKappa paired = linear(comparePaired(samples, ScoreKind::Amounts, resamples));
    const Interval expected = summarizeBootstrap(*paired.without, means, {}, resamples).percentile;
    CHECK(*paired.withoutInterval.low == Approx(*expected.low));
    CHECK(*paired.withoutInterval.high == Approx(*expected.high));
    CHECK(*paired.withInterval.low <= *paired.with);
    CHECK(*paired.withInterval.high >= *paired.with);
    const PairedKappa bare = linear(comparePaired(samples, ScoreKind::Amounts, {}));
    CHECK_FALSE(bare.withInterval.low.isDefined());
}

TEST_CASE("categories have kappas alone", "[paired]") {
    const PairedComparison compared = comparePaired(guidesHelp(), ScoreKind::Categories, {});
    CHECK(compared.kappas.front().difference.isDefined());
    CHECK_FALSE(compared.pearson);
    CHECK_FALSE(compared.icc21);
}

TEST_CASE("a reader who never changes the score has no correlation to compare", "[paired]") {
    const auto samples = pairedSamples(sampleOf({0, 1, 3}, {2, 2, 2}, 7), sampleOf({0, 1, 3}, {0, 2, 3}, 7));
    const PairedComparison compared = comparePaired(samples, ScoreKind::Amounts, Resamples::drawn(3, 9, 1));
    CHECK(compared.pearson->without.reason() == Undefined::ConstantReader);
    CHECK(compared.pearson->with.isDefined());
    CHECK(compared.pearson->difference.reason() == Undefined::ConstantReader);
    CHECK(compared.pearson->bootstrap.mean.reason() == Undefined::NotComputed);
}

TEST_CASE("exchanging the conditions turns the sign of everything", "[paired]") {
    const auto samples = guidesHelp();
    const auto turned = pairedSamples(samples.with.front(), samples.without.front());
    const Resamples resamples = Resamples::drawn(10, 999, 3);
    const PairedKappa one = linear(comparePaired(samples, ScoreKind::Amounts, resamples)),
                      other = linear(comparePaired(turned, ScoreKind::Amounts, resamples));
    CHECK(*one.difference == Approx(-*other.difference));
    CHECK(*one.z == Approx(-*other.z));
    CHECK(*one.p == Approx(*other.p));
    CHECK(*one.bootstrap.percentile.low == Approx(-*other.bootstrap.percentile.high));
}

TEST_CASE("two equal conditions do not differ, and there is nothing to test", "[paired]") {
    const auto samples = guidesHelp();
    const auto same = pairedSamples(samples.with.front(), samples.with.front());
    const PairedKappa paired = linear(comparePaired(same, ScoreKind::Amounts, Resamples::drawn(10, 99, 3)));
    CHECK(*paired.difference == 0);
    CHECK(*paired.standardErrorDelta == 0);
    CHECK(*paired.standardErrorJackknife == 0);
    CHECK(paired.z.reason() == Undefined::NoVariance);
    CHECK(paired.p.reason() == Undefined::NoVariance);
}

TEST_CASE("resamples without expected disagreement are dropped and counted", "[paired]") {
    const auto samples = pairedSamples(sampleOf({0, 0, 3}, {0, 0, 2}, 7), sampleOf({0, 0, 3}, {0, 0, 3}, 7));
    const std::vector<std::vector<std::uint32_t>> rows{{0, 1, 2}, {0, 0, 1}, {2, 1, 0}, {0, 2, 2}};
    const Resamples resamples(3, rows);
    const Bootstrap bootstrap = linear(comparePaired(samples, ScoreKind::Amounts, resamples)).bootstrap;
    CHECK(bootstrap.dropped == 1);
    CHECK(bootstrap.resamples == 3);
}

TEST_CASE("images of one patient are resampled together", "[paired]") {
    auto samples = guidesHelp();
    const double alone = *linear(comparePaired(samples, ScoreKind::Amounts, {})).standardErrorDelta;
    samples.clusters = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}};
    const auto together = comparePaired(samples, ScoreKind::Amounts, Resamples::drawn(2, 99, 1));
    CHECK(*linear(together).standardErrorDelta != Approx(alone));
    std::set<double> values; // of two patients only three resamples differ
    for (const double edge :
         {*linear(together).bootstrap.percentile.low, *linear(together).bootstrap.percentile.high})
        values.insert(edge);
    CHECK(values.size() <= 2);
}

TEST_CASE("no resamples, no bootstrap; the delta method still stands", "[paired]") {
    const PairedKappa paired = linear(comparePaired(guidesHelp(), ScoreKind::Amounts, {}));
    CHECK(paired.standardErrorDelta.isDefined());
    CHECK(paired.standardErrorJackknife.isDefined());
    CHECK(paired.bootstrap.percentile.low.reason() == Undefined::NotComputed);
}

TEST_CASE("fixed resamples read back, and a wrong index is told with its line", "[resampling]") {
    const auto resamples = parseResamples("0,1,2\n2,2,0\r\n");
    REQUIRE(resamples);
    CHECK(indicesOf(*resamples, 2) == std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {0, 2, 2}});
    for (const char* wrong : {"0,1,2\n0,1,3\n", "0,1,2\n0,1\n", "0,1,2\n0,x,1\n", "0,1,2\n0,1,\n"}) {
        CAPTURE(wrong);
        const auto refused = parseResamples(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::FileMalformed);
        CHECK_THAT(refused.error().detail, Catch::Contains("line 2"));
    }
    CHECK(parseResamples("").error().code == ErrorCode::FileEmpty);
}

TEST_CASE("the kappas of a pair are resampled as kappa() computes them", "[resampling]") {
    const PairSample sample = guidesHelp().without.front();
    const Resamples resamples = Resamples::drawn(sample.size(), 199, 5);
    std::vector<std::vector<std::uint32_t>> alone;
    for (std::uint32_t i = 0; i < sample.size(); ++i)
        alone.push_back({i});
    const auto bootstraps = bootstrapKappas(sample, alone, resamples);
    for (const KappaWeights weights : kKappaWeights) {
        std::vector<std::optional<double>> replicates;
        for (const auto& row : indicesOf(resamples, resamples.size())) {
            PairSample drawn;
            drawn.categories = sample.categories;
            for (const std::uint32_t image : row) {
                drawn.first.push_back(sample.first[image]);
                drawn.second.push_back(sample.second[image]);
            }
            replicates.push_back(kappa(drawn, weights).estimate.value());
        }
        const Bootstrap expected =
            summarizeBootstrap(*kappa(sample, weights).estimate, replicates, {}, resamples);
        const Bootstrap& found = bootstraps[static_cast<std::size_t>(weights)];
        CHECK(found.resamples == expected.resamples);
        CHECK(*found.percentile.low == Approx(*expected.percentile.low));
        CHECK(*found.percentile.high == Approx(*expected.percentile.high));
        CHECK(*found.standardError == Approx(*expected.standardError));
        CHECK_FALSE(found.bca.interval.low.isDefined());
    }
    CHECK(bootstrapKappas(sample, alone, {})[1].resamples == 0);
}

TEST_CASE("images of one patient are resampled together for a kappa too", "[resampling]") {
    const PairSample sample = guidesHelp().without.front();
    std::vector<std::uint32_t> everyone(sample.size());
    std::iota(everyone.begin(), everyone.end(), 0U);
    const std::vector<std::vector<std::uint32_t>> one{everyone};
    const auto bootstraps = bootstrapKappas(sample, one, Resamples::drawn(1, 50, 1));
    // One patient drawn is the whole sample every time.
    CHECK(*bootstraps[1].standardError == Approx(0).margin(1e-12));
    CHECK(*bootstraps[1].mean == Approx(*kappa(sample, KappaWeights::Linear).estimate));
}

TEST_CASE("a source draws once for each number of cases", "[resampling]") {
    const ResampleSource source = drawnResamples(7, 3);
    const ResampleSource copy = source;
    CHECK(*source(5) == Resamples::drawn(5, 7, 3));
    CHECK(source(5) == copy(5));
    CHECK(source(4)->cases() == 4);
}

TEST_CASE("beyond the last resample of a block nothing is counted", "[resampling]") {
    // 33 resamples are a block and one more.
    const Resamples resamples = Resamples::drawn(3, Resamples::kSideBySide + 1, 1);
    REQUIRE(resamples.blocks() == 2);
    for (std::size_t oneCase = 0; oneCase < 3; ++oneCase) {
        const auto* counts = resamples.block(1) + oneCase * Resamples::kSideBySide;
        CHECK(counts[0] == resamples.count(Resamples::kSideBySide, oneCase));
        CHECK(
            std::all_of(counts + 1, counts + Resamples::kSideBySide, [](auto count) { return count == 0; }));
    }
    const auto bootstraps = bootstrapKappas(
        sampleOf({0, 1, 1}, {0, 1, 0}, 2), std::vector<std::vector<std::uint32_t>>{{0}, {1}, {2}}, resamples);
    CHECK(bootstraps[0].resamples + bootstraps[0].dropped == resamples.size());
}
