// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ScanReader.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

using namespace vertescore;
using namespace vertescore::test;

/// The scan that a changed data set reads as.
Scan scanWith(const std::function<void(DcmDataset&)>& change) {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", change);
    auto scan = readScan(folder / "scan.dcm");
    REQUIRE(scan.has_value());
    return *scan;
}

/// The code with which a changed data set is refused.
ErrorCode refusalOf(const std::function<void(DcmDataset&)>& change, const ReadOptions& options = {}) {
    const TemporaryFolder folder;
    writeDicom(folder / "scan.dcm", change);
    const auto scan = readScan(folder / "scan.dcm", options);
    REQUIRE_FALSE(scan.has_value());
    CHECK(scan.error().path == folder / "scan.dcm");
    return scan.error().code;
}

std::function<void(DcmDataset&)> with(const DcmTagKey& tag, const char* value) {
    return [tag, value](DcmDataset& dataset) { dataset.putAndInsertString(tag, value); };
}

bool warns(const Scan& scan, ScanWarning warning) {
    return std::find(scan.warnings.begin(), scan.warnings.end(), warning) != scan.warnings.end();
}

void addTable(DcmDataset& dataset, const DcmTagKey& sequence, int first, int bits,
              std::vector<Uint16> entries) {
    DcmItem* item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, -2);
    const std::vector<Uint16> descriptor{static_cast<Uint16>(entries.size()), static_cast<Uint16>(first),
                                         static_cast<Uint16>(bits)};
    item->putAndInsertUint16Array(DCM_LUTDescriptor, descriptor.data(), 3);
    item->putAndInsertUint16Array(DCM_LUTData, entries.data(), entries.size());
}

} // namespace

TEST_CASE("sixteen-bit values stay as they are stored", "[io][dicom]") {
    const Scan scan = scanWith({});
    CHECK(scan.image.width == 16);
    CHECK(scan.image.height == 40);
    CHECK(scan.image.stored(0, 0) == 0);
    CHECK(scan.image.stored(15, 39) == 639);
    CHECK(scan.geometry.width == 16);
    CHECK(scan.source.bitsStored == 12);
    CHECK(scan.source.sopInstanceUid == "1.2.3.4");
}

TEST_CASE("the pixel hash tells scans apart and not files", "[io][dicom]") {
    const Scan scan = scanWith({});
    CHECK(scan.pixelSha256.size() == 64);
    CHECK(scan.pixelSha256 == scanWith(with(DCM_PatientID, "other")).pixelSha256);
    CHECK(scan.pixelSha256 != scanWith([](DcmDataset& dataset) {
                                  dataset.putAndInsertUint16(DCM_Rows, 20);
                                  dataset.putAndInsertUint16(DCM_Columns, 32);
                              }).pixelSha256);
}

TEST_CASE("negative values are kept below zero", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_PixelRepresentation, 1);
        std::vector<Uint16> values(640, 0x0fff); // -1 in 12 bits
        values[1] = 0x0800;                      // -2048
        values[2] = 0x07ff;                      // 2047
        dataset.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
    });
    CHECK(scan.image.stored(0, 0) == -1);
    CHECK(scan.image.stored(1, 0) == -2048);
    CHECK(scan.image.stored(2, 0) == 2047);
}

TEST_CASE("bits beyond the stored ones are no part of a value", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        const std::vector<Uint16> values(640, 0xf123);
        dataset.putAndInsertUint16Array(DCM_PixelData, values.data(), values.size());
    });
    CHECK(scan.image.stored(0, 0) == 0x123);
}

TEST_CASE("the spacing of rows is the one along y", "[io][dicom]") {
    const Scan scan = scanWith(with(DCM_PixelSpacing, "0.5\\0.25"));
    CHECK(scan.geometry.spacing == PixelSpacing{0.25, 0.5, SpacingSource::PixelSpacing});
    CHECK_FALSE(warns(scan, ScanWarning::SpacingInvalid));
}

