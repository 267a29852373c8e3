// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>

#include <tuple>

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

    const RunResult tried = run({"study", "merge", desk1, desk2, "--dry-run"});
    CHECK(tried.exitCode == 0);
    CHECK_THAT(tried.out,
               Catch::Contains("2 readings") && Catch::Contains("kept as R1 (desk2), ivg session 1"));
    CHECK_THAT(run({"study", "verify", desk1}).out, !Catch::Contains("of other workstations"));
    const RunResult merged =
        run({"study", "merge", desk1, (folder / "none").string(), desk2}); // the rest goes on
    CHECK(merged.exitCode == 1);
    CHECK_THAT(merged.err, Catch::Contains("none"));
    CHECK_THAT(merged.out, Catch::Contains("2 readings"));
    CHECK_THAT(merged.out, Catch::Contains("conflict: S0001") && Catch::Contains("R1 (desk2)"));
    CHECK_THAT(run({"study", "merge", desk1, desk2}).out, Catch::Contains("nothing new"));
    const RunResult verified = run({"study", "verify", desk1});
    CHECK(verified.exitCode == 0);
    CHECK_THAT(verified.out, Catch::Contains("sound") && Catch::Contains("of other workstations"));
    CHECK(run({"study", "duplicates", desk1}).out ==
          "S0001, ivg session 1: R1 counts with 1,1,1,1,1,1,1,1, kept as R1 (desk2) with 2,2,2,2,2,2,2,2\n"
          "1 reading was made twice\n");
    CHECK(run({"study", "merge", desk1, desk1}).exitCode == 1);
    CHECK(run({"study", "merge", desk1, (folder / "none").string()}).exitCode == 1);
}

TEST_CASE("what readers see differently is listed, settled and exported on the command line", "[cli]") {
    TemporaryFolder folder;
    const auto study = (folder / "s.vertestudy").string();
    const auto scans = (folder / "scans").string();
    REQUIRE(run({"phantom", "--count", "1", "--seed", "3", "--out", scans, "--format", "dicom"}).exitCode ==
            0);
    REQUIRE(run({"study", "create", study, "--name", "Panel", "--reader", "R1", "--reader", "R2", "--arm",
                 "ivg", "--training-arm", "practice:shown"})
                .exitCode == 0);
    REQUIRE(run({"study", "add", study, scans}).exitCode == 0);
    const RunResult repeats = run({"study", "repeats", study, "--add", "1"});
    CHECK(repeats.exitCode == 0);
    CHECK_THAT(repeats.out,
               Catch::Contains("S0001 is shown again as S0002") && Catch::EndsWith("\n1 hidden repeat\n"));
    for (const auto& [reader, grade] : {std::pair{"R1", "0"}, std::pair{"R2", "3"}}) {
        writeBytes(folder / "r.csv", rowsOf(reader, grade));
        REQUIRE(run({"import", "ratings", (folder / "r.csv").string(), "--study", study}).exitCode == 0);
    }
    CHECK_THAT(run({"study", "disagreements", study}).out,
               Catch::Contains("S0001, ivg session 1, L1 anterior: R1=0 R2=3") && Catch::Contains("8 cells"));
    const auto settle = [&](const std::string& grades) {
        return run({"study", "adjudicate", study, "--scan", "S0001", "--grades", grades, "--reason", "met"});
    };
    CHECK(settle("0,1,2,3,0,1,2").exitCode == 1);
    CHECK(settle("0,1,2,3,0,1,2,4").exitCode == 1);
    CHECK(settle("0,1,2,3,0,1,2,noise").exitCode == 0);
    CHECK_THAT(run({"study", "consensus", study}).out, Catch::Contains("0,1,2,3,0,1,2,noise (Coordinator"));
    CHECK_THAT(run({"study", "disagreements", study}).out, Catch::Contains("(settled)"));
    const auto out = (folder / "out.csv").string();
    REQUIRE(run({"export", "ratings", "--study", study, "--out", out}).exitCode == 0);
    CHECK_THAT(readBytes(folder / "out.csv"), Catch::Contains("S0001,consensus,ivg,L4,posterior,,1,noise,"));
    writeBytes(folder / "truth.csv", rowsOf("truth", "2"));
    const RunResult truth =
        run({"study", "truth", study, (folder / "truth.csv").string(), "--reason", "drawn so"});
    CHECK(truth.exitCode == 0);
    CHECK_THAT(truth.out, Catch::Contains("the truth of 1 scan is known"));
    CHECK_THAT(run({"study", "duplicates", study}).out, Catch::Contains("0 readings"));
    CHECK_THAT(run({"study", "info", study}).out, Catch::Contains("practice, guides shown, training"));
    CHECK_THAT(run({"study", "verify", study}).out, Catch::Contains("sound"));
}

