// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore::test;
namespace fs = std::filesystem;

std::string rowsOf(const std::string& reader, const std::string& grade) {
    std::string text = "image_id,reader,condition,level,wall,score\n";
    for (const char* level : {"L1", "L2", "L3", "L4"})
        for (const char* wall : {"anterior", "posterior"})
            text += "S0001," + reader + ",ivg," + level + "," + wall + "," + grade + "\n";
    return text;
}

} // namespace

TEST_CASE("copies of a study are merged on the command line, once", "[cli]") {
    TemporaryFolder folder;
    const auto desk1 = (folder / "desk1.vertestudy").string();
    const auto desk2 = (folder / "desk2.vertestudy").string();
    const auto scans = (folder / "scans").string();
    REQUIRE(run({"phantom", "--count", "1", "--seed", "3", "--out", scans, "--format", "dicom"}).exitCode ==
            0);
    REQUIRE(
        run({"study", "create", desk1, "--name", "Two desks", "--reader", "R1", "--reader", "R2"}).exitCode ==
        0);
    REQUIRE(run({"study", "add", desk1, scans}).exitCode == 0);
    fs::copy_file(desk1, desk2);
    const auto read = [&](const std::string& desk, const std::string& reader, const std::string& grade) {
        writeBytes(folder / "r.csv", rowsOf(reader, grade));
        REQUIRE(run({"import", "ratings", (folder / "r.csv").string(), "--study", desk}).exitCode == 0);
    };
    read(desk1, "R1", "1");
    read(desk2, "R1", "2");
    read(desk2, "R2", "3");

    const RunResult merged = run({"study", "merge", desk1, desk2});
    CHECK(merged.exitCode == 0);
    CHECK_THAT(merged.out, Catch::Contains("2 readings"));
    CHECK_THAT(merged.out, Catch::Contains("conflict: S0001") && Catch::Contains("R1 (desk2)"));
    CHECK_THAT(run({"study", "merge", desk1, desk2}).out, Catch::Contains("nothing new"));
    const RunResult verified = run({"study", "verify", desk1});
    CHECK(verified.exitCode == 0);
    CHECK_THAT(verified.out, Catch::Contains("sound") && Catch::Contains("of other workstations"));
    CHECK(run({"study", "merge", desk1, desk1}).exitCode == 1);
    CHECK(run({"study", "merge", desk1, (folder / "none").string()}).exitCode == 1);
}