TEST_CASE("the next source of spacing counts where one is missing", "[io][dicom]") {
    CHECK_FALSE(scanWith({}).geometry.spacing.has_value());
    CHECK(scanWith(with(DCM_ImagerPixelSpacing, "0.5\\0.25")).geometry.spacing->source ==
          SpacingSource::ImagerPixelSpacing);
    CHECK(scanWith(with(DCM_NominalScannedPixelSpacing, "0.5\\0.25")).geometry.spacing->source ==
          SpacingSource::NominalScannedPixelSpacing);
    const Scan exposed = scanWith([](DcmDataset& dataset) {
        const Uint16 area[] = {80, 8}; // down, across
        dataset.putAndInsertUint16Array(DCM_ExposedArea, area, 2);
    });
    CHECK(exposed.geometry.spacing == PixelSpacing{0.5, 2.0, SpacingSource::ExposedArea});
    CHECK(warns(exposed, ScanWarning::SpacingFromArea));
}

TEST_CASE("a spacing that cannot be is unknown and said to be", "[io][dicom]") {
    const auto value = GENERATE(as<const char*>{}, "0\\0", "0.5\\0", "-0.5\\0.5", "0.5", "0.5\\0.5\\0.5",
                                "wide\\0.5", "1e9\\1e9", "nan\\nan");
    CAPTURE(value);
    const Scan scan = scanWith(with(DCM_PixelSpacing, value));
    CHECK_FALSE(scan.geometry.spacing.has_value());
    CHECK(warns(scan, ScanWarning::SpacingInvalid));
}

TEST_CASE("a window is read with its function", "[io][dicom]") {
    const auto change = [](const char* function) {
        return [function](DcmDataset& dataset) {
            dataset.putAndInsertString(DCM_WindowCenter, "100\\50");
            dataset.putAndInsertString(DCM_WindowWidth, "200\\10");
            dataset.putAndInsertString(DCM_VOILUTFunction, function);
        };
    };
    CHECK(scanWith(change("LINEAR")).pipeline.window == WindowLevel{100, 200, VoiFunction::Linear});
    CHECK(scanWith(change("LINEAR_EXACT")).pipeline.window ==
          WindowLevel{100, 200, VoiFunction::LinearExact});
    CHECK(scanWith(change("SIGMOID")).pipeline.window == WindowLevel{100, 200, VoiFunction::Sigmoid});
}

TEST_CASE("a window without width is no window", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_WindowCenter, "100");
        dataset.putAndInsertString(DCM_WindowWidth, "0");
    });
    CHECK_FALSE(scan.pipeline.window.has_value());
    CHECK(warns(scan, ScanWarning::NoWindow));
}

TEST_CASE("lookup tables go before slope and window", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_RescaleSlope, "2");
        dataset.putAndInsertString(DCM_WindowCenter, "100");
        dataset.putAndInsertString(DCM_WindowWidth, "200");
        addTable(dataset, DCM_ModalityLUTSequence, 1, 16, {10, 20, 30});
        addTable(dataset, DCM_VOILUTSequence, 10, 8, {0, 64, 255});
    });
    CHECK(modalityValue(scan.pipeline, 0) == 10);
    CHECK(modalityValue(scan.pipeline, 2) == 20);
    CHECK(modalityValue(scan.pipeline, 600) == 30);
    CHECK_FALSE(scan.pipeline.window.has_value());
    REQUIRE(scan.pipeline.voiTable.has_value());
    CHECK(scan.pipeline.voiTable->firstMapped == 10);
    CHECK(voiValue(scan.pipeline, 11, {0, 1}) == Approx(64.0 / 255));
}

TEST_CASE("a modality table that is too short is an error, a VOI table is left out", "[io][dicom]") {
    const auto shortTable = [](const DcmTagKey& sequence) {
        return [sequence](DcmDataset& dataset) {
            addTable(dataset, sequence, 0, 16, {1, 2, 3});
            DcmItem* item = nullptr;
            dataset.findAndGetSequenceItem(sequence, item, 0);
            const Uint16 descriptor[] = {4096, 0, 16};
            item->putAndInsertUint16Array(DCM_LUTDescriptor, descriptor, 3);
        };
    };
    CHECK(refusalOf(shortTable(DCM_ModalityLUTSequence)) == ErrorCode::CorruptPixels);
    CHECK(warns(scanWith(shortTable(DCM_VOILUTSequence)), ScanWarning::NoWindow));
}

