// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/ExportTrainingBundle.h"

#include "core/base/AtomicFile.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/tensors/TrainingBundle.h"
#include "tests/core/store/StudyFixture.h"
#include "tests/support/TemporaryFolder.h"

#include <fstream>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

/// Three phantom scans in a study: one confirmed by a person, one only predicted, one without landmarks.
struct StudyOfThree {
    TemporaryFolder folder;
    fs::path scans = folder / "scans";
    fs::path out = folder / "bundle.safetensors";
    std::vector<Phantom> phantoms;
    StudyStore store = require(StudyStore::create(folder / "a.vertestudy", StudyFixture::named("A"),
                                                  {person("Cora", {Role::Coordinator})}));

    StudyOfThree() {
        fs::create_directories(scans);
        PhantomOptions options;
        options.standardSize = true;
        for (std::uint64_t i = 0; i < 3; ++i) {
            phantoms.push_back(makePhantom(options, i));
            require(
                writePhantomDicom(scans / (std::to_string(i) + ".dcm"), phantoms.back(), options.seed, i));
        }
        auto session = this->session();
        const auto report = require(addScans(session, {scans}));
        require(session.saveLandmarks(report.added.at(0), phantoms[0].landmarks));
        Detection detection{phantoms[1].landmarks, {"VerteNet", "sha", "cpu", "fp32"}};
        for (VertebraLandmarks& vertebra : detection.landmarks.vertebrae) {
            vertebra.confidence = 0.5;
            for (Landmark& corner : vertebra.corners)
                corner.state = PointState::Predicted;
        }
        require(session.savePrediction(report.added.at(1), detection));
    }
    AnnotatorSession session() { return require(store.openAnnotatorSession({PersonId{1}, {}})); }
};

} // namespace

TEST_CASE("a study's scans and landmarks go into a bundle as they are", "[intake][bundle]") {
    StudyOfThree given;
    const auto session = given.session();
    const auto items = require(bundleItemsOf(session));
    CHECK(items.items.size() == 2);
    const auto report = require(exportTrainingBundle(items, given.out));
    CHECK(report.scans == 2);
    CHECK(report.personScans == 1);
    CHECK(report.predictedPoints == 24);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].error.code == ErrorCode::LandmarksMissing);
    const auto bundle = require(TrainingBundle::read(given.out));
    REQUIRE(bundle.scans().size() == 2);
    const Scan scan = require(readScan(given.scans / "0.dcm"));
    const BundleScan& kept = bundle.scans()[0];
    CHECK(kept.geometry == scan.geometry);
    CHECK(kept.bits == (scan.source.bitsStored <= 8 ? 8 : 16));
    CHECK(displayOf(kept) == renderDisplay(scan.image, scan.pipeline));
    CHECK(kept.landmarks == given.phantoms[0].landmarks);
    CHECK(kept.group == scannerGroupName(scan.source.scannerGroup));
}

TEST_CASE("nothing in a bundle names a patient, a file or a person", "[intake][bundle]") {
    StudyOfThree given;
    const auto session = given.session();
    require(exportTrainingBundle(require(bundleItemsOf(session)), given.out));
    const auto file = require(SafetensorsFile::read(given.out));
    const std::string id = require(readScan(given.scans / "0.dcm")).identity.patientId;
    REQUIRE_FALSE(id.empty());
    for (const auto& [key, text] : file.metadata())
        for (const std::string& secret :
             {id, std::string("SYNTHETIC"), std::string("Cora"), std::string(".dcm")})
            CHECK(text.find(secret) == std::string::npos);
    const auto bundle = require(TrainingBundle::read(given.out));
    CHECK(bundle.scans()[0].patient == "patient 1");
    CHECK(bundle.scans()[1].patient == "patient 2");
}

TEST_CASE("a picture that changed since it was annotated is left out and named", "[intake][bundle]") {
    StudyOfThree given;
    const auto session = given.session();
    const auto items = require(bundleItemsOf(session));
    PhantomOptions other;
    other.standardSize = true;
    other.seed = 99;
    require(writePhantomDicom(given.scans / "0.dcm", makePhantom(other, 0), other.seed, 0));
    const auto report = require(exportTrainingBundle(items, given.out));
    CHECK(report.scans == 1);
    CHECK(report.skipped.size() == 2);
    std::ofstream(given.scans / "1.dcm", std::ios::trunc) << "";
    CHECK(codeOf(exportTrainingBundle(items, given.folder / "none.safetensors")) ==
          ErrorCode::LandmarksMissing);
    CHECK_FALSE(fs::exists(given.folder / "none.safetensors"));
}

TEST_CASE("a folder of scans with truth or landmark files beside them becomes a bundle", "[intake][bundle]") {
    StudyOfThree given;
    require(writePhantomTruth(given.scans / "0.truth.json", given.phantoms[0], "0.dcm"));
    const auto report = require(exportTrainingBundle(bundleItemsOf({given.scans}), given.out));
    CHECK(report.scans == 1);
    CHECK(report.skipped.size() == 2);
    const auto bundle = require(TrainingBundle::read(given.out));
    CHECK(bundle.scans()[0].landmarks.at(Level::L3).at(Corner::SuperiorAnterior).position ==
          given.phantoms[0].landmarks.at(Level::L3).at(Corner::SuperiorAnterior).position);
}

TEST_CASE("an export that is stopped writes nothing", "[intake][bundle]") {
    StudyOfThree given;
    const auto session = given.session();
    std::stop_source stop;
    BundleOptions options;
    options.stop = stop.get_token();
    options.progress = [&](std::size_t, std::size_t) { stop.request_stop(); };
    CHECK(codeOf(exportTrainingBundle(require(bundleItemsOf(session)), given.out, options)) ==
          ErrorCode::Cancelled);
    CHECK_FALSE(fs::exists(given.out));
}
