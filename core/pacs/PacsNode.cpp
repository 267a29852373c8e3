// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/PacsNode.h"

#include "core/pacs/network/Association_p.h"

#include <algorithm>

namespace vertescore::pacs {
namespace {

constexpr std::size_t kLongestAeTitle = 16;
constexpr std::size_t kLongestHost = 100; ///< what the library has room for, with the port
constexpr int kLongestWaitSeconds = 3600;

bool isPort(int port, int smallest) {
    return port >= smallest && port <= 65535;
}

bool isWait(int seconds) {
    return seconds >= 1 && seconds <= kLongestWaitSeconds;
}

bool isHost(const std::string& host) {
    return !host.empty() && host.size() <= kLongestHost && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '-' || c == '_';
    });
}

} // namespace

bool isAeTitle(const std::string& text) {
    const auto isAllowed = [](char c) { return c >= ' ' && c <= '~' && c != '\\'; };
    return !text.empty() && text.size() <= kLongestAeTitle &&
           std::all_of(text.begin(), text.end(), isAllowed) &&
           text.find_first_not_of(' ') != std::string::npos;
}

Status checkNode(const PacsNode& node) {
    const auto wrong = [](std::string what) { return failure(ErrorCode::InvalidArgument, std::move(what)); };
    if (!isAeTitle(node.aeTitle)) return wrong("the node's AE title has 1 to 16 printable characters");
    if (!isAeTitle(node.ownAeTitle)) return wrong("our AE title has 1 to 16 printable characters");
    if (!isHost(node.host)) return wrong("the host is a name or an IPv4 address");
    if (!isPort(node.port, 1)) return wrong("the port is 1 to 65535");
    if (!isPort(node.ownPort, 0)) return wrong("our port is 0 to 65535");
    if (!isWait(node.connectSeconds) || !isWait(node.answerSeconds))
        return wrong("limits of time are 1 to 3600 seconds");
    if (node.tls.isOn && node.tls.caFile.empty())
        return wrong("TLS needs the file of a certificate authority to trust");
    if (node.tls.certificateFile.empty() != node.tls.keyFile.empty())
        return wrong("a certificate needs its key, and a key its certificate");
    return {};
}

std::string describeNode(const PacsNode& node) {
    std::string words = node.aeTitle + " at " + node.host + ":" + std::to_string(node.port);
    return node.name.empty() ? words : node.name + " (" + words + ")";
}

Status echoNode(const PacsNode& node, const PacsWork& work) {
    const std::string verification = UID_VerificationSOPClass;
    auto association = Association::open(node, {{verification, plainSyntaxes()}}, work.stop);
    if (!association) return failure(association.error());
    Association& peer = **association;
    const auto context = peer.accepted(verification);
    if (!context) return failure(peer.refusal("it does not answer C-ECHO"));
    DIC_US status = 0;
    DcmDataset* detail = nullptr;
    const OFCondition echoed = DIMSE_echoUser(peer.raw(), peer.nextMessageId(), DIMSE_NONBLOCKING,
                                              node.answerSeconds, &status, &detail);
    const std::unique_ptr<DcmDataset> owned(detail);
    if (echoed.bad()) return failure(peer.errorOf(echoed));
    if (status != STATUS_Success) return failure(peer.statusError(status));
    return peer.release();
}

} // namespace vertescore::pacs
