// SPDX-License-Identifier: GPL-3.0-or-later
// Scans in zip archives: listed, and read as they are from a folder.
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/listing/FileList.h"
#include "tests/support/ScanFiles.h"
#include "tests/support/ZipFiles.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

/// A DICOM file as bytes.
std::string dicomBytes(E_TransferSyntax syntax, const std::function<void(DcmDataset&)>& change = {}) {
    const TemporaryFolder folder;
    writeDicom(folder / "a.dcm", change, syntax);
    return readBytes(folder / "a.dcm");
}

void checkSame(const Result<Scan>& archived, const Result<Scan>& plain) {
    REQUIRE(plain.has_value());
    REQUIRE(archived.has_value());
    CHECK(archived->pixelSha256 == plain->pixelSha256);
    CHECK(archived->pipeline == plain->pipeline);
    CHECK(archived->warnings == plain->warnings);
    CHECK(archived->source.transferSyntax == plain->source.transferSyntax);
    CHECK(archived->source.sopInstanceUid == plain->source.sopInstanceUid);
}

} // namespace

TEST_CASE("a scan in an archive is the scan that it is in a folder", "[io][zip]") {
    const TemporaryFolder folder;
    const auto syntax = GENERATE(EXS_LittleEndianImplicit, EXS_LittleEndianExplicit, EXS_BigEndianExplicit,
                                 EXS_DeflatedLittleEndianExplicit);
    const std::string bytes = dicomBytes(syntax);
    writeBytes(folder / "plain.dcm", bytes);
    writeZip(folder / "a.zip", {{"in/scan.dcm", bytes}, {"no header.dcm", bytes.substr(132)}});
    const auto archived = readScan(folder / "a.zip" / "in" / "scan.dcm");
    checkSame(archived, readScan(folder / "plain.dcm"));
    CHECK(archived->source.path == folder / "a.zip" / "in" / "scan.dcm");
    writeBytes(folder / "no header.dcm", bytes.substr(132));
    checkSame(readScan(folder / "a.zip" / "no header.dcm"), readScan(folder / "no header.dcm"));
}

TEST_CASE("a picture in an archive is read too", "[io][zip]") {
    const TemporaryFolder folder;
    PhantomOptions options;
    options.standardSize = true;
    REQUIRE(writePhantomPng(folder / "p.png", makePhantom(options, 0)).has_value());
    writeZip(folder / "a.zip", {{"p.png", readBytes(folder / "p.png")}});
    checkSame(readScan(folder / "a.zip" / "p.png"), readScan(folder / "p.png"));
}

TEST_CASE("a scan that is cut short in an archive is refused for the same reason", "[io][zip]") {
    const TemporaryFolder folder;
    const std::string bytes = dicomBytes(EXS_LittleEndianExplicit);
    writeZip(folder / "a.zip",
             {{"cut.dcm", bytes.substr(0, bytes.size() - 9)}, {"text.dcm", "nothing"}, {"empty", ""}});
    const auto cut = readScan(folder / "a.zip" / "cut.dcm");
    CHECK(cut.error().code == ErrorCode::FileTruncated);
    CHECK(cut.error().path == folder / "a.zip" / "cut.dcm");
    CHECK(readScan(folder / "a.zip" / "text.dcm").error().code == ErrorCode::UnsupportedFormat);
    CHECK(readScan(folder / "a.zip" / "empty").error().code == ErrorCode::FileEmpty);
    CHECK(readScan(folder / "a.zip" / "none").error().code == ErrorCode::FileNotFound);
}

TEST_CASE("an archive stands for its files, less what is left out of folders", "[io][zip]") {
    const TemporaryFolder folder;
    const std::string bytes = dicomBytes(EXS_LittleEndianExplicit);
    fs::create_directories(folder / "x");
    writeZip(folder / "x" / "a.ZIP", {{"b/2.dcm", bytes},
                                      {"1.dcm", bytes},
                                      {"1.landmarks.json", "{}"},
                                      {"__MACOSX/._1.dcm", "x"},
                                      {".hidden/3.dcm", bytes},
                                      {"../4.dcm", bytes}});
    writeZip(folder / "x" / "words.docx", {{"word.xml", "x"}});
    const fs::path zip = folder / "x" / "a.ZIP";
    const FileList named = listFiles({zip});
    CHECK(named.files == std::vector{zip / "1.dcm", zip / "b" / "2.dcm"});
    REQUIRE(named.refused.size() == 1);
    CHECK(named.refused[0].code == ErrorCode::NotAllowed);
    const FileList inFolder = listFiles({folder.path()});
    CHECK(inFolder.files == std::vector{zip / "1.dcm", zip / "b" / "2.dcm", folder / "x" / "words.docx"});
    CHECK(inFolder.refused.size() == 1);
}

TEST_CASE("of an archived medium only the DICOM files count", "[io][zip]") {
    const TemporaryFolder folder;
    const std::string bytes = dicomBytes(EXS_LittleEndianExplicit);
    writeZip(folder / "a.zip", {{"cd/DICOMDIR", bytes},
                                {"cd/A/1", bytes},
                                {"cd/help.png", "\x89PNG\r\n\x1a\n"},
                                {"cd/view.exe", "MZ"}});
    CHECK(listFiles({folder / "a.zip"}).files == std::vector{folder / "a.zip" / "cd" / "A" / "1"});
}

TEST_CASE("an archive in an archive is refused, and one that is cut says so", "[io][zip]") {
    const TemporaryFolder folder;
    writeZip(folder / "inner.zip", {{"1", "1"}});
    const std::string inner = readBytes(folder / "inner.zip");
    writeZip(folder / "a.zip", {{"inner.zip", inner}});
    const FileList list = listFiles({folder / "a.zip"});
    REQUIRE(list.files == std::vector{folder / "a.zip" / "inner.zip"});
    CHECK(readScan(list.files[0]).error().code == ErrorCode::UnsupportedFormat);
    writeBytes(folder / "cut.zip", std::string_view(inner).substr(0, inner.size() - 10));
    REQUIRE(listFiles({folder / "cut.zip"}).files == std::vector{folder / "cut.zip"});
    CHECK(readScan(folder / "cut.zip").error().code == ErrorCode::FileTruncated);
}

TEST_CASE("a presentation state beside a scan in an archive is applied", "[io][zip]") {
    const TemporaryFolder folder;
    const auto state = [](DcmDataset& dataset) {
        dataset.clear();
        dataset.putAndInsertString(DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
        dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.9");
        dataset.putAndInsertString(DCM_PresentationLUTShape, "INVERSE");
        DcmItem *series = nullptr, *image = nullptr;
        dataset.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, series);
        series->findOrCreateSequenceItem(DCM_ReferencedImageSequence, image);
        image->putAndInsertString(DCM_ReferencedSOPClassUID, UID_SecondaryCaptureImageStorage);
        image->putAndInsertString(DCM_ReferencedSOPInstanceUID, "1.2.3.4");
    };
    const std::string scan = dicomBytes(EXS_LittleEndianExplicit);
    const std::string beside = dicomBytes(EXS_LittleEndianExplicit, state);
    writeZip(folder / "a.zip", {{"x/scan.dcm", scan}, {"x/state", beside}, {"y/scan.dcm", scan}});
    const auto with = readScan(folder / "a.zip" / "x" / "scan.dcm");
    const auto without = readScan(folder / "a.zip" / "y" / "scan.dcm");
    REQUIRE((with && without));
    CHECK(with->pipeline.inverted);
    CHECK(with->source.presentation == folder / "a.zip" / "x" / "state");
    CHECK_FALSE(without->pipeline.inverted);
}
