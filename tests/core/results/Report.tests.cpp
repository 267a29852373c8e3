// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/Report.h"
#include "tests/core/results/ResultCases.h"

#include <catch2/catch.hpp>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <sstream>

namespace {

using namespace vertescore;
using namespace vertescore::test;

/// What is left of a double in 32 bits. Volatile, because GCC 12 leaves the narrowing out when it vectorises.
double throughFloat(double value) {
    const volatile float narrow = static_cast<float>(value);
    return static_cast<double>(narrow);
}

/// The results as they must come back: places rounded to the 32 bits that a DICOM coordinate has.
ScanResults asWritten(ScanResults results, int width, int height) {
    for (VertebraLandmarks& vertebra : results.landmarks.vertebrae)
        for (Landmark& corner : vertebra.corners) {
            if (!corner.position) continue;
            PixelPoint& place = *corner.position;
            const bool isInside =
                place.x >= -0.5 && place.y >= -0.5 && place.x <= width - 0.5 && place.y <= height - 0.5;
            if (isInside) // outside the places are written as doubles
                place = {throughFloat(place.x + 0.5) - 0.5, throughFloat(place.y + 0.5) - 0.5};
        }
    return results;
}

struct WrittenCase {
    TemporaryFolder folder;
    std::filesystem::path scan = folder / "scan.dcm";
    std::filesystem::path report = folder / "report.dcm";
    DcmFileFormat file;

