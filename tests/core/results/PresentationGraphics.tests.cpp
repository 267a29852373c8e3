// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guides/BuildGuides.h"
#include "core/io/PhantomFiles.h"
#include "core/results/Presentation.h"
#include "core/roi/CropRoi.h"
#include "tests/core/results/ResultCases.h"

#include <catch2/catch.hpp>
#include <dcmtk/dcmpstat/dcmpstat.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace vertescore;
using namespace vertescore::test;

DrawnResults oneGuide(PixelPoint posterior, PixelPoint anterior) {
    DrawnResults results;
    results.guides.guides[3] = Guide{GuideKind::Inter, anterior, posterior};
    return results;
}

Scan readBeside(const TemporaryFolder& folder) {
    const auto scan = readScan(folder / "scan.dcm");
    REQUIRE(scan.has_value());
    return *scan;
}

/// The state of a phantom that is drawn with its guides and its curve.
struct PhantomCase {
    TemporaryFolder folder;
    Phantom phantom;
    DrawnResults drawn;

    PhantomCase() {
        PhantomOptions options;
        options.seed = 5;
        phantom = makePhantom(options, 0);
        REQUIRE(writePhantomDicom(folder / "scan.dcm", phantom, 5, 0).has_value());
        drawn.guides = buildGuides(phantom.landmarks);
        const auto curve = buildRoiCurve(drawn.guides, 1.0);
        REQUIRE(curve.has_value());
        drawn.curve = *curve;
        drawn.annotator = "Anna";
    }
    void write() {
        REQUIRE(writePresentation(folder / "state.dcm", folder / "scan.dcm", 0, drawn).has_value());
    }
    DcmFileFormat& load() {
        REQUIRE(m_file.loadFile((folder / "state.dcm").c_str()).good());
        return m_file;
    }

private:
    DcmFileFormat m_file;
};

std::string textOf(DcmItem& item, const DcmTagKey& tag) {
    OFString value;
    item.findAndGetOFStringArray(tag, value);
    return value.c_str();
}

} // namespace

TEST_CASE("guides and curve come back with the scan beside which the state lies", "[results][gsps]") {
    PhantomCase made;
    const Scan before = readBeside(made.folder);
    CHECK(before.graphics.empty());
    made.write();
    const Scan scan = readBeside(made.folder);
    CHECK(scan.source.presentation == made.folder / "state.dcm");
    std::size_t found = 0;
    for (std::size_t i = 0; i < kGuideCount; ++i) {
        REQUIRE(made.drawn.guides.guides[i].has_value());
        const Guide& guide = *made.drawn.guides.guides[i];
        const auto graphic = std::find_if(scan.graphics.begin(), scan.graphics.end(),
                                          [i](const ScanGraphic& one) { return one.name == kGuideNames[i]; });
        REQUIRE(graphic != scan.graphics.end());
        CHECK(graphic->layer == kGuideLayer);
        REQUIRE(graphic->points.size() == 2);
        CHECK(distance(graphic->points[0], guide.posterior) < 2e-4);
        CHECK(distance(graphic->points[1], guide.anterior) < 2e-4);
        ++found;
    }
    std::vector<PixelPoint> curve;
    for (const ScanGraphic& graphic : scan.graphics)
        if (graphic.name == kRoiCurveName)
            curve.insert(curve.end(), graphic.points.begin(), graphic.points.end());
    REQUIRE(curve.size() == kCurveSamples);
    for (std::size_t i = 0; i < kCurveSamples; ++i)
        CHECK(distance(curve[i], made.drawn.curve->samples[i]) < 2e-4);
    CHECK(scan.graphics.size() == found + 1);
}

