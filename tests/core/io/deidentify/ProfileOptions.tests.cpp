// SPDX-License-Identifier: GPL-3.0-or-later
// The options of PS3.15 E.3: what each keeps, against the columns of table E.1-1, and what the copy says.
#include "core/io/ScanReader.h"
#include "core/io/deidentify/Deidentify.h"
#include "tests/support/ScanFiles.h"

#include <catch2/catch.hpp>

#include <map>

namespace {

using namespace vertescore;
using namespace vertescore::test;

struct Copy {
    TemporaryFolder folder;
    DcmFileFormat file;

    Result<DeidentificationRecord> run(const DeidentifyChoices& choices,
                                       const std::function<void(DcmDataset&)>& change) {
        writeDicom(folder / "scan.dcm", [&change](DcmDataset& dataset) {
            for (const auto& [tag, value] :
                 {std::pair{DCM_PatientName, "WALDEMAR^ANNA"}, std::pair{DCM_PatientID, "WALDEMAR-1"},
                  std::pair{DCM_PatientBirthDate, "19400102"}, std::pair{DCM_StudyInstanceUID, "1.2.3"},
                  std::pair{DCM_SeriesInstanceUID, "1.2.3.1"}, std::pair{DCM_StudyDate, "20200301"},
                  std::pair{DCM_StudyTime, "101112"}})
                dataset.putAndInsertString(tag, value);
            change(dataset);
        });
        return deidentifyFile(folder / "scan.dcm", folder / "out",
                              Pseudonyms::withSecret("a secret of enough length").value(), choices);
    }
    DcmDataset& written(
        const DeidentifyChoices& choices,
        const std::function<void(DcmDataset&)>& change = [](DcmDataset&) {}) {
        const auto record = run(choices, change);
        REQUIRE(record.has_value());
        REQUIRE(file.loadFile(record->written.c_str()).good());
        return *file.getDataset();
    }
};

std::string textOf(DcmItem& item, const DcmTagKey& tag) {
    OFString value;
    item.findAndGetOFStringArray(tag, value);
    return value.c_str();
}

/// What PS3.15 table E.1-1 keeps (K), by option; text attributes of each, and one of no option ("").
const std::vector<std::pair<DcmTagKey, std::string>> kKept{
    {DCM_DeviceSerialNumber, "device"},
    {DCM_StationName, "device"},
    {DCM_PlateID, "device"},
    {DCM_GantryID, "device"},
    {DCM_GeneratorID, "device"},
    {DCM_CassetteID, "device"},
    {DCM_DetectorID, "device"},
    {DCM_PerformedStationName, "device"},
    {DCM_InstitutionName, "institution"},
    {DCM_InstitutionAddress, "institution"},
    {DCM_InstitutionalDepartmentName, "institution"},
    {DCM_ClinicalTrialSiteID, "institution"},
    {DCM_PatientSex, "patient"},
    {DCM_PatientAge, "patient"},
    {DCM_PatientSize, "patient"},
    {DCM_PatientWeight, "patient"},
    {DCM_EthnicGroup, "patient"},
    {DCM_SmokingStatus, "patient"},
    {DCM_PregnancyStatus, "patient"},
    {DCM_OperatorsName, ""},
    {DCM_AccessionNumber, ""},
    {DCM_PatientAddress, ""},
    {DCM_Occupation, ""},
    {DCM_PatientComments, ""},
    {DCM_MedicalAlerts, ""},
    {DCM_Allergies, ""}, // to be cleaned, which no program can
    {DCM_ImageComments, ""},
    {DCM_ReferringPhysicianName, ""},
    {DCM_StudyDescription, ""},
};

void fill(DcmDataset& dataset) {
    for (const auto& [key, option] : kKept) {
        const DcmTag tag(key);
        if (tag.getEVR() == EVR_US)
            dataset.putAndInsertUint16(tag, 4);
        else
            dataset.putAndInsertString(tag, tag.getEVR() == EVR_AS   ? "077Y"
                                            : tag.getEVR() == EVR_DS ? "1.7"
                                                                     : "ORIGINAL");
    }
}

bool isAsBefore(DcmItem& item, const DcmTagKey& tag) {
    const std::string value = textOf(item, tag);
    return value == "ORIGINAL" || value == "077Y" || value == "1.7" || value == "4";
}

std::vector<std::string> methodsOf(DcmDataset& dataset) {
    std::vector<std::string> codes;
    DcmItem* code = nullptr;
    for (signed long i = 0;
         dataset.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, code, i).good(); ++i)
        codes.push_back(textOf(*code, DCM_CodeValue));
    return codes;
}

} // namespace

