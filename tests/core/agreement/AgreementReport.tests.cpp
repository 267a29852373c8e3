// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementFiles.h"
#include "core/agreement/ReadRatings.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>

using namespace vertescore;

namespace {

/// Six images by three readers under two conditions, grades made of the indices.
RatingTable smallStudy() {
    RatingTable table;
    for (int image = 0; image < 6; ++image) {
        for (int reader = 0; reader < 3; ++reader) {
            for (const std::string condition : {"ivg", "no_ivg"}) {
                Rating rating;
                for (const Segment segment : kSegments)
                    for (const Wall wall : kWalls)
                        rating.sheet.at(segment, wall).grade =
                            (image + (condition == "ivg" ? reader / 2 : reader) * static_cast<int>(segment)) %
                            4;
                REQUIRE(table.add({"I" + std::to_string(image), "R" + std::to_string(reader), condition, {}},
                                  rating));
            }
        }
    }
    return table;
}

AgreementReport smallReport() {
    AgreementOptions options;
    options.study = "small \"study\"";
    options.resamples = drawnResamples(99, 1);
    return makeAgreementReport(smallStudy(), options);
}

} // namespace

TEST_CASE("a report has every condition, unit and pair", "[report]") {
    const AgreementReport report = smallReport();
    REQUIRE(report.conditions.size() == 2);
    const ConditionAgreement* ivg = report.find("ivg");
    REQUIRE(ivg);
    CHECK(ivg->images == 6);
    CHECK(ivg->units.size() == 14);
    const UnitAgreement* total = ivg->find({Unit::Kind::Total, Segment::L1, Wall::Anterior});
    REQUIRE(total);
    REQUIRE(total->pairs.size() == 3);
    CHECK(total->pairs[1].firstRater == "R0");
    CHECK(total->pairs[1].secondRater == "R2");
    CHECK(total->pairs[1].pearson.has_value());
    CHECK(report.find("other") == nullptr);
}

