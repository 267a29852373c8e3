// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/NodeList.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::pacs;
using namespace vertescore::test;

PacsNode sample(const std::string& name) {
    PacsNode node;
    node.name = name;
    node.aeTitle = "ARCHIVE";
    node.host = "pacs.example.org";
    node.port = 2762;
    node.ownAeTitle = "DESK1";
    node.ownPort = 0;
    node.tls = {true, std::filesystem::path(u8"/etc/Schlüssel/ca.pem"), "us.pem", "us.key", false};
    node.connectSeconds = 5;
    node.answerSeconds = 60;
    return node;
}

} // namespace

TEST_CASE("nodes come back as they were entered, in their order", "[pacs][nodes]") {
    TemporaryFolder folder;
    const std::vector<PacsNode> nodes{sample("Röntgen"), sample("Archive")};
    REQUIRE(writeNodes(folder / "nodes.json", nodes).has_value());
    const auto read = readNodes(folder / "nodes.json");
    REQUIRE(read.has_value());
    CHECK(*read == nodes);
    CHECK(*nodeNamed(*read, "Archive") == nodes[1]);
    const auto missing = nodeNamed(*read, "Elsewhere");
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().detail.find("there are Röntgen, Archive") != std::string::npos);
}

TEST_CASE("where no node was entered there is none", "[pacs][nodes]") {
    TemporaryFolder folder;
    const auto read = readNodes(folder / "nodes.json");
    REQUIRE(read.has_value());
    CHECK(read->empty());
}

TEST_CASE("a list with a mistake is not written, and the one before stays", "[pacs][nodes]") {
    TemporaryFolder folder;
    REQUIRE(writeNodes(folder / "nodes.json", {sample("Archive")}).has_value());
    PacsNode wrong = sample("Archive");
    CHECK(writeNodes(folder / "nodes.json", {sample("Archive"), wrong}).error().code ==
          ErrorCode::InvalidArgument);
    wrong.name.clear();
    CHECK(writeNodes(folder / "nodes.json", {wrong}).error().code == ErrorCode::InvalidArgument);
    CHECK(readNodes(folder / "nodes.json")->size() == 1);
}

TEST_CASE("a file of nodes that is none is refused with a reason", "[pacs][nodes]") {
    TemporaryFolder folder;
    const std::string text =
        GENERATE(as<std::string>(), "", "[]", "{\"nodes\":3}", "{\"nodes\":[{}]}",
                 "{\"nodes\":[{\"name\":\"A\",\"aeTitle\":\"\",\"host\":\"h\",\"port\":1}]}",
                 "{\"nodes\":[{\"name\":\"A\",\"aeTitle\":\"A\",\"host\":\"h\",\"port\":\"x\"}]}");
    writeBytes(folder / "nodes.json", text);
    const auto read = readNodes(folder / "nodes.json");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::FileMalformed);
    CHECK(read.error().path == folder / "nodes.json");
}