TEST_CASE("each option keeps what its column of the table says, and nothing else", "[deidentify]") {
    const std::string chosen = GENERATE(as<std::string>{}, "device", "institution", "patient", "none");
    CAPTURE(chosen);
    DeidentifyChoices choices;
    choices.profile.deviceIdentity = chosen == "device";
    choices.profile.institutionIdentity = chosen == "institution";
    choices.profile.patientCharacteristics = chosen == "patient";
    Copy copy;
    DcmDataset& dataset = copy.written(choices, fill);
    for (const auto& [tag, option] : kKept) {
        CAPTURE(DcmTag(tag).getTagName());
        CHECK(isAsBefore(dataset, tag) == (option == chosen));
    }
    CHECK(textOf(dataset, DCM_PatientName).starts_with("VS-"));
    CHECK(textOf(dataset, DCM_PatientID).starts_with("VS-"));
}

TEST_CASE("each option stands in the copy with its code", "[deidentify]") {
    using Codes = std::vector<std::string>;
    const auto codesOf = [](const ProfileOptions& profile) {
        Copy copy;
        return methodsOf(copy.written({PixelText::Refuse, {}, profile}));
    };
    CHECK(codesOf({}) == Codes{"113100", "113107"});
    CHECK(codesOf({.dates = DateChoice::Full}) == Codes{"113100", "113106"});
    CHECK(codesOf({.dates = DateChoice::Removed}) == Codes{"113100"});
    CHECK(codesOf({.uids = true}) == Codes{"113100", "113107", "113110"});
    CHECK(codesOf({.deviceIdentity = true}) == Codes{"113100", "113107", "113109"});
    CHECK(codesOf({.institutionIdentity = true}) == Codes{"113100", "113107", "113112"});
    CHECK(codesOf({.patientCharacteristics = true}) == Codes{"113100", "113107", "113108"});
    CHECK(codesOf({.descriptors = true}) == Codes{"113100", "113105", "113107"});
}

TEST_CASE("UIDs can be kept, also where they name the copy", "[deidentify]") {
    Copy copy;
    DeidentifyChoices choices;
    choices.profile.uids = true;
    const auto record = copy.run(choices, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_AffectedSOPInstanceUID, "1.2.3.77");
        dataset.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3.78");
    });
    REQUIRE(record.has_value());
    CHECK(record->written.filename() == "1.2.3.4.dcm");
    CHECK(record->uidsReplaced == 0);
    REQUIRE(copy.file.loadFile(record->written.c_str()).good());
    DcmDataset& dataset = *copy.file.getDataset();
    CHECK(textOf(dataset, DCM_SOPInstanceUID) == "1.2.3.4");
    CHECK(textOf(dataset, DCM_StudyInstanceUID) == "1.2.3");
    CHECK(textOf(dataset, DCM_FrameOfReferenceUID) == "1.2.3.78");
}

