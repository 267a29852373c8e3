// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>

namespace vertescore::pacs {

/// Ends a connection from another thread: whatever waits for its socket returns at once. And remembers what
/// the library forgets: that the other side was waited for in vain. Any thread.
class SocketCut {
public:
    /// From now on the socket is the one to cut; at once where the cut came first.
    void hold(int socket);
    /// Before the socket is closed: its number may be another one's then.
    void letGo();
    void cut();
    /// Nothing more is read, what is written still goes out.
    void cutReading();

    void setLate() { m_isLate = true; }
    bool isLate() const { return m_isLate; }

private:
    std::mutex m_mutex;
    int m_socket = -1;
    bool m_isCut = false;
    std::atomic<bool> m_isLate = false;
};

} // namespace vertescore::pacs
