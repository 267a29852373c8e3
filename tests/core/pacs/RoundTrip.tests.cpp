// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guides/BuildGuides.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/deidentify/Deidentify.h"
#include "core/pacs/Query.h"
#include "core/pacs/Retrieve.h"
#include "core/pacs/Send.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "core/roi/CropRoi.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

constexpr std::uint64_t kSeed = 6;

Phantom seeded() {
    PhantomOptions options;
    options.seed = kSeed;
    return makePhantom(options, 0);
}

/// A phantom as a scanner's file would be, and its copy without identity.
struct Case {
    TemporaryFolder folder;
    Phantom phantom = seeded();
    std::filesystem::path original = folder / "scan.dcm";
    std::filesystem::path copy;
    std::filesystem::path report = folder / "out/results.sr.dcm";
    std::filesystem::path state = folder / "out/results.gsps.dcm";
    ScanResults results;
    DrawnResults drawn;

    Case() {
        REQUIRE(writePhantomDicom(original, phantom, kSeed, 0).has_value());
        const auto made = deidentifyFile(original, folder / "copies", Pseudonyms::once(), PixelText::Keep);
        REQUIRE(made.has_value());
        copy = made->written;
        std::filesystem::create_directory(folder / "out");
        addResults();
        REQUIRE(writeReport(report, copy, 0, results).has_value());
        REQUIRE(writePresentation(state, copy, 0, drawn).has_value());
    }

    void addResults() {
        results.landmarks = phantom.landmarks;
        for (VertebraLandmarks& vertebra : results.landmarks.vertebrae)
            for (Landmark& corner : vertebra.corners)
                corner.state = PointState::Confirmed;
        results.annotator = "Annotator 1";
        Grading grading;
        grading.reader = "Reader 1";
        grading.sheet.at(Segment::L1, Wall::Anterior).grade = 0;
        grading.sheet.at(Segment::L2, Wall::Posterior).grade = 2;
        grading.sheet.at(Segment::L4, Wall::Anterior).notReadable = NotReadableReason::Motion;
        results.grading = grading;
        drawn.guides = buildGuides(results.landmarks);
        drawn.annotator = results.annotator;
    }
};

/// Points travel as pairs of 32-bit numbers.
constexpr double kPointMargin = 1e-3;

void checkLandmarks(const Landmarks& one, const Landmarks& other) {
    CHECK(one.anterior == other.anterior);
    REQUIRE(one.vertebrae.size() == other.vertebrae.size());
    for (std::size_t v = 0; v < one.vertebrae.size(); ++v)
        for (std::size_t c = 0; c < one.vertebrae[v].corners.size(); ++c) {
            const Landmark& first = one.vertebrae[v].corners[c];
            const Landmark& second = other.vertebrae[v].corners[c];
            CHECK(first.state == second.state);
            REQUIRE((first.position && second.position));
            CHECK(distance(*first.position, *second.position) < kPointMargin);
        }
}

} // namespace

TEST_CASE("a scan without identity, its landmarks and grades go to Orthanc and come back unchanged",
          "[pacs][archive][roundtrip]") {
    const auto archive = startOrthanc();
    if (!archive) VERTESCORE_SKIP("Orthanc is not installed");
    REQUIRE(archive->isReady);
    Case made;
    CHECK(sendFiles(archive->node, {made.copy, made.report, made.state}).failed().empty());

    const auto found = findAt(archive->node, {});
    REQUIRE(found.has_value());
    REQUIRE(found->rows.size() == 1); // scan and results are one study
    CHECK(found->rows.front().patientName.find("PHANTOM") == std::string::npos);
    const auto report =
        retrieve(archive->node, {found->rows.front().studyUid, {}, RetrieveBy::Get}, made.folder / "back");
    CHECK_FALSE(report.problem.has_value());
    REQUIRE(report.arrived.size() == 3);

    const auto before = readScan(made.original), sent = readScan(made.copy);
    int scans = 0, reports = 0;
    for (const StoredObject& object : report.arrived) {
        if (const auto scan = readScan(object.file)) {
            ++scans;
            CHECK(scan->pixelSha256 == before->pixelSha256);
            CHECK(scan->source.sopInstanceUid == sent->source.sopInstanceUid);
            CHECK(scan->geometry.spacing == sent->geometry.spacing);
            CHECK(scan->graphics.size() >= kGuideCount); // the state beside it is applied
        }
        if (const auto read = readReport(object.file)) {
            ++reports;
            CHECK(read->sopInstanceUid == sent->source.sopInstanceUid);
            checkLandmarks(read->results.landmarks, made.results.landmarks);
            CHECK(read->results.annotator == made.results.annotator);
            CHECK(read->results.grading == made.results.grading);
        }
    }
    CHECK(scans == 1);
    CHECK(reports == 1);
}
