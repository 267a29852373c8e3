// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/PacsNode.h"
#include "core/pacs/Receiver.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Relay.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

/// A receiver of ours, and the node that it is to others.
struct Listening {
    TemporaryFolder folder;
    std::unique_ptr<Receiver> receiver;
    PacsNode node;

    explicit Listening(ReceiverOptions options = {}) {
        options.port = 0;
        options.isLocal = true;
        options.folder = folder / "in";
        auto started = Receiver::start(std::move(options));
        REQUIRE(started.has_value());
        receiver = std::move(*started);
        node = localNode("VERTESCORE", receiver->port());
    }
};

} // namespace

TEST_CASE("a node that answers echoes", "[pacs][echo]") {
    Listening listening;
    CHECK(echoNode(listening.node).has_value());
}

TEST_CASE("DCMTK's server answers an echo", "[pacs][echo]") {
    const auto program = programNamed("storescp");
    if (!program) VERTESCORE_SKIP("storescp is not installed");
    const int port = freePort();
    ServerProcess server({*program, std::to_string(port)});
    REQUIRE(server.answersAt(port));
    CHECK(echoNode(localNode("ANY", port)).has_value());
}

TEST_CASE("a port where nobody listens is said with the node's name", "[pacs][echo]") {
    PacsNode node = localNode("ARCHIVE", freePort());
    node.name = "Radiology";
    const Status status = echoNode(node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeUnreachable);
    CHECK(status.error().detail.find("Radiology (ARCHIVE at 127.0.0.1:") != std::string::npos);
}

TEST_CASE("a host that has no address is unreachable", "[pacs][echo]") {
    PacsNode node = localNode("ARCHIVE", 104);
    node.host = "no-such-host.invalid";
    CHECK(echoNode(node).error().code == ErrorCode::NodeUnreachable);
}

TEST_CASE("a wrong AE title is refused, and by which name is said", "[pacs][echo]") {
    Listening listening;
    PacsNode node = listening.node;
    node.aeTitle = "ELSEWHERE";
    const Status status = echoNode(node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeRefused);
    CHECK(status.error().detail.find("not called ELSEWHERE") != std::string::npos);
}

TEST_CASE("a node that does not know us says so", "[pacs][echo]") {
    ReceiverOptions options;
    options.callers = {"SCANNER"};
    Listening listening(std::move(options));
    const Status status = echoNode(listening.node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeRefused);
    CHECK(status.error().detail.find("does not know us as VERTESCORE") != std::string::npos);
    PacsNode asScanner = listening.node;
    asScanner.ownAeTitle = "SCANNER";
    CHECK(echoNode(asScanner).has_value());
}

TEST_CASE("a node that holds back its answer ends in the time that it has", "[pacs][echo]") {
    Listening listening;
    const auto heldAt = GENERATE(std::size_t{1}, std::size_t{5}, std::size_t{200});
    Relay relay(listening.node.port, {heldAt, std::numeric_limits<std::size_t>::max(), Relay::At::Hold});
    PacsNode node = listening.node;
    node.port = relay.port();
    node.answerSeconds = 1;
    CHECK(echoNode(node).error().code == ErrorCode::NodeTimeout);
}

TEST_CASE("a connection that is cut is lost, not waited for", "[pacs][echo]") {
    Listening listening;
    Relay relay(listening.node.port, {100});
    PacsNode node = listening.node;
    node.port = relay.port();
    CHECK(echoNode(node).error().code == ErrorCode::ConnectionLost);
}

TEST_CASE("an echo that waits can be stopped", "[pacs][echo]") {
    Listening listening;
    Relay relay(listening.node.port, {1, std::numeric_limits<std::size_t>::max(), Relay::At::Hold});
    PacsNode node = listening.node;
    node.port = relay.port();
    node.answerSeconds = 600;
    std::stop_source source;
    std::jthread stopper([&] {
        while (relay.failed() == 0)
            std::this_thread::yield();
        source.request_stop();
    });
    CHECK(echoNode(node, {source.get_token()}).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a node that makes no sense is not called", "[pacs][echo]") {
    const PacsNode good = localNode("ARCHIVE", 104);
    REQUIRE(checkNode(good).has_value());
    using Spoil = void (*)(PacsNode&);
    const auto spoil = GENERATE(
        as<Spoil>(), [](PacsNode& node) { node.aeTitle = "SEVENTEENLETTERS1"; },
        [](PacsNode& node) { node.ownAeTitle = "   "; }, [](PacsNode& node) { node.aeTitle = "A\\B"; },
        [](PacsNode& node) { node.host.clear(); }, [](PacsNode& node) { node.host = "archive:104"; },
        [](PacsNode& node) { node.port = 0; }, [](PacsNode& node) { node.ownPort = 65536; },
        [](PacsNode& node) { node.answerSeconds = 0; },
        [](PacsNode& node) { node.tls.isOn = true; }, // and trusts nobody
        [](PacsNode& node) { node.tls.certificateFile = "us.pem"; });
    PacsNode node = good;
    spoil(node);
    CHECK(checkNode(node).error().code == ErrorCode::InvalidArgument);
    CHECK(echoNode(node).error().code == ErrorCode::InvalidArgument);
}
