// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/PhantomFiles.h"
#include "core/io/ScanReader.h"
#include "core/io/landmarks/LandmarkFiles.h"
#include "core/results/Presentation.h"
#include "core/results/Report.h"
#include "core/store/StudyStore.h"
#include "tests/cli/RunProgram.h"

#include <catch2/catch.hpp>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>

namespace {

using namespace vertescore;
using namespace vertescore::test;

/// A phantom as p.dcm with the network's landmarks in landmarks/p.landmarks.json, and two empty studies with
/// it.
struct ResultsCase {
    TemporaryFolder folder;
    Phantom phantom;
    std::string first = made("first.vertestudy");
    std::string second = made("second.vertestudy");

    std::string made(const char* name) {
        if (phantom.image.width == 0) {
            PhantomOptions options;
            options.seed = 5;
            phantom = makePhantom(options, 0);
            for (VertebraLandmarks& vertebra : phantom.landmarks.vertebrae)
                for (Landmark& corner : vertebra.corners)
                    corner.state = PointState::Predicted;
            REQUIRE(writePhantomDicom(folder / "p.dcm", phantom, 5, 0).has_value());
            const LandmarkRecord record{"p.dcm", phantom.image.width, phantom.image.height, phantom.landmarks,
                                        DetectionModel{"VerteNet", std::string(64, 'c'), "cpu", "fp32"}};
            std::filesystem::create_directory(folder / "landmarks");
            writeBytes(folder / "landmarks/p.landmarks.json", landmarksToJson(record, false));
        }
        const std::string study = (folder / name).string();
        REQUIRE(
            run({"study", "create", study, "--name", "Test", "--reader", "Rosa", "--arm", "ivg"}).exitCode ==
            0);
        REQUIRE(run({"study", "add", study, path("p.dcm")}).exitCode == 0);
        return study;
    }
    /// The landmarks as structured reports.
    std::string reports() const {
        REQUIRE(
            run({"export", "sr", path("p.dcm"), "--landmarks", path("landmarks"), "--out", path("reports")})
                .exitCode == 0);
        return path("reports");
    }
    std::string path(const std::string& name) const { return (folder / name).string(); }
};

Result<ReaderSession> rosa(StudyStore& store) {
    const auto people = store.people();
    for (const Person& person : people.value())
        if (person.name == "Rosa") return store.openReaderSession({person.id}, {"ivg", 1});
    return failure(ErrorCode::Internal);
}

} // namespace

TEST_CASE("landmarks leave files as a structured report and come into a study", "[cli][results]") {
    ResultsCase made;
    const RunResult written = run({"export", "sr", made.path("p.dcm"), "--landmarks", made.path("landmarks"),
                                   "--out", made.path("out")});
    CHECK(written.exitCode == 0);
    CHECK(written.err.find("For research use only. Not for diagnosis.") != std::string::npos);
    const auto report = readReport(made.folder / "out/p.sr.dcm");
    REQUIRE(report.has_value());
    CHECK(report->results.model->sha256 == std::string(64, 'c'));
    CHECK(report->results.crop.has_value());
    CHECK_FALSE(report->results.grading.has_value());
    CHECK(report->results.annotator.empty());
    const RunResult imported = run({"import", "sr", made.path("out"), "--study", made.second});
    CHECK(imported.exitCode == 0);
    CHECK(imported.out == "imported the landmarks of 1 scans\n");
    CHECK(run({"export", "sr", "--study", made.second, "--out", made.path("again")}).exitCode == 0);
    const auto again = readReport(made.folder / "again/p.sr.dcm");
    REQUIRE(again.has_value());
    CHECK(again->results.landmarks == report->results.landmarks);
    CHECK(again->results.annotator.empty()); // still nobody's but the network's
    CHECK(again->results.crop == report->results.crop);
}

