// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkFiles.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using nlohmann::json;

Phantom phantomOf(PhantomStyle style) {
    PhantomOptions options;
    options.seed = 3;
    options.style = style;
    return makePhantom(options, 0);
}

} // namespace

TEST_CASE("a phantom written as DICOM reads back as itself", "[io][phantom]") {
    const TemporaryFolder folder;
    const PhantomStyle style = GENERATE(from_range(kPhantomStyles));
    const Phantom phantom = phantomOf(style);
    REQUIRE(writePhantomDicom(folder / "p.dcm", phantom, 3, 0).has_value());
    const auto read = readScan(folder / "p.dcm");
    REQUIRE(read.has_value());
    const Scan made = scanOfPhantom(phantom);
    CHECK(read->image == made.image);
    CHECK(read->pipeline == made.pipeline);
    CHECK(read->pixelSha256 == made.pixelSha256);
    CHECK(read->geometry.spacing->xMm == Approx(phantom.spacing.xMm).epsilon(1e-9));
    CHECK(read->geometry.spacing->source == SpacingSource::Phantom);
    CHECK(read->source.isPhantom);
    CHECK(read->source.modality == made.source.modality);
    CHECK(read->source.model == made.source.model);
    CHECK(read->source.statedAnterior == phantom.landmarks.anterior);
    CHECK(read->source.scannerGroup == ScannerGroup::Unknown);
    CHECK(read->identity.patientName == "PHANTOM^SYNTHETIC");
    CHECK(read->warnings.empty());
}

TEST_CASE("the UIDs of a phantom follow from seed and index", "[io][phantom]") {
    const TemporaryFolder folder;
    const Phantom phantom = phantomOf(PhantomStyle::A);
    const auto uidOf = [&](std::uint64_t seed, std::uint64_t index) {
        REQUIRE(writePhantomDicom(folder / "p.dcm", phantom, seed, index).has_value());
        return readScan(folder / "p.dcm")->source.sopInstanceUid;
    };
    const std::string uid = uidOf(3, 0);
    CHECK(uid.starts_with("2.25."));
    CHECK(uid.size() <= 64);
    CHECK(uid == uidOf(3, 0));
    CHECK(uid != uidOf(3, 1));
    CHECK(uid != uidOf(4, 0));
}

TEST_CASE("a phantom written as PNG keeps its depth", "[io][phantom]") {
    const TemporaryFolder folder;
    for (const PhantomStyle style : kPhantomStyles) {
        const Phantom phantom = phantomOf(style);
        REQUIRE(writePhantomPng(folder / "p.png", phantom).has_value());
        const auto read = readScan(folder / "p.png");
        REQUIRE(read.has_value());
        CHECK(read->source.bitsStored == (phantom.bitsStored > 8 ? 16 : 8));
        CHECK(read->image.width == phantom.image.width);
    }
}

TEST_CASE("the truth of a phantom is complete and reads as landmarks", "[io][phantom]") {
    const TemporaryFolder folder;
    const Phantom phantom = phantomOf(PhantomStyle::B);
    REQUIRE(writePhantomTruth(folder / "p.truth.json", phantom, "p.dcm").has_value());
    const json truth = json::parse(readBytes(folder / "p.truth.json"));
    CHECK(truth["style"] == "B");
    CHECK(truth["domain"] == "train");
    CHECK(truth["spacingMm"][1] == phantom.spacing.yMm);
    CHECK(truth["vertebrae"].size() == 6);
    CHECK(truth["vertebrae"][0]["state"] == "truth");
    CHECK(truth["walls"]["anterior"].size() == phantom.anteriorWall.size());
    CHECK(truth["plaques"].size() == phantom.plaques.size());
    CHECK(truth["aac24"]["L4"]["posterior"] == *phantom.aac24.at(Segment::L4, Wall::Posterior).grade);
    REQUIRE(truth["crop"].size() == 3);
    CHECK(truth["crop"][0]["factor"] == 0.8);
    CHECK(truth["crop"][0]["percent"].get<double>() <= truth["crop"][2]["percent"].get<double>());
    const auto record = readLandmarkFile(folder / "p.truth.json");
    REQUIRE(record.has_value());
    for (const Level level : kLevels)
        for (const Corner corner : kCorners)
            CHECK(record->landmarks.at(level).at(corner).position ==
                  phantom.landmarks.at(level).at(corner).position);
}

TEST_CASE("a file that cannot be written is an error", "[io][phantom]") {
    const Phantom phantom = phantomOf(PhantomStyle::A);
    CHECK_FALSE(writePhantomDicom("/nowhere/p.dcm", phantom, 1, 0).has_value());
    CHECK_FALSE(writePhantomTruth("/nowhere/p.truth.json", phantom, "p.dcm").has_value());
}
