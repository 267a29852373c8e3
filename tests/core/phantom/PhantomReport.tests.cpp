// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/report/PhantomReport.h"

#include "core/phantom/report/PhantomMeasures.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;

TEST_CASE("most checks against real scans are met even by a few pictures", "[phantom]") {
    PhantomOptions options;
    options.standardSize = true;
    const PhantomReport report = reportOnPhantoms(options, 24, 2);
    REQUIRE(report.countPerStyle == 24);
    for (PhantomStyle style : kPhantomStyles) {
        const auto rows =
            std::count_if(report.rows.begin(), report.rows.end(),
                          [&](const PhantomReportRow& row) { return row.style == style && row.count > 0; });
        CHECK(rows >= 15);
    }
    const auto met = std::count_if(report.rows.begin(), report.rows.end(),
                                   [](const PhantomReportRow& row) { return row.isMet; });
    CHECK(static_cast<double>(met) >
          0.7 * static_cast<double>(report.rows.size())); // few pictures: wide errors
}

TEST_CASE("the report of one style has only its rows, and does not depend on the threads", "[phantom]") {
    PhantomOptions options;
    options.standardSize = true;
    options.style = PhantomStyle::C;
    const PhantomReport one = reportOnPhantoms(options, 5, 1);
    const PhantomReport three = reportOnPhantoms(options, 5, 3);
    REQUIRE(one.rows.size() == three.rows.size());
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        CHECK(one.rows[i].style == PhantomStyle::C);
        CHECK(one.rows[i].p50 == three.rows[i].p50);
        CHECK(one.rows[i].isMet == three.rows[i].isMet);
    }
}

TEST_CASE("measures do not depend on the side of the front", "[phantom]") {
    PhantomOptions options;
    options.style = PhantomStyle::A;
    options.anterior = AnteriorSide::Left;
    const PhantomMeasures left = measurePhantom(makePhantom(options, 3));
    options.anterior = AnteriorSide::Right;
    const PhantomMeasures right = measurePhantom(makePhantom(options, 3));
    for (PhantomMeasure measure : {PhantomMeasure::Body, PhantomMeasure::L4Across,
                                   PhantomMeasure::LeanDegrees, PhantomMeasure::BodyMinusFront}) {
        REQUIRE(left[measure].has_value());
        CHECK(*left[measure] == Approx(*right[measure]).epsilon(1e-6).margin(1e-6));
    }
}

TEST_CASE("the measures see that style A shows bone on black and style D lines on grey", "[phantom]") {
    const auto meanOf = [](PhantomStyle style, PhantomMeasure measure) {
        PhantomOptions options;
        options.standardSize = true;
        options.style = style;
        double sum = 0;
        constexpr int kCount = 8;
        for (std::uint64_t index = 0; index < kCount; ++index)
            sum += measurePhantom(makePhantom(options, index))[measure].value_or(0) / kCount;
        return sum;
    };
    using S = PhantomStyle;
    using M = PhantomMeasure;
    CHECK(meanOf(S::A, M::BodyMinusFront) > meanOf(S::D, M::BodyMinusFront) + 0.1);
    CHECK(meanOf(S::A, M::BlackShare) > meanOf(S::D, M::BlackShare) + 0.1);
    CHECK(meanOf(S::D, M::Grey50) > meanOf(S::A, M::Grey50) + 0.2);
}
