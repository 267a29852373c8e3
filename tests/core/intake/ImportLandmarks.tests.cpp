// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/ImportLandmarks.h"

#include "core/guides/BuildGuides.h"
#include "core/intake/AddScans.h"
#include "core/io/PhantomFiles.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "tests/core/store/StudyFixture.h"

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

/// A study of two phantoms, a.dcm and b.png, and the landmarks that they were drawn from.
struct StudyOfTwo {
    TemporaryFolder folder;
    StudyStore store = require(StudyStore::create(folder.path() / "a.vertestudy", StudyFixture::named("A"),
                                                  {person("Cora", {Role::Coordinator})}));
    AnnotatorSession session = require(store.openAnnotatorSession({PersonId{1}, {}}));
    Phantom first, second;

    StudyOfTwo() {
        PhantomOptions options;
        options.standardSize = true;
        first = makePhantom(options, 0);
        second = makePhantom(options, 1);
        require(writePhantomDicom(folder / "a.dcm", first, options.seed, 0));
        require(writePhantomPng(folder / "b.png", second));
        require(addScans(session, {folder / "a.dcm", folder / "b.png"}));
    }
    static ExchangedLandmarks exchanged(const char* name, const Phantom& phantom) {
        return {{name, phantom.image.width, phantom.image.height, phantom.landmarks, {}}, {}, false};
    }
    LandmarkIntake read(LandmarkFormat format, const fs::path& path,
                        const std::vector<ExchangedLandmarks>& scans) {
        require(writeLandmarks(format, path, scans));
        return require(readIncomingLandmarks(session, {format, path, {}}));
    }
};

} // namespace

TEST_CASE("incoming landmarks find their scans by file name and change nothing", "[intake]") {
    StudyOfTwo given;
    const auto intake =
        given.read(LandmarkFormat::Csv, given.folder / "in.csv",
                   {given.exchanged("elsewhere/b.png", given.second), given.exchanged("a", given.first)});
    CHECK(intake.refused.empty());
    REQUIRE(intake.scans.size() == 2);
    CHECK(intake.scans[0].fileName == "b.png");
    CHECK(intake.scans[0].landmarks.at(Level::L2).at(Corner::SuperiorAnterior).position ==
          given.second.landmarks.at(Level::L2).at(Corner::SuperiorAnterior).position);
    CHECK(intake.scans[1].fileName == "a.dcm");
    CHECK_FALSE(intake.scans[1].isRounded);
    for (const WorklistRow& row : require(given.session.worklist()))
        CHECK_FALSE(require(given.session.landmarks(row.scan)).has_value());
}

TEST_CASE("what fits no scan is refused with its name and the rest comes in", "[intake]") {
    StudyOfTwo given;
    Phantom larger = given.first;
    larger.image.width += 1;
    const auto intake =
        given.read(LandmarkFormat::Csv, given.folder / "in.csv",
                   {given.exchanged("nobody.png", given.first), given.exchanged("a.dcm", larger),
                    given.exchanged("b.png", given.second)});
    REQUIRE(intake.scans.size() == 1);
    CHECK(intake.scans[0].fileName == "b.png");
    REQUIRE(intake.refused.size() == 2);
    CHECK(intake.refused[0].code == ErrorCode::InvalidArgument);
    CHECK(intake.refused[0].path == fs::path("nobody.png"));
    CHECK(intake.refused[1].code == ErrorCode::LandmarksMalformed);
    CHECK(intake.refused[1].path == fs::path("a.dcm"));
}

TEST_CASE("landmarks that come from a source of whole pixels say so before they come in", "[intake]") {
    StudyOfTwo given;
    Phantom rounded = given.first;
    for (VertebraLandmarks& vertebra : rounded.landmarks.vertebrae)
        for (Landmark& corner : vertebra.corners)
            if (corner.position)
                corner.position = PixelPoint{std::round(corner.position->x), std::round(corner.position->y)};
    const auto intake =
        given.read(LandmarkFormat::Coco, given.folder / "in.json", {given.exchanged("a.dcm", rounded)});
    REQUIRE(intake.scans.size() == 1);
    CHECK(intake.scans[0].isRounded);
}

