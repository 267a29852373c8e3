// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Send.h"
#include "core/pacs/Receiver.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"
#include "tests/support/network/Relay.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

struct Target {
    TemporaryFolder folder;
    std::atomic<int> arrived = 0;
    std::unique_ptr<Receiver> receiver;
    PacsNode node;

    Target() {
        std::filesystem::create_directory(folder / "out");
        ReceiverOptions options;
        options.port = 0;
        options.isLocal = true;
        options.folder = folder / "in";
        options.received = [this](const Result<StoredObject>& object) {
            if (object) ++arrived;
        };
        auto started = Receiver::start(std::move(options));
        REQUIRE(started.has_value());
        receiver = std::move(*started);
        node = localNode("VERTESCORE", receiver->port());
    }
};

} // namespace

TEST_CASE("each file has its own result, in the order given", "[pacs][send]") {
    Target target;
    const auto good = writeObject(target.folder / "out", {.instance = 1});
    const auto other = writeObject(target.folder / "out", {.instance = 2});
    writeBytes(target.folder / "out/text.dcm", "no DICOM at all, and far too short to be any");
    std::size_t last = 0;
    const PacsWork work{{}, [&](std::size_t done, std::size_t total) {
                            CHECK(done == last + 1);
                            CHECK(total == 4);
                            last = done;
                        }};
    const auto report = sendFiles(
        target.node, {good, target.folder / "out/text.dcm", target.folder / "out/nothing.dcm", other}, work);
    REQUIRE(report.files.size() == 4);
    CHECK(report.files[0].status.has_value());
    CHECK(report.files[0].instanceUid == "1.2.3.1.1.1");
    CHECK(report.files[1].status.error().code == ErrorCode::UnsupportedFormat);
    CHECK(report.files[1].status.error().path == target.folder / "out/text.dcm");
    CHECK(report.files[2].status.error().code == ErrorCode::FileNotFound);
    CHECK(report.files[3].status.has_value());
    CHECK(last == 4);
    CHECK(report.failed().size() == 2);
}

TEST_CASE("after a cut only what was not confirmed goes out again, over a new connection", "[pacs][send]") {
    Target target;
    const auto files = writeSeries(target.folder / "out", {.kilobytes = 40}, 6);
    // Somewhere in the fourth object.
    Relay relay(target.node.port,
                {std::numeric_limits<std::size_t>::max(), 140000, Relay::At::Cut, /*connections=*/1});
    PacsNode node = target.node;
    node.port = relay.port();
    CHECK(sendFiles(node, files).failed().empty());
    CHECK(relay.failed() == 1);
    target.receiver.reset();
    CHECK(target.arrived == 6); // none twice
    CHECK(namesIn(target.folder / "in").size() == 6);
}

TEST_CASE("a network that never holds ends in an error for each file left, and they can be sent later",
          "[pacs][send]") {
    Target target;
    const auto files = writeSeries(target.folder / "out", {.kilobytes = 40}, 5);
    Relay relay(target.node.port, {std::numeric_limits<std::size_t>::max(), 100000});
    PacsNode node = target.node;
    node.port = relay.port();
    // Each connection brings two objects through, the third is cut: 2, 2, 1.
    CHECK(sendFiles(node, files, {}, {1}).failed().empty());
    Relay worse(target.node.port, {std::numeric_limits<std::size_t>::max(), 20000});
    node.port = worse.port();
    const auto report = sendFiles(node, files, {}, {2});
    CHECK(report.failed() == files);
    CHECK(worse.failed() == 3);
    for (const SentFile& file : report.files)
        CHECK(file.status.error().code == ErrorCode::ConnectionLost);
}

TEST_CASE("sending can be stopped, and what went out before stays confirmed", "[pacs][send]") {
    Target target;
    const auto files = writeSeries(target.folder / "out", {}, 4);
    std::stop_source source;
    const PacsWork work{source.get_token(), [&](std::size_t done, std::size_t) {
                            if (done == 2) source.request_stop();
                        }};
    const auto report = sendFiles(target.node, files, work);
    CHECK(report.files[1].status.has_value());
    CHECK(report.files[2].status.error().code == ErrorCode::Cancelled);
    CHECK(report.files[3].status.error().code == ErrorCode::Cancelled);
}

