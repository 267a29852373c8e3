// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/pacs/PacsNode.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>

namespace vertescore::cli {

/// How a node is named on the command line: by a name of the list of nodes, or by AE title, host and port.
/// Options beat the list.
struct NodeArguments {
    std::string name;
    std::string list; ///< file of nodes; empty: the window's
    std::optional<std::string> aeTitle;
    std::optional<std::string> host;
    std::optional<int> port;
    std::optional<std::string> ownAeTitle;
    std::optional<int> ownPort;
    std::string caFile;
    std::string certificateFile;
    std::string keyFile;
    bool isTls = false;
    bool anyHostName = false;
    std::optional<int> seconds;
};

/// --node, --aet, --host, --port, --own-aet, --own-port, --tls ..., --seconds.
void addNodeOptions(CLI::App& command, NodeArguments& arguments);

/// The ones of these that say who we are: for a receiver.
void addOwnOptions(CLI::App& command, NodeArguments& arguments);

/// The node; nothing when the console was told what is wrong.
std::optional<pacs::PacsNode> nodeOf(const NodeArguments& arguments, Console& console, bool json);

/// TLS files as given, and whether one of them was.
void applyTls(const NodeArguments& arguments, pacs::Tls& tls);

} // namespace vertescore::cli
