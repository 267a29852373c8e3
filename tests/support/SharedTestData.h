// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace vertescore::test {

/// The shared test data beside the checkout (or where VERTESCORE_TESTDATA says), or nothing: then the test
/// must skip.
inline std::optional<std::filesystem::path> sharedTestData(const std::filesystem::path& below) {
    const char* fromEnvironment = std::getenv("VERTESCORE_TESTDATA");
    const auto root = fromEnvironment
                          ? std::filesystem::path(fromEnvironment)
                          : std::filesystem::path(VERTESCORE_SOURCE_DIR) / ".." / "shared" / "testdata";
    std::error_code ignored;
    if (!std::filesystem::exists(root / below, ignored)) return std::nullopt;
    return std::filesystem::canonical(root / below, ignored);
}

} // namespace vertescore::test

/// Leaves a test case as skipped (CTest reads the word; Catch2 2 has no skip of its own).
#define VERTESCORE_SKIP(reason)                                                                              \
    do {                                                                                                     \
        WARN("VERTESCORE_SKIPPED: " << (reason));                                                            \
        return;                                                                                              \
    } while (false)
