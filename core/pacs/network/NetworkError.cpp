// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/network/NetworkError_p.h"

#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dimse.h>

#include <array>
#include <cstdio>
#include <string_view>

namespace vertescore::pacs {
namespace {

ErrorCode codeOf(const OFCondition& status) {
    if (status.module() == OFM_dcmtls) return ErrorCode::NodeUntrusted;
    switch (status.code()) {
    case DULC_TCPINITERROR:
    case DULC_UNKNOWNHOST:
        return ErrorCode::NodeUnreachable;
    case DULC_ASSOCIATIONREJECTED:
    case DIMSEC_NOVALIDPRESENTATIONCONTEXTID:
        return ErrorCode::NodeRefused;
    case DULC_READTIMEOUT:
    case DIMSEC_NODATAAVAILABLE:
        return ErrorCode::NodeTimeout;
    case DULC_TLSERROR:
        return ErrorCode::NodeUntrusted;
    default:
        return status.module() == OFM_dcmnet ? ErrorCode::ConnectionLost : ErrorCode::Internal;
    }
}

/// The library's text without what only it understands.
std::string wordsOf(const OFCondition& status) {
    const std::string_view text = status.text();
    constexpr std::array<std::string_view, 2> kPrefixes{"TCP Initialization Error: ",
                                                        "DUL secure transport layer: "};
    for (const std::string_view prefix : kPrefixes)
        if (text.starts_with(prefix)) return std::string(text.substr(prefix.size()));
    return std::string(text);
}

struct StatusText {
    std::uint16_t from;
    std::uint16_t to;
    const char* words;
};

constexpr std::array kStatusTexts{
    StatusText{0x0000, 0x0000, "success"},
    StatusText{0x0122, 0x0122, "this kind of object is not supported"},
    StatusText{0x0124, 0x0124, "not authorised"},
    StatusText{0x0210, 0x0210, "the message was sent before"},
    StatusText{0x0211, 0x0211, "the operation is not known"},
    StatusText{0xA700, 0xA7FF, "out of resources"},
    StatusText{0xA801, 0xA801, "the destination is not known: is our AE title entered there?"},
    StatusText{0xA900, 0xA9FF, "the data set does not fit its kind"},
    StatusText{0xC000, 0xCFFF, "it cannot understand or process this"},
    StatusText{0xFE00, 0xFE00, "cancelled"},
    StatusText{0xB000, 0xBFFF, "done, with a warning"},
};

} // namespace

Error networkError(const OFCondition& status, const std::string& peer) {
    return {codeOf(status), peer + ": " + wordsOf(status), std::nullopt};
}

std::string statusInWords(std::uint16_t status) {
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "0x%04X", static_cast<unsigned>(status));
    for (const StatusText& text : kStatusTexts)
        if (status >= text.from && status <= text.to)
            return std::string("status ") + number.data() + ", " + text.words;
    return std::string("status ") + number.data();
}

} // namespace vertescore::pacs
