// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/network/Association_p.h"

#include <set>

namespace vertescore::pacs {

/// Little endian first: what an acceptor takes when it may choose.
const std::vector<std::string>& uncompressedSyntaxes();
/// Each compression that the reader of scans knows.
const std::vector<std::string>& compressedSyntaxes();
/// Both, in the order in which a receiver prefers them.
const std::vector<std::string>& storageSyntaxes();

/// Kinds of objects that a scan or results of one may be, for nodes that do not say of what kind theirs are.
std::set<std::string> likelyClasses();

/// A context for each kind of object and each way to write it, so that a node can send (C-GET) every object
/// as it keeps it. What does not fit beside `others` is left out.
std::vector<Association::Context> contextsToGet(const std::set<std::string>& classes,
                                                std::vector<Association::Context> others);

} // namespace vertescore::pacs
