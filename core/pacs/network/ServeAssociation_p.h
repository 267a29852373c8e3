// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/Receiver.h"
#include "core/pacs/network/SocketCut_p.h"

#include <atomic>
#include <chrono>

namespace vertescore::pacs {

/// One connection of a receiver. Its own thread serves it, the receiver's watches its time.
struct Session {
    std::shared_ptr<SocketCut> cut = std::make_shared<SocketCut>();
    std::atomic<std::chrono::steady_clock::rep> deadline{0};
    std::atomic<bool> isOver{false};

    void goOnFor(int seconds) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        deadline = until.time_since_epoch().count();
    }
    bool isLate() const { return std::chrono::steady_clock::now().time_since_epoch().count() > deadline; }
};

/// Serves one connection from its first byte to its last, and closes the socket. received and refused of the
/// options are called as they are. Any thread.
void serveAssociation(int socket, const ReceiverOptions& options, const ObjectFolder& folder,
                      Session& session);

} // namespace vertescore::pacs
