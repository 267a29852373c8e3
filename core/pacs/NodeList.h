// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"

#include <string_view>
#include <vector>

namespace vertescore::pacs {

/// The name of the file of nodes in the program's own folder.
inline constexpr std::string_view kNodesFileName = "pacs-nodes.json";

/// The folder in which the window keeps its files when nobody names another, so that the command line finds
/// the same nodes; empty where the system has none.
std::filesystem::path usualDataFolder();

/// Nodes as people entered them, in their order. A file that is not there holds none. Errors: File...,
/// FileMalformed (with what is wrong).
Result<std::vector<PacsNode>> readNodes(const std::filesystem::path& file);

/// Errors: InvalidArgument (a node that checkNode refuses, no name, a name twice), FileNotWritable, DiskFull.
Status writeNodes(const std::filesystem::path& file, const std::vector<PacsNode>& nodes);

/// The node of that name. InvalidArgument: there is none; detail lists the names.
Result<PacsNode> nodeNamed(const std::vector<PacsNode>& nodes, std::string_view name);

} // namespace vertescore::pacs
