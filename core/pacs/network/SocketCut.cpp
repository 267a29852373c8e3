// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/SocketCut_p.h"

#include <sys/socket.h>

namespace vertescore::pacs {

void SocketCut::hold(int socket) {
    const std::lock_guard lock(m_mutex);
    m_socket = socket;
    if (m_isCut) ::shutdown(m_socket, SHUT_RDWR);
}

void SocketCut::letGo() {
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
}

void SocketCut::cut() {
    const std::lock_guard lock(m_mutex);
    m_isCut = true;
    if (m_socket >= 0) ::shutdown(m_socket, SHUT_RDWR);
}

void SocketCut::cutReading() {
    const std::lock_guard lock(m_mutex);
    if (m_socket >= 0) ::shutdown(m_socket, SHUT_RD);
}

} // namespace vertescore::pacs