TEST_CASE("practice comes beside the usual arm, and rules of a study are said", "[cli]") {
    TemporaryFolder folder;
    const auto study = (folder / "s.vertestudy").string();
    REQUIRE(run({"study", "create", study, "--name", "Practice", "--training-arm", "practice:shown",
                 "--sessions", "2", "--shuffle", "--seed", "42"})
                .exitCode == 0);
    CHECK_THAT(run({"study", "info", study}).out, Catch::Contains("arm         ivg, guides editable\n") &&
                                                      Catch::Contains("practice, guides shown, training") &&
                                                      Catch::Contains("2 in each arm") &&
                                                      Catch::Contains("from seed 42"));
}

TEST_CASE("how a reader agrees with themselves and what was settled shows in info and agree", "[cli]") {
    TemporaryFolder folder;
    const auto study = (folder / "s.vertestudy").string();
    REQUIRE(run({"phantom", "--count", "2", "--seed", "3", "--out", (folder / "scans").string(), "--format",
                 "dicom"})
                .exitCode == 0);
    REQUIRE(run({"study", "create", study, "--name", "Again", "--reader", "R1", "--reader", "R2"}).exitCode ==
            0);
    REQUIRE(run({"study", "add", study, (folder / "scans").string()}).exitCode == 0);
    REQUIRE(run({"study", "repeats", study, "--add", "2"}).exitCode == 0);
    std::string rows = "image_id,reader,condition,session,level,wall,score\n";
    for (const auto& [scan, reader, session, grade] :
         {std::tuple{"S0001", "R1", "1", 0}, std::tuple{"S0001", "R1", "1.2", 1},
          std::tuple{"S0002", "R1", "1", 2}, std::tuple{"S0002", "R1", "1.2", 2},
          std::tuple{"S0001", "R2", "1", 3}, std::tuple{"S0002", "R2", "1", 2}})
        for (const std::string level : {"L1", "L2", "L3", "L4"})
            for (const std::string wall : {"anterior", "posterior"})
                rows += std::string(scan) + "," + reader + ",ivg," + session + "," + level + "," + wall +
                        "," + std::to_string(grade) + "\n";
    writeBytes(folder / "r.csv", rows);
    REQUIRE(run({"import", "ratings", (folder / "r.csv").string(), "--study", study}).exitCode == 0);
    REQUIRE(run({"study", "adjudicate", study, "--scan", "S0001", "--grades", "1,1,1,1,1,1,1,1", "--reason",
                 "met"})
                .exitCode == 0);
    const std::string info = run({"study", "info", study}).out;
    CHECK_THAT(info, Catch::Contains("2 scans shown again; read again: R1 2\n"));
    CHECK_THAT(info, Catch::Contains("1 reading settled\n"));
    CHECK_THAT(info, Catch::Contains("scans       2\n")); // repeats are no scans of their own
    CHECK_THAT(run({"study", "info", study, "--json"}).out,
               Catch::Contains("\"hiddenRepeats\":2,\"repeatsRead\":{\"R1\":2},\"settled\":1"));
    const RunResult agreed = run({"agree", "--study", study});
    CHECK(agreed.exitCode == 0);
    CHECK_THAT(agreed.out, Catch::Contains("Again, ivg: R1 and R2, 2 images read"));
    CHECK_THAT(agreed.out, Catch::Contains("R1: session 1 and hidden repeat in session 1"));
    CHECK_THAT(agreed.out, Catch::Contains("adjudicated consensus (settled images: 1)") &&
                               !Catch::Contains("and consensus,"));
    CHECK_THAT(run({"agree", "--study", study, "--json"}).out,
               Catch::Contains("\"Again/ivg/R1:1-R1:1.2/total/agree.exact_pct\":50,") &&
                   Catch::Contains("\"Again/ivg/R2-consensus/total/ba.bias\":16,"));
    // A file of the same readings says the same.
    const auto out = (folder / "out.csv").string();
    REQUIRE(run({"export", "ratings", "--study", study, "--out", out}).exitCode == 0);
    const std::string fromFile = run({"agree", "--ratings", out, "--json"}).out;
    CHECK_THAT(fromFile, Catch::Contains("\"out/ivg/R2-consensus/total/ba.bias\":16,") &&
                             !Catch::Contains("consensus-"));
}
