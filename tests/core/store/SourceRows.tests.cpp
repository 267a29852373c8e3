// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/SourceRows_p.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace vertescore;

TEST_CASE("rows of a source keep the newest value that each was given, in whatever order they come",
          "[store][merge]") {
    const int most = GENERATE(20, 1000); // many rows twice, hardly any twice
    std::mt19937 random(7);
    SourceRows<int> rows;
    std::map<std::int64_t, int> expected;
    for (int value = 0; value < 500; ++value) {
        const std::int64_t row = value % 100 < 50 ? value : static_cast<std::int64_t>(random() % most);
        rows.set(row, value);
        expected[row] = value;
        const std::int64_t asked = static_cast<std::int64_t>(random() % most);
        const int* found = rows.find(asked);
        const auto known = expected.find(asked);
        REQUIRE((found != nullptr) == (known != expected.end()));
        if (found) REQUIRE(*found == known->second);
    }
    for (const auto& [row, value] : expected)
        CHECK(*rows.find(row) == value);
    CHECK(rows.find(5000) == nullptr);
    CHECK(rows.find(-1) == nullptr);
}

TEST_CASE("a list of rows has each once, where it came first", "[store][merge]") {
    RowList rows;
    for (const std::int64_t row : {4, 7, 9, 7, 5, 9, 12, 5, 4, 12, 11})
        rows.add(row);
    CHECK(rows.inOrder() == std::vector<std::int64_t>{4, 7, 9, 5, 12, 11});
    const RowSet set(rows.inOrder());
    CHECK(set.contains(5));
    CHECK(!set.contains(6));
}