TEST_CASE("a file of another format, and one that is not there, is one refusal", "[intake]") {
    StudyOfTwo given;
    std::ofstream(given.folder / "in.json") << "{\"no\": 1}";
    const auto other =
        require(readIncomingLandmarks(given.session, {LandmarkFormat::Coco, given.folder / "in.json", {}}));
    CHECK(other.scans.empty());
    REQUIRE(other.refused.size() == 1);
    CHECK(other.refused[0].path == given.folder / "in.json");
    const auto none = require(readIncomingLandmarks(
        given.session, {DicomLandmarks::PresentationStates, given.folder / "none.dcm", {}}));
    REQUIRE(none.refused.size() == 1);
    CHECK(none.refused[0].code == ErrorCode::FileNotFound);
}

TEST_CASE("reports and presentation states in one folder come in kind by kind", "[intake]") {
    StudyOfTwo given;
    fs::create_directory(given.folder / "in");
    ScanResults results;
    results.landmarks = given.first.landmarks;
    results.annotator = "Rosa";
    const auto report = given.folder / "in/a.sr.dcm", state = given.folder / "in/a.gsps.dcm";
    require(writeReport(report, given.folder / "a.dcm", 0, results));
    require(writePresentation(state, given.folder / "a.dcm", 0,
                              drawnOf(results, buildGuides(results.landmarks), std::nullopt)));
    const auto isReport = GENERATE(true, false);
    const auto intake = require(readIncomingLandmarks(
        given.session,
        {isReport ? DicomLandmarks::Reports : DicomLandmarks::PresentationStates, given.folder / "in", {}}));
    REQUIRE(intake.scans.size() == 1);
    CHECK(intake.scans[0].file == (isReport ? report : state));
    CHECK(intake.scans[0].fileName == "a.dcm");
    const auto& read = intake.scans[0].landmarks.at(Level::L3).at(Corner::InferiorPosterior);
    const auto& written = given.first.landmarks.at(Level::L3).at(Corner::InferiorPosterior);
    REQUIRE(read.position.has_value());
    CHECK(read.position->x == Approx(written.position->x).margin(1e-3)); // 32-bit numbers
    CHECK(read.state == written.state);
    REQUIRE(intake.refused.size() == 1);
    CHECK(intake.refused[0].code == ErrorCode::UnsupportedFormat);
    CHECK(intake.refused[0].path == (isReport ? state : report));
}

TEST_CASE("a report of a scan that the study does not have, and one without landmarks, are refused",
          "[intake]") {
    StudyOfTwo given;
    fs::create_directory(given.folder / "in");
    PhantomOptions options;
    options.standardSize = true;
    require(writePhantomDicom(given.folder / "c.dcm", makePhantom(options, 7), options.seed, 7));
    ScanResults results;
    results.landmarks = given.first.landmarks;
    require(writeReport(given.folder / "in/a.dcm", given.folder / "c.dcm", 0, results));
    ScanResults graded;
    graded.grading = Grading{};
    graded.grading->sheet.at(Segment::L1, Wall::Anterior).grade = 1;
    require(writeReport(given.folder / "in/b.dcm", given.folder / "a.dcm", 0, graded));
    const auto intake =
        require(readIncomingLandmarks(given.session, {DicomLandmarks::Reports, given.folder / "in", {}}));
    CHECK(intake.scans.empty());
    REQUIRE(intake.refused.size() == 2);
    CHECK(intake.refused[0].code == ErrorCode::InvalidArgument);
    CHECK(intake.refused[0].path == given.folder / "in/a.dcm");
    CHECK(intake.refused[1].code == ErrorCode::LandmarksMissing);
    CHECK(intake.refused[1].path == given.folder / "in/b.dcm");
}
