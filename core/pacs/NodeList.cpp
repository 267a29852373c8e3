// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/NodeList.h"

#include "core/base/AtomicFile.h"
#include "core/base/JsonDepth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace vertescore::pacs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kMostBytes = 1U << 20;

std::filesystem::path fromUtf8(const std::string& text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

Json toJson(const PacsNode& node) {
    return {{"name", node.name},
            {"aeTitle", node.aeTitle},
            {"host", node.host},
            {"port", node.port},
            {"ownAeTitle", node.ownAeTitle},
            {"ownPort", node.ownPort},
            {"connectSeconds", node.connectSeconds},
            {"answerSeconds", node.answerSeconds},
            {"tls",
             {{"on", node.tls.isOn},
              {"ca", toUtf8(node.tls.caFile)},
              {"certificate", toUtf8(node.tls.certificateFile)},
              {"key", toUtf8(node.tls.keyFile)},
              {"checksHostName", node.tls.checksHostName}}}};
}

/// Throws what the library throws.
PacsNode fromJson(const Json& json) {
    PacsNode node;
    node.name = json.at("name").get<std::string>();
    node.aeTitle = json.at("aeTitle").get<std::string>();
    node.host = json.at("host").get<std::string>();
    node.port = json.at("port").get<int>();
    node.ownAeTitle = json.value("ownAeTitle", node.ownAeTitle);
    node.ownPort = json.value("ownPort", node.ownPort);
    node.connectSeconds = json.value("connectSeconds", node.connectSeconds);
    node.answerSeconds = json.value("answerSeconds", node.answerSeconds);
    const Json tls = json.value("tls", Json::object());
    node.tls.isOn = tls.value("on", false);
    node.tls.caFile = fromUtf8(tls.value("ca", std::string()));
    node.tls.certificateFile = fromUtf8(tls.value("certificate", std::string()));
    node.tls.keyFile = fromUtf8(tls.value("key", std::string()));
    node.tls.checksHostName = tls.value("checksHostName", true);
    return node;
}

Status checkAll(const std::vector<PacsNode>& nodes) {
    std::set<std::string> names;
    for (const PacsNode& node : nodes) {
        if (node.name.empty()) return failure(ErrorCode::InvalidArgument, "a node has a name");
        if (!names.insert(node.name).second)
            return failure(ErrorCode::InvalidArgument, "two nodes are called " + node.name);
        if (const Status checked = checkNode(node); !checked)
            return failure(ErrorCode::InvalidArgument, node.name + ": " + checked.error().detail);
    }
    return {};
}

} // namespace

std::filesystem::path usualDataFolder() {
    // Where Qt puts the data of a program of this name.
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::filesystem::path(data) / "VerteScore";
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home == '\0') return {};
    return std::filesystem::path(home) / ".local/share/VerteScore";
}

Result<std::vector<PacsNode>> readNodes(const std::filesystem::path& file) {
    const auto text = readFile(file, kMostBytes);
    if (!text && text.error().code == ErrorCode::FileNotFound) return std::vector<PacsNode>();
    if (!text) return failure(text.error());
    if (jsonDepth(*text) > kDeepestJson) return failure(ErrorCode::FileMalformed, "nested too deep", file);
    std::vector<PacsNode> nodes;
    try {
        const Json list = Json::parse(*text);
        for (const Json& one : list.at("nodes"))
            nodes.push_back(fromJson(one));
    } catch (const Json::exception& problem) {
        return failure(ErrorCode::FileMalformed, problem.what(), file);
    }
    if (const Status checked = checkAll(nodes); !checked)
        return failure(ErrorCode::FileMalformed, checked.error().detail, file);
    return nodes;
}

Status writeNodes(const std::filesystem::path& file, const std::vector<PacsNode>& nodes) {
    if (const Status checked = checkAll(nodes); !checked) return checked;
    Json json{{"nodes", Json::array()}};
    for (const PacsNode& node : nodes)
        json["nodes"].push_back(toJson(node));
    return writeFileAtomically(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Result<PacsNode> nodeNamed(const std::vector<PacsNode>& nodes, std::string_view name) {
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [name](const PacsNode& node) { return node.name == name; });
    if (found != nodes.end()) return *found;
    std::string known;
    for (const PacsNode& node : nodes)
        known += (known.empty() ? "" : ", ") + node.name;
    return failure(ErrorCode::InvalidArgument,
                   "no node is called " + std::string(name) +
                       (known.empty() ? "; none has been entered" : "; there are " + known));
}

} // namespace vertescore::pacs
