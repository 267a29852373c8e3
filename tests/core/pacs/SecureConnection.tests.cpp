// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Receiver.h"
#include "core/pacs/Retrieve.h"
#include "core/pacs/Send.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Certificates.h"
#include "tests/support/network/Objects.h"
#include "tests/support/network/Relay.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

/// One authority with a certificate for the server and one for us, and a stranger's.
struct Certificates {
    TemporaryFolder folder;
    Authority trusted{folder.path(), "trusted"};
    Authority stranger{folder.path(), "stranger"};
    Tls server = trusted.issue("server", "IP:127.0.0.1");
    Tls elsewhere = trusted.issue("elsewhere", "DNS:other.example.org");
    Tls us = trusted.issue("us", "DNS:desk");
    Tls strange = stranger.issue("strange", "IP:127.0.0.1");

    bool areMade() const { return trusted.isMade() && stranger.isMade(); }
};

struct SecureInbox {
    TemporaryFolder folder;
    std::unique_ptr<Receiver> receiver;
    PacsNode node;

    explicit SecureInbox(const Tls& tls, const Tls& us) {
        ReceiverOptions options;
        options.port = 0;
        options.isLocal = true;
        options.folder = folder / "in";
        options.tls = tls;
        options.seconds = 10;
        auto started = Receiver::start(std::move(options));
        REQUIRE(started.has_value());
        receiver = std::move(*started);
        node = localNode("VERTESCORE", receiver->port());
        node.tls = us;
        node.answerSeconds = 10;
    }
};

#define VERTESCORE_CERTIFICATES(variable)                                                                    \
    Certificates variable;                                                                                   \
    if (!(variable).areMade()) VERTESCORE_SKIP("openssl is not installed")

} // namespace

TEST_CASE("objects travel over TLS between nodes that trust each other", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox(certificates.server, certificates.us);
    CHECK(echoNode(inbox.node).has_value());
    std::filesystem::create_directory(inbox.folder / "out");
    const auto files = writeSeries(inbox.folder / "out", {.kilobytes = 300}, 3);
    CHECK(sendFiles(inbox.node, files).failed().empty());
    CHECK(namesIn(inbox.folder / "in").size() == 3);
}

TEST_CASE("a node whose certificate nobody trusts is not talked to", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox(certificates.strange, certificates.us);
    const Status status = echoNode(inbox.node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeUntrusted);
    CHECK(status.error().detail.find("certificate verify failed") != std::string::npos);
}

TEST_CASE("a certificate of another host is refused, unless one chose not to look", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox(certificates.elsewhere, certificates.us);
    CHECK(echoNode(inbox.node).error().code == ErrorCode::NodeUntrusted);
    PacsNode unlooked = inbox.node;
    unlooked.tls.checksHostName = false;
    CHECK(echoNode(unlooked).has_value());
}

TEST_CASE("a receiver with an authority takes nothing from callers without its certificate", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox(certificates.server, certificates.us);
    std::filesystem::create_directory(inbox.folder / "out");
    const auto file = writeObject(inbox.folder / "out", {});
    PacsNode node = inbox.node;
    enum class Shows { NoCertificate, StrangersCertificate, NoTls };
    const auto shows = GENERATE(Shows::NoCertificate, Shows::StrangersCertificate, Shows::NoTls);
    node.tls.certificateFile.clear();
    node.tls.keyFile.clear();
    if (shows == Shows::StrangersCertificate) {
        node.tls.certificateFile = certificates.strange.certificateFile;
        node.tls.keyFile = certificates.strange.keyFile;
    }
    if (shows == Shows::NoTls) {
        node.tls = {};
        node.answerSeconds = 1;
    }
    CHECK_FALSE(echoNode(node).has_value());
    CHECK(sendFiles(node, {file}, {}, {0}).failed().size() == 1);
    CHECK(namesIn(inbox.folder / "in").empty());
    CHECK(echoNode(inbox.node).has_value()); // and goes on
}

TEST_CASE("a node without TLS is no secure node", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox({}, certificates.us);
    inbox.node.answerSeconds = 1;
    const auto code = echoNode(inbox.node).error().code;
    CHECK((code == ErrorCode::NodeUntrusted || code == ErrorCode::NodeTimeout ||
           code == ErrorCode::ConnectionLost));
}

TEST_CASE("a handshake that stops is given up in time", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    SecureInbox inbox(certificates.server, certificates.us);
    Relay relay(inbox.node.port, {500, std::numeric_limits<std::size_t>::max(), Relay::At::Hold});
    PacsNode node = inbox.node;
    node.port = relay.port();
    node.answerSeconds = 1;
    CHECK_FALSE(echoNode(node).has_value());
    CHECK(echoNode(inbox.node).has_value());
}

TEST_CASE("files of certificates that are none are named", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    PacsNode node = localNode("ARCHIVE", freePort());
    node.tls = certificates.us;
    const std::filesystem::path none = certificates.folder / "wrong.pem";
    writeBytes(none, "no certificate");
    using Member = std::filesystem::path Tls::*;
    const auto member = GENERATE(as<Member>(), &Tls::caFile, &Tls::certificateFile, &Tls::keyFile);
    node.tls.*member = none;
    const Status status = echoNode(node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeUntrusted);
    CHECK(status.error().path == none);
}

TEST_CASE("a key of another certificate is named", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    PacsNode node = localNode("ARCHIVE", freePort());
    node.tls = certificates.us;
    node.tls.keyFile = certificates.server.keyFile;
    const Status status = echoNode(node);
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().code == ErrorCode::NodeUntrusted);
    CHECK(status.error().path == node.tls.keyFile);
}

TEST_CASE("DCMTK's server and ours speak TLS with each other", "[pacs][tls]") {
    const auto program = programNamed("storescp");
    if (!program) VERTESCORE_SKIP("storescp is not installed");
    VERTESCORE_CERTIFICATES(certificates);
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    const int port = freePort();
    ServerProcess server({*program, "+tls", certificates.server.keyFile.string(),
                          certificates.server.certificateFile.string(), "+cf",
                          certificates.trusted.caFile().string(), "-od", (folder / "in").string(),
                          std::to_string(port)});
    REQUIRE(server.answersAt(port));
    PacsNode node = localNode("ANY", port);
    node.tls = certificates.us;
    CHECK(sendFiles(node, {writeObject(folder.path(), {})}).failed().empty());
    CHECK(namesIn(folder / "in").size() == 1);
    node.tls.caFile = certificates.stranger.caFile();
    CHECK(echoNode(node).error().code == ErrorCode::NodeUntrusted);
}

TEST_CASE("Orthanc with TLS takes, finds and gives back", "[pacs][tls]") {
    VERTESCORE_CERTIFICATES(certificates);
    const auto archive = startOrthanc(certificates.server);
    if (!archive) VERTESCORE_SKIP("Orthanc is not installed");
    REQUIRE(archive->isReady);
    PacsNode node = archive->node;
    CHECK_FALSE(echoNode(node).has_value()); // without TLS
    node.tls = certificates.us;
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    CHECK(sendFiles(node, writeSeries(folder / "out", {.kilobytes = 100}, 3)).failed().empty());
    const auto report = retrieve(node, {studyUid(1), {}, RetrieveBy::Get}, folder / "in");
    CHECK_FALSE(report.problem.has_value());
    CHECK(namesIn(folder / "in").size() == 3);
}
