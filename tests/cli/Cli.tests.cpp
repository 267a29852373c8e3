// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkFormat.h"
#include "tests/cli/RunProgram.h"
#include "tests/support/DicomMedium.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/ZipFiles.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;

/// Every line of stdout as the JSON object that it must be.
std::vector<json> objectsOf(const RunResult& result) {
    std::vector<json> objects;
    for (const std::string& line : linesOf(result.out)) {
        objects.push_back(json::parse(line, nullptr, false));
        REQUIRE(objects.back().is_object());
    }
    return objects;
}

/// A phantom with its truth, as NAME.dcm and NAME.landmarks.json.
Phantom writePhantomCase(const TemporaryFolder& folder, const std::string& name,
                         std::optional<bool> isCropped = std::nullopt) {
    PhantomOptions options;
    options.seed = 5;
    options.cropped = isCropped;
    Phantom phantom = makePhantom(options, 0);
    REQUIRE(writePhantomDicom(folder / (name + ".dcm"), phantom, 5, 0).has_value());
    const LandmarkRecord record{
        name + ".dcm", phantom.image.width, phantom.image.height, phantom.landmarks, {}};
    writeBytes(folder / (name + ".landmarks.json"), landmarksToJson(record, false));
    return phantom;
}

} // namespace

TEST_CASE("the version is that of the project", "[cli]") {
    const RunResult result = run({"--version"});
    CHECK(result.exitCode == 0);
    CHECK(result.out == "vertescore-cli " VERTESCORE_VERSION "\n");
}

TEST_CASE("help is there at every level", "[cli]") {
    const auto command = GENERATE(values<std::vector<std::string>>({{},
                                                                    {"scan"},
                                                                    {"scan", "info"},
                                                                    {"scan", "convert"},
                                                                    {"detect"},
                                                                    {"crop"},
                                                                    {"crop-sweep"},
                                                                    {"phantom"},
                                                                    {"import"},
                                                                    {"export"},
                                                                    {"deidentify"},
                                                                    {"study"},
                                                                    {"study", "create"},
                                                                    {"agree"},
                                                                    {"training-curve"}}));
    auto arguments = command;
    arguments.push_back("--help");
    const RunResult result = run(arguments);
    CHECK(result.exitCode == 0);
    CHECK(result.out.find("Usage:") != std::string::npos);
    CHECK(result.err.empty());
}

TEST_CASE("wrong usage exits with 2 and one line on stderr", "[cli]") {
    const auto arguments =
        GENERATE(values<std::vector<std::string>>({{},
                                                   {"frobnicate"},
                                                   {"scan"},
                                                   {"scan", "info"},
                                                   {"scan", "convert", "a", "b", "--bits", "12"},
                                                   {"crop", "a", "--factor", "9"},
                                                   {"crop-sweep", "a"},
                                                   {"crop-sweep", "a", "--labels", "l", "--factors", "1"},
                                                   {"detect", "a", "--device", "abacus"},
                                                   {"detect", "a", "--overlay"},
                                                   {"import", "sculpture", "f", "--study", "s"}}));
    const RunResult result = run(arguments);
    CHECK(result.exitCode == 2);
    CHECK(result.out.empty());
    CHECK(linesOf(result.err).size() == 1);
}

TEST_CASE("scan info tells what a file holds", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm",
               [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_PixelSpacing, "0.1\\0.3"); });
    const RunResult result = run({"scan", "info", "--json", (folder / "scan.dcm").string()});
    CHECK(result.exitCode == 0);
    CHECK(result.err.empty());
    const auto objects = objectsOf(result);
    REQUIRE(objects.size() == 1);
    CHECK(objects[0]["kind"] == "dicom");
    CHECK(objects[0]["width"] == 16);
    CHECK(objects[0]["height"] == 40);
    CHECK(objects[0]["bits"] == 12);
    CHECK(objects[0]["photometric"] == "MONOCHROME2");
    CHECK(objects[0]["spacing"] == json{{"x", 0.3}, {"y", 0.1}, {"source", "PixelSpacing"}});
    CHECK(objects[0]["warnings"].is_array());
    CHECK(result.out.find("PHANTOM") == std::string::npos);
}

