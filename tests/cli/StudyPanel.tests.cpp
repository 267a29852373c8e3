// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>

#include <fstream>

namespace {

using namespace vertescore::test;
namespace fs = std::filesystem;

const std::string kEightOnes = "1,1,1,1,1,1,1,1";

/// A study of one phantom in two arms, read by R1 and R2 in both: in the first arm R1 gives `first`
/// everywhere and R2 0, in the second arm both 2 but for R2, who cannot read the first wall.
class TwoArms {
public:
    explicit TwoArms(const std::string& first = "3") {
        REQUIRE(run({"phantom", "--count", "1", "--seed", "3", "--out", (folder / "scans").string(),
                     "--format", "dicom"})
                    .exitCode == 0);
        REQUIRE(run({"study", "create", file, "--name", "Two arms", "--reader", "R1", "--reader", "R2",
                     "--arm", "plain:none", "--arm", "guided:shown"})
                    .exitCode == 0);
        REQUIRE(run({"study", "add", file, (folder / "scans").string()}).exitCode == 0);
        std::string rows = "image_id,reader,condition,level,wall,score,not_readable\n";
        for (const std::string level : {"L1", "L2", "L3", "L4"})
            for (const std::string wall : {"anterior", "posterior"}) {
                const auto place = level + "," + wall + ",";
                rows += "S0001,R1,plain," + place + first + ",\nS0001,R2,plain," + place + "0,\n";
                rows += "S0001,R1,guided," + place + "2,\nS0001,R2,guided," + place;
                rows += place == "L1,anterior," ? ",noise\n" : "2,\n";
            }
        writeBytes(folder / "r.csv", rows);
        const RunResult imported = run({"import", "ratings", (folder / "r.csv").string(), "--study", file});
        INFO(imported.err);
        REQUIRE(imported.exitCode == 0);
    }

    RunResult study(const std::string& command, std::vector<std::string> arguments = {}) const {
        arguments.insert(arguments.begin(), {"study", command, file});
        return run(arguments);
    }
    RunResult settle(const std::string& grades, std::vector<std::string> arguments = {}) const {
        arguments.insert(arguments.begin(), {"--scan", "S0001", "--grades", grades, "--reason", "met"});
        return study("adjudicate", arguments);
    }

    TemporaryFolder folder;
    const std::string file = (folder / "s.vertestudy").string();
};

} // namespace

TEST_CASE("disagreements are listed by how far readers are apart, and what was not readable is no grade",
          "[cli]") {
    const TwoArms study("1");
    const RunResult all = study.study("disagreements", {"--more-than", "0"});
    CHECK(all.exitCode == 0);
    CHECK_THAT(all.out, Catch::Contains("S0001, plain session 1, L4 posterior: R1=1 R2=0\n") &&
                            Catch::Contains("S0001, guided session 1, L1 anterior: R1=2 R2=not readable\n") &&
                            Catch::EndsWith("\n9 cells\n"));
    CHECK_THAT(study.study("disagreements").out, Catch::EndsWith("\n1 cell\n"));
    const std::string json = study.study("disagreements", {"--json"}).out;
    CHECK(json ==
          "{\"scan\":\"S0001\",\"arm\":\"guided\",\"session\":1,\"level\":\"L1\",\"wall\":\"anterior\","
          "\"grades\":{\"R1\":2,\"R2\":null},\"settled\":false}\n");
}

TEST_CASE("a scan is settled in the arm that was named, else in the first", "[cli]") {
    const TwoArms study;
    CHECK_THAT(study.settle(kEightOnes).out, Catch::Contains("settled S0001 in plain session 1"));
    const RunResult second = study.settle("2,2,2,2,2,2,2,noise", {"--arm", "guided"});
    CHECK_THAT(second.out, Catch::Contains("settled S0001 in guided session 1"));
    CHECK(study.settle(kEightOnes, {"--arm", "none such"}).exitCode == 1);
    CHECK(study.settle(kEightOnes, {"--session", "2"}).exitCode == 1); // which nobody has read
    const std::string found = study.study("consensus").out;
    CHECK_THAT(found, Catch::Contains("S0001, plain session 1: 1,1,1,1,1,1,1,1 (Coordinator, ") &&
                          Catch::Contains("S0001, guided session 1: 2,2,2,2,2,2,2,noise (Coordinator, ") &&
                          Catch::Contains(": met)"));
    CHECK_THAT(study.study("consensus", {"--json"}).out,
               Catch::Contains("\"arm\":\"guided\",\"session\":1,\"grades\":\"2,2,2,2,2,2,2,noise\","
                               "\"by\":\"Coordinator\""));
    CHECK_THAT(study.study("disagreements", {"--json"}).out, !Catch::Contains("\"settled\":false"));
}

