// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pacs/NodeArguments.h"

#include "core/pacs/NodeList.h"

namespace vertescore::cli {
namespace {

template <typename Value>
void take(const std::optional<Value>& given, Value& value) {
    if (given) value = *given;
}

Result<pacs::PacsNode> fromList(const NodeArguments& arguments) {
    const auto file = arguments.list.empty() ? pacs::usualDataFolder() / pacs::kNodesFileName
                                             : pathFromUtf8(arguments.list);
    const auto nodes = pacs::readNodes(file);
    if (!nodes) return failure(nodes.error());
    return pacs::nodeNamed(*nodes, arguments.name);
}

} // namespace

void addOwnOptions(CLI::App& command, NodeArguments& arguments) {
    command.add_option("--own-aet", arguments.ownAeTitle, "Our AE title (VERTESCORE)");
    command.add_option("--own-port", arguments.ownPort, "Where we listen (11112)");
    command.add_flag("--tls", arguments.isTls, "Secure connections; so does each of the three files");
    command.add_option("--tls-ca", arguments.caFile, "Whom to trust, PEM");
    command.add_option("--tls-cert", arguments.certificateFile, "Our certificate, PEM");
    command.add_option("--tls-key", arguments.keyFile, "Its key, PEM without passphrase");
    command.add_option("--seconds", arguments.seconds, "How long to wait for an answer or a byte (30)");
}

void addNodeOptions(CLI::App& command, NodeArguments& arguments) {
    command.add_option("--node", arguments.name, "A node by the name that it has in the window's settings");
    command.add_option("--nodes", arguments.list, "Another file of nodes than the window's");
    command.add_option("--aet", arguments.aeTitle, "The node's AE title");
    command.add_option("--host", arguments.host, "Its name or IPv4 address");
    command.add_option("--port", arguments.port, "Its port (104)");
    command.add_flag("--tls-any-host", arguments.anyHostName,
                     "Its certificate need not name the host that is called");
    addOwnOptions(command, arguments);
}

void applyTls(const NodeArguments& arguments, pacs::Tls& tls) {
    const auto file = [&tls](const std::string& given, std::filesystem::path& path) {
        if (given.empty()) return;
        path = pathFromUtf8(given);
        tls.isOn = true;
    };
    tls.isOn = tls.isOn || arguments.isTls;
    file(arguments.caFile, tls.caFile);
    file(arguments.certificateFile, tls.certificateFile);
    file(arguments.keyFile, tls.keyFile);
    if (arguments.anyHostName) tls.checksHostName = false;
}

std::optional<pacs::PacsNode> nodeOf(const NodeArguments& arguments, Console& console, bool json) {
    pacs::PacsNode node;
    if (!arguments.name.empty()) {
        auto named = fromList(arguments);
        if (!named) {
            console.failed(named.error(), json);
            return std::nullopt;
        }
        node = std::move(*named);
    }
    take(arguments.aeTitle, node.aeTitle);
    take(arguments.host, node.host);
    take(arguments.port, node.port);
    take(arguments.ownAeTitle, node.ownAeTitle);
    take(arguments.ownPort, node.ownPort);
    take(arguments.seconds, node.answerSeconds);
    applyTls(arguments, node.tls);
    if (const Status checked = pacs::checkNode(node); !checked) {
        console.wrongUsage(checked.error().detail);
        return std::nullopt;
    }
    return node;
}

} // namespace vertescore::cli
