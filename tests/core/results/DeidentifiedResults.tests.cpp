// SPDX-License-Identifier: GPL-3.0-or-later
// A scan, its report and its presentation state leave together and still belong to each other.
#include "core/io/deidentify/Deidentify.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "tests/core/results/ResultCases.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;

struct Leaving {
    TemporaryFolder folder;
    ScanResults results = everyKindOfResult();
    DrawnResults drawn;

    Leaving() {
        std::filesystem::create_directory(folder / "in");
        writeHospitalScan(folder / "in/scan.dcm");
        drawn.guides.guides[3] = Guide{GuideKind::Inter, {2, 20}, {12, 22}};
        drawn.annotator = results.annotator;
        REQUIRE(writeReport(folder / "in/report.dcm", folder / "in/scan.dcm", 0, results).has_value());
        REQUIRE(writePresentation(folder / "in/state.dcm", folder / "in/scan.dcm", 0, drawn).has_value());
    }
    std::filesystem::path copyOf(const char* name, const DeidentifyChoices& choices = {}) {
        const auto record =
            deidentifyFile(folder / "in" / name, folder / "out",
                           Pseudonyms::withSecret("a secret of enough length").value(), choices);
        if (!record) FAIL(describeError(record.error()));
        return record->written;
    }
    void changeReport(const std::function<void(DcmDataset&)>& change) {
        DcmFileFormat file;
        REQUIRE(file.loadFile((folder / "in/report.dcm").c_str()).good());
        file.loadAllDataIntoMemory();
        change(*file.getDataset());
        REQUIRE(file.saveFile((folder / "in/report.dcm").c_str(), EXS_LittleEndianExplicit).good());
    }
};

} // namespace

TEST_CASE("results leave with their scan: same content, no names, same references", "[results][deidentify]") {
    Leaving leaving;
    const auto scanPath = leaving.copyOf("scan.dcm"), reportPath = leaving.copyOf("report.dcm"),
               statePath = leaving.copyOf("state.dcm");
    CHECK(reportPath.parent_path() == scanPath.parent_path());
    const auto scan = readScan(scanPath);
    const auto report = readReport(reportPath);
    REQUIRE(scan.has_value());
    REQUIRE(report.has_value());
    CHECK(report->sopInstanceUid == scan->source.sopInstanceUid);
    CHECK(scan->source.sopInstanceUid != "1.2.3.4");
    ScanResults expected = readReport(leaving.folder / "in/report.dcm")->results;
    CHECK(report->results.annotator.starts_with("VR-"));
    CHECK(report->results.grading->reader.starts_with("VR-"));
    CHECK(report->results.annotator != report->results.grading->reader);
    expected.annotator = report->results.annotator;
    expected.grading->reader = report->results.grading->reader;
    CHECK(report->results == expected);
    CHECK(scan->source.presentation == statePath);
    REQUIRE(scan->graphics.size() == 1);
    CHECK(scan->graphics[0].name == kGuideNames[3]);
    for (const auto& path : {scanPath, reportPath, statePath}) {
        const std::string bytes = readBytes(path);
        for (const char* secret : {"ller", "4711", "Anna", "Rosa", "1.2.3.4"}) {
            CAPTURE(path, secret);
            CHECK(bytes.find(secret) == std::string::npos);
        }
    }
}

TEST_CASE("the copies of results say which content was cleaned", "[results][deidentify]") {
    Leaving leaving;
    const auto methodsOf = [&leaving](const char* name) {
        DcmFileFormat file;
        REQUIRE(file.loadFile(leaving.copyOf(name, {PixelText::Keep}).c_str()).good());
        std::vector<std::string> codes;
        DcmItem* code = nullptr;
        for (signed long i = 0; file.getDataset()
                                    ->findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, code, i)
                                    .good();
             ++i) {
            OFString value;
            code->findAndGetOFString(DCM_CodeValue, value);
            codes.emplace_back(value.c_str());
        }
        return codes;
    };
    CHECK(methodsOf("report.dcm") == std::vector<std::string>{"113100", "113104", "113107"});
    CHECK(methodsOf("state.dcm") == std::vector<std::string>{"113100", "113103", "113107"});
}

TEST_CASE("words that somebody put into a report of ours do not leave", "[results][deidentify]") {
    Leaving leaving;
    leaving.changeReport([](DcmDataset& dataset) {
        const auto put = [&dataset](const char* code, const char* scheme) {
            DcmItem *item = nullptr, *name = nullptr;
            REQUIRE(dataset.findOrCreateSequenceItem(DCM_ContentSequence, item, -2).good());
            item->putAndInsertString(DCM_RelationshipType, "CONTAINS");
            item->putAndInsertString(DCM_ValueType, "TEXT");
            item->putAndInsertString(DCM_TextValue, "Waldemar is well");
            item->findOrCreateSequenceItem(DCM_ConceptNameCodeSequence, name);
            name->putAndInsertString(DCM_CodeValue, code);
            name->putAndInsertString(DCM_CodingSchemeDesignator, scheme);
        };
        put("121106", "DCM");     // comment
        put("112039", "99WALDE"); // another scheme's name
    });
    CHECK(readBytes(leaving.folder / "in/report.dcm").find("Waldemar") != std::string::npos);
    CHECK(readBytes(leaving.copyOf("report.dcm")).find("Waldemar") == std::string::npos);
}

TEST_CASE("a report of another program is refused", "[results][deidentify]") {
    Leaving leaving;
    leaving.changeReport(
        [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_Manufacturer, "Somebody else"); });
    const auto record =
        deidentifyFile(leaving.folder / "in/report.dcm", leaving.folder / "out", Pseudonyms::once());
    REQUIRE_FALSE(record.has_value());
    CHECK(record.error().code == ErrorCode::NotAnImage);
}
