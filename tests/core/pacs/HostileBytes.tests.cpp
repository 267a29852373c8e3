// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Receiver.h"
#include "core/pacs/Send.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"

#include <catch2/catch.hpp>

#include <random>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

constexpr std::uint32_t kSeed = 20260607;

/// Everything that a client sent before it hung up, as a server heard it.
std::string recorded(const std::filesystem::path& file, int through) {
    int port = 0;
    const int listening = listenAnywhere(port);
    std::string bytes;
    std::thread relay([&] {
        const int client = ::accept(listening, nullptr, nullptr);
        const int server = connectTo(through);
        std::array<char, 4096> piece{};
        for (bool isOpen = true; isOpen;) {
            std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
            ::poll(waiting.data(), waiting.size(), -1);
            for (const bool isFromClient : {true, false}) {
                const pollfd& one = waiting[isFromClient ? 0 : 1];
                if (one.revents == 0) continue;
                const ssize_t got = ::recv(one.fd, piece.data(), piece.size(), 0);
                isOpen = isOpen && got > 0;
                if (got <= 0) continue;
                if (isFromClient) bytes.append(piece.data(), static_cast<std::size_t>(got));
                ::send(isFromClient ? server : client, piece.data(), static_cast<std::size_t>(got),
                       MSG_NOSIGNAL);
            }
        }
        ::close(client);
        ::close(server);
    });
    REQUIRE(sendFiles(localNode("VERTESCORE", port), {file}).failed().empty());
    relay.join();
    ::close(listening);
    return bytes;
}

/// Sends bytes and hangs up at once, or waits until the other side does.
void throwAt(int port, const std::string& bytes, bool waits) {
    const int socket = connectTo(port);
    if (socket < 0) return;
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    ::shutdown(socket, SHUT_WR);
    char ignored = 0;
    while (waits && ::recv(socket, &ignored, 1, 0) > 0) {
    }
    ::close(socket);
}

std::string garbage(std::mt19937& random, std::size_t count) {
    std::string bytes(count, '\0');
    for (char& c : bytes)
        c = static_cast<char>(random());
    return bytes;
}

} // namespace

TEST_CASE("garbage and half messages neither end a receiver nor hold it up", "[pacs][hostile]") {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    const auto file = writeObject(folder / "out", {.kilobytes = 1});
    ReceiverOptions options;
    options.port = 0;
    options.isLocal = true;
    options.folder = folder / "in";
    options.seconds = 1;
    options.mostConnections = 4;
    auto receiver = Receiver::start(std::move(options));
    REQUIRE(receiver.has_value());
    const int port = (*receiver)->port();
    const std::string whole = recorded(file, port);
    REQUIRE(whole.size() > 1000);
    std::filesystem::remove_all(folder / "in");
    std::filesystem::create_directory(folder / "in");

    std::mt19937 random(kSeed);
    std::size_t thrown = 0;
    for (int i = 0; i < 60; ++i, ++thrown)
        throwAt(port, garbage(random, 1 + random() % 3000), i % 3 == 0);
    // Each type of PDU, with lengths from none to all that a field can say.
    for (unsigned type = 0; type < 12; ++type)
        for (const std::string& length : {std::string(4, '\0'), std::string("\0\0\0\x04", 4),
                                          std::string("\0\0\x40\0", 4), std::string(4, '\xff')}) {
            throwAt(port, std::string(1, static_cast<char>(type)) + '\0' + length + garbage(random, 40),
                    false);
            ++thrown;
        }
    // A true conversation, cut anywhere, and with bytes that changed on the way.
    for (std::size_t end = 1; end < whole.size(); end += 41, ++thrown)
        throwAt(port, whole.substr(0, end), false);
    for (int i = 0; i < 150; ++i, ++thrown) {
        std::string changed = whole;
        for (unsigned change = 1 + random() % 4; change > 0; --change)
            changed[random() % std::min<std::size_t>(changed.size(), 900)] = static_cast<char>(random());
        throwAt(port, changed, i % 5 == 0);
    }
    CHECK(thrown > 250);

    PacsNode node = localNode("VERTESCORE", port);
    CHECK(echoNode(node).has_value());
    CHECK(sendFiles(node, {file}).failed().empty());
    receiver->reset();
    for (const std::string& name : namesIn(folder / "in"))
        CHECK(name.ends_with(".dcm")); // nothing half done
}

TEST_CASE("connections that say nothing leave room for others after their time", "[pacs][hostile]") {
    TemporaryFolder folder;
    ReceiverOptions options;
    options.port = 0;
    options.isLocal = true;
    options.folder = folder / "in";
    options.seconds = 1;
    options.mostConnections = 2;
    auto receiver = Receiver::start(std::move(options));
    REQUIRE(receiver.has_value());
    std::vector<int> silent;
    for (int i = 0; i < 6; ++i)
        silent.push_back(connectTo((*receiver)->port()));
    CHECK(echoNode(localNode("VERTESCORE", (*receiver)->port())).has_value());
    for (const int socket : silent)
        ::close(socket);
}

TEST_CASE("a UID that would lead to another folder is no file", "[pacs][hostile]") {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "out");
    const auto file = folder / "out/evil.dcm";
    writeDicom(file,
               [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_SOPInstanceUID, "../../evil"); });
    ReceiverOptions options;
    options.port = 0;
    options.isLocal = true;
    options.folder = folder / "in";
    auto receiver = Receiver::start(std::move(options));
    REQUIRE(receiver.has_value());
    const auto report = sendFiles(localNode("VERTESCORE", (*receiver)->port()), {file});
    CHECK(report.failed().size() == 1);
    CHECK(namesIn(folder / "in").empty());
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"in", "out"});
}
