// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Receiver.h"

#include "core/pacs/network/ServeAssociation_p.h"
#include "core/pacs/network/Transport_p.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <list>
#include <mutex>
#include <system_error>
#include <thread>

namespace vertescore::pacs {
namespace {

constexpr int kWaiting = 16;  ///< connections that the system holds for us
constexpr int kWatchMs = 200; ///< how often the time of connections is looked at

Status checkOptions(const ReceiverOptions& options) {
    const auto wrong = [](const char* why) { return failure(ErrorCode::InvalidArgument, why); };
    if (!isAeTitle(options.aeTitle)) return wrong("our AE title has 1 to 16 printable characters");
    if (options.port < 0 || options.port > 65535) return wrong("our port is 0 to 65535");
    if (options.seconds < 1 || options.mostConnections < 1) return wrong("limits are 1 or more");
    if (options.tls.isOn && options.tls.certificateFile.empty())
        return wrong("TLS needs a certificate of ours and its key");
    return {};
}

Error listenError(const ReceiverOptions& options) {
    return {ErrorCode::NodeUnreachable,
            "our port " + std::to_string(options.port) + ": " + std::generic_category().message(errno),
            std::nullopt};
}

Result<int> listenAt(const ReceiverOptions& options) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return failure(listenError(options));
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(options.port));
    address.sin_addr.s_addr = htonl(options.isLocal ? INADDR_LOOPBACK : INADDR_ANY);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::listen(socket, kWaiting) == 0)
        return socket;
    const Error error = listenError(options);
    ::close(socket);
    return failure(error);
}

} // namespace

class Receiver::Server {
public:
    Server(ReceiverOptions options, ObjectFolder folder, int listening)
        : m_options(std::move(options)), m_folder(std::move(folder)), m_listening(listening) {
        // Callers come from several threads: one at a time.
        m_options.received = [this, call = m_options.received](const Result<StoredObject>& object) {
            const std::lock_guard lock(m_calling);
            if (call) call(object);
        };
        m_options.refused = [this, call = m_options.refused](const Error& error) {
            const std::lock_guard lock(m_calling);
            if (call) call(error);
        };
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    ~Server() {
        m_thread.request_stop();
        m_thread.join();
        ::close(m_listening);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &size);
        return ntohs(address.sin_port);
    }

private:
    struct Connection {
        Session session;
        std::thread thread;
    };

    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const bool hasRoom = m_connections.size() < m_options.mostConnections;
            pollfd waiting{hasRoom ? m_listening : -1, POLLIN, 0};
            if (::poll(&waiting, 1, kWatchMs) > 0) begin();
            watch();
        }
        for (Connection& connection : m_connections)
            connection.session.cut->cut();
        for (Connection& connection : m_connections)
            connection.thread.join();
    }

    void begin() {
        const int socket = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        Connection& connection = m_connections.emplace_back();
        connection.session.goOnFor(m_options.seconds);
        connection.thread = std::thread([this, socket, &connection] {
            serveAssociation(socket, m_options, m_folder, connection.session);
            connection.session.isOver = true;
        });
    }

    void watch() {
        for (auto it = m_connections.begin(); it != m_connections.end();) {
            if (it->session.isOver) {
                it->thread.join();
                it = m_connections.erase(it);
                continue;
            }
            if (it->session.isLate()) it->session.cut->cut();
            ++it;
        }
    }

    ReceiverOptions m_options;
    ObjectFolder m_folder;
    int m_listening;
    std::mutex m_calling;
    std::list<Connection> m_connections;
    std::jthread m_thread;
};

Receiver::Receiver(std::unique_ptr<Server> server) : m_server(std::move(server)) {}

Receiver::~Receiver() = default;

Result<std::unique_ptr<Receiver>> Receiver::start(ReceiverOptions options) {
    if (const Status checked = checkOptions(options); !checked) return failure(checked.error());
    // Said now, not to the first caller.
    if (const auto tls = makeTls(options.tls, NET_ACCEPTOR, {}); !tls) return failure(tls.error());
    auto folder = ObjectFolder::open(options.folder, options.mostObjectBytes);
    if (!folder) return failure(folder.error());
    const auto listening = listenAt(options);
    if (!listening) return failure(listening.error());
    return std::unique_ptr<Receiver>(
        new Receiver(std::make_unique<Server>(std::move(options), std::move(*folder), *listening)));
}

int Receiver::port() const {
    return m_server->port();
}

} // namespace vertescore::pacs