TEST_CASE("a bad file is an error object in its place, and the rest is done", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "a.dcm");
    writeBytes(folder / "b.dcm", "this is text and has been renamed to look like a scan, which it is not");
    writeBytes(folder / "c.dcm", "");
    writeBytes(folder / "d.dcm", readBytes(folder / "a.dcm").substr(0, 700));
    writeDicom(folder / "e.dcm");
    std::vector<std::string> arguments{"scan", "info", "--json"};
    for (const char* name : {"a.dcm", "b.dcm", "c.dcm", "d.dcm", "missing.dcm", "e.dcm"})
        arguments.push_back((folder / name).string());
    const RunResult result = run(arguments);
    CHECK(result.exitCode == 1);
    const auto objects = objectsOf(result);
    REQUIRE(objects.size() == 6);
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(objects[i]["path"] == arguments[3 + i]);
    CHECK(objects[0]["width"] == 16);
    CHECK(objects[1]["error"]["code"] == "unsupportedFormat");
    CHECK(objects[2]["error"]["code"] == "fileEmpty");
    CHECK(objects[3]["error"]["code"] == "fileTruncated");
    CHECK(objects[4]["error"]["code"] == "fileNotFound");
    CHECK(objects[5]["width"] == 16);
    const auto lines = linesOf(result.err);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].find("b.dcm") != std::string::npos);
}

TEST_CASE("a folder with other things in it is no failure", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm");
    writeBytes(folder / "notes.txt", "remember the milk");
    const RunResult result = run({"scan", "info", folder.path().string()});
    CHECK(result.exitCode == 0);
    CHECK(linesOf(result.out).size() == 1);
    CHECK(result.err.find("skipped: ") == 0);
    CHECK(result.err.find("notes.txt") != std::string::npos);
    CHECK(run({"scan", "info", (folder / "notes.txt").string()}).exitCode == 1);
}

TEST_CASE("scan convert writes through the grey pipeline, to any path", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME1");
    });
    const auto out = folder / std::filesystem::path(u8"Bild 影像.png");
    for (const char* bits : {"8", "16"}) {
        const RunResult result =
            run({"scan", "convert", (folder / "scan.dcm").string(), out.string(), "--bits", bits});
        CHECK(result.exitCode == 0);
        const auto picture = readScan(out);
        REQUIRE(picture.has_value());
        CHECK(picture->source.bitsStored == std::stoi(bits));
        CHECK(picture->image.stored(0, 0) == (std::string(bits) == "8" ? 255 : 65535));
        CHECK(picture->image.stored(15, 39) == 0);
    }
    CHECK(run({"scan", "convert", (folder / "scan.dcm").string(), "/nowhere/x.png"}).exitCode == 1);
}

TEST_CASE("crop of given landmarks equals the truth of the phantom", "[cli]") {
    const TemporaryFolder folder;
    const Phantom phantom = writePhantomCase(folder, "p");
    const RunResult result = run({"crop", (folder / "p.dcm").string(), "--landmarks",
                                  (folder / "p.landmarks.json").string(), "--factor", "1.2", "--json"});
    CHECK(result.exitCode == 0);
    const auto objects = objectsOf(result);
    REQUIRE(objects.size() == 1);
    CHECK(objects[0]["factor"] == 1.2);
    CHECK(objects[0]["guides"].size() == 13);
    CHECK(objects[0]["curve"].size() == 500);
    CHECK(objects[0]["cropped"] == (objects[0]["percent"].get<double>() > 0));
}

TEST_CASE("a sweep over factors says where the crop agrees best with labels", "[cli]") {
    const TemporaryFolder folder, elsewhere;
    std::string labels = "scan,cropped\ngone,no\n";
    for (const std::string name : {"a", "b", "c", "d"}) {
        writePhantomCase(folder, name, name < "c");
        if (name != "d") labels += name + (name < "c" ? ",yes\n" : ",no\n");
    }
    writeBytes(elsewhere / "labels.csv", labels);
    const std::vector<std::string> arguments{"crop-sweep",  folder.path().string(),
                                             "--landmarks", folder.path().string(),
                                             "--labels",    (elsewhere / "labels.csv").string(),
                                             "--factors",   "0.9:1.1:0.1",
                                             "--json"};
    const RunResult result = run(arguments);
    const auto objects = objectsOf(result);
    REQUIRE(objects.size() == 1);
    CHECK(objects[0]["scans"] == 3);
    REQUIRE(objects[0]["factors"].size() == 3);
    CHECK(objects[0]["best"] == 1.0); // what the phantoms' truth was made with
    const auto& atOne = objects[0]["factors"][1];
    CHECK(atOne["truePositives"] == 2);
    CHECK(atOne["trueNegatives"] == 1);
    CHECK(atOne["accuracy"]["value"] == 1);
    CHECK_THAT(result.err, Catch::Matchers::Contains("d.dcm: no label"));
    CHECK_THAT(result.err, Catch::Matchers::Contains("gone: has a label"));
    writeBytes(elsewhere / "labels.csv", "scan,cropped\nother,yes\n");
    CHECK(run(arguments).exitCode == 1);
}

