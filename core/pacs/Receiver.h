// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/ObjectFolder.h"
#include "core/pacs/PacsNode.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vertescore::pacs {

struct ReceiverOptions {
    std::string aeTitle = "VERTESCORE"; ///< what callers must call us
    int port = 11112;                   ///< 0: any free one
    std::filesystem::path folder;
    std::vector<std::string> callers; ///< AE titles that may send; empty: everybody who reaches the port
    Tls tls;                          ///< with a caFile, callers need a certificate of it
    int seconds = 30;                 ///< for a connection to begin, and between pieces of what it sends
    std::size_t mostConnections = 8;  ///< at a time; others wait
    std::uintmax_t mostObjectBytes = ObjectFolder::kMostObjectBytes;
    bool isLocal = false; ///< only this computer can reach it
    /// An object that came, or why it was not kept. From a thread of the receiver, one call at a time.
    std::function<void(const Result<StoredObject>&)> received = {};
    /// A connection that was refused or broken. As received.
    std::function<void(const Error&)> refused = {};
};

/// Listens for objects that other nodes send (C-STORE SCP; answers C-ECHO) and puts them into a folder
/// (ObjectFolder). Has threads of its own until it is destroyed. Whatever is sent to its port, it goes on.
class Receiver {
public:
    /// Errors: InvalidArgument, FileNotWritable, NodeUntrusted (TLS files), NodeUnreachable (the port is
    /// taken, or not allowed).
    static Result<std::unique_ptr<Receiver>> start(ReceiverOptions options);
    /// Cuts every connection; what was whole by then stays.
    ~Receiver();
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    int port() const;

private:
    class Server;
    explicit Receiver(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

} // namespace vertescore::pacs