TEST_CASE("a kind of object that the node does not take is refused alone", "[pacs][send]") {
    Target target;
    const auto good = writeObject(target.folder / "out", {.instance = 1});
    const auto strange = target.folder / "out/strange.dcm";
    writeDicom(strange, [](DcmDataset& dataset) {
        dataset.putAndInsertString(DCM_SOPClassUID, "1.2.3.4.5.6.7");
        dataset.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.9");
    });
    const auto report = sendFiles(target.node, {strange, good});
    CHECK(report.files[0].status.error().code == ErrorCode::NodeRefused);
    CHECK(report.files[0].status.error().detail.find("1.2.3.4.5.6.7") != std::string::npos);
    CHECK(report.files[1].status.has_value());
}

TEST_CASE("a plain file changes its byte order for a node that knows one only", "[pacs][send]") {
    const auto program = programNamed("storescp");
    if (!program) VERTESCORE_SKIP("storescp is not installed");
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    const auto file = writeObject(folder.path(), {}, EXS_BigEndianExplicit);
    const int port = freePort();
    ServerProcess server({*program, "+xi", "-od", (folder / "in").string(), std::to_string(port)});
    REQUIRE(server.answersAt(port));
    CHECK(sendFiles(localNode("ANY", port), {file}).failed().empty());
    CHECK(namesIn(folder / "in").size() == 1);
}

TEST_CASE("a compressed file goes out as it is, and to nobody who does not take it", "[pacs][send]") {
    const auto server = programNamed("storescp"), compress = programNamed("dcmcrle");
    if (!server || !compress) VERTESCORE_SKIP("storescp and dcmcrle are not installed");
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    const auto plain = writeObject(folder.path(), {});
    const auto file = folder / "compressed.dcm";
    REQUIRE(ServerProcess({*compress, plain.string(), file.string()}).wait() == 0);
    const bool isTaken = GENERATE(false, true);
    const int port = freePort();
    ServerProcess receiver(
        {*server, isTaken ? "+xr" : "+xi", "+B", "-od", (folder / "in").string(), std::to_string(port)});
    REQUIRE(receiver.answersAt(port));
    const auto report = sendFiles(localNode("ANY", port), {file});
    if (!isTaken) {
        REQUIRE(report.failed().size() == 1);
        CHECK(report.files.front().status.error().code == ErrorCode::NodeRefused);
        CHECK(report.files.front().status.error().detail.find("RLE") != std::string::npos);
        CHECK(sendFiles(localNode("ANY", port), {plain}).failed().empty());
        return;
    }
    CHECK(report.failed().empty());
    REQUIRE(namesIn(folder / "in").size() == 1);
    DcmFileFormat arrived;
    REQUIRE(arrived.loadFile((folder / "in" / namesIn(folder / "in").front()).c_str()).good());
    CHECK(arrived.getDataset()->getOriginalXfer() == EXS_RLELossless);
}

TEST_CASE("objects of many kinds go out over as many associations as they need", "[pacs][send]") {
    Target target;
    std::vector<std::filesystem::path> files;
    // A context for each kind and one more for its plain forms: 150 contexts, 128 fit.
    for (int i = 0; i < 75; ++i) {
        files.push_back(target.folder / ("out/" + std::to_string(i) + ".dcm"));
        writeDicom(files.back(), [i](DcmDataset& dataset) {
            dataset.putAndInsertString(DCM_SOPInstanceUID, ("1.2.3." + std::to_string(i)).c_str());
            dataset.putAndInsertString(DCM_SOPClassUID, dcmAllStorageSOPClassUIDs[i]);
        });
    }
    CHECK(sendFiles(target.node, files).failed().empty());
    CHECK(namesIn(target.folder / "in").size() == 75);
}