TEST_CASE("landmarks of another picture are refused", "[cli]") {
    const TemporaryFolder folder;
    writePhantomCase(folder, "p");
    writeDicom(folder / "small.dcm");
    const RunResult result = run({"crop", (folder / "small.dcm").string(), "--landmarks",
                                  (folder / "p.landmarks.json").string(), "--json"});
    CHECK(result.exitCode == 1);
    CHECK(objectsOf(result).at(0)["error"]["code"] == "landmarksMalformed");
}

TEST_CASE("missing weights are told in one sentence", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm");
    const RunResult result =
        run({"detect", (folder / "scan.dcm").string(), "--weights", (folder / "none.safetensors").string()});
    CHECK(result.exitCode == 1);
    CHECK(result.out.empty());
    CHECK(linesOf(result.err).size() == 1);
    CHECK(result.err.find("none.safetensors") != std::string::npos);
}

TEST_CASE("phantoms come with truth, the same for the same seed", "[cli]") {
    const TemporaryFolder folder;
    for (const char* name : {"a", "b"})
        CHECK(run({"phantom", "--count", "2", "--seed", "9", "--out", (folder / name).string()}).exitCode ==
              0);
    for (const char* name : {"phantom-9-00000.dcm", "phantom-9-00001.dcm"}) {
        CHECK(readBytes(folder / "a" / name) == readBytes(folder / "b" / name));
        CHECK(readScan(folder / "a" / name).has_value());
    }
    CHECK(readLandmarkFile(folder / "a" / "phantom-9-00000.truth.json").has_value());
    CHECK(run({"scan", "info", (folder / "a").string()}).err.empty());
    const RunResult png =
        run({"phantom", "--count", "1", "--seed", "9", "--out", (folder / "c").string(), "--format", "png"});
    CHECK(png.exitCode == 0);
    CHECK(readScan(folder / "c" / "phantom-9-00000.png").has_value());
}

TEST_CASE("Ctrl-C ends the work between two scans", "[cli]") {
    const TemporaryFolder folder;
    RunningProgram program({"phantom", "--count", "100000", "--seed", "1", "--out", (folder / "p").string()});
    CHECK_FALSE(program.nextLine().empty());
    program.interrupt();
    const RunResult result = program.finish();
    CHECK(result.exitCode == 1);
    CHECK(result.err == "vertescore-cli: stopped\n");
    for (const auto& file : std::filesystem::directory_iterator(folder / "p")) {
        if (file.path().extension() != ".dcm") continue;
        CHECK(readScan(file.path()).has_value());
        CHECK(std::filesystem::exists(std::filesystem::path(file.path()).replace_extension(".truth.json")));
    }
}

