// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;

void writeNamed(const std::filesystem::path& path, const std::string& uid) {
    writeDicom(path, [&uid](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PatientName, "WALDEMAR^ANNA");
        dataset.putAndInsertString(DCM_PatientID, "WALDEMAR-1");
        dataset.putAndInsertString(DCM_SOPInstanceUID, uid.c_str());
    });
}

std::size_t filesBelow(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder, ignored) ? listFiles({folder}).files.size() : 0;
}

} // namespace

TEST_CASE("a folder leaves without identity, the same way for the same secret", "[cli][deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    writeNamed(folder / "in/a.dcm", "1.2.3.4");
    writeNamed(folder / "in/b.dcm", "1.2.3.5");
    const auto copyTo = [&folder](const char* out) {
        return run({"deidentify", (folder / "in").string(), (folder / out).string(), "--secret",
                    (folder / "secret").string(), "--json"});
    };
    const RunResult first = copyTo("first");
    CHECK(first.exitCode == 0);
    REQUIRE(linesOf(first.out).size() == 2);
    for (const std::string& line : linesOf(first.out)) {
        const json record = json::parse(line);
        CHECK(record["out"].get<std::string>().starts_with((folder / "first").string()));
        CHECK(record["uids"] == 1);
        CHECK(record["blanked"] == false);
    }
    CHECK(first.out.find("WALDEMAR") == std::string::npos);
    CHECK(first.err.find("For research use only. Not for diagnosis.") != std::string::npos);
    CHECK(copyTo("second").exitCode == 0);
    const auto a = listFiles({folder / "first"}).files, b = listFiles({folder / "second"}).files;
    REQUIRE(a.size() == 2);
    REQUIRE(b.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(a[i].lexically_relative(folder / "first") == b[i].lexically_relative(folder / "second"));
        CHECK(readBytes(a[i]).find("WALDEMAR") == std::string::npos);
    }
    CHECK(copyTo("first").exitCode == 1); // nothing is written over
    CHECK(filesBelow(folder / "first") == 2);
}

TEST_CASE("a file that cannot leave is named with the reason, and the rest is done", "[cli][deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    writeNamed(folder / "in/a.dcm", "1.2.3.4");
    writeBytes(folder / "in/b.dcm", "no scan");
    const RunResult result = run({"deidentify", (folder / "in").string(), (folder / "out").string()});
    CHECK(result.exitCode == 1);
    CHECK(linesOf(result.out).size() == 1);
    CHECK(result.err.find("b.dcm") != std::string::npos);
    CHECK(result.err.find("without --secret") != std::string::npos);
    CHECK(filesBelow(folder / "out") == 1);
}

TEST_CASE("a copy does not go where the originals are", "[cli][deidentify]") {
    const TemporaryFolder folder;
    writeNamed(folder / "a.dcm", "1.2.3.4");
    const RunResult result = run({"deidentify", folder.path().string(), (folder / "out").string()});
    CHECK(result.exitCode == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_CASE("Ctrl-C ends de-identification between two files", "[cli][deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    for (int i = 0; i < 400; ++i)
        writeNamed(folder / "in" / (std::to_string(i) + ".dcm"), "1.2.3." + std::to_string(i + 1));
    RunningProgram program({"deidentify", (folder / "in").string(), (folder / "out").string()});
    CHECK_FALSE(program.nextLine().empty());
    program.interrupt();
    const RunResult result = program.finish();
    CHECK(result.exitCode == 1);
    CHECK(result.err.find("stopped") != std::string::npos);
    CHECK(filesBelow(folder / "out") < 400);
    for (const auto& path : listFiles({folder / "out"}).files)
        CHECK(readScan(path).has_value());
}

TEST_CASE("what is printed names files below the folder alone, whether they leave or not",
          "[cli][deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "Waldemar Anna/day 1");
    writeNamed(folder / "Waldemar Anna/day 1/a.dcm", "1.2.3.4");
    writeBytes(folder / "Waldemar Anna/day 1/b.dcm", "no scan");
    for (const auto& [in, shown] : {std::pair{folder / "Waldemar Anna", std::string("day 1/")},
                                    std::pair{folder / "Waldemar Anna/day 1/a.dcm", std::string()}}) {
        const auto out = folder / ("out" + std::to_string(shown.size()));
        const RunResult json = run({"deidentify", in.string(), out.string(), "--json"});
        const RunResult words = run({"deidentify", in.string(), (out.string() + "w")});
        CHECK(linesOf(json.out).size() == (shown.empty() ? 1 : 2));
        CHECK(json::parse(linesOf(json.out).at(0))["path"] == shown + "a.dcm");
        CHECK(linesOf(words.out).at(0).starts_with(shown + "a.dcm -> "));
        for (const std::string& text : {json.out, json.err, words.out, words.err})
            CHECK(text.find("Waldemar") == std::string::npos);
    }
}

TEST_CASE("options and places are taken from the command line", "[cli][deidentify]") {
    const TemporaryFolder folder;
    writeNamed(folder / "a.dcm", "1.2.3.4");
    const auto with = [&folder](std::vector<std::string> options) {
        std::vector<std::string> arguments{"deidentify", (folder / "a.dcm").string(),
                                           (folder / "out").string()};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return run(arguments);
    };
    CHECK(with({"--blank-area", "0,0,5"}).exitCode == 2);
    CHECK(with({"--blank-area", "0,0,0,5"}).exitCode == 2);
    CHECK(with({"--blank-area", "0,0,4,5,6"}).exitCode == 2);
    CHECK(with({"--dates", "tomorrow"}).exitCode == 2);
    CHECK(with({"--blank-area", "0,0,400,5"}).exitCode == 1);
    CHECK(filesBelow(folder / "out") == 0);
    const RunResult result =
        with({"--blank-area", "1,1,2,2", "--blank-area", "5,5,1,1", "--retain-uids", "--retain-device",
              "--retain-institution", "--retain-patient-characteristics", "--clean-descriptors", "--dates",
              "full"});
    CHECK(result.exitCode == 0);
    const auto files = listFiles({folder / "out"}).files;
    REQUIRE(files.size() == 1);
    CHECK(files[0].filename() == "1.2.3.4.dcm");
    const std::string bytes = readBytes(files[0]);
    for (const char* code : {"113100", "113105", "113106", "113108", "113109", "113110", "113112"})
        CHECK(bytes.find(code) != std::string::npos);
    const auto scan = readScan(files[0]);
    REQUIRE(scan.has_value());
    CHECK(scan->image.stored(1, 1) == 0);
    CHECK(scan->image.stored(5, 5) == 0);
    CHECK(scan->image.stored(3, 1) == 19);
}
