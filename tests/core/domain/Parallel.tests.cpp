// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threads/Parallel.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace vertescore;

TEST_CASE("each piece is done once, on any number of threads", "[parallel]") {
    for (const unsigned threads : {0U, 1U, 2U, 7U}) {
        CAPTURE(threads);
        std::vector<int> times(100);
        inParallel(times.size(), threads, [&](std::size_t i) { ++times[i]; });
        CHECK(times == std::vector<int>(100, 1));
    }
    bool isCalled = false;
    inParallel(0, 4, [&](std::size_t) { isCalled = true; });
    CHECK_FALSE(isCalled);
}

TEST_CASE("what a piece throws reaches the caller", "[parallel]") {
    std::atomic<int> begun{0};
    const auto work = [&](std::size_t i) {
        ++begun;
        if (i == 3) throw std::runtime_error("fourth");
    };
    CHECK_THROWS_WITH(inParallel(1000, 1, work), "fourth");
    CHECK(begun == 4);
    CHECK_THROWS_WITH(inParallel(1000, 3, work), "fourth");
}
