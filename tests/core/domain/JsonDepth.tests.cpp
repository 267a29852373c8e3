// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonDepth.h"

#include <catch2/catch.hpp>

#include <string>

using namespace vertescore;

TEST_CASE("brackets and braces nest, what is quoted does not", "[base]") {
    CHECK(jsonDepth("") == 0);
    CHECK(jsonDepth("7") == 0);
    CHECK(jsonDepth(R"({"a":[1,2],"b":{"c":[[]]}})") == 4);
    CHECK(jsonDepth(R"(["[[[[", "\"[[[", "\\", []])") == 2);
    CHECK(jsonDepth("]]]]{}") == 1);
    CHECK(jsonDepth(std::string(1'000'000, '[')) == 1'000'000);
}