TEST_CASE("a state of ours shows the greys of the scan as the scan does", "[results][gsps]") {
    const TemporaryFolder folder;
    const std::string photometric = GENERATE("MONOCHROME1", "MONOCHROME2");
    const bool hasWindow = GENERATE(true, false);
    writeHospitalScan(folder / "scan.dcm", [&](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, photometric.c_str());
        dataset.putAndInsertString(DCM_RescaleSlope, "2");
        dataset.putAndInsertString(DCM_RescaleIntercept, "-10");
        dataset.putAndInsertString(DCM_VOILUTFunction, "SIGMOID");
        if (!hasWindow) dataset.findAndDeleteElement(DCM_WindowCenter);
    });
    const Scan before = readBeside(folder);
    REQUIRE(
        writePresentation(folder / "s.dcm", folder / "scan.dcm", 0, oneGuide({1, 2}, {9, 3})).has_value());
    const Scan after = readBeside(folder);
    CHECK(after.source.presentation == folder / "s.dcm");
    CHECK(after.pipeline.window == before.pipeline.window);
    CHECK(after.pipeline.rescaleSlope == before.pipeline.rescaleSlope);
    CHECK(after.pipeline.rescaleIntercept == before.pipeline.rescaleIntercept);
    CHECK(after.pipeline.inverted == before.pipeline.inverted);
    CHECK(renderDisplay(after.image, after.pipeline).pixels ==
          renderDisplay(before.image, before.pipeline).pixels);
}

TEST_CASE("what leaves the picture is cut at its edge", "[results][gsps]") {
    const TemporaryFolder folder;
    writeHospitalScan(folder / "scan.dcm"); // 16 x 40
    DrawnResults drawn = oneGuide({-4.5, 10}, {3.5, 10});
    drawn.curve.emplace();
    drawn.curve->samples = {{10, 1}, {10, 5}, {20, 5}, {20, 9}, {10, 9}, {10, 12}};
    REQUIRE(writePresentation(folder / "s.dcm", folder / "scan.dcm", 0, drawn).has_value());
    const Scan scan = readBeside(folder);
    REQUIRE(scan.graphics.size() == 3);
    CHECK(scan.graphics[0].points == std::vector<PixelPoint>{{-0.5, 10}, {3.5, 10}});
    CHECK(scan.graphics[1].points == std::vector<PixelPoint>{{10, 1}, {10, 5}, {15.5, 5}});
    CHECK(scan.graphics[2].points == std::vector<PixelPoint>{{15.5, 9}, {10, 9}, {10, 12}});
}

TEST_CASE("nothing to draw in the picture makes no state", "[results][gsps]") {
    const TemporaryFolder folder;
    writeHospitalScan(folder / "scan.dcm");
    const auto written =
        writePresentation(folder / "s.dcm", folder / "scan.dcm", 0, oneGuide({-9, 2}, {-3, 2}));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::LandmarksMissing);
    CHECK_FALSE(std::filesystem::exists(folder / "s.dcm"));
}

TEST_CASE("a file that DICOM cannot refer to, or in colour, gets no state", "[results][gsps]") {
    const TemporaryFolder folder;
    const auto codeOf = [&folder](const char* name) {
        const auto written = writePresentation(folder / "s.dcm", folder / name, 0, oneGuide({1, 2}, {9, 2}));
        REQUIRE_FALSE(written.has_value());
        return written.error().code;
    };
    writeBytes(folder / "scan.png", "\x89PNG\r\n\x1a\n");
    CHECK(codeOf("scan.png") == ErrorCode::UnsupportedFormat);
    writeHospitalScan(folder / "scan.dcm",
                      [](DcmDataset& dataset) { dataset.remove(DcmTag(DCM_SOPInstanceUID)); });
    CHECK(codeOf("scan.dcm") == ErrorCode::InvalidArgument);
    writeHospitalScan(folder / "scan.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "RGB");
    });
    CHECK(codeOf("scan.dcm") == ErrorCode::UnsupportedPixels);
}

TEST_CASE("another reader of presentation states finds layers, lines and references", "[results][gsps]") {
    PhantomCase made;
    made.write();
    DcmPresentationState state;
    REQUIRE(state.read(*made.load().getDataset()).good());
    CHECK(state.getNumberOfGraphicLayers() == 3);
    CHECK(state.numberOfImageReferences() == 1);
    // What the library writes of what it read is whole again: it knows every module that it needs.
    DcmFileFormat again;
    CHECK(state.write(*again.getDataset(), OFFalse).good());
}