TEST_CASE("guides beside a scan open with it", "[cli][results]") {
    ResultsCase made;
    REQUIRE(run({"export", "gsps", made.path("p.dcm"), "--landmarks", made.path("landmarks"), "--out",
                 made.path("")})
                .exitCode == 0);
    const auto scan = readScan(made.folder / "p.dcm");
    REQUIRE(scan.has_value());
    CHECK(scan->graphics.size() >= kGuideCount + 1);
    CHECK(scan->graphics.front().layer == kGuideLayer);
}

TEST_CASE("a reader's grades travel as a structured report, blanks and reasons too", "[cli][results]") {
    ResultsCase made;
    ScoreSheet sheet;
    {
        auto store = StudyStore::open(made.first);
        REQUIRE(store.has_value());
        auto session = rosa(*store);
        REQUIRE(session.has_value());
        const ScanId scan = session->worklist()->front().scan;
        sheet.at(Segment::L1, Wall::Anterior).grade = 0;
        sheet.at(Segment::L2, Wall::Posterior).grade = 3;
        sheet.at(Segment::L3, Wall::Anterior).notReadable = NotReadableReason::Motion;
        for (const Segment segment : kSegments)
            for (const Wall wall : kWalls)
                if (!sheet.at(segment, wall).isBlank())
                    REQUIRE(session->setCell(scan, segment, wall, sheet.at(segment, wall), {}).has_value());
    }
    CHECK(run({"export", "sr", "--study", made.first, "--as", "Rosa", "--arm", "ivg", "--out",
               made.path("out")})
              .exitCode == 0);
    const auto report = readReport(made.folder / "out/S0001.sr.dcm"); // blind: named by code
    REQUIRE(report.has_value());
    CHECK(report->results.grading == Grading{sheet, ScoringConvention::Nhanes, "Rosa"});
    CHECK(run({"import", "sr", made.path("out"), "--study", made.second, "--as", "Rosa", "--arm", "ivg"})
              .exitCode == 0);
    auto store = StudyStore::open(made.second);
    REQUIRE(store.has_value());
    auto session = rosa(*store);
    REQUIRE(session.has_value());
    CHECK(session->reading(session->worklist()->front().scan)->sheet == sheet);
    const RunResult twice =
        run({"import", "sr", made.path("out"), "--study", made.second, "--as", "Rosa", "--arm", "ivg"});
    CHECK(twice.exitCode == 1);
    CHECK(twice.out == "imported the grades of 0 scans\n");
}

TEST_CASE("what a blind reader exports names the code instead of the patient, unless asked",
          "[cli][results]") {
    ResultsCase made;
    const auto exported = [&made](const std::string& format, const std::string& out, bool withPatient) {
        std::vector<std::string> arguments{"export", format,  "--study", made.first, "--as",
                                           "Rosa",   "--arm", "ivg",     "--out",    made.path(out)};
        if (withPatient) arguments.push_back("--with-patient");
        REQUIRE(run(arguments).exitCode == 0);
        DcmFileFormat file;
        REQUIRE(file.loadFile((made.folder / out / ("S0001." + format + ".dcm")).c_str()).good());
        std::vector<std::string> told;
        for (const DcmTagKey& tag : {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_StudyDate,
                                     DCM_AccessionNumber, DCM_ReferringPhysicianName}) {
            OFString value;
            file.getDataset()->findAndGetOFString(tag, value);
            told.emplace_back(value.c_str());
        }
        return told;
    };
    REQUIRE(run({"import", "sr", made.reports(), "--study", made.first}).exitCode == 0);
    const auto scan = readScan(made.folder / "p.dcm");
    REQUIRE(scan.has_value());
    const std::vector<std::string> blind{"S0001", "S0001", "", "", "", ""};
    for (const std::string format : {"sr", "gsps"}) {
        CHECK(exported(format, format + "-blind", false) == blind);
        const auto named = exported(format, format + "-named", true);
        CHECK(named[0] == scan->identity.patientName);
        CHECK(named[1] == scan->identity.patientId);
        CHECK(named[0] != "S0001");
    }
}

