// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomFile.h"
#include "core/guides/BuildGuides.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "tests/core/results/ResultCases.h"
#include "tests/fuzz/seeds/Seeds.h"
#include "tests/fuzz/support/InputFile.h"
#include "tests/support/ScanFiles.h"

#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <opencv2/imgcodecs.hpp>

#include <array>

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;
using Change = std::function<void(DcmDataset&)>;
using test::readBytes;
using test::writeBytes;
using test::writeDicom;

constexpr int kWidth = 16, kHeight = 40;

void put(DcmDataset& dataset, const DcmTagKey& tag, const char* value) {
    dataset.putAndInsertString(tag, value);
}

void putPixels(DcmDataset& dataset, std::size_t count) {
    std::vector<Uint8> bytes(count);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<Uint8>(i * 7);
    dataset.putAndInsertUint8Array(DCM_PixelData, bytes.data(), bytes.size());
}

/// Eight bits a value; samples a pixel and their meaning.
Change eightBit(int samples, const char* photometric, int frames = 1) {
    return [=](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
        dataset.putAndInsertUint16(DCM_BitsStored, 8);
        dataset.putAndInsertUint16(DCM_HighBit, 7);
        dataset.putAndInsertUint16(DCM_SamplesPerPixel, static_cast<Uint16>(samples));
        if (samples > 1) dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
        put(dataset, DCM_PhotometricInterpretation, photometric);
        if (frames > 1) put(dataset, DCM_NumberOfFrames, std::to_string(frames).c_str());
        putPixels(dataset, static_cast<std::size_t>(kWidth * kHeight * samples * frames));
    };
}

void putPalette(DcmDataset& dataset) {
    eightBit(1, "PALETTE COLOR")(dataset);
    const std::array<Uint16, 3> descriptor{256, 0, 16};
    const std::array tags{
        std::pair{DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData},
        std::pair{DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData},
        std::pair{DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData}};
    std::vector<Uint16> entries(256);
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = static_cast<Uint16>(i * 257);
    for (const auto& [about, data] : tags) {
        dataset.putAndInsertUint16Array(about, descriptor.data(), 3);
        dataset.putAndInsertUint16Array(data, entries.data(), entries.size());
    }
}

void putSegmentedPalette(DcmDataset& dataset) {
    putPalette(dataset);
    const std::array tags{
        std::pair{DCM_RedPaletteColorLookupTableData, DCM_SegmentedRedPaletteColorLookupTableData},
        std::pair{DCM_GreenPaletteColorLookupTableData, DCM_SegmentedGreenPaletteColorLookupTableData},
        std::pair{DCM_BluePaletteColorLookupTableData, DCM_SegmentedBluePaletteColorLookupTableData}};
    // One value, a line of 127 to 1000, and both once more by reference: 256 entries.
    const std::array<Uint16, 10> segments{0, 1, 5, 1, 127, 1000, 2, 2, 0, 0};
    for (const auto& [plain, segmented] : tags) {
        dataset.findAndDeleteElement(plain);
        dataset.putAndInsertUint16Array(segmented, segments.data(), segments.size());
    }
}

void putTables(DcmDataset& dataset) {
    const std::array<Uint16, 3> descriptor{4096, 0, 16};
    std::vector<Uint16> entries(4096);
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = static_cast<Uint16>(i * 2);
    for (const DcmTagKey& sequence : {DCM_ModalityLUTSequence, DCM_VOILUTSequence}) {
        DcmItem* item = nullptr;
        dataset.findOrCreateSequenceItem(sequence, item, 0);
        item->putAndInsertUint16Array(DcmTag(DCM_LUTDescriptor, EVR_US), descriptor.data(), 3);
        item->putAndInsertUint16Array(DcmTag(DCM_LUTData, EVR_OW), entries.data(), 64);
    }
}

void putSigned(DcmDataset& dataset) {
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 1);
    dataset.putAndInsertSint16(DcmTag(DCM_PixelPaddingValue, EVR_SS), -5);
    put(dataset, DCM_RescaleSlope, "2");
    put(dataset, DCM_RescaleIntercept, "-1024");
    put(dataset, DCM_WindowCenter, "40\\50");
    put(dataset, DCM_WindowWidth, "400\\500");
    put(dataset, DCM_VOILUTFunction, "SIGMOID");
    put(dataset, DCM_PixelSpacing, "0.5\\0.6");
    put(dataset, DCM_PhotometricInterpretation, "MONOCHROME1");
}

void putFunctionalGroups(DcmDataset& dataset) {
    eightBit(1, "MONOCHROME2", 2)(dataset);
    for (const long frame : {0, 1}) {
        DcmItem* group = nullptr;
        DcmItem* item = nullptr;
        dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, group, frame);
        group->findOrCreateSequenceItem(DCM_FrameVOILUTSequence, item, 0);
        item->putAndInsertString(DCM_WindowCenter, "100");
        item->putAndInsertString(DCM_WindowWidth, "200");
        group->findOrCreateSequenceItem(DCM_PixelMeasuresSequence, item, 0);
        item->putAndInsertString(DCM_PixelSpacing, "0.35\\0.35");
    }
}

