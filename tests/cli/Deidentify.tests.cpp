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
