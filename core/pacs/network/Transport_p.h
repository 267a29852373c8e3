// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"
#include "core/pacs/network/SocketCut_p.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/dcmlayer.h>
#include <dcmtk/dcmnet/dcmtrans.h>
#include <dcmtk/dcmtls/tlslayer.h>

#include <functional>
#include <memory>

namespace vertescore::pacs {

/// Makes connections for the library, plain or TLS, that never wait longer than they may and that can be cut.
class Transport : public DcmTransportLayer {
public:
    /// tls: nothing for a plain connection. created: after each connection was made, in its thread.
    Transport(std::unique_ptr<DcmTLSTransportLayer> tls, std::shared_ptr<SocketCut> cut, int idleSeconds,
              std::function<void()> created = {});

    DcmTransportConnection* createConnection(DcmNativeSocketType socket, OFBool isSecure) override;

private:
    std::unique_ptr<DcmTLSTransportLayer> m_tls;
    std::shared_ptr<SocketCut> m_cut;
    int m_idleSeconds;
    std::function<void()> m_created;
};

/// Nothing when TLS is off. For a caller with the host that the certificate must name, for a receiver (role
/// NET_ACCEPTOR) without. Errors: NodeUntrusted (a file that cannot be used, with its path).
Result<std::unique_ptr<DcmTLSTransportLayer>> makeTls(const Tls& tls, T_ASC_NetworkRole role,
                                                      const std::string& host);

} // namespace vertescore::pacs