TEST_CASE("make-sense points go into a study and come out the same", "[cli]") {
    const TemporaryFolder folder;
    const Phantom phantom = writePhantomCase(folder, "p");
    const LandmarkRecord record{"p.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, {}};
    REQUIRE(writeLandmarks(LandmarkFormat::MakeSense, folder / "in.csv", {{record}}).has_value());
    const std::string study = (folder / "s.vertestudy").string();
    CHECK(run({"study", "create", study, "--name", "Test"}).exitCode == 0);
    CHECK(run({"study", "add", study, (folder / "p.dcm").string()}).exitCode == 0);
    CHECK(run({"import", "makesense", (folder / "in.csv").string(), "--study", study}).exitCode == 0);
    CHECK(run({"export", "makesense", "--study", study, "--out", (folder / "out.csv").string()}).exitCode ==
          0);
    CHECK(readBytes(folder / "out.csv") == readBytes(folder / "in.csv"));
}

TEST_CASE("a study without a name, or with a person without one, is wrong usage", "[cli]") {
    const TemporaryFolder folder;
    const std::string study = (folder / "s.vertestudy").string();
    const auto more = GENERATE(values<std::vector<std::string>>(
        {{"--name", ""}, {"--name", "A", "--reader", ""}, {"--name", "A", "--arm", ":none"}}));
    std::vector<std::string> arguments{"study", "create", study};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const RunResult result = run(arguments);
    CHECK(result.exitCode == 2);
    CHECK(linesOf(result.err).size() == 1);
    CHECK_FALSE(std::filesystem::exists(study));
}

TEST_CASE("a line break in a file's name does not break the line", "[cli]") {
    const TemporaryFolder folder;
    writeDicom(folder / "a\nb.dcm");
    writeBytes(folder / "c\n\x1b[2J.dcm", "no scan");
    const RunResult result = run({"scan", "info", folder.path().string()});
    CHECK(linesOf(result.out).size() == 1);
    CHECK(linesOf(result.err).size() == 1);
    CHECK(result.err.find('\x1b') == std::string::npos);
    CHECK(objectsOf(run({"scan", "info", "--json", folder.path().string()}))[0]["path"] ==
          (folder / "a\nb.dcm").string());
}

TEST_CASE("agree writes a folder in which its numbers can be recomputed", "[cli]") {
    TemporaryFolder folder;
    const std::string ratings = (folder / "r.csv").string();
    std::string text = "image_id,reader,condition,level,wall,score\n";
    for (int image = 0; image < 6; ++image)
        for (const std::string reader : {"A", "B"})
            for (const std::string level : {"L1", "L2", "L3", "L4"})
                for (const std::string wall : {"anterior", "posterior"})
                    text += "I" + std::to_string(image) + "," + reader + ",ivg," + level + "," + wall + "," +
                            std::to_string((image + (reader == "B" && image == 2 ? 1 : 0)) % 4) + "\n";
    writeBytes(folder / "r.csv", text);
    const std::string out = (folder / "again" / "here").string();
    const RunResult result = run({"agree", "--ratings", ratings, "--scripts", out});
    CHECK(result.exitCode == 0);
    CHECK_THAT(result.err, Catch::Contains("recompute.py"));
    for (const char* name : {"ratings.csv", "agreement.csv", "recompute.py", "recompute.R"})
        CHECK(std::filesystem::exists(std::filesystem::path(out) / name));
    const RunResult two = run({"agree", "--ratings", ratings, "--ratings", ratings, "--scripts", out});
    CHECK(two.exitCode == 2);
    CHECK_THAT(two.err, Catch::Contains("--together"));
    const RunResult blocked = run({"agree", "--ratings", ratings, "--scripts", ratings + "/below"});
    CHECK(blocked.exitCode == 1);
    CHECK_THAT(blocked.err, Catch::Contains("below"));
    CHECK_THAT(run({"agree", "--ratings", ratings, "--appendix"}).out,
               Catch::Contains("burden low") && Catch::Contains("Limits of agreement"));
    CHECK_THAT(result.out, !Catch::Contains("burden low"));
}

TEST_CASE("agree prints the numbers of the reference results", "[cli]") {
    const auto root = sharedTestData("agreement");
    if (!root) VERTESCORE_SKIP("no shared ratings");
    const RunResult result = run({"agree", "--json", "--ratings", (*root / "reader_study.csv").string(),
                                  "--paired-indices", (*root / "paired").string()});
    REQUIRE(result.exitCode == 0);
    const auto printed = objectsOf(result);
    REQUIRE(printed.size() == 1);
    const json oracles = json::parse(readBytes(*root / "oracles.json")).at("values");
    std::size_t compared = 0;
    for (const auto& [key, value] : oracles.items()) {
        const bool isResampled =
            key.find("perc") != std::string::npos || key.find("bca") != std::string::npos;
        if (!key.starts_with("reader_study/") || isResampled) continue;
        INFO(key);
        REQUIRE(printed[0].contains(key));
        CHECK(printed[0][key].is_null() == value.is_null());
        if (!value.is_null())
            CHECK(printed[0][key].get<double>() == Approx(value.get<double>()).epsilon(1e-5));
        ++compared;
    }
    CHECK(compared > 500);
}

TEST_CASE("landmarks leave a study in every format and come back into another", "[cli]") {
    const TemporaryFolder folder;
    const Phantom phantom = writePhantomCase(folder, "p");
    const LandmarkRecord record{"p.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, {}};
    REQUIRE(writeLandmarks(LandmarkFormat::MakeSense, folder / "in.csv", {{record}}).has_value());
    const auto studyWithScan = [&folder](const std::string& name) {
        const std::string study = (folder / name).string();
        CHECK(run({"study", "create", study, "--name", "Test"}).exitCode == 0);
        CHECK(run({"study", "add", study, (folder / "p.dcm").string()}).exitCode == 0);
        return study;
    };
    const std::string first = studyWithScan("first.vertestudy");
    REQUIRE(run({"import", "makesense", (folder / "in.csv").string(), "--study", first}).exitCode == 0);
    for (const std::string format : {"coco", "cvat", "labelme", "yolo-pose", "slicer", "csv"}) {
        CAPTURE(format);
        const std::string out = (folder / ("out-" + format)).string();
        const std::string second = studyWithScan(format + ".vertestudy");
        CHECK(run({"export", format, "--study", first, "--out", out}).exitCode == 0);
        const RunResult imported = run({"import", format, out, "--study", second});
        CHECK(imported.exitCode == 0);
        CHECK(imported.out == "imported the landmarks of 1 scans\n");
    }
}

TEST_CASE("every shared DICOM file has its object", "[cli]") {
    const auto root = sharedTestData("dicom");
    if (!root) VERTESCORE_SKIP("no shared DICOM files");
    const RunResult result = run({"scan", "info", "--json", root->string()});
    CHECK(result.exitCode == 1);
    CHECK(objectsOf(result).size() ==
          149); // 117, two lists beside them, and 31 that the DICOMDIR names instead of itself
}

TEST_CASE("a DICOMDIR and its folder give the scans that it refers to, and the missing one is named",
          "[cli][medium]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "SCANS");
    PhantomOptions options;
    REQUIRE(writePhantomDicom(folder / "SCANS" / "A", makePhantom(options, 0), 1, 0).has_value());
    writeDicomDirectory(folder / "DICOMDIR", {{"SCANS\\A"}, {"SCANS\\B"}, {"..\\C"}});
    for (const auto& named : {folder.path(), folder / "DICOMDIR"}) {
        const RunResult result = run({"scan", "info", named.string(), "--json"});
        CHECK(result.exitCode == 1);
        const auto objects = objectsOf(result);
        REQUIRE(objects.size() == 3);
        CHECK(objects[0]["error"]["code"] == "notAllowed");
        CHECK(objects[1]["path"] == (folder / "SCANS" / "A").string());
        CHECK(objects[2]["error"]["code"] == "fileNotFound");
        CHECK(objects[2]["path"] == (folder / "SCANS" / "B").string());
    }
}

TEST_CASE("a zip archive gives the scans in it, to looking and to detecting alike", "[cli][archive]") {
    const TemporaryFolder folder;
    PhantomOptions options;
    REQUIRE(writePhantomDicom(folder / "p.dcm", makePhantom(options, 0), 1, 0).has_value());
    writeZip(folder / "a.zip", {{"in/p.dcm", readBytes(folder / "p.dcm")}, {"readme.txt", "no scan"}});
    const RunResult looked = run({"scan", "info", (folder / "a.zip").string(), "--json"});
    CHECK(looked.exitCode == 0);
    const auto objects = objectsOf(looked);
    REQUIRE(objects.size() == 2);
    CHECK(objects[0]["path"] == (folder / "a.zip" / "in" / "p.dcm").string());
    CHECK(objects[1]["error"]["code"] == "unsupportedFormat");
    const RunResult shown =
        run({"scan", "convert", (folder / "a.zip" / "in" / "p.dcm").string(), (folder / "p.png").string()});
    CHECK(shown.exitCode == 0);
    CHECK(readScan(folder / "p.png").has_value());
    const RunResult copied = run({"deidentify", (folder / "a.zip").string(), (folder / "out").string()});
    CHECK(copied.exitCode == 1); // the text beside the scan
    CHECK(linesOf(copied.out).size() == 1);
}
