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

TEST_CASE("marks leave a study beside its readings and come back the same", "[cli]") {
    TemporaryFolder folder;
    REQUIRE(run({"phantom", "--count", "1", "--seed", "3", "--out", (folder / "scans").string(), "--format",
                 "dicom"})
                .exitCode == 0);
    const auto file = [&](const std::string& name) { return (folder / name).string(); };
    for (const std::string study : {"one.vertestudy", "two.vertestudy"}) {
        REQUIRE(run({"study", "create", file(study), "--name", "Marks", "--reader", "R1"}).exitCode == 0);
        REQUIRE(run({"study", "add", file(study), file("scans")}).exitCode == 0);
    }
    std::string rows = kHeader;
    for (const std::string level : {"L1", "L2", "L3", "L4"})
        for (const std::string wall : {"anterior", "posterior"})
            rows += "S0001,R1,ivg," + level + "," + wall + ",1\n";
    writeBytes(folder / "r.csv", rows);
    const std::string marks =
        "image_id,reader,condition,session,wall,from,to,upper_x,upper_y,lower_x,lower_y\n";
    const std::string mark = "anterior,0.25,0.75,100.5,200,101,230\n";
    const auto importMarks = [&](const std::string& from, const std::string& study) {
        return run({"import", "ratings", file(from + ".csv"), "--marks", file(from + "-marks.csv"), "--study",
                    file(study)});
    };
    writeBytes(folder / "r-marks.csv", marks + "S0001,R2,ivg,," + mark);
    const RunResult strange = importMarks("r", "one.vertestudy");
    CHECK(strange.exitCode == 1);
    CHECK_THAT(strange.err,
               Catch::Contains("r-marks.csv") && Catch::Contains("line 2") && Catch::Contains("R2"));
    writeBytes(folder / "r-marks.csv", marks + "S0001,R1,ivg,," + mark);
    const RunResult imported = importMarks("r", "one.vertestudy");
    INFO(imported.err);
    REQUIRE(imported.exitCode == 0);

    CHECK_THAT(run({"export", "ratings", "--study", file("one.vertestudy"), "--out", file("bare.csv")}).err,
               Catch::Contains("stretches are marked in 1 reading; --marks FILE writes them"));
    const auto exportMarks = [&](const std::string& study, const std::string& to) {
        return run({"export", "ratings", "--study", file(study), "--out", file(to + ".csv"), "--marks",
                    file(to + "-marks.csv")});
    };
    CHECK_THAT(exportMarks("one.vertestudy", "first").out,
               Catch::Contains("exported the marks of 1 reading\n"));
    CHECK_THAT(readBytes(folder / "first-marks.csv"), Catch::Contains(mark.substr(0, mark.size() - 1)));
    REQUIRE(importMarks("first", "two.vertestudy").exitCode == 0);
    REQUIRE(exportMarks("two.vertestudy", "second").exitCode == 0);
    CHECK(readBytes(folder / "second-marks.csv") == readBytes(folder / "first-marks.csv"));
    CHECK(readBytes(folder / "second.csv") == readBytes(folder / "first.csv"));
}

TEST_CASE("a reader takes out own readings alone, of the arm that was named", "[cli]") {
    TemporaryFolder folder;
    REQUIRE(run({"phantom", "--count", "1", "--seed", "3", "--out", (folder / "scans").string(), "--format",
                 "dicom"})
                .exitCode == 0);
    const auto study = (folder / "s.vertestudy").string();
    REQUIRE(run({"study", "create", study, "--name", "Own", "--reader", "R1", "--reader", "R2", "--arm", "a",
                 "--arm", "b"})
                .exitCode == 0);
    REQUIRE(run({"study", "add", study, (folder / "scans").string()}).exitCode == 0);
    std::string rows = kHeader;
    for (const std::string level : {"L1", "L2", "L3", "L4"})
        for (const std::string wall : {"anterior", "posterior"})
            rows += "S0001,R1,a," + level + "," + wall + ",0\nS0001,R1,b," + level + "," + wall +
                    ",1\nS0001,R2,a," + level + "," + wall + ",2\n";
    writeBytes(folder / "r.csv", rows);
    REQUIRE(run({"import", "ratings", (folder / "r.csv").string(), "--study", study}).exitCode == 0);
    const auto out = (folder / "own.csv").string();
    const auto exportOwn = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(),
                         {"export", "ratings", "--study", study, "--out", out, "--as", "R1"});
        CHECK_THAT(run(arguments).out, Catch::Contains("exported 1 reading\n"));
        return readBytes(folder / "own.csv");
    };
    CHECK_THAT(exportOwn({}), Catch::Contains("S0001,R1,a,L1,anterior,0,") && !Catch::Contains(",b,") &&
                                  !Catch::Contains("R2"));
    CHECK_THAT(exportOwn({"--arm", "b"}),
               Catch::Contains("S0001,R1,b,L1,anterior,1,") && !Catch::Contains(",a,"));
}
