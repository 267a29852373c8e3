// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/PixelReview.h"

#include "core/io/ScanReader.h"
#include "core/io/deidentify/files/DeidentificationReport.h"
#include "core/io/deidentify/files/DeidentifyFiles.h"
#include "tests/support/PersonsScans.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;

Pseudonyms somePseudonyms() {
    return Pseudonyms::withSecret("a secret of enough length").value();
}

/// A letter is 10 x 14 pixels and each next one 14 further: eight of them at (4, 6).
void writeScanWithName(const std::filesystem::path& path) {
    writePersonsScan(path, [](DcmDataset& dataset) { putPicture(dataset, softPicture(8, 4, 6, 255)); });
}

bool covers(const PixelArea& area, int x, int y) {
    return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}

} // namespace

TEST_CASE("a review tells where writing stands, in which frame, and changes nothing", "[deidentify][text]") {
    const TemporaryFolder folder;
    writeScanWithName(folder / "a.dcm");
    const std::string before = readBytes(folder / "a.dcm");
    const auto review = reviewPixels(folder / "a.dcm");
    REQUIRE(review.has_value());
    CHECK(review->width == 120);
    CHECK(review->height == 240);
    CHECK(review->frameCount == 1);
    CHECK_FALSE(review->isDeclared);
    REQUIRE(review->text.size() == 1);
    CHECK(covers(review->text[0].area, 4, 6));
    CHECK(covers(review->text[0].area, 4 + 7 * 14 + 9, 6 + 13));
    CHECK(readBytes(folder / "a.dcm") == before);
}

TEST_CASE("the picture of a review is the whole range of the data, whatever window the file has",
          "[deidentify][text]") {
    const TemporaryFolder folder;
    writePersonsScan(folder / "a.dcm", [](DcmDataset& dataset) {
        putPicture(dataset, softPicture(8, 4, 6, 255));
        dataset.putAndInsertString(DCM_WindowCenter, "2"); // everything white
        dataset.putAndInsertString(DCM_WindowWidth, "2");
    });
    const auto picture = reviewPicture(folder / "a.dcm", 0);
    REQUIRE(picture.has_value());
    CHECK(picture->at(6, 6) == 255);   // the top of the first letter
    CHECK(picture->at(60, 120) < 255); // tissue
    CHECK(reviewPicture(folder / "a.dcm", 1).error().code == ErrorCode::InvalidArgument);
    CHECK(reviewPicture(folder / "a.dcm", -1).error().path == folder / "a.dcm");
}

TEST_CASE("what a file says of itself, and what cannot be cleaned, is told before", "[deidentify][text]") {
    const TemporaryFolder folder;
    const auto file = folder / "a.dcm";
    writePersonsScan(file, [](DcmDataset& dataset) {
        putPicture(dataset, softPicture(0, 0, 0, 0));
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    CHECK(reviewPixels(file)->isDeclared);
    CHECK(reviewPixels(file)->text.empty());
    writePersonsScan(file, [](DcmDataset& dataset) { dataset.findAndDeleteElement(DCM_PixelData); });
    CHECK(reviewPixels(file).error().code == ErrorCode::NotAnImage);
    writeBytes(file, "this is text");
    CHECK(reviewPixels(file).error().code == ErrorCode::UnsupportedFormat);
    CHECK(reviewPixels(file).error().path == file);
}

TEST_CASE("a place that was found in several frames is one place of the copy", "[deidentify][text]") {
    const PixelArea a{1, 2, 3, 4}, b{5, 6, 7, 8};
    CHECK(areasOf({{0, a}, {1, a}, {1, b}, {2, a}}) == std::vector<PixelArea>{a, b});
}

TEST_CASE("each file of a run is copied by its own choices", "[deidentify]") {
    const TemporaryFolder folder;
    writeScanWithName(folder / "in.dcm");
    const auto area = reviewPixels(folder / "in.dcm")->text.at(0).area;
    std::vector<std::string> lines;
    DeidentificationSummary summary;
    DeidentifyWatch watch;
    watch.done = [&](const std::filesystem::path& path, const Result<DeidentificationRecord>& record) {
        if (!record) return;
        add(summary, *record);
        lines.push_back(recordToJson(path.filename(), *record));
    };
    // Refused as it is; then a person has looked, and made the place black.
    const std::vector<DeidentifyItem> items{{folder / "in.dcm", {}},
                                            {folder / "in.dcm", {PixelText::Keep, {area}, {}}}};
    REQUIRE(deidentifyEach(items, folder / "out", somePseudonyms(), watch).has_value());
    REQUIRE(lines.size() == 1);
    CHECK(summary.files == 1);
    CHECK(summary.blankedFiles == 1);
    CHECK(summary.removed.contains("PatientBirthDate") + summary.emptied.contains("PatientBirthDate") == 1);
    const auto json = nlohmann::json::parse(lines[0]);
    CHECK(json["path"] == "in.dcm");
    CHECK(json["blanked"] == true);
    CHECK(lines[0].find("WALDEMAR") == std::string::npos);
    const auto copy = readScan(json["out"].get<std::string>());
    REQUIRE(copy.has_value());
    CHECK(copy->image.stored(6, 6) < 255);
    CHECK(copy->image.stored(60, 200) == softPicture(0, 0, 0, 0).at(60, 200));
}

TEST_CASE("copies do not go among the originals, be these a folder or files of one", "[deidentify]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "in/deep");
    writePersonsScan(folder / "in/a.dcm");
    const auto codeFor = [&](const std::filesystem::path& in, const std::filesystem::path& out) {
        const auto files = filesToDeidentify({in}, out);
        return files ? std::string("fine") : std::string(errorCodeName(files.error().code));
    };
    CHECK(codeFor(folder / "in", folder / "in") == "invalidArgument");
    CHECK(codeFor(folder / "in/", folder / "in/deep/../out") == "invalidArgument");
    CHECK(codeFor(folder / "in/a.dcm", folder / "in") == "invalidArgument");
    CHECK(codeFor(folder / "in/a.dcm", folder / "in/") == "invalidArgument");
    CHECK(codeFor(folder / "in/a.dcm", folder / "in/out") == "fine");
    CHECK(codeFor(folder / "in", folder / "inout") == "fine");
    CHECK(codeFor(folder / "none", folder / "out") == "fileNotFound");
}