TEST_CASE("corners travel in presentation states, each with its state, and guides follow from them",
          "[cli][results]") {
    ResultsCase made;
    REQUIRE(run({"import", "sr", made.reports(), "--study", made.first}).exitCode == 0);
    Landmarks before;
    {
        auto store = StudyStore::open(made.first);
        auto session = store->openAnnotatorSession({PersonId{1}, {}});
        const ScanId scan = session->worklist()->front().scan;
        before = session->landmarks(scan)->value().landmarks;
        before.at(Level::L2).at(Corner::SuperiorAnterior).state = PointState::Edited;
        before.at(Level::L3).at(Corner::SuperiorAnterior).state = PointState::Confirmed;
        REQUIRE(session->saveLandmarks(scan, before).has_value());
    }
    REQUIRE(run({"export", "gsps", "--study", made.first, "--out", made.path("out")}).exitCode == 0);
    const RunResult imported = run({"import", "gsps", made.path("out"), "--study", made.second});
    CHECK(imported.exitCode == 0);
    CHECK(imported.out == "imported the landmarks of 1 scans\n");
    auto store = StudyStore::open(made.second);
    auto session = store->openAnnotatorSession({PersonId{1}, {}});
    const auto version = session->landmarks(session->worklist()->front().scan)->value();
    CHECK(version.source == LandmarkSource::Import);
    CHECK(version.landmarks.anterior == before.anterior);
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const Landmark &was = before.at(level).at(corner), &is = version.landmarks.at(level).at(corner);
            CAPTURE(levelName(level), cornerName(corner));
            CHECK(is.state == was.state);
            REQUIRE(is.position.has_value() == was.position.has_value());
            if (!is.position) continue;
            CHECK(std::abs(is.position->x - was.position->x) < 1e-4); // 32-bit numbers
            CHECK(std::abs(is.position->y - was.position->y) < 1e-4);
        }
    CHECK(run({"import", "gsps", made.path("p.dcm"), "--study", made.second}).exitCode == 1);
}

TEST_CASE("a result of a scan that is not in the study, or a file that is none, is refused",
          "[cli][results]") {
    ResultsCase made;
    REQUIRE(run({"export", "sr", made.path("p.dcm"), "--landmarks", made.path("landmarks"), "--out",
                 made.path("out")})
                .exitCode == 0);
    const std::string empty = made.path("empty.vertestudy");
    REQUIRE(run({"study", "create", empty, "--name", "Test"}).exitCode == 0);
    const RunResult imported = run({"import", "sr", made.path("out"), "--study", empty});
    CHECK(imported.exitCode == 1);
    CHECK(imported.err.find("p.sr.dcm") != std::string::npos);
    CHECK(run({"import", "sr", made.path("p.dcm"), "--study", made.second}).exitCode == 1);
}

TEST_CASE("exporting results again writes over nothing", "[cli][results]") {
    ResultsCase made;
    const std::vector<std::string> arguments{
        "export", "sr", made.path("p.dcm"), "--landmarks", made.path("landmarks"), "--out", made.path("out")};
    REQUIRE(run(arguments).exitCode == 0);
    const std::string before = readBytes(made.folder / "out/p.sr.dcm");
    CHECK(run(arguments).exitCode == 1);
    CHECK(readBytes(made.folder / "out/p.sr.dcm") == before);
}

TEST_CASE("results of a picture that is no DICOM file are refused", "[cli][results]") {
    ResultsCase made;
    REQUIRE(run({"scan", "convert", made.path("p.dcm"), made.path("p.png")}).exitCode == 0);
    for (const std::string format : {"sr", "gsps"}) {
        const RunResult written = run({"export", format, made.path("p.png"), "--landmarks",
                                       made.path("landmarks"), "--out", made.path("out")});
        CHECK(written.exitCode == 1);
        CHECK(written.err.find("p.png") != std::string::npos);
        CHECK(std::filesystem::is_empty(made.folder / "out"));
    }
}