/// What scanners say of a scan, and whose it is.
void putFacts(DcmDataset& dataset) {
    put(dataset, DCM_Manufacturer, "HOLOGIC");
    put(dataset, DCM_ManufacturerModelName, "Horizon W");
    put(dataset, DCM_SeriesDescription, "LSPINE single energy");
    put(dataset, DCM_PatientOrientation, "A\\F");
    put(dataset, DCM_ExposedArea, "400\\160");
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 100");
    put(dataset, DCM_PatientName, "M\xfcller^Eva");
    put(dataset, DCM_PatientID, "4711");
    put(dataset, DCM_StudyDate, "20200101");
    put(dataset, DCM_StudyInstanceUID, "1.2.3");
    put(dataset, DCM_SeriesInstanceUID, "1.2.3.1");
    put(dataset, DCM_BurnedInAnnotation, "YES");
    dataset.putAndInsertString(DcmTag(0x0019, 0x0010, EVR_LO), "PRIVATE");
    dataset.putAndInsertString(DcmTag(0x0019, 0x1001, EVR_LT), "Eva");
}

void putDirectory(DcmDataset& dataset) {
    dataset.findAndDeleteElement(DCM_PixelData);
    DcmItem* record = nullptr;
    dataset.findOrCreateSequenceItem(DCM_DirectoryRecordSequence, record, 0);
    record->putAndInsertString(DCM_DirectoryRecordType, "IMAGE");
    record->putAndInsertString(DCM_ReferencedFileID, "A\\B");
}

/// OpenCV's encoder takes no picture with a shorter side.
constexpr int kJpeg2000Side = 64;

std::string jpeg2000Stream() {
    cv::Mat picture(kJpeg2000Side, kJpeg2000Side, CV_16U);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x)
            picture.at<std::uint16_t>(y, x) = static_cast<std::uint16_t>((y * kJpeg2000Side + x) * 15);
    std::vector<unsigned char> bytes;
    expect(cv::imencode(".jp2", picture, bytes), "pictures can be written");
    const std::string file(bytes.begin(), bytes.end());
    return file.substr(file.find("\xff\x4f\xff\x51"));
}

/// DCMTK writes no JPEG 2000: a stream of OpenCV's as the one piece of the pixels.
void putJpeg2000(DcmDataset& dataset) {
    std::string stream = jpeg2000Stream();
    dataset.putAndInsertUint16(DCM_Rows, kJpeg2000Side);
    dataset.putAndInsertUint16(DCM_Columns, kJpeg2000Side);
    dataset.putAndInsertUint16(DCM_BitsStored, 16);
    dataset.putAndInsertUint16(DCM_HighBit, 15);
    dataset.findAndDeleteElement(DCM_PixelData);
    auto* pixels = new DcmPixelData(DCM_PixelData);
    auto* sequence = new DcmPixelSequence(DcmTag(DCM_PixelData, EVR_OB));
    sequence->insert(new DcmPixelItem(DcmTag(DCM_PixelItemTag, EVR_OB)));
    DcmOffsetList offsets;
    sequence->storeCompressedFrame(offsets, reinterpret_cast<Uint8*>(stream.data()),
                                   static_cast<Uint32>(stream.size()), 0);
    pixels->putOriginalRepresentation(EXS_JPEG2000LosslessOnly, nullptr, sequence);
    dataset.insert(pixels, OFTrue);
}

/// The file once more, its pixels compressed.
void writeCompressed(const fs::path& from, const fs::path& to, E_TransferSyntax syntax) {
    DcmFileFormat file;
    expect(file.loadFile(from.c_str()).good(), "seeds can be read");
    expect(file.getDataset()->chooseRepresentation(syntax, nullptr).good(), "and compressed");
    expect(file.saveFile(to.c_str(), syntax).good(), "and written");
}

struct Named {
    const char* name;
    Change change;
};

void writeScans(const fs::path& folder) {
    const std::vector<Named> scans{{"plain", {}},
                                   {"facts", putFacts},
                                   {"grey8", eightBit(1, "MONOCHROME2")},
                                   {"frames", eightBit(1, "MONOCHROME2", 3)},
                                   {"rgb", eightBit(3, "RGB")},
                                   {"ybr", eightBit(3, "YBR_FULL")},
                                   {"palette", putPalette},
                                   {"segments", putSegmentedPalette},
                                   {"tables", putTables},
                                   {"signed", putSigned},
                                   {"groups", putFunctionalGroups},
                                   {"directory", putDirectory}};
    for (const auto& [name, change] : scans)
        writeDicom(folder / (std::string(name) + ".dcm"), change);
    writeDicom(folder / "implicit.dcm", putFacts, EXS_LittleEndianImplicit);
    writeDicom(folder / "big.dcm", putSigned, EXS_BigEndianExplicit);
    writeDicom(folder / "deflated.dcm", putFacts, EXS_DeflatedLittleEndianExplicit);
    writeDicom(folder / "jpeg2000.dcm", putJpeg2000, EXS_JPEG2000LosslessOnly);
    for (const char* name : {"plain", "grey8", "frames", "rgb"}) {
        const fs::path from = folder / (std::string(name) + ".dcm");
        const auto to = [&](const char* kind) { return folder / (std::string(name) + "-" + kind + ".dcm"); };
        writeCompressed(from, to("rle"), EXS_RLELossless);
        writeCompressed(from, to("lossless"), EXS_JPEGProcess14SV1);
        writeCompressed(from, to("jpegls"), EXS_JPEGLSLossless);
        if (std::string_view(name) != "plain") writeCompressed(from, to("jpeg"), EXS_JPEGProcess1);
    }
    const std::string whole = readBytes(folder / "implicit.dcm");
    writeBytes(folder / "bare.dcm",
               whole.substr(whole.find("\x08\0\x16\0", 128, 4))); // no preamble, no header
}

