// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore::test;

const std::string kHeader = "image_id,reader,condition,level,wall,score\n";

std::string madeStudy(const TemporaryFolder& folder) {
    const std::string study = (folder / "s.vertestudy").string();
    REQUIRE(run({"study", "create", study, "--name", "Test", "--reader", "R1", "--reader", "R2"}).exitCode ==
            0);
    return study;
}

} // namespace

TEST_CASE("a file of readings that does not fit its study is told with its line", "[cli]") {
    TemporaryFolder folder;
    const auto study = madeStudy(folder);
    const std::string file = (folder / "r.csv").string();
    writeBytes(folder / "r.csv", kHeader + "S0001,R1,ivg,L1,anterior,1\n");
    const RunResult unknown = run({"import", "ratings", file, "--study", study});
    CHECK(unknown.exitCode == 1);
    CHECK_THAT(unknown.err,
               Catch::Contains("r.csv") && Catch::Contains("line 2") && Catch::Contains("S0001"));
    writeBytes(folder / "r.csv", kHeader + "S0001,R1,ivg,L1,anterior,7\n");
    const RunResult grade = run({"import", "ratings", file, "--study", study});
    CHECK(grade.exitCode == 1);
    CHECK_THAT(grade.err, Catch::Contains("line 2: column 6") && Catch::Contains("'7'"));
}

TEST_CASE("readings are exported in every form, for research use only", "[cli]") {
    TemporaryFolder folder;
    const auto study = madeStudy(folder);
    for (const std::string form :
         {"ratings", "ratings-wide", "ratings-nhanes", "ratings-imrmc", "ratings-json"}) {
        CAPTURE(form);
        const auto file = folder / form;
        const RunResult result = run({"export", form, "--study", study, "--out", file.string()});
        CHECK(result.exitCode == 0);
        CHECK_THAT(result.err, Catch::Contains("For research use only. Not for diagnosis."));
        CHECK(std::filesystem::exists(file));
        CHECK(run({"import", form, file.string(), "--study", study}).exitCode == 0);
    }
    const auto exportAs = [&](const std::string& person) {
        return run(
            {"export", "ratings", "--study", study, "--out", (folder / "own").string(), "--as", person});
    };
    CHECK_THAT(exportAs("R1").out, Catch::Contains("exported 0 readings"));
    CHECK(exportAs("Nobody").exitCode == 1);
}
