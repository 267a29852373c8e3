// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/network/ServerProcess.h"

#include <array>
#include <atomic>
#include <limits>
#include <list>
#include <thread>

namespace vertescore::test {

/// A network that can fail: hands bytes on between whoever connects to it and a port of this computer.
class Relay {
public:
    enum class At {
        Cut, ///< the connection ends
        Hold ///< not one byte more, and the connection stays
    };
    struct Plan {
        std::size_t fromServer = std::numeric_limits<std::size_t>::max(); ///< bytes that get through
        std::size_t fromClient = std::numeric_limits<std::size_t>::max();
        At then = At::Cut;
        int connections = std::numeric_limits<int>::max(); ///< of the first ones; later ones are whole
    };

    Relay(int target, Plan plan) : m_target(target), m_plan(plan), m_listening(listenAnywhere(m_port)) {
        m_thread = std::thread([this] { run(); });
    }
    ~Relay() {
        m_isOver = true;
        ::shutdown(m_listening, SHUT_RDWR);
        m_thread.join();
        for (std::thread& thread : m_connections)
            thread.join();
        ::close(m_listening);
    }
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    int port() const { return m_port; }
    int failed() const { return m_failed; } ///< connections that the plan ended or held

private:
    struct Way {
        int from;
        int to;
        std::size_t left;
    };

    void run() {
        for (int count = 0; !m_isOver; ++count) {
            const int client = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) return;
            const bool isPlanned = count < m_plan.connections;
            m_connections.emplace_back([this, client, isPlanned] { relay(client, isPlanned); });
        }
    }

    void relay(int client, bool isPlanned) {
        const int server = connectTo(m_target);
        const std::size_t all = std::numeric_limits<std::size_t>::max();
        std::array<Way, 2> ways{Way{client, server, isPlanned ? m_plan.fromClient : all},
                                Way{server, client, isPlanned ? m_plan.fromServer : all}};
        bool isHeld = false;
        while (!m_isOver && server >= 0) {
            std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
            if (isHeld) {
                ::poll(nullptr, 0, 20);
                continue;
            }
            if (::poll(waiting.data(), waiting.size(), 50) <= 0) continue;
            bool isOpen = true;
            for (std::size_t i = 0; i < ways.size() && isOpen; ++i)
                if (waiting[i].revents != 0) isOpen = pass(ways[i]);
            if (isOpen) continue;
            const bool isByPlan = ways[0].left == 0 || ways[1].left == 0;
            if (isByPlan) ++m_failed;
            if (!isByPlan || m_plan.then == At::Cut) break;
            isHeld = true;
        }
        ::close(client);
        if (server >= 0) ::close(server);
    }

    static bool pass(Way& way) {
        std::array<char, 16384> bytes;
        const ssize_t got = ::recv(way.from, bytes.data(), std::min(bytes.size(), way.left), 0);
        if (got <= 0) return false;
        for (ssize_t sent = 0; sent < got;) {
            const ssize_t now =
                ::send(way.to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
            if (now <= 0) return false;
            sent += now;
        }
        way.left -= static_cast<std::size_t>(got);
        return way.left > 0;
    }

    int m_port = 0;
    int m_target;
    Plan m_plan;
    int m_listening;
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_failed = 0;
    std::list<std::thread> m_connections;
    std::thread m_thread;
};

} // namespace vertescore::test
