// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Query.h"
#include "core/pacs/Retrieve.h"
#include "core/pacs/Send.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"
#include "tests/support/network/Relay.h"

#include <catch2/catch.hpp>

#include <set>

// Against archives of other people: Orthanc, and DCMTK's dcmqrscp.
namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

std::unique_ptr<Archive> startArchive(const std::string& name) {
    return name == "Orthanc" ? startOrthanc() : startDcmqrscp();
}

/// Two studies: the first with a series of five and one of one, the second of another patient.
void fill(const Archive& archive, const std::filesystem::path& folder, std::size_t kilobytes = 4) {
    auto files = writeSeries(folder, {.kilobytes = kilobytes}, 5);
    files.push_back(writeObject(folder, {.series = 2, .modality = "CR"}));
    files.push_back(writeObject(folder, {.study = 2,
                                         .patient = "M\xfcller^J\xf6rg",
                                         .characterSet = "ISO_IR 100",
                                         .modality = "CR",
                                         .date = "20250101"}));
    REQUIRE(sendFiles(archive.node, files).failed().empty());
}

std::set<std::string> uidsOf(const RetrieveReport& report) {
    std::set<std::string> uids;
    for (const StoredObject& object : report.arrived)
        uids.insert(object.instanceUid);
    return uids;
}

RetrieveRequest firstSeries(RetrieveBy by = RetrieveBy::Get) {
    return {studyUid(1), {seriesUid({})}, by};
}

const std::vector<std::string> kFirstSeries{"1.2.3.1.1.1.dcm", "1.2.3.1.1.2.dcm", "1.2.3.1.1.3.dcm",
                                            "1.2.3.1.1.4.dcm", "1.2.3.1.1.5.dcm"};

std::vector<std::string> patientsOf(const Result<QueryRows>& found) {
    REQUIRE(found.has_value());
    std::vector<std::string> names;
    for (const QueryRow& row : found->rows)
        names.push_back(row.patientName);
    std::sort(names.begin(), names.end());
    return names;
}

#define VERTESCORE_ARCHIVE(variable)                                                                         \
    const std::string archiveName = GENERATE(as<std::string>(), "Orthanc", "dcmqrscp");                      \
    CAPTURE(archiveName);                                                                                    \
    const auto variable = startArchive(archiveName);                                                         \
    if (!(variable)) VERTESCORE_SKIP(archiveName + " is not installed");                                     \
    REQUIRE((variable)->isReady)

} // namespace

TEST_CASE("studies are found by patient, date, modality and accession number", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    fill(*archive, folder.path());
    CHECK(echoNode(archive->node).has_value());
    const std::vector<std::string> both{"Müller^Jörg", "ROE^JANE"}, first{"ROE^JANE"}, second{"Müller^Jörg"},
        none;
    const auto find = [&](const Query& query) { return patientsOf(findAt(archive->node, query)); };
    CHECK(find({}) == both);
    CHECK(find({.patientId = "P1"}) == first);
    CHECK(find({.patientName = "ROE*"}) == first);
    CHECK(find({.dateFrom = "20250101"}) == second);
    CHECK(find({.dateFrom = "20240607", .dateTo = "20240607"}) == first);
    CHECK(find({.dateTo = "20231231"}) == none);
    CHECK(find({.accession = "A2"}) == second);
    CHECK(find({.patientId = "P3"}) == none);
    if (archiveName == "Orthanc") { // dcmqrscp knows no modalities of a study
        CHECK(find({.modality = "OT"}) == first);
        CHECK(find({.modality = "CR"}) == both);
    }
}

TEST_CASE("series and images of a study are found with their kinds and numbers", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    fill(*archive, folder.path());
    const auto series = findAt(archive->node, {.level = QueryLevel::Series, .studyUid = studyUid(1)});
    REQUIRE(series.has_value());
    REQUIRE(series->rows.size() == 2);
    std::set<std::string> modalities;
    for (const QueryRow& row : series->rows)
        modalities.insert(row.modality);
    CHECK(modalities == std::set<std::string>{"CR", "OT"});
    const auto images = findAt(
        archive->node, {.level = QueryLevel::Image, .studyUid = studyUid(1), .seriesUid = seriesUid({})});
    REQUIRE(images.has_value());
    CHECK(images->rows.size() == 5);
    const auto few = findAt(
        archive->node,
        {.level = QueryLevel::Image, .studyUid = studyUid(1), .seriesUid = seriesUid({}), .mostRows = 2});
    REQUIRE(few.has_value());
    CHECK(few->rows.size() == 2);
    CHECK(few->isCutOff);
}