TEST_CASE("MONOCHROME1 is shown inverted and padding black", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME1");
        dataset.putAndInsertUint16(DCM_PixelPaddingValue, 639);
    });
    CHECK(scan.pipeline.inverted);
    CHECK(scan.pipeline.padding == std::pair{639, 639});
    const DisplayImage shown = renderDisplay(scan.image, scan.pipeline);
    CHECK(shown.at(0, 0) == 255);
    CHECK(shown.at(14, 39) == 0);
    CHECK(shown.at(15, 39) == 0);
}

TEST_CASE("colours become their luminance", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "RGB");
        dataset.putAndInsertUint16(DCM_SamplesPerPixel, 3);
        dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
        dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
        dataset.putAndInsertUint16(DCM_BitsStored, 8);
        dataset.putAndInsertUint16(DCM_HighBit, 7);
        std::vector<Uint8> values(640 * 3, 0);
        values[0] = 255; // red
        values[4] = 255; // green
        values[8] = 255; // blue
        dataset.putAndInsertUint8Array(DCM_PixelData, values.data(), values.size());
    });
    CHECK(scan.image.stored(0, 0) == 76);  // 0.299 x 255
    CHECK(scan.image.stored(1, 0) == 150); // 0.587 x 255
    CHECK(scan.image.stored(2, 0) == 29);  // 0.114 x 255
    CHECK(warns(scan, ScanWarning::ColourReduced));
}

TEST_CASE("a palette is looked up, whole or in segments", "[io][dicom]") {
    const bool isSegmented = GENERATE(false, true);
    const Scan scan = scanWith([isSegmented](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PhotometricInterpretation, "PALETTE COLOR");
        dataset.putAndInsertUint16(DCM_BitsStored, 16);
        dataset.putAndInsertUint16(DCM_HighBit, 15);
        const Uint16 descriptor[] = {5, 0, 16};
        const std::vector<Uint16> whole{0, 1000, 2000, 3000, 4000};
        const std::vector<Uint16> segments{0, 1, 0, 1, 4, 4000}; // one value, then four in even steps
        const auto& entries = isSegmented ? segments : whole;
        const DcmTagKey descriptors[] = {DCM_RedPaletteColorLookupTableDescriptor,
                                         DCM_GreenPaletteColorLookupTableDescriptor,
                                         DCM_BluePaletteColorLookupTableDescriptor};
        const DcmTagKey tables[] = {DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                                    DCM_BluePaletteColorLookupTableData};
        const DcmTagKey segmented[] = {DCM_SegmentedRedPaletteColorLookupTableData,
                                       DCM_SegmentedGreenPaletteColorLookupTableData,
                                       DCM_SegmentedBluePaletteColorLookupTableData};
        for (int i = 0; i < 3; ++i) {
            dataset.putAndInsertUint16Array(descriptors[i], descriptor, 3);
            dataset.putAndInsertUint16Array(isSegmented ? segmented[i] : tables[i], entries.data(),
                                            entries.size());
        }
    });
    CHECK(scan.image.stored(0, 0) == 0);
    CHECK(scan.image.stored(3, 0) == 3000);
    CHECK(scan.image.stored(15, 0) == 4000); // beyond the last entry
}