// Type 1 and 2 attributes of the IOD (PS3.3 A.33.1: modules C.7.1.1, C.7.2.1, C.7.3.1, C.11.9, C.7.5.1,
// C.11.10, C.11.11, C.10.4, C.10.5, C.10.7, C.11.8, C.11.6, C.12.1).
TEST_CASE("a state has what its object class asks for", "[results][gsps]") {
    PhantomCase made;
    made.write();
    DcmDataset& dataset = *made.load().getDataset();
    for (const DcmTagKey& tag :
         {DCM_StudyInstanceUID, DCM_SeriesInstanceUID, DCM_Modality, DCM_SOPClassUID, DCM_SOPInstanceUID,
          DCM_InstanceNumber, DCM_ContentLabel, DCM_PresentationCreationDate, DCM_PresentationCreationTime,
          DCM_ReferencedSeriesSequence, DCM_DisplayedAreaSelectionSequence, DCM_GraphicAnnotationSequence,
          DCM_GraphicLayerSequence, DCM_PresentationLUTShape, DCM_SpecificCharacterSet}) {
        INFO(DcmTag(tag).getTagName());
        CHECK(dataset.tagExistsWithValue(tag));
    }
    for (const DcmTagKey& tag :
         {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate, DCM_StudyTime,
          DCM_ReferringPhysicianName, DCM_StudyID, DCM_AccessionNumber, DCM_SeriesNumber, DCM_Manufacturer,
          DCM_ContentDescription, DCM_ContentCreatorName}) {
        INFO(DcmTag(tag).getTagName());
        CHECK(dataset.tagExists(tag));
    }
    CHECK(textOf(dataset, DCM_Modality) == "PR");
    CHECK(textOf(dataset, DCM_ContentCreatorName) == "Anna");
    DcmItem* series = nullptr;
    DcmItem* image = nullptr;
    REQUIRE(dataset.findAndGetSequenceItem(DCM_ReferencedSeriesSequence, series).good());
    REQUIRE(series->findAndGetSequenceItem(DCM_ReferencedImageSequence, image).good());
    CHECK(textOf(*image, DCM_ReferencedSOPInstanceUID) == readBeside(made.folder).source.sopInstanceUid);
    DcmItem* layer = nullptr;
    DcmItem* annotation = nullptr;
    for (signed long i = 0; i < 3; ++i) { // every layer that is drawn on is declared
        REQUIRE(dataset.findAndGetSequenceItem(DCM_GraphicLayerSequence, layer, i).good());
        REQUIRE(dataset.findAndGetSequenceItem(DCM_GraphicAnnotationSequence, annotation, i).good());
        CHECK(textOf(*layer, DCM_GraphicLayer) == textOf(*annotation, DCM_GraphicLayer));
    }
}

TEST_CASE("a state says for what it is, and whose corners the guides come from", "[results][gsps]") {
    PhantomCase made;
    made.drawn.hasPredictedCorners = GENERATE(true, false);
    made.drawn.model = DetectionModel{"VerteNet", std::string(64, 'b'), "cpu", "fp32"};
    made.write();
    DcmItem* annotation = nullptr;
    DcmItem* notice = nullptr;
    DcmDataset& dataset = *made.load().getDataset();
    REQUIRE(dataset.findAndGetSequenceItem(DCM_GraphicAnnotationSequence, annotation, 2).good());
    REQUIRE(annotation->findAndGetSequenceItem(DCM_TextObjectSequence, notice).good());
    const std::string text = textOf(*notice, DCM_UnformattedTextValue);
    CHECK(text.find("For research use only. Not for diagnosis.") == 0);
    CHECK((text.find("by an algorithm (VerteNet)") != std::string::npos) == made.drawn.hasPredictedCorners);
    CHECK((text.find("by a person") != std::string::npos) == !made.drawn.hasPredictedCorners);
}