    explicit WrittenCase(const ScanResults& results) {
        writeHospitalScan(scan);
        REQUIRE(writeReport(report, scan, 0, results).has_value());
        REQUIRE(file.loadFile(report.c_str()).good());
    }
    std::string text(const DcmTagKey& tag) {
        OFString value;
        file.getDataset()->findAndGetOFStringArray(tag, value);
        return value.c_str();
    }
};

void writeWith(const std::filesystem::path& path, const std::function<void(DcmDataset&)>& change) {
    DcmFileFormat file;
    REQUIRE(file.loadFile(path.c_str()).good());
    change(*file.getDataset());
    REQUIRE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
}

DcmItem& childNamed(DcmItem& item, const std::string& codeValue) {
    DcmItem* child = nullptr;
    for (signed long i = 0; item.findAndGetSequenceItem(DCM_ContentSequence, child, i).good(); ++i) {
        DcmItem* name = nullptr;
        OFString value;
        if (child->findAndGetSequenceItem(DCM_ConceptNameCodeSequence, name).good() &&
            name->findAndGetOFString(DCM_CodeValue, value).good() && value == codeValue.c_str())
            return *child;
    }
    FAIL("no content item " << codeValue);
    return item;
}

/// The group of measurements with this tracking identifier.
DcmItem& groupNamed(DcmItem& report, const std::string& name) {
    DcmItem& groups = childNamed(report, "126010");
    DcmItem* group = nullptr;
    for (signed long i = 0; groups.findAndGetSequenceItem(DCM_ContentSequence, group, i).good(); ++i) {
        OFString value;
        if (childNamed(*group, "112039").findAndGetOFString(DCM_TextValue, value).good() &&
            value == name.c_str())
            return *group;
    }
    FAIL("no group " << name);
    return groups;
}

bool hasChild(DcmItem& item, const std::string& codeValue) {
    DcmItem* child = nullptr;
    for (signed long i = 0; item.findAndGetSequenceItem(DCM_ContentSequence, child, i).good(); ++i) {
        DcmItem* name = nullptr;
        OFString value;
        if (child->findAndGetSequenceItem(DCM_ConceptNameCodeSequence, name).good() &&
            name->findAndGetOFString(DCM_CodeValue, value).good() && value == codeValue.c_str())
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("a report comes back with the content that went in", "[results][sr]") {
    const ScanResults results = everyKindOfResult();
    WrittenCase written(results);
    const auto report = readReport(written.report);
    REQUIRE(report.has_value());
    const ScanResults expected = asWritten(results, 16, 40);
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            INFO(levelName(level) << ' ' << cornerName(corner));
            const Landmark& found = report->results.landmarks.at(level).at(corner);
            CHECK(found.state == expected.landmarks.at(level).at(corner).state);
            CHECK(found.position == expected.landmarks.at(level).at(corner).position);
        }
    CHECK(report->results.crop == expected.crop);
    CHECK(report->results.grading == expected.grading);
    CHECK(report->results == expected);
    CHECK(report->sopInstanceUid == "1.2.3.4");
    CHECK(report->frame == 0);
    CHECK(report->width == 16);
    CHECK(report->height == 40);
    CHECK(report->softwareVersion == VERTESCORE_VERSION);
    // Blank is not zero, and neither is not readable.
    CHECK(report->results.grading->sheet.at(Segment::L4, Wall::Anterior).isBlank());
    CHECK(report->results.grading->sheet.at(Segment::L1, Wall::Anterior).grade == 0);
}

TEST_CASE("a report with landmarks alone, or grades alone, comes back without the rest", "[results][sr]") {
    ScanResults results = everyKindOfResult();
    if (GENERATE(true, false)) {
        results.grading.reset();
        results.crop.reset();
    } else {
        results = {{}, {}, {}, {}, results.grading};
    }
    WrittenCase written(results);
    const auto report = readReport(written.report);
    REQUIRE(report.has_value());
    CHECK(report->results == asWritten(results, 16, 40));
}

TEST_CASE("every reason why a wall cannot be read comes back", "[results][sr]") {
    const NotReadableReason reason = GENERATE(from_range(kNotReadableReasons));
    ScanResults results;
    results.grading.emplace().sheet.at(Segment::L2, Wall::Posterior).notReadable = reason;
    WrittenCase written(results);
    const auto report = readReport(written.report);
    REQUIRE(report.has_value());
    CHECK(report->results.grading == results.grading);
}

TEST_CASE("another reader of structured reports takes it without complaint", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    DSRDocument document;
    REQUIRE(document.read(*written.file.getDataset()).good());
    CHECK(document.isValid());
    CHECK(document.getDocumentType() == DSRTypes::DT_ComprehensiveSR);
    std::ostringstream printed;
    CHECK(document.print(printed, DSRTypes::PF_printAllCodes | DSRTypes::PF_printSOPInstanceUID).good());
    CHECK(printed.str().find("For research use only. Not for diagnosis.") != std::string::npos);
    CHECK(printed.str().find("(23215003,SCT,\"T12 vertebra\")") != std::string::npos);
    CHECK(printed.str().find("weights-sha256=" + std::string(64, 'a')) != std::string::npos);
}

// Type 1 and 2 attributes of the Comprehensive SR IOD (PS3.3 A.35.3: modules C.7.1.1, C.7.2.1, C.17.1,
// C.7.5.1, C.17.2, C.17.3, C.12.1).
TEST_CASE("a report has what its object class asks for", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    DcmDataset& dataset = *written.file.getDataset();
    for (const DcmTagKey& tag :
         {DCM_StudyInstanceUID, DCM_Modality, DCM_SeriesInstanceUID, DCM_SeriesNumber, DCM_InstanceNumber,
          DCM_CompletionFlag, DCM_VerificationFlag, DCM_ContentDate, DCM_ContentTime, DCM_ValueType,
          DCM_ConceptNameCodeSequence, DCM_ContinuityOfContent, DCM_SOPClassUID, DCM_SOPInstanceUID,
          DCM_CurrentRequestedProcedureEvidenceSequence, DCM_CodingSchemeIdentificationSequence}) {
        INFO(DcmTag(tag).getTagName());
        CHECK(dataset.tagExistsWithValue(tag));
    }
    for (const DcmTagKey& tag :
         {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate, DCM_StudyTime,
          DCM_ReferringPhysicianName, DCM_StudyID, DCM_AccessionNumber, DCM_Manufacturer,
          DCM_ReferencedPerformedProcedureStepSequence, DCM_PerformedProcedureCodeSequence}) {
        INFO(DcmTag(tag).getTagName());
        CHECK(dataset.tagExists(tag));
    }
    CHECK(written.text(DCM_SOPClassUID) == UID_ComprehensiveSRStorage);
    CHECK(written.text(DCM_Modality) == "SR");
    CHECK(written.text(DCM_VerificationFlag) == "UNVERIFIED");
    CHECK(written.text(DCM_StudyInstanceUID) == "1.2.3");
    CHECK(written.text(DCM_SeriesInstanceUID) != "1.2.3.1");
    CHECK(written.text(DCM_PatientID) == "4711");
    CHECK(written.text(DCM_PatientName) == "M\xc3\xbcller^Eva"); // UTF-8 now
    CHECK(written.text(DCM_SpecificCharacterSet) == "ISO_IR 192");
    CHECK(written.text(DCM_SoftwareVersions) == VERTESCORE_VERSION "\\" + std::string(64, 'a'));
}

TEST_CASE("a report with a blank cell is partial, one without is complete", "[results][sr]") {
    ScanResults results = everyKindOfResult();
    CHECK(WrittenCase(results).text(DCM_CompletionFlag) == "PARTIAL");
    results.grading->sheet.at(Segment::L4, Wall::Anterior).grade = 2;
    CHECK(WrittenCase(results).text(DCM_CompletionFlag) == "COMPLETE");
}

TEST_CASE("a point of the network carries the network, a person's point the person", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    DcmDataset& dataset = *written.file.getDataset();
    DcmItem& predicted = groupNamed(dataset, "T12 superiorAnterior");
    CHECK(hasChild(predicted, "111001"));       // Algorithm Name
    CHECK_FALSE(hasChild(predicted, "121008")); // Person Observer Name
    DcmItem& edited = groupNamed(dataset, "T12 superiorPosterior");
    CHECK_FALSE(hasChild(edited, "111001"));
    OFString name;
    CHECK(childNamed(edited, "121008").findAndGetOFString(DCM_PersonName, name).good());
    CHECK(name == "Anna");
    CHECK(childNamed(groupNamed(dataset, "AAC-24 L1 anterior"), "121008")
              .findAndGetOFString(DCM_PersonName, name)
              .good());
    CHECK(name == "Rosa");
}

TEST_CASE("a place keeps its half pixel: DICOM counts from the corner of the first pixel", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    DcmItem& point = childNamed(groupNamed(*written.file.getDataset(), "T12 superiorAnterior"), "111030");
    Float32 column = 0, row = 0;
    CHECK(point.findAndGetFloat32(DCM_GraphicData, column, 0).good());
    CHECK(point.findAndGetFloat32(DCM_GraphicData, row, 1).good());
    CHECK(column == 1.75F); // 1.25 from the centre of the first pixel
    CHECK(row == 3.0F);
    DcmItem* image = nullptr;
    DcmItem* reference = nullptr;
    REQUIRE(point.findAndGetSequenceItem(DCM_ContentSequence, image).good());
    REQUIRE(image->findAndGetSequenceItem(DCM_ReferencedSOPSequence, reference).good());
    OFString uid;
    CHECK(reference->findAndGetOFString(DCM_ReferencedSOPInstanceUID, uid).good());
    CHECK(uid == "1.2.3.4");
}

TEST_CASE("two reports of one scan are two objects that track the same places", "[results][sr]") {
    WrittenCase first(everyKindOfResult()), second(everyKindOfResult());
    CHECK(first.text(DCM_SOPInstanceUID) != second.text(DCM_SOPInstanceUID));
    const auto trackingUid = [](WrittenCase& written) {
        OFString uid;
        childNamed(groupNamed(*written.file.getDataset(), "crop"), "112040").findAndGetOFString(DCM_UID, uid);
        return std::string(uid.c_str());
    };
    CHECK_FALSE(trackingUid(first).empty());
    CHECK(trackingUid(first) == trackingUid(second));
}

TEST_CASE("the frame of a multi-frame scan is named", "[results][sr]") {
    const TemporaryFolder folder;
    writeHospitalScan(folder / "scan.dcm", [](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_Rows, 20);
        dataset.putAndInsertString(DCM_NumberOfFrames, "2");
    });
    REQUIRE(writeReport(folder / "r.dcm", folder / "scan.dcm", 1, everyKindOfResult()).has_value());
    CHECK(readReport(folder / "r.dcm")->frame == 1);
    const auto third = writeReport(folder / "r.dcm", folder / "scan.dcm", 2, everyKindOfResult());
    REQUIRE_FALSE(third.has_value());
    CHECK(third.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("results of a file that DICOM cannot refer to are refused", "[results][sr]") {
    const TemporaryFolder folder;
    const auto codeOf = [&folder](const char* name) {
        const auto written = writeReport(folder / "report.dcm", folder / name, 0, everyKindOfResult());
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().path == folder / name);
        CHECK_FALSE(std::filesystem::exists(folder / "report.dcm"));
        return written.error().code;
    };
    writeBytes(folder / "scan.png", "\x89PNG\r\n\x1a\n");
    CHECK(codeOf("scan.png") == ErrorCode::UnsupportedFormat);
    CHECK(codeOf("missing.dcm") == ErrorCode::FileNotFound);
    for (const DcmTagKey& tag : {DCM_SOPInstanceUID, DCM_StudyInstanceUID, DCM_SeriesInstanceUID}) {
        writeHospitalScan(folder / "scan.dcm", [&tag](DcmDataset& dataset) { dataset.remove(DcmTag(tag)); });
        CHECK(codeOf("scan.dcm") == ErrorCode::InvalidArgument);
    }
}

TEST_CASE("what is no report of ours is refused with a reason", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    const auto codeOf = [](const std::filesystem::path& path) {
        const auto report = readReport(path);
        REQUIRE_FALSE(report.has_value());
        CHECK(report.error().path == path);
        return report.error().code;
    };
    CHECK(codeOf(written.scan) == ErrorCode::UnsupportedFormat);
    writeWith(written.report, [](DcmDataset& dataset) {
        DcmItem* title = nullptr;
        REQUIRE(dataset.findAndGetSequenceItem(DCM_ConceptNameCodeSequence, title).good());
        title->putAndInsertString(DCM_CodeValue, "126001");
    });
    CHECK(codeOf(written.report) == ErrorCode::UnsupportedFormat);
}

TEST_CASE("a report that contradicts itself is malformed", "[results][sr]") {
    using Change = std::function<void(DcmDataset&)>;
    const Change change = GENERATE(values<Change>({
        [](DcmDataset& report) { // a grade of 4
            DcmItem* value = nullptr;
            childNamed(groupNamed(report, "AAC-24 L1 posterior"), "GRADE")
                .findAndGetSequenceItem(DCM_MeasuredValueSequence, value);
            value->findAndDeleteElement(DCM_FloatingPointValue);
            value->putAndInsertString(DCM_NumericValue, "4");
        },
        [](DcmDataset& report) { // two points in one place
            const Float32 points[] = {1, 2, 3, 4};
            childNamed(groupNamed(report, "T12 superiorAnterior"), "111030")
                .putAndInsertFloat32Array(DCM_GraphicData, points, 4);
        },
        [](DcmDataset& report) { // one corner twice
            DcmItem* code = nullptr;
            childNamed(groupNamed(report, "T12 superiorPosterior"), "121071")
                .findAndGetSequenceItem(DCM_ConceptCodeSequence, code);
            code->putAndInsertString(DCM_CodeValue, "SUP-ANT");
        },
        [](DcmDataset& report) { // nobody knows where a point came from
            DcmItem* code = nullptr;
            childNamed(groupNamed(report, "T12 superiorPosterior"), "ORIGIN")
                .findAndGetSequenceItem(DCM_ConceptCodeSequence, code);
            code->putAndInsertString(DCM_CodeValue, "ORACLE");
        },
    }));
    WrittenCase written(everyKindOfResult());
    writeWith(written.report, change);
    const auto report = readReport(written.report);
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code == ErrorCode::FileMalformed);
}

TEST_CASE("a report cut short anywhere is refused or read in part, without a crash", "[results][sr]") {
    WrittenCase written(everyKindOfResult());
    const std::string whole = readBytes(written.report);
    for (std::size_t size = 1; size < whole.size(); size += 997) {
        writeBytes(written.report, whole.substr(0, size));
        const auto report = readReport(written.report);
        CHECK((report.has_value() || report.error().path == written.report));
    }
}
