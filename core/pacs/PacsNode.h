// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace vertescore::pacs {

/// TLS as DICOM uses it (PS3.15 B.12, BCP 195): TLS 1.2 or newer, or nothing. Files are PEM.
struct Tls {
    bool isOn = false;
    std::filesystem::path caFile; ///< whom to trust; needed to call, and with it a receiver asks callers, too
    std::filesystem::path certificateFile; ///< ours; a receiver needs it, a caller where the node asks for it
    std::filesystem::path keyFile;
    bool checksHostName = true; ///< the node's certificate must name the host that is called
    friend bool operator==(const Tls&, const Tls&) = default;
};

/// A DICOM application entity that we talk to, and who we are to it. A value; any thread.
struct PacsNode {
    std::string name;    ///< what people here call it; may be empty
    std::string aeTitle; ///< 1 to 16 characters
    std::string host;    ///< a name or an IPv4 address
    int port = 104;
    std::string ownAeTitle = "VERTESCORE";
    int ownPort = 11112; ///< where we listen when it sends to us (C-MOVE); 0: any free one
    Tls tls;
    int connectSeconds = 10; ///< until the connection stands; of all nodes the one called last counts
    int answerSeconds = 30;  ///< without a byte, or until an answer is complete
    friend bool operator==(const PacsNode&, const PacsNode&) = default;
};

/// How long work goes on, and who wants to know. stop: cuts the connection at once.
struct PacsWork {
    std::stop_token stop = {};
    /// In the calling thread.
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// What a title must be (PS3.5 6.2, AE): 1 to 16 printable characters, no backslash, not spaces alone.
bool isAeTitle(const std::string& text);

/// InvalidArgument with the field that makes no sense: titles, host, ports, limits, TLS without a CA.
Status checkNode(const PacsNode& node);

/// "Archive (PACS at 10.0.0.7:104)": what every error says. No secret is in it.
std::string describeNode(const PacsNode& node);

/// C-ECHO: whether the node answers us at all. Blocks up to the node's limits; any thread. Errors, with
/// describeNode and the reason: InvalidArgument, NodeUnreachable, NodeRefused (titles, services),
/// NodeTimeout, NodeUntrusted (TLS), ConnectionLost, NodeFailure (a status that is no success), Cancelled.
Status echoNode(const PacsNode& node, const PacsWork& work = {});

} // namespace vertescore::pacs