TEST_CASE("one frame of several is read, the one asked for", "[io][dicom]") {
    const TemporaryFolder folder;
    writeDicom(folder / "two.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_Rows, 20);
        dataset.putAndInsertString(DCM_NumberOfFrames, "2");
    });
    const auto first = readScan(folder / "two.dcm");
    REQUIRE(first.has_value());
    CHECK(first->image.stored(0, 0) == 0);
    CHECK(warns(*first, ScanWarning::FirstFrameOfMany));
    ReadOptions options;
    options.frame = 1;
    const auto second = readScan(folder / "two.dcm", options);
    REQUIRE(second.has_value());
    CHECK(second->image.stored(0, 0) == 320);
    CHECK(second->source.frame == 1);
    options.frame = 2;
    CHECK(readScan(folder / "two.dcm", options).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("single bits are read from the lowest up, and frames without a gap", "[io][dicom]") {
    constexpr std::size_t kPixels = 9 * 21, kFrames = 3; // 189 bits: a frame ends within a byte
    const auto isSet = [](std::size_t bit) { return bit % 3 == 0 || bit % 7 == 0; };
    const TemporaryFolder folder;
    const std::size_t lost = GENERATE(std::size_t{0}, std::size_t{2});
    writeDicom(folder / "bits.dcm", [&](DcmDataset& dataset) {
        for (const auto& [tag, value] :
             {std::pair{DCM_Rows, 21}, std::pair{DCM_Columns, 9}, std::pair{DCM_BitsAllocated, 1},
              std::pair{DCM_BitsStored, 1}, std::pair{DCM_HighBit, 0}})
            dataset.putAndInsertUint16(tag, static_cast<Uint16>(value));
        dataset.putAndInsertString(DCM_NumberOfFrames, "3");
        std::vector<Uint8> packed((kPixels * kFrames + 15) / 16 * 2 - lost, 0);
        for (std::size_t bit = 0; bit < kPixels * kFrames && bit / 8 < packed.size(); ++bit)
            packed[bit / 8] = static_cast<Uint8>(packed[bit / 8] | (isSet(bit) ? 1 << bit % 8 : 0));
        dataset.putAndInsertUint8Array(DCM_PixelData, packed.data(), packed.size());
    });
    for (std::size_t frame = 0; frame < kFrames; ++frame) {
        ReadOptions options;
        options.frame = static_cast<int>(frame);
        const auto scan = readScan(folder / "bits.dcm", options);
        if (lost > 0 && frame == kFrames - 1) {
            CHECK(scan.error().code == ErrorCode::FileTruncated);
            continue;
        }
        REQUIRE(scan.has_value());
        for (std::size_t i = 0; i < kPixels; ++i)
            CHECK(scan->image.samples[i] == (isSet(frame * kPixels + i) ? 1 : 0));
    }
}

TEST_CASE("scanner groups follow from manufacturer, model and energy", "[io][dicom]") {
    struct Case {
        const char *maker, *model, *series;
        ScannerGroup group;
    };
    const auto tried = GENERATE(values<Case>({
        {"HOLOGIC", "QDR-4500A", "", ScannerGroup::Hologic4500A},
        {"Hologic, Inc.", "Horizon A", "", ScannerGroup::HologicHorizon},
        {"HOLOGIC", "Discovery W", "", ScannerGroup::HologicOther},
        {"GE Lunar", "iDXA", "Lateral Dual-Energy", ScannerGroup::GeDualEnergy},
        {"GE Healthcare", "Lunar Prodigy", "LVA SE", ScannerGroup::GeSingleEnergy},
        {"GE Healthcare", "Lunar iDXA", "", ScannerGroup::GeOther},
        {"GE Healthcare", "Discovery XR656", "", ScannerGroup::Unknown},
        {"", "", "", ScannerGroup::Unknown},
    }));
    CAPTURE(tried.maker, tried.model);
    const Scan scan = scanWith([&tried](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_Manufacturer, tried.maker);
        dataset.putAndInsertString(DCM_ManufacturerModelName, tried.model);
        dataset.putAndInsertString(DCM_SeriesDescription, tried.series);
    });
    CHECK(scannerGroupName(scan.source.scannerGroup) == scannerGroupName(tried.group));
}

TEST_CASE("a frontal view is noticed, a lateral one is not suspected", "[io][dicom]") {
    CHECK(warns(scanWith(with(DCM_ViewPosition, "AP")), ScanWarning::MayBeFrontal));
    CHECK(warns(scanWith(with(DCM_PatientOrientation, "L\\F")), ScanWarning::MayBeFrontal));
    CHECK(warns(scanWith(with(DCM_SeriesDescription, "AP Spine")), ScanWarning::MayBeFrontal));
    CHECK_FALSE(warns(scanWith(with(DCM_SeriesDescription, "Lateral Spine")), ScanWarning::MayBeFrontal));
    CHECK_FALSE(warns(scanWith({}), ScanWarning::MayBeFrontal));
    const auto coded = [](const char* code) {
        return scanWith([code](DcmDataset& dataset) {
            DcmItem* view = nullptr;
            dataset.findOrCreateSequenceItem(DCM_ViewCodeSequence, view, -2);
            view->putAndInsertString(DCM_CodeValue, code);
        });
    };
    CHECK(warns(coded("R-10206"), ScanWarning::MayBeFrontal));       // antero-posterior
    CHECK_FALSE(warns(coded("R-10236"), ScanWarning::MayBeFrontal)); // left lateral
}

