// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Calibrate.h"
#include "model/decode/NamingMetadata.h"
#include "model/training/evaluation/ConditionalLogit.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace vertescore;

TEST_CASE("a logistic regression on one clue finds the log odds of its groups", "[model][calibrate]") {
    // 3 of 4 right without the clue, 1 of 5 with it: intercept ln 3, slope ln(1/4) - ln 3.
    std::vector<Choice> choices;
    const auto add = [&](double clue, bool isRight, int times) {
        for (int i = 0; i < times; ++i)
            choices.push_back({{{1, clue}, {0, 0}}, isRight ? 0U : 1U});
    };
    add(0, true, 3);
    add(0, false, 1);
    add(1, true, 1);
    add(1, false, 4);
    const auto weights = fitConditionalLogit(choices, 0);
    REQUIRE(weights.size() == 2);
    CHECK(weights[0] == Approx(std::log(3.0)).epsilon(1e-6));
    CHECK(weights[1] == Approx(std::log(0.25) - std::log(3.0)).epsilon(1e-6));
}

TEST_CASE("between three alternatives the shares that were chosen come back", "[model][calibrate]") {
    // Each alternative has its own clue: P = exp(w) / sum, so differences of w are log ratios of counts.
    std::vector<Choice> choices;
    const std::vector<std::size_t> counts{2, 3, 5};
    for (std::size_t k = 0; k < counts.size(); ++k)
        for (std::size_t i = 0; i < counts[k]; ++i)
            choices.push_back({{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, k});
    const auto weights = fitConditionalLogit(choices, 1e-9);
    CHECK(weights[1] - weights[0] == Approx(std::log(1.5)).epsilon(1e-5));
    CHECK(weights[2] - weights[0] == Approx(std::log(2.5)).epsilon(1e-5));
}

TEST_CASE("choices that one clue separates completely stay finite under the ridge", "[model][calibrate]") {
    const std::vector<Choice> choices(20, {{{1.0}, {0.0}}, 0});
    const auto weights = fitConditionalLogit(choices, 0.1);
    CHECK(weights[0] > 1);
    CHECK(weights[0] < 100);
}

TEST_CASE("no choices give no weights", "[model][calibrate]") {
    CHECK(fitConditionalLogit({}, 0.1).empty());
}

TEST_CASE("a reliability table counts what was promised and what was kept", "[model][calibrate]") {
    Reliability table = Reliability::ofConfidence();
    for (std::size_t i = 0; i < 10; ++i)
        table.add(0.95, i < 9, i); // 0.9 right
    table.add(1.0, true, 10);
    table.add(0.1, false, 11);
    const auto rows = table.rows();
    CHECK(rows[9].count == 11);
    CHECK_FALSE(rows[9].to);
    CHECK(rows[9].share == Approx(10.0 / 11));
    CHECK(rows[1].count == 1);
    CHECK(rows[5].count == 0);
    CHECK_FALSE(rows[9].interval);
    // |0.9545 - 0.9091| x 11 + |0.1 - 0| x 1, over 12.
    CHECK(table.calibrationError() == Approx((std::abs(10.5 / 11 - 10.0 / 11) * 11 + 0.1) / 12));
}

TEST_CASE("the interval of a kept share draws patients, not promises", "[model][calibrate]") {
    // 40 patients, half of them with every promise kept: the share of 40 draws of a fair coin lies within
    // 0.35 ... 0.65 in 95 % (binomial, n 40), however many promises each patient has.
    Reliability table = Reliability::ofConfidence();
    for (std::size_t patient = 0; patient < 40; ++patient)
        for (int i = 0; i < 25; ++i)
            table.add(0.5, patient % 2 == 0, patient);
    const auto rows = table.rowsWithIntervals();
    REQUIRE(rows[5].interval);
    CHECK(rows[5].interval->low == Approx(0.35).margin(0.03));
    CHECK(rows[5].interval->high == Approx(0.65).margin(0.03));
    CHECK_FALSE(rows[4].interval);
}

TEST_CASE("a naming model comes back from a file's metadata as it was", "[model][calibrate]") {
    NamingModel model;
    for (std::size_t k = 0; k < kNamingClues; ++k)
        model.weights[k] = 0.1 * static_cast<double>(k) - 1.0 / 3;
    model.certainty = {0.25, 1.0 / 7, -2};
    const auto back = namingModelOf({{std::string(kNamingKey), toJson(model)}});
    REQUIRE(back);
    CHECK(*back == model);
    CHECK(*namingModelOf({}) == NamingModel());
}

TEST_CASE("a naming model from before the level head gives votes no weight", "[model][calibrate]") {
    NamingModel model;
    std::string text = toJson(model);
    const auto at = text.find(",\"levels\":1.0");
    REQUIRE(at != std::string::npos);
    text.erase(at, std::string(",\"levels\":1.0").size());
    const auto back = namingModelFromJson(text);
    REQUIRE(back);
    model.weights[static_cast<std::size_t>(NamingClue::Levels)] = 0;
    CHECK(*back == model);
}

TEST_CASE("a damaged naming model is refused", "[model][calibrate]") {
    const char* text = GENERATE("{", "[]", R"({"weights":{"inside":1},"certainty":[0,1,2]})",
                                R"({"weights":{},"certainty":["a",1,2]})", R"({"certainty":[0,1,2]})");
    const auto back = namingModelFromJson(text);
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::WeightsMalformed);
}
