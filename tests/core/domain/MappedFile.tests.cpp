// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MappedFile.h"

#include "tests/support/TemporaryFolder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vertescore;
using namespace vertescore::test;

TEST_CASE("a file that is cut short or removed while it is open keeps its bytes", "[base]") {
    const TemporaryFolder folder;
    const std::string content(3'000'000, 'x');
    writeBytes(folder / "weights", content);
    auto opened = MappedFile::open(folder / "weights", 1U << 30);
    REQUIRE(opened.has_value());
    std::filesystem::resize_file(folder / "weights", 0);
    CHECK(opened->bytes() == content);
    std::filesystem::remove(folder / "weights");
    const MappedFile moved = std::move(*opened);
    CHECK(moved.bytes() == content);
}

TEST_CASE("a large file is mapped: it takes no memory until it is looked at", "[base]") {
    const TemporaryFolder folder;
    constexpr std::uintmax_t kSize = 3ULL << 30;
    writeBytes(folder / "bundle", "head");
    std::filesystem::resize_file(folder / "bundle", kSize); // a hole: it takes no disk either
    const auto opened = MappedFile::open(folder / "bundle", kSize);
    REQUIRE(opened.has_value());
    CHECK(opened->bytes().size() == kSize);
    CHECK(opened->bytes().starts_with("head"));
    CHECK(opened->bytes().back() == '\0');
    CHECK(MappedFile::open(folder / "bundle", kSize - 1).error().code == ErrorCode::FileTooLarge);
}

TEST_CASE("an empty file opens, a missing one is an error with its path", "[base]") {
    const TemporaryFolder folder;
    writeBytes(folder / "empty", "");
    CHECK(MappedFile::open(folder / "empty", 10)->bytes().empty());
    CHECK(MappedFile::open(folder / "none", 10).error().code == ErrorCode::FileNotFound);
}