TEST_CASE("grades that are too few, too many or none are refused, and nothing is settled", "[cli]") {
    const TwoArms study;
    for (const std::string grades : {"1,1,1,1,1,1,1", "1,1,1,1,1,1,1,1,1", "1,1,1,1,1,1,1,1,1,1,1",
                                     "1,1,1,1,1,1,1,fog", "4,1,1,1,1,1,1,1", "1,,1,1,1,1,1,1"}) {
        CAPTURE(grades);
        const RunResult refused = study.settle(grades);
        CHECK(refused.exitCode == 1);
        CHECK_THAT(refused.err, Catch::Contains("--grades"));
    }
    CHECK(study.study("consensus").out.empty());
}

TEST_CASE("truths that do not fit are told by line, and none of them is taken", "[cli]") {
    const TwoArms study;
    const auto truth = (study.folder / "truth.csv").string();
    std::string rows = "image_id,reader,condition,level,wall,score\n";
    for (const std::string level : {"L1", "L2", "L3", "L4"})
        for (const std::string wall : {"anterior", "posterior"})
            rows += "S0001,truth,any," + level + "," + wall + ",2\n";
    const std::string before = study.study("verify").out;
    writeBytes(truth, rows + "S0009,truth,any,L1,anterior,1\n");
    const RunResult refused = study.study("truth", {truth, "--reason", "drawn so"});
    CHECK(refused.exitCode == 1);
    CHECK_THAT(refused.err, Catch::Contains("truth.csv") && Catch::Contains("S0009"));
    CHECK(refused.out.empty());
    CHECK(study.study("verify").out == before);
    writeBytes(truth, rows);
    CHECK(study.study("truth", {truth, "--reason", "drawn so"}).exitCode == 0);
    CHECK(study.study("verify").out != before);
}

TEST_CASE("what was changed outside the program is named, and the exit code says so", "[cli]") {
    const TwoArms study;
    CHECK(study.study("verify").exitCode == 0);
    std::string bytes = readBytes(study.file);
    const std::string name = "Two arms";
    for (auto at = bytes.find(name); at != std::string::npos; at = bytes.find(name, at))
        bytes.replace(at, name.size(), "Ten arms"); // in the rules and in the log
    writeBytes(study.file, bytes);
    const RunResult changed = study.study("verify");
    CHECK(changed.exitCode == 1);
    CHECK_THAT(changed.err, Catch::Contains("study 1 was changed, added or removed outside the program") &&
                                Catch::Contains("log entry 2 does not fit the one before"));
    CHECK_THAT(changed.out, !Catch::Contains("sound"));
}

TEST_CASE("agree compares the ways in the order that was asked for, and prints every table only when asked",
          "[cli]") {
    const TwoArms study;
    const auto agree = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"agree", "--study", study.file});
        return run(arguments);
    };
    const std::string usual = agree({}).out;
    CHECK_THAT(usual, Catch::Contains("guided compared with plain"));
    CHECK_THAT(agree({"--compare", "guided", "plain"}).out, Catch::Contains("plain compared with guided"));
    const std::string every = agree({"--appendix"}).out;
    CHECK(every.size() > usual.size());
    CHECK_THAT(agree({"--synthetic"}).out, Catch::Contains("(synthetic)"));
    CHECK_THAT(usual, !Catch::Contains("(synthetic)") &&
                          Catch::EndsWith("For research use only. Not for diagnosis.\n"));
    CHECK(run({"agree"}).exitCode == 2);
    const auto csv = (study.folder / "r.csv").string();
    CHECK(run({"agree", "--ratings", csv, "--ratings", csv, "--scripts", (study.folder / "x").string()})
              .exitCode == 2);
    CHECK(!fs::exists(study.folder / "x"));
}

TEST_CASE("rules of a study are those that were asked for", "[cli]") {
    TemporaryFolder folder;
    const auto study = (folder / "s.vertestudy").string();
    REQUIRE(run({"study", "create", study, "--name", "Rules", "--reader", "R1", "--annotator", "R1", "--arm",
                 "a:none", "--arm", "b:shown", "--arm", "c", "--washout-days", "14", "--aac8"})
                .exitCode == 0);
    const std::string info = run({"study", "info", study}).out;
    CHECK_THAT(info, Catch::Contains("arm         a, guides none\n") &&
                         Catch::Contains("arm         b, guides shown\n") &&
                         Catch::Contains("arm         c, guides editable\n"));
    CHECK_THAT(info, Catch::Contains("washout     14 days\n") && Catch::Contains("AAC-8       asked for") &&
                         Catch::Contains("person      R1 (reader, annotator)\n") &&
                         !Catch::Contains("order "));
    CHECK(run({"study", "create", (folder / "t").string(), "--name", "T", "--arm", "a:some"}).exitCode == 2);
    CHECK(!fs::exists(folder / "t"));
}
