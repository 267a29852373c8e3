// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>
#include <dcmtk/dcmpstat/dcmpstat.h>

#include <algorithm>

namespace {

using namespace vertescore;
using namespace vertescore::test;

void setWindow(DcmDataset& dataset, const char* centre, const char* width) {
    dataset.putAndInsertString(DCM_WindowCenter, centre);
    dataset.putAndInsertString(DCM_WindowWidth, width);
}

/// The test scan with what a presentation state needs of it.
void completeScan(DcmDataset& dataset) {
    dataset.putAndInsertString(DCM_StudyInstanceUID, "1.2.3");
    dataset.putAndInsertString(DCM_SeriesInstanceUID, "1.2.3.1");
    dataset.putAndInsertString(DCM_RescaleSlope, "2");
    dataset.putAndInsertString(DCM_RescaleIntercept, "-10");
    setWindow(dataset, "100", "200");
}

/// A presentation state made by DCMTK of the scan with some attributes changed: its window and its polarity
/// are those of the changed scan.
void writeState(const TemporaryFolder& folder, const std::string& name,
                const std::function<void(DcmDataset&)>& change, const char* createdOn = "20260101",
                const std::function<void(DcmDataset&)>& changeState = {}) {
    writeDicom(folder / "image.tmp", [&change](DcmDataset& dataset) {
        completeScan(dataset);
        if (change) change(dataset);
    });
    DcmFileFormat image;
    REQUIRE(image.loadFile((folder / "image.tmp").c_str()).good());
    DcmPresentationState state;
    REQUIRE(state.createFromImage(*image.getDataset()).good());
    DcmFileFormat file;
    REQUIRE(state.write(*file.getDataset(), OFFalse).good());
    file.getDataset()->putAndInsertString(DCM_PresentationCreationDate, createdOn);
    if (changeState) changeState(*file.getDataset());
    REQUIRE(file.saveFile((folder / name).c_str(), EXS_LittleEndianExplicit).good());
    std::filesystem::remove(folder / "image.tmp");
}

Scan readBeside(const TemporaryFolder& folder, const ReadOptions& options = {}) {
    const auto scan = readScan(folder / "scan.dcm", options);
    REQUIRE(scan.has_value());
    return *scan;
}

bool isPartial(const Scan& scan) {
    return std::find(scan.warnings.begin(), scan.warnings.end(), ScanWarning::PresentationPartial) !=
           scan.warnings.end();
}

} // namespace

TEST_CASE("the window of a presentation state beside the scan replaces the scan's", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", completeScan);
    CHECK(readBeside(folder).pipeline.window == WindowLevel{100, 200, VoiFunction::Linear});
    CHECK(readBeside(folder).source.presentation.empty());
    writeState(folder, "state.dcm", [](DcmDataset& dataset) { setWindow(dataset, "321", "55"); });
    const Scan scan = readBeside(folder);
    CHECK(scan.pipeline.window == WindowLevel{321, 55, VoiFunction::Linear});
    CHECK(scan.pipeline.rescaleSlope == 2);
    CHECK(scan.pipeline.rescaleIntercept == -10);
    CHECK_FALSE(scan.pipeline.inverted);
    CHECK(scan.source.presentation == folder / "state.dcm");
    CHECK_FALSE(isPartial(scan));
    CHECK(scan.image.stored(5, 0) == 5);
}

TEST_CASE("the inversion of a presentation state is followed, once", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    const char* photometric = GENERATE("MONOCHROME1", "MONOCHROME2");
    writeDicom(folder / "scan.dcm", [photometric](DcmDataset& dataset) {
        completeScan(dataset);
        dataset.putAndInsertString(DCM_PhotometricInterpretation, photometric);
    });
    writeState(folder, "state.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME1");
    });
    CHECK(readBeside(folder).pipeline.inverted);
}

TEST_CASE("the newest of several states counts, wherever it stands in the alphabet", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", completeScan);
    const auto window = [](const char* centre) {
        return [centre](DcmDataset& dataset) { setWindow(dataset, centre, "10"); };
    };
    writeState(folder, "b.dcm", window("2"), "20260302");
    writeState(folder, "a.dcm", window("1"), "20260301");
    writeState(folder, "c.dcm", window("3"), "20251231");
    CHECK(readBeside(folder).pipeline.window->centre == 2);
}

TEST_CASE("a state of another image, or of another frame, is none of ours", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", [](DcmDataset& dataset) {
        completeScan(dataset);
        dataset.putAndInsertUint16(DCM_Rows, 20);
        dataset.putAndInsertString(DCM_NumberOfFrames, "2");
    });
    writeState(folder, "other.dcm",
               [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.5"); });
    CHECK(readBeside(folder).source.presentation.empty());
    writeState(folder, "second.dcm", {}, "20260101", [](DcmDataset& state) {
        DcmItem* series = nullptr;
        DcmItem* image = nullptr;
        REQUIRE(state.findAndGetSequenceItem(DCM_ReferencedSeriesSequence, series).good());
        REQUIRE(series->findAndGetSequenceItem(DCM_ReferencedImageSequence, image).good());
        image->putAndInsertString(DCM_ReferencedFrameNumber, "2");
    });
    CHECK(readBeside(folder).source.presentation.empty());
    ReadOptions options;
    options.frame = 1;
    CHECK(readBeside(folder, options).source.presentation == folder / "second.dcm");
}

TEST_CASE("a state that also turns the picture is said to be followed in part", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", completeScan);
    writeState(folder, "state.dcm", {}, "20260101",
               [](DcmDataset& state) { state.putAndInsertUint16(DCM_ImageRotation, 90); });
    CHECK(isPartial(readBeside(folder)));
}

TEST_CASE("a broken state beside a scan leaves the scan as it is", "[io][dicom][gsps]") {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", completeScan);
    writeState(folder, "state.dcm", [](DcmDataset& dataset) { setWindow(dataset, "321", "55"); });
    const std::string whole = readBytes(folder / "state.dcm");
    for (std::size_t size = 140; size < whole.size(); size += 61) {
        writeBytes(folder / "state.dcm", whole.substr(0, size));
        CHECK(readBeside(folder).pipeline.window->centre == 100);
    }
}
