// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"
#include "core/intake/AddScans.h"
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/deidentify/Deidentify.h"
#include "core/io/landmarks/LandmarkFormat.h"
#include "core/tensors/TrainingBundle.h"
#include "tests/core/store/StudyFixture.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/SmallDisk.h"

#include <algorithm>
#include <iostream>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNoDisks = "no disk may be mounted here";

/// In a child process there is no CHECK: what differs is printed.
bool isEqual(const std::string& what, ErrorCode found, ErrorCode wanted) {
    if (found == wanted) return true;
    std::cerr << what << ": " << errorCodeName(found) << " instead of " << errorCodeName(wanted) << '\n';
    return false;
}

template <typename Value>
bool failsWith(const std::string& what, const Result<Value>& result, ErrorCode wanted) {
    if (!result) return isEqual(what, result.error().code, wanted);
    std::cerr << what << " did not fail\n";
    return false;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator()));
}

Phantom smallPhantom() {
    PhantomOptions options;
    options.standardSize = true;
    return makePhantom(options, 0);
}

ExchangedLandmarks oneScan() {
    const Phantom phantom = smallPhantom();
    return {{"scan.dcm", phantom.image.width, phantom.image.height, phantom.landmarks, std::nullopt}};
}

/// Everything that writes a file, tried on a disk that takes none of them.
bool allFail(const fs::path& disk, const fs::path& elsewhere, ErrorCode wanted) {
    const Phantom phantom = smallPhantom();
    require(writePhantomDicom(elsewhere / "scan.dcm", phantom, 1, 0));
    const std::string pixels(512 * 1024, 'x');
    BundleScan scan;
    scan.geometry = {512, 1024, std::nullopt};
    scan.pixels = pixels;
    return failsWith("DICOM", writePhantomDicom(disk / "a.dcm", phantom, 1, 0), wanted) &&
           failsWith("PNG", writePhantomPng(disk / "a.png", phantom), wanted) &&
           failsWith("bundle", writeTrainingBundle(disk / "a.safetensors", {scan}), wanted) &&
           failsWith(
               "copy without identity",
               deidentifyFile(elsewhere / "scan.dcm", disk / "out", Pseudonyms::once(), {PixelText::Keep}),
               wanted) &&
           failsWith("study",
                     StudyStore::create(disk / "a.vertestudy", StudyFixture::named("A"),
                                        {person("Cora", {Role::Coordinator})}),
                     wanted);
}

} // namespace

TEST_CASE("on a full disk nothing is written in part, and each writer says that it is full",
          "[intake][disk]") {
    const TemporaryFolder folder, elsewhere;
    SmallDisk full;
    full.bytes = 64 << 10;
    full.prepare = [](const fs::path& disk) { require(writeFileAtomically(disk / "kept", "old")); };
    const auto isRight = onDisk(folder.path(), full, [&](const fs::path& disk) {
        const auto large = writeFileAtomically(disk / "kept", std::string(1 << 20, 'x'));
        return failsWith("large file", large, ErrorCode::DiskFull) && readBytes(disk / "kept") == "old" &&
               allFail(disk, elsewhere.path(), ErrorCode::DiskFull) &&
               filesIn(disk) <= 3; // the old file, and out/PATIENT, which are folders
    });
    if (!isRight) VERTESCORE_SKIP(kNoDisks);
    CHECK(*isRight);
}

TEST_CASE("a study on a disk that fills keeps every scan until then and can be read on", "[intake][disk]") {
    const TemporaryFolder folder, elsewhere;
    PhantomOptions options;
    options.standardSize = true;
    for (std::uint64_t i = 0; i < 3; ++i)
        require(writePhantomPng(elsewhere / (std::to_string(i) + ".png"), makePhantom(options, i)));
    SmallDisk filling;
    filling.bytes = 1 << 20;
    const auto isRight = onDisk(folder.path(), filling, [&](const fs::path& disk) {
        std::size_t kept = 0;
        {
            auto store = require(StudyStore::create(disk / "a.vertestudy", StudyFixture::named("A"),
                                                    {person("Cora", {Role::Coordinator})}));
            auto session = require(store.openAnnotatorSession({PersonId{1}, {}}));
            require(addScans(session, {elsewhere / "0.png"}));
            writeBytes(disk / "ballast", std::string(1 << 20, 'x')); // takes what is left
            const auto more = addScans(session, {elsewhere / "1.png", elsewhere / "2.png"});
            if (!failsWith("adding", more, ErrorCode::DiskFull)) return false;
            kept = require(store.scanCount());
        }
        fs::remove(disk / "ballast");
        auto store = require(StudyStore::open(disk / "a.vertestudy"));
        return kept >= 1 && require(store.scanCount()) == kept && require(store.verify()).isSound();
    });
    if (!isRight) VERTESCORE_SKIP(kNoDisks);
    CHECK(*isRight);
}

TEST_CASE("a disk that may not be written to is said to be so by each writer, and can be read",
          "[intake][disk]") {
    const TemporaryFolder folder, elsewhere;
    SmallDisk readOnly;
    readOnly.bytes = 32 << 20;
    readOnly.isReadOnly = true;
    readOnly.prepare = [](const fs::path& disk) {
        require(writePhantomDicom(disk / "scan.dcm", smallPhantom(), 1, 0));
        require(StudyStore::create(disk / "study.vertestudy", StudyFixture::named("A"),
                                   {person("Cora", {Role::Coordinator})}));
    };
    const auto isRight = onDisk(folder.path(), readOnly, [&](const fs::path& disk) {
        OpenOptions reading;
        reading.access = StudyAccess::ReadOnly;
        const auto landmarks = writeLandmarks(LandmarkFormat::Slicer, disk / "points", {oneScan()});
        return allFail(disk, elsewhere.path(), ErrorCode::FileNotWritable) &&
               failsWith("folder of landmarks", landmarks, ErrorCode::FileNotWritable) &&
               failsWith("study for work", StudyStore::open(disk / "study.vertestudy"),
                         ErrorCode::StudyReadOnly) &&
               StudyStore::open(disk / "study.vertestudy", reading).has_value() &&
               readScan(disk / "scan.dcm").has_value();
    });
    if (!isRight) VERTESCORE_SKIP(kNoDisks);
    CHECK(*isRight);
}
