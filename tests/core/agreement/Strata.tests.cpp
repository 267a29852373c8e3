// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementReport.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;

namespace {

const Unit kTotal{Unit::Kind::Total, Segment::L1, Wall::Anterior};

/// Eight grades that add up to the total, the first ones highest.
Rating ratingOf(int total) {
    Rating rating;
    for (const Segment segment : kSegments) {
        for (const Wall wall : kWalls) {
            const int grade = std::min(3, total);
            rating.sheet.at(segment, wall).grade = grade;
            total -= grade;
        }
    }
    return rating;
}

void add(RatingTable& table, const std::string& image, const std::string& reader, int total,
         const std::string& condition = "ivg", const std::string& session = {}) {
    REQUIRE(table.add({image, reader, condition, session}, ratingOf(total)));
}

std::vector<std::string> imagesOf(const std::vector<Stratum>& strata, const std::string& name) {
    return std::ranges::find(strata, name, &Stratum::name)->images;
}

} // namespace

TEST_CASE("an image belongs to the burden of its mean total", "[strata]") {
    RatingTable table;
    add(table, "mean one and a half", "A", 1);
    add(table, "mean one and a half", "B", 2);
    add(table, "mean two", "A", 0);
    add(table, "mean two", "B", 4);
    add(table, "mean six", "A", 5);
    add(table, "mean six", "B", 7);
    add(table, "just below six", "A", 5);
    add(table, "just below six", "B", 6);
    const auto strata = burdenStrata(table, {});
    REQUIRE(strata.size() == 3);
    CHECK(imagesOf(strata, "low") == std::vector<std::string>{"mean one and a half"});
    CHECK(imagesOf(strata, "moderate") == std::vector<std::string>{"just below six", "mean two"});
    CHECK(imagesOf(strata, "high") == std::vector<std::string>{"mean six"});
    CHECK(stratumKey(strata.front()) == "burden:low");
}

TEST_CASE("both conditions place an image, repeats and missing totals do not", "[strata]") {
    RatingTable table;
    add(table, "a", "A", 0, "no_ivg");
    add(table, "a", "A", 12, "ivg", "1");
    add(table, "a", "A", 24, "ivg", "2"); // mean with it would be 12
    Rating gap = ratingOf(24);
    gap.sheet.at(Segment::L2, Wall::Anterior) = {std::nullopt, NotReadableReason::Noise};
    REQUIRE(table.add({"a", "B", "ivg", {}}, gap));
    REQUIRE(table.add({"b", "B", "ivg", {}}, gap));
    const auto strata = burdenStrata(table, {2, 7});
    CHECK(imagesOf(strata, "moderate") == std::vector<std::string>{"a"}); // (0 + 12) / 2
    for (const Stratum& stratum : strata)
        CHECK(std::ranges::count(stratum.images, std::string("b")) == 0);
}

TEST_CASE("groups make strata when there are two of them", "[strata]") {
    CHECK(groupStrata("scanner", {{"a", "x"}, {"b", "x"}}).empty());
    const auto strata = groupStrata("scanner", {{"a", "y"}, {"b", "x"}, {"c", "y"}});
    REQUIRE(strata.size() == 2);
    CHECK(strata[0] == Stratum{"scanner", "x", {"b"}});
    CHECK(strata[1] == Stratum{"scanner", "y", {"a", "c"}});
}

TEST_CASE("a stratum's numbers are those of its images alone", "[strata]") {
    RatingTable all, low;
    for (int image = 0; image < 12; ++image) {
        const std::string id = "I" + std::to_string(10 + image);
        const int total = image % 2 == 0 ? image % 3 / 2 : 10 + image;
        const int other = total + (image % 4 == 0 ? 1 : 0);
        for (RatingTable* table : {&all, &low}) {
            if (table == &low && image % 2 == 1) continue;
            add(*table, id, "A", total);
            add(*table, id, "B", std::min(other, 24));
        }
    }
    AgreementOptions options;
    options.resamples = drawnResamples(19, 1);
    const auto ivg = makeAgreementReport(all, options).conditions.front();
    REQUIRE(ivg.strata.size() == 3);
    const StratumAgreement& stratum = ivg.strata.front();
    CHECK(stratum.stratum.name == "low");
    CHECK(stratum.images == 6);
    const auto alone = makeAgreementReport(low, options).conditions.front();
    REQUIRE(stratum.units.size() == 6);
    for (const UnitAgreement& unit : stratum.units) {
        CHECK(unit.pairs.front().sample == alone.find(unit.unit)->pairs.front().sample);
        CHECK(unit.pairs.front().linear == alone.find(unit.unit)->pairs.front().linear);
        CHECK(unit.all.krippendorff == alone.find(unit.unit)->all.krippendorff);
    }
    CHECK(ivg.strata[1].images == 0); // shown all the same
    CHECK(ivg.strata[1].units.front().pairs.front().linear.estimate.reason() == Undefined::TooFewImages);
}

TEST_CASE("conditions are compared within each stratum on the same images", "[strata]") {
    RatingTable table;
    for (int image = 0; image < 20; ++image)
        for (const std::string reader : {"A", "B"})
            for (const std::string condition : {"no_ivg", "ivg"}) {
                const int off = condition == "no_ivg" && reader == "B" ? image % 3 : 0;
                add(table, "I" + std::to_string(image), reader,
                    (image % 2 == 0 ? 0 : 12) + image % 2 * off + image % 4 / 3, condition);
            }
    AgreementOptions options;
    options.resamples = drawnResamples(99, 1);
    options.scannerOf = {{"I0", "x"}, {"I1", "y"}};
    const AgreementReport report = makeAgreementReport(table, options);
    const auto of = [&](const std::string& stratum) {
        const auto found = std::ranges::find_if(report.pairedStrata, [&](const PairedAgreement& one) {
            return one.stratum == stratum && one.unit == kTotal;
        });
        return found == report.pairedStrata.end() ? nullptr : &*found;
    };
    REQUIRE(of("burden:high"));
    CHECK(of("burden:high")->comparison.kappas.front().images == 10);
    CHECK(of("burden:high")->comparison.kappas[1].bootstrap.percentile.low.isDefined());
    REQUIRE(of("scanner:x"));
    CHECK(of("scanner:x")->comparison.kappas.front().images == 1);
    CHECK(std::ranges::all_of(report.paired, [](const PairedAgreement& one) { return one.stratum.empty(); }));
}
