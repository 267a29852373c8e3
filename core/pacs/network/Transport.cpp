// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/Transport_p.h"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace vertescore::pacs {
namespace {

/// The connection that the library made, with limits.
class GuardedConnection final : public DcmTransportConnection {
public:
    GuardedConnection(DcmNativeSocketType socket, std::unique_ptr<DcmTransportConnection> inner,
                      std::shared_ptr<SocketCut> cut, int idleSeconds)
        : DcmTransportConnection(socket), m_inner(std::move(inner)), m_cut(std::move(cut)),
          m_idleSeconds(idleSeconds) {
        const timeval limit{idleSeconds, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        m_cut->hold(socket);
    }
    ~GuardedConnection() override { m_cut->letGo(); }

    OFCondition serverSideHandshake() override { return m_inner->serverSideHandshake(); }
    OFCondition clientSideHandshake() override { return m_inner->clientSideHandshake(); }
    OFCondition renegotiate(const char* suite) override { return m_inner->renegotiate(suite); }
    ssize_t read(void* bytes, size_t count) override {
        const ssize_t got = m_inner->read(bytes, count);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) m_cut->setLate();
        return got;
    }
    ssize_t write(void* bytes, size_t count) override { return m_inner->write(bytes, count); }
    void close() override {
        m_cut->letGo();
        m_inner->close();
    }
    void closeTransportConnection() override {
        m_cut->letGo();
        m_inner->closeTransportConnection();
    }
    unsigned long getPeerCertificateLength() override { return m_inner->getPeerCertificateLength(); }
    unsigned long getPeerCertificate(void* bytes, unsigned long length) override {
        return m_inner->getPeerCertificate(bytes, length);
    }
    OFBool networkDataAvailable(int seconds) override {
        // The library asks for what is left of its time, and what is below zero it takes for "for ever".
        if (m_inner->networkDataAvailable(std::clamp(seconds, 0, m_idleSeconds))) return OFTrue;
        // It overlooks a socket in error that is not yet at its end, and would say that nothing came.
        pollfd state{getSocket(), 0, 0};
        return ::poll(&state, 1, 0) > 0;
    }
    // The library looks at sockets itself when a connection is transparent.
    OFBool isTransparentConnection() override { return OFFalse; }
    OFString& dumpConnectionParameters(OFString& text) override {
        return m_inner->dumpConnectionParameters(text);
    }

private:
    std::unique_ptr<DcmTransportConnection> m_inner;
    std::shared_ptr<SocketCut> m_cut;
    int m_idleSeconds;
};

tl::unexpected<Error> unusable(const OFCondition& status, const std::filesystem::path& path) {
    return failure(ErrorCode::NodeUntrusted, status.text(), path);
}

bool isIpAddress(const std::string& host) {
    in_addr ignored{};
    return ::inet_pton(AF_INET, host.c_str(), &ignored) == 1;
}

bool demandHost(SSL_CTX* context, const std::string& host) {
    X509_VERIFY_PARAM* const demands = SSL_CTX_get0_param(context);
    return (isIpAddress(host) ? X509_VERIFY_PARAM_set1_ip_asc(demands, host.c_str())
                              : X509_VERIFY_PARAM_set1_host(demands, host.c_str(), host.size())) == 1;
}

Status addFiles(DcmTLSTransportLayer& layer, const Tls& tls) {
    if (!tls.caFile.empty())
        if (const OFCondition added = layer.addTrustedCertificateFile(tls.caFile.c_str(), DCF_Filetype_PEM);
            added.bad())
            return unusable(added, tls.caFile);
    if (tls.certificateFile.empty()) return {};
    // Without this the library would ask for a passphrase on the terminal.
    layer.setPrivateKeyPasswd("");
    if (const OFCondition set = layer.setPrivateKeyFile(tls.keyFile.c_str(), DCF_Filetype_PEM); set.bad())
        return unusable(set, tls.keyFile);
    if (const OFCondition set = layer.setCertificateFile(tls.certificateFile.c_str(), DCF_Filetype_PEM);
        set.bad())
        return unusable(set, tls.certificateFile);
    if (!layer.checkPrivateKeyMatchesCertificate())
        return failure(ErrorCode::NodeUntrusted, "the key is not the certificate's", tls.keyFile);
    return {};
}

} // namespace

Transport::Transport(std::unique_ptr<DcmTLSTransportLayer> tls, std::shared_ptr<SocketCut> cut,
                     int idleSeconds, std::function<void()> created)
    : m_tls(std::move(tls)), m_cut(std::move(cut)), m_idleSeconds(idleSeconds),
      m_created(std::move(created)) {}

DcmTransportConnection* Transport::createConnection(DcmNativeSocketType socket, OFBool isSecure) {
    std::unique_ptr<DcmTransportConnection> inner(isSecure && m_tls
                                                      ? m_tls->createConnection(socket, OFTrue)
                                                      : DcmTransportLayer::createConnection(socket, OFFalse));
    if (m_created) m_created();
    if (!inner) return nullptr;
    return new GuardedConnection(socket, std::move(inner), m_cut, m_idleSeconds);
}

Result<std::unique_ptr<DcmTLSTransportLayer>> makeTls(const Tls& tls, T_ASC_NetworkRole role,
                                                      const std::string& host) {
    if (!tls.isOn) return nullptr;
    auto layer = std::make_unique<DcmTLSTransportLayer>(role, nullptr, OFTrue);
    if (const Status added = addFiles(*layer, tls); !added) return failure(added.error());
    OFCondition set = layer->setTLSProfile(TSP_Profile_BCP195_ND);
    if (set.good()) set = layer->activateCipherSuites();
    if (set.bad()) return failure(ErrorCode::NodeUntrusted, set.text());
    layer->setCertificateVerification(tls.caFile.empty() ? DCV_ignoreCertificate : DCV_requireCertificate);
    if (role == NET_REQUESTOR && tls.checksHostName && !demandHost(layer->getNativeHandle(), host))
        return failure(ErrorCode::NodeUntrusted, "the host name cannot be checked");
    return layer;
}

} // namespace vertescore::pacs