TEST_CASE("a question that makes no sense is not asked", "[pacs][archive]") {
    const PacsNode nowhere = localNode("ARCHIVE", 1);
    CHECK(findAt(nowhere, {.dateFrom = "2024-06-07"}).error().code == ErrorCode::InvalidArgument);
    CHECK(findAt(nowhere, {.level = QueryLevel::Series}).error().code == ErrorCode::InvalidArgument);
    CHECK(findAt(nowhere, {.level = QueryLevel::Image, .studyUid = "1.2"}).error().code ==
          ErrorCode::InvalidArgument);
}

TEST_CASE("a series comes by C-GET and by C-MOVE, once, whole", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    const auto by = GENERATE(RetrieveBy::Get, RetrieveBy::Move);
    TemporaryFolder folder;
    fill(*archive, folder / "out");
    std::vector<std::size_t> steps;
    std::mutex mutex;
    const PacsWork work{{}, [&](std::size_t done, std::size_t total) {
                            const std::lock_guard lock(mutex);
                            CHECK(total == 5);
                            steps.push_back(done);
                        }};
    const auto report = retrieve(archive->node, firstSeries(by), folder / "in", work);
    CHECK_FALSE(report.problem.has_value());
    CHECK(report.wanted == 5);
    CHECK(report.arrived.size() == 5);
    CHECK(report.missing.empty());
    CHECK(namesIn(folder / "in") == kFirstSeries);
    CHECK(steps == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
    for (const StoredObject& object : report.arrived)
        CHECK(object.arrival == Arrival::New);

    const auto again = retrieve(archive->node, firstSeries(by), folder / "in");
    CHECK_FALSE(again.problem.has_value());
    CHECK(again.alreadyThere == 5);
    CHECK(again.arrived.empty());
}

TEST_CASE("a whole study comes with all its series", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    fill(*archive, folder / "out");
    const auto report = retrieve(archive->node, {studyUid(1), {}, RetrieveBy::Get}, folder / "in");
    CHECK_FALSE(report.problem.has_value());
    CHECK(uidsOf(report).size() == 6);
}

TEST_CASE("a retrieval that the network cuts goes on where it stopped", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    const auto by = GENERATE(RetrieveBy::Get, RetrieveBy::Move);
    TemporaryFolder folder;
    fill(*archive, folder / "out", 60);
    // By C-GET the objects come through the relay: it ends in the third. By C-MOVE they come to us, and what
    // is cut are the answers to our question.
    const std::size_t through = by == RetrieveBy::Get ? 150000 : 1500;
    Relay relay(archive->node.port, {through});
    PacsNode cut = archive->node;
    cut.port = relay.port();
    const auto first = retrieve(cut, firstSeries(by), folder / "in");
    if (by == RetrieveBy::Get) {
        REQUIRE(first.problem.has_value());
        CHECK(first.problem->code == ErrorCode::ConnectionLost);
        CHECK(first.arrived.size() == 2);
        CHECK(first.missing.size() == 3);
        CHECK(namesIn(folder / "in").size() == 2); // and no half file
    }
    const auto second = retrieve(archive->node, firstSeries(by), folder / "in");
    CHECK_FALSE(second.problem.has_value());
    CHECK(second.alreadyThere + second.arrived.size() == 5);
    CHECK(namesIn(folder / "in") == kFirstSeries);
    for (const StoredObject& object : second.arrived)
        CHECK(object.arrival == Arrival::New);
}

TEST_CASE("an archive that stops in the middle of an object is given up in time", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    fill(*archive, folder / "out", 60);
    Relay relay(archive->node.port, {150000, std::numeric_limits<std::size_t>::max(), Relay::At::Hold});
    PacsNode slow = archive->node;
    slow.port = relay.port();
    slow.answerSeconds = 1;
    const auto report = retrieve(slow, firstSeries(), folder / "in");
    REQUIRE(report.problem.has_value());
    CHECK(report.problem->code == ErrorCode::NodeTimeout);
    CHECK(namesIn(folder / "in").size() == 2);
}

TEST_CASE("a retrieval can be stopped, and what came is kept", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    const auto by = GENERATE(RetrieveBy::Get, RetrieveBy::Move);
    TemporaryFolder folder;
    fill(*archive, folder / "out", 400);
    std::stop_source source;
    const PacsWork work{source.get_token(), [&](std::size_t done, std::size_t) {
                            if (done == 2) source.request_stop();
                        }};
    const auto report = retrieve(archive->node, firstSeries(by), folder / "in", work);
    REQUIRE(report.problem.has_value());
    CHECK(report.problem->code == ErrorCode::Cancelled);
    CHECK(report.arrived.size() >= 2);
    for (const std::string& name : namesIn(folder / "in"))
        CHECK(name.ends_with(".dcm"));
}

TEST_CASE("a disk that fills ends a retrieval, and with room again it goes on", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "disk");
    fill(*archive, folder / "out", 100);
    const auto isWell = onDisk(folder / "disk", {}, [&](const std::filesystem::path& disk) {
        const auto full = retrieve(archive->node, firstSeries(), disk / "in");
        if (!full.problem || full.problem->code != ErrorCode::DiskFull || full.arrived.size() != 2)
            return false;
        if (namesIn(disk / "in").size() != 2) return false;
        std::filesystem::copy(disk / "in", folder / "in");
        return true;
    });
    if (!isWell) VERTESCORE_SKIP("no disk can be mounted here");
    CHECK(*isWell);
    CHECK_FALSE(retrieve(archive->node, firstSeries(), folder / "in").problem.has_value());
    CHECK(namesIn(folder / "in") == kFirstSeries);
}

