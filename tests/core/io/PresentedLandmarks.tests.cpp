// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/PresentedLandmarks.h"

#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace {

using namespace vertescore;
using namespace vertescore::test;

/// A presentation state of another program about the image 1.2.3.4 (200 x 400).
struct ForeignState {
    TemporaryFolder folder;

    void write(const std::function<void(DcmItem& annotation)>& annotate, const char* image = "1.2.3.4") {
        DcmFileFormat file;
        DcmDataset& state = *file.getDataset();
        state.putAndInsertString(DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
        state.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.9");
        DcmItem *series = nullptr, *reference = nullptr, *annotation = nullptr;
        state.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, series);
        series->findOrCreateSequenceItem(DCM_ReferencedImageSequence, reference);
        reference->putAndInsertString(DCM_ReferencedSOPInstanceUID, image);
        state.findOrCreateSequenceItem(DCM_GraphicAnnotationSequence, annotation);
        annotate(*annotation);
        file.saveFile((folder / "state.dcm").c_str(), EXS_LittleEndianExplicit);
    }
    Result<std::vector<ExchangedLandmarks>> read() {
        LandmarkReadOptions options;
        options.findScan = [](const std::string& uid) -> std::optional<NamedScan> {
            if (uid != "1.2.3.4") return std::nullopt;
            return NamedScan{"scan.dcm", {200, 400, std::nullopt}};
        };
        return readPresentedLandmarks(folder / "state.dcm", options);
    }
};

void addText(DcmItem& annotation, const char* text, Float32 x, Float32 y, const char* units = "PIXEL") {
    DcmItem* object = nullptr;
    annotation.findOrCreateSequenceItem(DCM_TextObjectSequence, object, -2);
    object->putAndInsertString(DCM_AnchorPointAnnotationUnits, units);
    object->putAndInsertString(DCM_UnformattedTextValue, text);
    const Float32 place[] = {x, y};
    object->putAndInsertFloat32Array(DCM_AnchorPoint, place, 2);
}

void addPoint(DcmItem& annotation, const char* name, Float32 x, Float32 y) {
    DcmItem* graphic = nullptr;
    annotation.findOrCreateSequenceItem(DCM_GraphicObjectSequence, graphic, -2);
    graphic->putAndInsertString(DCM_GraphicAnnotationUnits, "PIXEL");
    graphic->putAndInsertUint16(DCM_GraphicDimensions, 2);
    graphic->putAndInsertUint16(DCM_NumberOfGraphicPoints, 1);
    const Float32 place[] = {x, y};
    graphic->putAndInsertFloat32Array(DCM_GraphicData, place, 2);
    graphic->putAndInsertString(DCM_GraphicType, "POINT");
    graphic->putAndInsertString(DCM_TrackingID, name);
}

} // namespace

TEST_CASE("texts anchored to places of a picture are corners when they name one", "[io][landmarks]") {
    ForeignState state;
    state.write([](DcmItem& annotation) {
        addText(annotation, "L2 superior anterior", 120.75F, 100.5F);
        addText(annotation, "L2 superior posterior", 80.5F, 102.5F);
        addText(annotation, "L2-inferiorAnterior", 121, 140);
        addText(annotation, "L2 inferior posterior", 80, 141);
        addText(annotation, "osteophyte", 10, 10);
        addText(annotation, "L3 superior anterior", 0.5F, 0.5F, "DISPLAY");
    });
    const auto read = state.read();
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    const Landmarks& landmarks = read->front().record.landmarks;
    CHECK(landmarks.anterior == AnteriorSide::Right);
    const Landmark& corner = landmarks.at(Level::L2).at(Corner::SuperiorAnterior);
    CHECK(corner.state == PointState::Edited);
    // The corner of the first pixel is 0, 0 there, its centre here.
    CHECK(corner.position == PixelPoint{120.25, 100});
    CHECK(landmarks.at(Level::L3).at(Corner::SuperiorAnterior) == Landmark{});
    CHECK_FALSE(read->front().isRounded);
}

TEST_CASE("named points come with their states, and whole pixels are told", "[io][landmarks]") {
    ForeignState state;
    state.write([](DcmItem& annotation) {
        addPoint(annotation, "L1 superiorAnterior predicted", 20.5F, 30.5F);
        addPoint(annotation, "L1 superiorPosterior confirmed", 60.5F, 31.5F);
        addPoint(annotation, "", 1, 1);
        addText(annotation, "L1 superior anterior", 7, 7); // the label of the point
    });
    const auto read = state.read();
    REQUIRE(read.has_value());
    const VertebraLandmarks& l1 = read->front().record.landmarks.at(Level::L1);
    CHECK(l1.at(Corner::SuperiorAnterior).state == PointState::Predicted);
    CHECK(l1.at(Corner::SuperiorAnterior).position == PixelPoint{20, 30});
    CHECK(l1.at(Corner::SuperiorPosterior).state == PointState::Confirmed);
    CHECK(read->front().record.landmarks.anterior == AnteriorSide::Left);
    CHECK(read->front().isRounded);
}

TEST_CASE("states without corners, of unknown scans, or none at all are refused", "[io][landmarks]") {
    ForeignState state;
    state.write([](DcmItem& annotation) { addText(annotation, "L9", 5, 5); });
    CHECK(state.read().error().code == ErrorCode::LandmarksMissing);
    state.write([](DcmItem& annotation) { addText(annotation, "L1 superior anterior", 5, 5); }, "1.2.3.5");
    CHECK(state.read().error().code == ErrorCode::InvalidArgument);
    state.write([](DcmItem& annotation) {
        addPoint(annotation, "L1 superiorAnterior", 5, 5);
        addPoint(annotation, "L1 superiorAnterior", 6, 6);
    });
    CHECK(state.read().error().code == ErrorCode::LandmarksMalformed);
    writeDicom(state.folder / "state.dcm");
    CHECK(state.read().error().code == ErrorCode::UnsupportedFormat);
    CHECK(state.read().error().path == state.folder / "state.dcm");
}
