// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/listing/FileList.h"

#include "core/io/ScanReader.h"
#include "tests/support/DicomMedium.h"
#include "tests/support/ScanFiles.h"
#include "tests/support/SharedTestData.h"

#include <catch2/catch.hpp>

using namespace vertescore;
using namespace vertescore::test;
namespace fs = std::filesystem;

namespace {

struct Medium {
    TemporaryFolder folder;
    fs::path root = folder / "cd";

    Medium() {
        fs::create_directories(root / "A" / "B");
        writeDicom(root / "A" / "1");
        writeDicom(root / "A" / "B" / "2");
        writeDicom(folder / "outside.dcm");
    }
    void refersTo(const std::vector<MediumRecord>& records) {
        writeDicomDirectory(root / "DICOMDIR", records);
    }
    fs::path directory() const { return root / "DICOMDIR"; }
};

} // namespace

TEST_CASE("a DICOMDIR stands for its images, in its order, each once", "[io][medium]") {
    Medium medium;
    medium.refersTo(
        {{"A\\B\\2"}, {"A\\1"}, {"A\\B\\2"}, {"A\\REPORT", "SR DOCUMENT"}, {"A\\OLD", "IMAGE", 0}});
    const FileList list = listFiles({medium.directory()});
    CHECK(list.files == std::vector{medium.root / "A" / "B" / "2", medium.root / "A" / "1"});
    CHECK(list.refused.empty());
}

TEST_CASE("a DICOMDIR is known by what it holds, under whichever name", "[io][medium]") {
    Medium medium;
    medium.refersTo({{"A\\1"}});
    fs::rename(medium.directory(), medium.root / "list.dcm");
    CHECK(listFiles({medium.root / "list.dcm"}).files == std::vector{medium.root / "A" / "1"});
}

TEST_CASE("the images of a DICOMDIR that are missing stay in the list, so that reading names them",
          "[io][medium]") {
    Medium medium;
    medium.refersTo({{"A\\1"}, {"A\\GONE"}});
    for (const fs::path& named : {medium.directory(), medium.root}) {
        const FileList list = listFiles({named});
        REQUIRE(list.files.size() == (named == medium.root ? 3 : 2));
        const auto gone = std::find(list.files.begin(), list.files.end(), medium.root / "A" / "GONE");
        REQUIRE(gone != list.files.end());
        CHECK(readScan(*gone).error().code == ErrorCode::FileNotFound);
    }
}

TEST_CASE("names of a DICOMDIR are found when the medium was mounted in small letters", "[io][medium]") {
    Medium medium;
    medium.refersTo({{"A\\B\\2"}});
    fs::rename(medium.root / "A", medium.root / "a");
    fs::rename(medium.root / "a" / "B", medium.root / "a" / "b");
    fs::rename(medium.directory(), medium.root / "dicomdir");
    CHECK(listFiles({medium.root / "dicomdir"}).files == std::vector{medium.root / "a" / "b" / "2"});
    CHECK(listFiles({medium.root}).files ==
          std::vector{medium.root / "a" / "1", medium.root / "a" / "b" / "2"});
}

TEST_CASE("what leads out of the medium is refused by name, and the rest is listed", "[io][medium]") {
    Medium medium;
    fs::create_symlink(medium.folder / "outside.dcm", medium.root / "LINK");
    fs::create_directory_symlink(medium.folder.path(), medium.root / "UP");
    medium.refersTo(
        {{"..\\OUTSIDE.DCM"}, {"/etc/passwd"}, {"LINK"}, {"UP\\outside.dcm"}, {"C:\\X"}, {"A\\1"}});
    const FileList list = listFiles({medium.directory()});
    CHECK(list.files == std::vector{medium.root / "A" / "1"});
    REQUIRE(list.refused.size() == 5);
    for (const Error& error : list.refused) {
        CHECK(error.code == ErrorCode::NotAllowed);
        CHECK(error.path == medium.directory());
    }
    CHECK(list.refused[0].detail.find("../OUTSIDE.DCM") != std::string::npos);
    const FileList whole = listFiles({medium.root});
    CHECK(whole.files == std::vector{medium.root / "A" / "1", medium.root / "A" / "B" / "2"});
    CHECK(whole.refused.size() == 5);
}

TEST_CASE("a folder with a DICOMDIR stands for the DICOM files in it, not for the viewer's pictures",
          "[io][medium]") {
    Medium medium;
    medium.refersTo({{"A\\1"}});
    writeBytes(medium.root / "VIEWER.EXE", "MZ");
    writeBytes(medium.root / "broken.dcm", "");
    writeBytes(medium.root / "help.png", "\x89PNG\r\n\x1a\n");
    fs::create_directories(medium.folder / "other");
    writeBytes(medium.folder / "other" / "picture.png", "\x89PNG\r\n\x1a\n");
    const FileList list = listFiles({medium.folder.path()});
    CHECK(list.files == std::vector{medium.root / "A" / "1", medium.root / "A" / "B" / "2",
                                    medium.root / "broken.dcm", medium.folder / "other" / "picture.png",
                                    medium.folder / "outside.dcm"});
}

TEST_CASE("a broken DICOMDIR is named, and its folder is read like any other", "[io][medium]") {
    Medium medium;
    medium.refersTo({{"A\\1"}});
    fs::resize_file(medium.directory(), fs::file_size(medium.directory()) - 20);
    const FileList list = listFiles({medium.root});
    CHECK(list.files == std::vector{medium.root / "A" / "1", medium.root / "A" / "B" / "2"});
    REQUIRE(list.refused.size() == 1);
    CHECK(list.refused[0].code == ErrorCode::FileTruncated);
    CHECK(list.refused[0].path == medium.directory());
}

TEST_CASE("a DICOMDIR of another program lists the images that its records name", "[io][medium]") {
    const auto root = sharedTestData("dicom/pydicom/DICOMDIR");
    if (!root) VERTESCORE_SKIP("the shared DICOM files are not here");
    const FileList list = listFiles({*root});
    CHECK(list.files.size() == 31); // dcmdump counts as many records of the type IMAGE
    CHECK(list.files.front() == root->parent_path() / "77654033" / "CR1" / "6154");
    CHECK(list.refused.empty());
}
