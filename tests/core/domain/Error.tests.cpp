// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/AtomicFile.h"

#include <catch2/catch.hpp>

#include <set>

using namespace vertescore;

TEST_CASE("every error code has a name of its own and a sentence", "[base]") {
    std::set<std::string> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        names.insert(std::string(errorCodeName(static_cast<ErrorCode>(code))));
        CHECK_FALSE(describeError({static_cast<ErrorCode>(code), "", std::nullopt}).empty());
    }
    CHECK(names.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    CHECK(errorCodeName(ErrorCode::FileNotFound) == "fileNotFound");
    CHECK(errorCodeName(ErrorCode::KnotsNotIncreasing) == "knotsNotIncreasing");
    CHECK(errorCodeName(ErrorCode::Internal) == "internal");
}

TEST_CASE("an error names the file and the reason", "[base]") {
    CHECK(describeError({ErrorCode::FileEmpty, "0 bytes", "a/b.dcm"}) ==
          "a/b.dcm: the file is empty (0 bytes)");
}

TEST_CASE("a file is replaced whole or not at all", "[base]") {
    const auto folder = std::filesystem::temp_directory_path() / "vertescore-atomic-tests";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto path = folder / "Lendenwirbels\u00e4ule.txt";
    REQUIRE(writeFileAtomically(path, "old"));
    REQUIRE(writeFileAtomically(path, "new"));
    CHECK(readFile(path) == std::string("new"));
    CHECK(writeFileAtomically(folder / "absent" / "x", "y").error().code == ErrorCode::FileNotWritable);
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
    CHECK(readFile(folder / "absent").error().code == ErrorCode::FileNotFound);
    CHECK(readFile(path, 2).error().code == ErrorCode::FileTooLarge);
    std::filesystem::remove_all(folder);
}
