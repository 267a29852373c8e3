// SPDX-License-Identifier: GPL-3.0-or-later
// Paths that people and systems make, and what the program says about them.
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkFiles.h"
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <climits>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;
namespace fs = std::filesystem;

const std::vector<std::string> kOddNames{
    "line\nend",
    "carriage\rreturn",
    "no \xff\xfe utf8",
    "\xc3\x28 broken utf8",
    " spaces  at both ends ",
    "--json",
    "-",
    "quote\"and'and\\backslash",
    "\x1b[31mred",
    "Wirbels\xc3\xa4ule \xe8\x85\xb0\xe6\xa4\x8e",
    "%s%n{}$(touch x)`x`;&|",
    std::string(250, 'n'),
};

/// A folder whose path is as long as the system lets a file be opened in.
fs::path deepFolder(const fs::path& start) {
    fs::path folder = start;
    while (folder.native().size() + 260 < PATH_MAX - 260)
        folder /= std::string(250, 'd');
    return folder;
}

struct OddCase {
    TemporaryFolder folder;
    fs::path inside;
    fs::path scan;

    explicit OddCase(const fs::path& below) : inside(folder / below) {
        fs::create_directories(inside);
        scan = inside / "p.dcm";
        PhantomOptions options;
        options.standardSize = true;
        Phantom phantom = makePhantom(options, 0);
        REQUIRE(writePhantomDicom(scan, phantom, 1, 0).has_value());
        const LandmarkRecord record{
            "p.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, {}};
        writeBytes(inside / "p.landmarks.json", landmarksToJson(record, false));
    }
    std::string at(const std::string& name) const { return (inside / name).string(); }
};

void checkFileCommands(const OddCase& made) {
    const RunResult info = run({"scan", "info", "--json", made.scan.string()});
    CHECK(info.exitCode == 0);
    REQUIRE(linesOf(info.out).size() == 1);
    CHECK(json::parse(linesOf(info.out)[0])["kind"] == "dicom");
    const RunResult words = run({"scan", "info", made.scan.string()});
    CHECK(linesOf(words.out).size() == 1);
    CHECK(run({"scan", "convert", made.scan.string(), made.at("p.png")}).exitCode == 0);
    CHECK(readScan(made.inside / "p.png").has_value());
    fs::remove(made.inside / "p.png");
    const RunResult crop = run({"crop", "--json", made.inside.string()});
    CHECK(crop.exitCode == 0);
    CHECK(linesOf(crop.out).size() == 1);
    CHECK(run({"deidentify", made.scan.string(), made.at("out"), "--secret", made.at("key"),
               "--pixels-checked"})
              .exitCode == 0);
    CHECK(run({"export", "sr", made.scan.string(), "--out", made.at("results")}).exitCode == 0);
}

void checkStudyCommands(const OddCase& made) {
    CHECK(run({"study", "create", made.at("s.vertestudy"), "--name", "Test"}).exitCode == 0);
    CHECK(run({"study", "add", made.at("s.vertestudy"), made.scan.string()}).exitCode == 0);
    CHECK(run({"import", "sr", made.at("results"), "--study", made.at("s.vertestudy")}).exitCode == 0);
    CHECK(
        run({"export", "csv", "--study", made.at("s.vertestudy"), "--out", made.at("points.csv")}).exitCode ==
        0);
    CHECK(run({"study", "verify", made.at("s.vertestudy")}).exitCode == 0);
}

} // namespace

TEST_CASE("every command works in folders of odd names", "[cli][paths]") {
    const std::size_t which = GENERATE(0, 2, 4, 5, 11);
    const std::string& name = kOddNames[which];
    CAPTURE(name);
    const OddCase made(name);
    checkFileCommands(made);
    checkStudyCommands(made);
}

TEST_CASE("files are worked on in very deep folders; a study says that it cannot lie there", "[cli][paths]") {
    const TemporaryFolder probe;
    const fs::path deep = deepFolder(probe.path()).lexically_relative(probe.path());
    const OddCase made(deep);
    checkFileCommands(made);
    // SQLite takes paths of 512 characters at most.
    const RunResult study = run({"study", "create", made.at("s.vertestudy"), "--name", "Test"});
    CHECK(study.exitCode == 1);
    CHECK(linesOf(study.err).size() == 1);
    CHECK_FALSE(fs::exists(made.inside / "s.vertestudy"));
}

TEST_CASE("a file of an odd name is told in one line that shows no control character", "[cli][paths]") {
    const std::string name = GENERATE(from_range(kOddNames));
    CAPTURE(name);
    const TemporaryFolder folder;
    writeBytes(folder / name, "no scan");
    for (const fs::path& path : {folder / name, folder / ("missing" + name)}) {
        const RunResult words = run({"scan", "info", path.string()});
        CHECK(words.exitCode == 1);
        CHECK(words.out.empty());
        CHECK(linesOf(words.err).size() == 1);
        for (const char c : words.err)
            CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
        const RunResult lines = run({"scan", "info", "--json", path.string()});
        REQUIRE(linesOf(lines.out).size() == 1);
        CHECK(json::parse(linesOf(lines.out)[0])["error"]["code"].is_string());
    }
}

TEST_CASE("a path longer than the system takes is an error of that path", "[cli][paths]") {
    std::string path = "/tmp";
    while (path.size() < 2 * PATH_MAX)
        path += "/" + std::string(200, 'l');
    for (const std::string& given : {path, "/tmp/" + std::string(300, 'n')}) {
        const RunResult result = run({"scan", "info", given});
        CHECK(result.exitCode == 1);
        CHECK(linesOf(result.err).size() == 1);
    }
    CHECK(run({"study", "create", path + ".vertestudy", "--name", "T"}).exitCode == 1);
}
