// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/ofstd/ofcond.h>

#include <cstdint>
#include <string>

namespace vertescore::pacs {

/// What a condition of the network library means, with the peer it is about: NodeUnreachable, NodeRefused,
/// NodeTimeout, NodeUntrusted, ConnectionLost, or Internal.
Error networkError(const OFCondition& status, const std::string& peer);

/// What a DIMSE status says in words (PS3.7 annex C, PS3.4 B.2.3, C.4), with its number.
std::string statusInWords(std::uint16_t status);

} // namespace vertescore::pacs