TEST_CASE("a UID that is kept may not lead out of the folder", "[deidentify]") {
    Copy copy;
    DeidentifyChoices choices;
    choices.profile.uids = true;
    const auto record = copy.run(
        choices, [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_SOPInstanceUID, "../../1.2"); });
    REQUIRE_FALSE(record.has_value());
    CHECK(record.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("dates move, stay or go, and never bring text along", "[deidentify]") {
    const auto dates = GENERATE(DateChoice::Modified, DateChoice::Full, DateChoice::Removed);
    DeidentifyChoices choices;
    choices.profile.dates = dates;
    Copy copy;
    DcmDataset& dataset = copy.written(choices, [](DcmDataset& filled) {
        filled.putAndInsertString(DCM_SeriesDate, "WALDEMAR");
        filled.putAndInsertString(DCM_ContentDate, "20200302");
        filled.putAndInsertString(DCM_LastMenstrualDate, "19900101");
        filled.putAndInsertString(DCM_TimezoneOffsetFromUTC, "+0100");
        filled.putAndInsertString(DCM_RadionuclideTotalDose, "1");
    });
    CHECK(textOf(dataset, DCM_PatientBirthDate).empty());
    CHECK(textOf(dataset, DCM_SeriesDate).find("WALDEMAR") == std::string::npos);
    const std::string study = textOf(dataset, DCM_StudyDate);
    const bool isFull = dates == DateChoice::Full;
    CHECK((study == "20200301") == isFull);
    CHECK((textOf(dataset, DCM_LastMenstrualDate) == "19900101") == isFull);
    CHECK((textOf(dataset, DCM_TimezoneOffsetFromUTC) == "+0100") == isFull);
    CHECK((textOf(dataset, DCM_StudyTime) == "101112") == (dates != DateChoice::Removed));
    CHECK(study.empty() == (dates == DateChoice::Removed));                                  // Z
    if (dates == DateChoice::Removed) CHECK(textOf(dataset, DCM_ContentDate) == "19000101"); // Z/D
    const std::map<DateChoice, std::string> said{{DateChoice::Modified, "MODIFIED"},
                                                 {DateChoice::Full, "UNMODIFIED"},
                                                 {DateChoice::Removed, "REMOVED"}};
    CHECK(textOf(dataset, DCM_LongitudinalTemporalInformationModified) == said.at(dates));
}

TEST_CASE("of descriptions the common words stay when asked for", "[deidentify]") {
    DeidentifyChoices choices;
    choices.profile.descriptors = true;
    Copy copy;
    DcmDataset& dataset = copy.written(choices, [](DcmDataset& filled) {
        filled.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
        filled.putAndInsertString(DCM_StudyDescription, "DXA lateral spine, WALDEMAR 1234 LLx");
        filled.putAndInsertString(DCM_SeriesDescription, "Waldemar");
        filled.putAndInsertString(DCM_ProtocolName, "L\xc3\xa4lateral L1-L4");
        filled.putAndInsertString(DCM_ImageComments, "lateral");
    });
    CHECK(textOf(dataset, DCM_StudyDescription) == "DXA lateral spine");
    CHECK(textOf(dataset, DCM_SeriesDescription).empty());
    CHECK(textOf(dataset, DCM_ProtocolName) == "L1 L4");
    CHECK_FALSE(dataset.tagExists(DCM_ImageComments)); // free text of a person
}

TEST_CASE("a place that a person gives is black in every frame, and nowhere else", "[deidentify][text]") {
    Copy copy;
    DeidentifyChoices choices;
    choices.blank = {{3, 5, 4, 2}};
    const auto record = copy.run(choices, [](DcmDataset& dataset) {
        dataset.putAndInsertUint16(DCM_Rows, 20);
        dataset.putAndInsertString(DCM_NumberOfFrames, "2");
        dataset.putAndInsertString(DCM_BurnedInAnnotation, "YES");
    });
    REQUIRE(record.has_value());
    CHECK(record->isBlanked);
    for (const int frame : {0, 1}) {
        ReadOptions options;
        options.frame = frame;
        const auto before = readScan(copy.folder / "scan.dcm", options);
        const auto after = readScan(record->written, options);
        REQUIRE((before && after));
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < 16; ++x) {
                const bool isIn = x >= 3 && x < 7 && y >= 5 && y < 7;
                CHECK(after->image.stored(x, y) == (isIn ? frame * 320 : before->image.stored(x, y)));
            }
    }
}

TEST_CASE("a place beyond the picture is an error, and nothing is written", "[deidentify][text]") {
    const PixelArea area = GENERATE(PixelArea{10, 0, 7, 1}, PixelArea{0, 39, 1, 2}, PixelArea{-1, 0, 2, 2},
                                    PixelArea{0, 0, 2147483647, 1}, PixelArea{2147483647, 0, 2147483647, 1});
    Copy copy;
    DeidentifyChoices choices;
    choices.blank = {area};
    const auto record = copy.run(choices, [](DcmDataset&) {});
    REQUIRE_FALSE(record.has_value());
    CHECK(record.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(std::filesystem::exists(copy.folder / "out"));
}