TEST_CASE("what an archive does not hold is said", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    const auto report = retrieve(archive->node, {"1.9.9", {"1.9.9.1"}, RetrieveBy::Get}, folder / "in");
    REQUIRE(report.problem.has_value());
    CHECK(report.problem->code == ErrorCode::NodeFailure);
}

TEST_CASE("an archive that does not know where we are says so when it is to send to us", "[pacs][archive]") {
    VERTESCORE_ARCHIVE(archive);
    TemporaryFolder folder;
    fill(*archive, folder / "out");
    PacsNode stranger = archive->node;
    stranger.ownAeTitle = "STRANGER";
    const auto report = retrieve(stranger, firstSeries(RetrieveBy::Move), folder / "in");
    REQUIRE(report.problem.has_value());
    CAPTURE(describeError(*report.problem));
    // dcmqrscp answers with a status, Orthanc hangs up.
    CHECK(report.problem->code ==
          (archiveName == "Orthanc" ? ErrorCode::ConnectionLost : ErrorCode::NodeFailure));
    CHECK(report.problem->detail.find(archiveName == "Orthanc" ? "where STRANGER is" : "our AE title") !=
          std::string::npos);
    CHECK(report.missing.size() == 5);
}

TEST_CASE("Orthanc refuses to be called by another name", "[pacs][archive]") {
    const auto archive = startOrthanc();
    if (!archive) VERTESCORE_SKIP("Orthanc is not installed");
    REQUIRE(archive->isReady);
    PacsNode wrong = archive->node;
    wrong.aeTitle = "OTHER";
    const auto found = findAt(wrong, {});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::NodeRefused);
    CHECK(found.error().detail.find("not called OTHER") != std::string::npos);
}

TEST_CASE("the same files sent to Orthanc twice are there once", "[pacs][archive]") {
    const auto archive = startOrthanc();
    if (!archive) VERTESCORE_SKIP("Orthanc is not installed");
    REQUIRE(archive->isReady);
    TemporaryFolder folder;
    const auto files = writeSeries(folder.path(), {.kilobytes = 40}, 6);
    Relay relay(archive->node.port, {std::numeric_limits<std::size_t>::max(), 140000, Relay::At::Cut, 1});
    PacsNode cut = archive->node;
    cut.port = relay.port();
    CHECK(sendFiles(cut, files).failed().empty());
    CHECK(relay.failed() == 1);
    CHECK(sendFiles(archive->node, files).failed().empty());
    const auto images = findAt(
        archive->node, {.level = QueryLevel::Image, .studyUid = studyUid(1), .seriesUid = seriesUid({})});
    REQUIRE(images.has_value());
    CHECK(images->rows.size() == 6);
}