TEST_CASE("any number of threads gives the same report to the last bit", "[report]") {
    RatingTable gapped; // so that pairs have different images, and are resampled anew
    const RatingTable whole = smallStudy();
    for (const auto& [key, rating] : whole.ratings())
        if (key.image != "I5" || key.reader != "R1") REQUIRE(gapped.add(key, rating));
    const auto numbersWith = [&gapped](unsigned threads) {
        AgreementOptions options;
        options.threads = threads;
        options.resamples = drawnResamples(199, 1);
        options.bootstrap.regressionBca = true;
        std::string text;
        for (const ReportedStatistic& one : listStatistics(makeAgreementReport(gapped, options)))
            text += one.condition + one.readers + one.unit + one.name + one.stratum + ' ' +
                    (one.value.isDefined() ? std::to_string(std::bit_cast<std::uint64_t>(*one.value))
                                           : std::to_string(static_cast<int>(one.value.reason()))) +
                    '\n';
        return text;
    };
    const std::string alone = numbersWith(1);
    REQUIRE(alone.size() > 10'000);
    for (const unsigned threads : {2U, 3U, 8U, 0U}) {
        CAPTURE(threads);
        CHECK(numbersWith(threads) == alone);
    }
}

TEST_CASE("AAC-8 is a unit of its own where readings have it, and nowhere else", "[report][aac8]") {
    const Unit aac8{Unit::Kind::Aac8, Segment::L1, Wall::Anterior};
    CHECK_FALSE(smallReport().conditions.front().find(aac8));
    // Sums (0 1 2 2 8) and (0 1 3 -) of two readers: 4 of one wall and 4 of the other are 8, and the fifth
    // image cannot be read by the second.
    const std::vector<std::array<int, 4>> scores{
        {0, 0, 0, 0}, {1, 0, 0, 1}, {1, 1, 2, 1}, {2, 0, 1, 1}, {4, 4, 4, 9}};
    RatingTable table;
    for (std::size_t image = 0; image < scores.size(); ++image) {
        for (std::size_t reader = 0; reader < 2; ++reader) {
            Rating rating;
            for (const Wall wall : kWalls) {
                const int score = scores[image][2 * reader + static_cast<std::size_t>(wall)];
                if (score <= kHighestAac8)
                    rating.sheet.aac8.at(wall).grade = score;
                else
                    rating.sheet.aac8.at(wall).notReadable = NotReadableReason::Object;
            }
            REQUIRE(
                table.add({"I" + std::to_string(image), "R" + std::to_string(reader), "ivg", {}}, rating));
        }
    }
    const auto report = makeAgreementReport(table, {});
    const UnitAgreement* unit = report.conditions.front().find(aac8);
    REQUIRE(unit);
    const PairAgreement& pair = unit->pairs.front();
    CHECK(pair.sample.first == std::vector{0, 1, 2, 2});
    CHECK(pair.sample.second == std::vector{0, 1, 3, 2});
    CHECK(pair.sample.categories == 9);
    CHECK(pair.sample.excludedNotReadable == 1);
    // Linear weights 1 - d/8: observed 1 - (1/4)(1/8) = 31/32; expected distance is the mean over all 16
    // pairs of scores, (0+1+3+2 + 1+0+2+1 + 2+1+1+0 + 2+1+1+0)/16 = 18/16, an eighth of it 9/64: kappa = 1 -
    // (1/32)/(9/64).
    CHECK(*pair.linear.estimate == Approx(1 - (1.0 / 32) / (9.0 / 64)));
    REQUIRE(pair.icc);
    CHECK(unitName(aac8) == "AAC-8");
    CHECK(std::ranges::any_of(listStatistics(report), [](const auto& one) {
        return one.unit == "AAC-8" && one.name == "icc21.est";
    }));
}

TEST_CASE("AC2 of two readers alone is AC2 of all where there are only two", "[report]") {
    const RatingTable all = smallStudy();
    RatingTable table;
    for (const auto& [key, rating] : all.ratings())
        if (key.reader != "R1") REQUIRE(table.add(key, rating));
    const AgreementReport two = makeAgreementReport(table, {});
    const AgreementReport three = smallReport();
    for (std::size_t i = 0; i < two.find("ivg")->units.size(); ++i) {
        const UnitAgreement& unit = two.find("ivg")->units[i];
        CHECK(unit.pairs.front().ac2 == unit.all.ac2);
        // R0 and R2 are the second pair of three.
        CHECK(three.find("ivg")->units[i].pairs[1].ac2 == unit.all.ac2);
    }
}

TEST_CASE("the burden category has no means: no Pearson, no ICC, no differences", "[report]") {
    const AgreementReport report = smallReport();
    const UnitAgreement* category =
        report.conditions.front().find({Unit::Kind::Category, Segment::L1, Wall::Anterior});
    REQUIRE(category);
    CHECK_FALSE(category->pairs.front().pearson);
    CHECK_FALSE(category->pairs.front().icc);
    CHECK_FALSE(category->pairs.front().blandAltman);
    CHECK_FALSE(category->all.icc);
}

TEST_CASE("two conditions are compared for every pair and for the mean of the pairs", "[report]") {
    const AgreementReport report = smallReport();
    CHECK(report.withCondition == "ivg");
    CHECK(report.paired.size() == 6 * 4);
    const auto means =
        std::ranges::count(report.paired, std::string("mean_pairs"), &PairedAgreement::readers);
    CHECK(means == 6);
}

TEST_CASE("a report that nobody waits for any more ends before the next resamples", "[report]") {
    std::size_t asked = 0, stopAt = 0;
    std::stop_source stop;
    AgreementOptions options;
    options.threads = 1;
    options.resamples = [&, drawn = drawnResamples(99, 1)](std::size_t cases) {
        if (++asked == stopAt) stop.request_stop();
        return drawn(cases);
    };
    const auto whole = makeAgreementReport(smallStudy(), options, stop.get_token());
    REQUIRE(whole);
    CHECK(agreementToJson(*whole) == agreementToJson(makeAgreementReport(smallStudy(), options)));
    const std::size_t times = asked / 2; // it was made twice
    REQUIRE(times > 2 * 6 * 3);
    for (stopAt = 1; stopAt <= times; ++stopAt) {
        asked = 0;
        stop = std::stop_source();
        CHECK(!makeAgreementReport(smallStudy(), options, stop.get_token()));
        CHECK(asked == stopAt);
    }
}

TEST_CASE("a table with one condition, one reader or no rating gives a report all the same", "[report]") {
    CHECK(makeAgreementReport({}, {}).conditions.empty());
    RatingTable alone;
    REQUIRE(alone.add({"a", "R1", "ivg", {}}, {}));
    const AgreementReport report = makeAgreementReport(alone, {});
    REQUIRE(report.conditions.size() == 1);
    CHECK(report.conditions.front().units.front().pairs.empty());
    CHECK(report.paired.empty());
    CHECK(agreementToJson(report) == "{}");
}

TEST_CASE("repeats of a reader are compared apart from the other readers", "[report]") {
    RatingTable table = smallStudy();
    for (int image = 0; image < 4; ++image) {
        Rating again = table.ratings().at({"I" + std::to_string(image), "R1", "ivg", {}});
        REQUIRE(table.add({"I" + std::to_string(image), "R1", "ivg", "2"}, again));
    }
    AgreementOptions options;
    const AgreementReport report = makeAgreementReport(table, options);
    const ConditionAgreement* ivg = report.find("ivg");
    REQUIRE(ivg);
    REQUIRE(ivg->repeats.size() == 14);
    const PairAgreement& repeat = ivg->repeats.front().pairs.front();
    CHECK(repeat.secondRater == "R1:2");
    CHECK(repeat.sample.size() == 4);
    CHECK(*repeat.raw.exactPercent == 100);
    CHECK(repeat.sample.excludedNotRead == 2);
}

TEST_CASE("JSON keys are study/condition/readers/unit/statistic, quotes escaped, undefined null",
          "[report]") {
    const std::string json = agreementToJson(smallReport());
    CHECK_THAT(json, Catch::StartsWith("{\"small \\\"study\\\"/ivg/R0-R1/L1/n\":6,"));
    CHECK_THAT(json, Catch::Contains("/no_ivg/all/total/kendall_w.p\":"));
    CHECK_THAT(json, Catch::Contains("/paired/mean_pairs/L1/kappa_lin/perc_lo\":"));
    CHECK_THAT(json, Catch::Contains("\":null"));
    CHECK_THAT(json, !Catch::Contains("nan") && !Catch::Contains("inf\"") && !Catch::Contains("\n"));
}

TEST_CASE("CSV has a row for each statistic, with the reason where there is no value", "[report]") {
    const AgreementReport report = smallReport();
    const std::string csv = agreementToCsv(std::span(&report, 1));
    const auto rows = static_cast<std::size_t>(std::ranges::count(csv, '\n'));
    CHECK(rows == listStatistics(report).size() + 1);
    CHECK_THAT(csv, Catch::Contains("For research use only. Not for diagnosis."));
    CHECK_THAT(csv, Catch::Contains(",,noExpectedDisagreement,") || Catch::Contains(",,constantReader,") ||
                        Catch::Contains(",,noVariance,"));
    CHECK_THAT(csv, Catch::Contains("\"small \"\"study\"\"\""));
}

TEST_CASE("each row of the CSV says by what method, also where two conditions are compared", "[report]") {
    const AgreementReport report = smallReport();
    const std::string csv = agreementToCsv(std::span(&report, 1));
    CHECK_THAT(csv, Catch::Contains("\"kappa, one pair of readers\"") &&
                        Catch::Contains("\"Pearson correlation, one pair of readers\""));
    CHECK(std::ranges::all_of(csv, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("numbers read back to the same double", "[report]") {
    for (const double value : {0.1, 1.0 / 3, 64.0, -2.5e-17, 1e22, 0.35522388059701504}) {
        CHECK(std::stod(numberText(value)) == value);
    }
    CHECK(numberText(64) == "64");
}

TEST_CASE("what was settled is no reader, and each reader is shown against it", "[report]") {
    RatingTable table = smallStudy();
    for (const std::string image : {"I1", "I4"})
        REQUIRE(table.add({image, "consensus", "ivg", "1"}, table.ratings().at({image, "R1", "ivg", {}})));
    AgreementOptions options;
    options.study = "s";
    options.resamples = drawnResamples(19, 1);
    const AgreementReport report = makeAgreementReport(table, options);
    const ConditionAgreement& ivg = *report.find("ivg");
    CHECK(ivg.readers == std::vector<std::string>{"R0", "R1", "R2"});
    CHECK(ivg.settled == 2);
    CHECK(report.find("no_ivg")->settled == 0);
    CHECK(report.find("no_ivg")->consensus.empty());
    REQUIRE(ivg.consensus.size() == 14);
    REQUIRE(ivg.consensus.front().pairs.size() == 3);
    const PairAgreement& own = ivg.consensus[4].pairs[1];
    CHECK(own.firstRater == "R1");
    CHECK(own.secondRater == "consensus");
    CHECK(own.sample.images == std::vector<std::string>{"I1", "I4"});
    CHECK(*own.raw.exactPercent == 100);
    const AgreementReport without = makeAgreementReport(smallStudy(), options);
    CHECK(without.find("ivg")->units[4].all.krippendorff == ivg.units[4].all.krippendorff);
    CHECK(without.paired.size() == report.paired.size());
    CHECK_THAT(agreementToJson(report), Catch::Contains("\"s/ivg/R2-consensus/total/n\":2,"));
}

TEST_CASE("the mean of the pairs is Light's kappa", "[report]") {
    const AgreementReport report = smallReport();
    for (const UnitAgreement& unit : report.find("no_ivg")->units) {
        const bool isDefined = std::ranges::all_of(
            unit.pairs, [](const PairAgreement& pair) { return pair.linear.estimate.isDefined(); });
        const Statistic& mean = unit.all.meanKappas[1];
        CHECK(mean.isDefined() == isDefined);
        if (!isDefined) continue;
        double sum = 0;
        for (const PairAgreement& pair : unit.pairs)
            sum += *pair.linear.estimate;
        CHECK(*mean == Approx(sum / 3));
    }
}

TEST_CASE("kappas of levels are resampled, their keys beside the Wald limits", "[report]") {
    const std::string json = agreementToJson(smallReport());
    CHECK_THAT(json, Catch::Contains("/ivg/R0-R1/total/kappa_lin.perc_lo\":"));
    CHECK_THAT(json, Catch::Contains("/ivg/R0-R1/total/mdc95.agreement\":"));
    CHECK_THAT(json, Catch::Contains("/ivg/R0-R1/total/gwet_ac2_quad.est\":"));
    CHECK_THAT(json, Catch::Contains("/ivg/all/total@burden:high/kripp.ordinal\":"));
    CHECK_THAT(json, Catch::Contains("/paired/mean_pairs/total@burden:high/kappa_lin/diff\":"));
}
