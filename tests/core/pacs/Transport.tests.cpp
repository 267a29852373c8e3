// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/Transport_p.h"
#include "tests/support/network/ServerProcess.h"

#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;

/// A socket in error that is not at its end, as a TCP socket is for a moment after its peer was reset: a
/// datagram went to a port where nobody listens.
int brokenSocket() {
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in nobody{};
    nobody.sin_family = AF_INET;
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    nobody.sin_port = htons(static_cast<std::uint16_t>(test::freePort()));
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&nobody), sizeof nobody) == 0);
    REQUIRE(::send(socket, "x", 1, 0) == 1);
    return socket;
}

} // namespace

TEST_CASE("a socket in error is read, which says what happened, and not waited for", "[pacs]") {
    const auto cut = std::make_shared<SocketCut>();
    Transport transport(nullptr, cut, 20);
    const std::unique_ptr<DcmTransportConnection> connection(
        transport.createConnection(brokenSocket(), OFFalse));
    CHECK(connection->networkDataAvailable(20));
    char byte = 0;
    CHECK(connection->read(&byte, 1) == -1);
    CHECK(errno == ECONNREFUSED);
    CHECK_FALSE(cut->isLate());
}