TEST_CASE("the patient's orientation says which side is anterior", "[io][dicom]") {
    CHECK(scanWith(with(DCM_PatientOrientation, "A\\F")).source.statedAnterior == AnteriorSide::Right);
    CHECK(scanWith(with(DCM_PatientOrientation, "P\\F")).source.statedAnterior == AnteriorSide::Left);
    CHECK_FALSE(scanWith({}).source.statedAnterior.has_value());
}

TEST_CASE("a name is read by the character set of the file", "[io][dicom]") {
    const Scan scan = scanWith([](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 100");
        dataset.putAndInsertString(DCM_PatientName, "M\xfcller");
    });
    CHECK(scan.identity.patientName == "M\xc3\xbcller");
    CHECK(scanWith(with(DCM_PatientName, "M\xfcller")).identity.patientName == "M?ller");
}

TEST_CASE("what is no scan is refused with its reason", "[io][dicom]") {
    CHECK(refusalOf(with(DCM_SeriesDescription, "IVA Results")) == ErrorCode::NotAScan);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.findAndDeleteElement(DCM_PixelData); }) ==
          ErrorCode::NotAnImage);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.putAndInsertUint16(DCM_BitsAllocated, 32); }) ==
          ErrorCode::UnsupportedPixels);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.putAndInsertUint16(DCM_BitsStored, 17); }) ==
          ErrorCode::CorruptPixels);
    CHECK(refusalOf(with(DCM_PhotometricInterpretation, "CIELAB")) == ErrorCode::UnsupportedPixels);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.putAndInsertUint16(DCM_Rows, 4000); }) ==
          ErrorCode::FileTruncated);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.putAndInsertUint16(DCM_Columns, 1); }) ==
          ErrorCode::ImageTooSmall);
    CHECK(refusalOf([](DcmDataset& dataset) { dataset.putAndInsertUint16(DCM_Rows, 0); }) ==
          ErrorCode::CorruptPixels);
}

TEST_CASE("a picture larger than allowed is refused before it is decoded", "[io][dicom]") {
    const auto huge = [](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_Rows, 65535);
        dataset.putAndInsertUint16(DCM_Columns, 65535);
    };
    CHECK(refusalOf(huge) == ErrorCode::FileTooLarge);
    ReadOptions options;
    options.maxFileBytes = 100;
    CHECK(refusalOf({}, options) == ErrorCode::FileTooLarge);
}

TEST_CASE("a DICOM file cut anywhere is refused", "[io][dicom]") {
    const TemporaryFolder folder;
    const auto syntax = GENERATE(EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                                 EXS_DeflatedLittleEndianExplicit);
    writeDicom(folder / "whole.dcm", {}, syntax);
    const std::string whole = readBytes(folder / "whole.dcm");
    REQUIRE(readScan(folder / "whole.dcm").has_value());
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        writeBytes(folder / "cut.dcm", whole.substr(0, size));
        const auto scan = readScan(folder / "cut.dcm");
        CAPTURE(size);
        CHECK_FALSE(scan.has_value());
    }
}

TEST_CASE("a DICOM file with any byte changed does not harm", "[io][dicom]") {
    const TemporaryFolder folder;
    writeDicom(folder / "whole.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_PixelSpacing, "0.5\\0.5");
        addTable(dataset, DCM_VOILUTSequence, 0, 16, {1, 2, 3, 4});
    });
    const std::string whole = readBytes(folder / "whole.dcm");
    std::size_t opened = 0;
    for (std::size_t at = 128; at < whole.size() - 1280; ++at) {
        for (const char value : {'\0', '\xff', '\x7f'}) {
            std::string changed = whole;
            changed[at] = value;
            writeBytes(folder / "changed.dcm", changed);
            opened += readScan(folder / "changed.dcm") ? 1 : 0;
        }
    }
    CHECK(opened > 0);
}