Landmarks spine() {
    Landmarks landmarks;
    double y = 1;
    for (auto& vertebra : landmarks.vertebrae) {
        vertebra.at(Corner::SuperiorAnterior) = {PixelPoint{12, y}, PointState::Confirmed};
        vertebra.at(Corner::SuperiorPosterior) = {PixelPoint{4, y}, PointState::Confirmed};
        vertebra.at(Corner::InferiorAnterior) = {PixelPoint{12, y + 4}, PointState::Confirmed};
        vertebra.at(Corner::InferiorPosterior) = {PixelPoint{4, y + 4}, PointState::Confirmed};
        y += 6;
    }
    return landmarks;
}

void writeResults(const fs::path& folder, const fs::path& scan) {
    test::writeHospitalScan(scan);
    expect(writeReport(folder / "report" / "ours.dcm", scan, 0, test::everyKindOfResult()).has_value(),
           "reports can be written");
    ScanResults few;
    few.landmarks.at(Level::L1).at(Corner::SuperiorAnterior) = {PixelPoint{1.25, 2.5}, PointState::Edited};
    few.crop = CropResult{1.2, true, 30, {0, 1, 49.6, 0}, true, false};
    expect(writeReport(folder / "report" / "crop.dcm", scan, 0, few).has_value(), "and small ones");
    few = {};
    few.grading.emplace().sheet.at(Segment::L1, Wall::Anterior).grade = 3;
    expect(writeReport(folder / "report" / "grade.dcm", scan, 0, few).has_value(), "of every kind");
    DrawnResults drawn;
    drawn.guides = buildGuides(spine());
    drawn.annotator = "Anna";
    expect(writePresentation(folder / "presentation" / "ours.dcm", scan, 0, drawn).has_value(),
           "presentation states can be written");
    DcmFileFormat state;
    expect(state.loadFile((folder / "presentation" / "ours.dcm").c_str()).good(), "and read");
    putTables(*state.getDataset());
    put(*state.getDataset(), DCM_PresentationLUTShape, "INVERSE");
    expect(state.saveFile((folder / "presentation" / "tables.dcm").c_str(), EXS_LittleEndianImplicit).good(),
           "and changed");
}

/// Data sets without header, a byte before them that says how they are written (structure.cpp).
void writeDataSets(const fs::path& folder, const fs::path& scans) {
    for (const auto& [choice, name] :
         {std::pair{'\0', "tables"}, std::pair{'\1', "implicit"}, std::pair{'\2', "big"},
          std::pair{'\3', "groups"}, std::pair{'\4', "facts"}}) {
        const std::string whole = readBytes(scans / (std::string(name) + ".dcm"));
        const std::string first =
            choice == '\2' ? std::string("\0\x08\0\x16", 4) : std::string("\x08\0\x16\0", 4);
        writeBytes(folder / name, choice + whole.substr(whole.find(first, 132)));
    }
    const std::string report = readBytes(folder.parent_path() / "report" / "ours.dcm");
    writeBytes(folder / "report", '\0' + report.substr(report.find(std::string("\x08\0\x05\0", 4), 132)));
}

} // namespace

void writeDicomSeeds(const fs::path& folder) {
    for (const char* target : {"dicom", "deidentify", "structure", "presentation", "report"})
        fs::create_directories(folder / target);
    vertescore::dicom::prepareLibrary();
    DJEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs();
    DcmRLEEncoderRegistration::registerCodecs();
    writeScans(folder / "dicom");
    const fs::path scan = folder / "dicom" / "hospital.dcm";
    writeResults(folder, scan);
    writeDataSets(folder / "structure", folder / "dicom");
    char choice = '\0';
    for (const char* name :
         {"facts", "hospital", "rgb", "palette", "frames-rle", "grey8-jpeg", "jpeg2000", "signed"})
        for (int i = 0; i < 3; ++i, ++choice) {
            std::string bytes = readBytes(folder / "dicom" / (std::string(name) + ".dcm"));
            bytes.front() = choice;
            writeBytes(folder / "deidentify" / (std::string(name) + "-" + std::to_string(i)), bytes);
        }
}

} // namespace vertescore::fuzz
