// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/CropSweep.h"

#include <catch2/catch.hpp>

using namespace vertescore;

namespace {

CropAgreement counted(double factor, std::size_t tp, std::size_t fp, std::size_t tn, std::size_t fn) {
    CropAgreement row;
    row.factor = factor;
    row.truePositives = tp;
    row.falsePositives = fp;
    row.trueNegatives = tn;
    row.falseNegatives = fn;
    return row;
}

} // namespace

TEST_CASE("a share has Wilson's interval", "[crop-sweep]") {
    // Newcombe 1998 (Stat Med 17:857), Table I, method 3: the score interval without correction.
    struct Example {
        std::size_t part, whole;
        double low, high;
    };
    const auto [part, whole, low, high] =
        GENERATE(Example{81, 263, 0.2553, 0.3662}, Example{15, 148, 0.0624, 0.1605},
                 Example{0, 20, 0.0, 0.1611}, Example{1, 29, 0.0061, 0.1718});
    const auto share = countedShare(part, whole);
    REQUIRE(share);
    CHECK(share->low == Approx(low).margin(5e-5));
    CHECK(share->high == Approx(high).margin(5e-5));
    CHECK_FALSE(countedShare(0, 0));
}

TEST_CASE("the counts of a factor give its accuracy, sensitivity, specificity and F1", "[crop-sweep]") {
    // Paper 000, Table II, factor 0.8: 27 + 35 of 70 right, 88.57 %; the eight wrong ones are cropped scans.
    const CropAgreement row = counted(0.8, 27, 0, 35, 8);
    CHECK(row.accuracy()->value == Approx(0.8857).margin(5e-5));
    CHECK(row.sensitivity()->value == Approx(27.0 / 35));
    CHECK(row.specificity()->value == 1);
    CHECK(row.f1()->value == Approx(54.0 / 62));
    CHECK(row.f1()->low < row.f1()->value);
    CHECK(row.f1()->high > row.f1()->value);
    CHECK_FALSE(counted(1, 0, 0, 5, 0).sensitivity());
    CHECK_FALSE(counted(1, 0, 0, 5, 0).f1());
    CropAgreement built;
    built.add(true, true);
    built.add(true, false);
    built.add(true, false);
    built.add(false, true);
    CHECK(built.truePositives == 1);
    CHECK(built.falsePositives == 2);
    CHECK(built.falseNegatives == 1);
    CHECK(built.trueNegatives == 0);
}

TEST_CASE("the best factor is the most accurate, then the most balanced, then the one nearest to 1",
          "[crop-sweep]") {
    const std::vector<CropAgreement> sweep{counted(0.8, 8, 0, 10, 2), counted(0.9, 9, 1, 9, 1),
                                           counted(1.2, 10, 0, 10, 0), counted(1.1, 10, 0, 10, 0)};
    CHECK(bestFactor(sweep)->factor == 1.1);
    CHECK(bestFactor({counted(0.8, 1, 4, 15, 0), counted(1.0, 0, 3, 16, 1)})->factor == 0.8);
    CHECK(bestFactor({}) == nullptr);
    CHECK(bestFactor({CropAgreement{}}) == nullptr);
}

TEST_CASE("labels are read by name, and a wrong one is named with its place", "[crop-sweep]") {
    const auto labels = parseCropLabels("cropped,scan\nyes,a.dcm\n0,b\nTrue,c.png\n");
    REQUIRE(labels);
    REQUIRE(labels->size() == 3);
    CHECK((*labels)[0].scan == "a.dcm");
    CHECK((*labels)[0].isCropped);
    CHECK_FALSE((*labels)[1].isCropped);
    CHECK((*labels)[2].isCropped);
    const auto [text, place] =
        GENERATE(table<std::string, std::string>({{"scan,cropped\na,maybe\n", "line 2"},
                                                  {"scan,cropped\na,1\na,0\n", "line 3"},
                                                  {"scan\na\n", "cropped"},
                                                  {"scan,cropped\n,1\n", "line 2"}}));
    const auto wrong = parseCropLabels(text);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::FileMalformed);
    CHECK_THAT(wrong.error().detail, Catch::Matchers::Contains(place));
}

TEST_CASE("a range of factors includes both ends", "[crop-sweep]") {
    const auto factors = parseFactors("0.8:1.5:0.1");
    REQUIRE(factors);
    REQUIRE(factors->size() == 8);
    CHECK(factors->front() == 0.8);
    CHECK(factors->back() == Approx(1.5));
    CHECK(parseFactors("1:1:0.5")->size() == 1);
    const std::string wrong =
        GENERATE("", "1", "1:2", "a:b:c", "1.2:1:0.1", "0.8:1.5:0", "0.8:1.5:-0.1", "0.1:1:0.1", "1:1.7:0.1",
                 "0.5:1.6:0.0001", "0.8:nan:0.1", "0.8:1.5:0.1x");
    CHECK_FALSE(parseFactors(wrong));
}
