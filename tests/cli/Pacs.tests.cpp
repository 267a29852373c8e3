// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/NodeList.h"
#include "tests/cli/RunProgram.h"
#include "tests/support/SharedTestData.h"
#include "tests/support/network/Archives.h"
#include "tests/support/network/Objects.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

using namespace vertescore;
using namespace vertescore::test;
using Json = nlohmann::json;

std::vector<std::string> with(std::vector<std::string> command, const pacs::PacsNode& node,
                              const std::vector<std::string>& more = {}) {
    for (const std::string& word :
         {std::string("--aet"), node.aeTitle, std::string("--host"), node.host, std::string("--port"),
          std::to_string(node.port), std::string("--own-port"), std::to_string(node.ownPort)})
        command.push_back(word);
    command.insert(command.end(), more.begin(), more.end());
    return command;
}

} // namespace

TEST_CASE("a node that is not there is an error in one line and in JSON", "[cli][pacs]") {
    const auto node = localNode("ARCHIVE", freePort());
    const RunResult said = run(with({"pacs", "echo"}, node, {"--json"}));
    CHECK(said.exitCode == 1);
    CHECK(linesOf(said.err).size() == 1);
    CHECK(said.err.find("ARCHIVE at 127.0.0.1:" + std::to_string(node.port)) != std::string::npos);
    REQUIRE(linesOf(said.out).size() == 1);
    CHECK(Json::parse(said.out).at("error").at("code") == "nodeUnreachable");
}

TEST_CASE("a node without host is wrong usage", "[cli][pacs]") {
    CHECK(run({"pacs", "echo", "--aet", "ARCHIVE"}).exitCode == 2);
    CHECK(run({"pacs", "find", "--aet", "A", "--host", "h", "--date", "yesterday"}).exitCode == 2);
    CHECK(run({"pacs", "get", "--aet", "A", "--host", "h", "--out", "x"}).exitCode == 2);
}

TEST_CASE("a receiver takes what another program of ours sends, and ends after the count", "[cli][pacs]") {
    TemporaryFolder folder;
    const auto file = writeObject(folder.path(), {});
    const int port = freePort();
    RunningProgram receiver({"pacs", "receive", "--local", "--own-port", std::to_string(port), "--out",
                             (folder / "in").string(), "--count", "2", "--json"});
    const auto node = localNode("VERTESCORE", port);
    while (run(with({"pacs", "echo"}, node)).exitCode != 0) {
    }
    const RunResult sent =
        run(with({"pacs", "send", file.string(), (folder / "none.dcm").string()}, node, {"--json"}));
    CHECK(sent.exitCode == 1);
    REQUIRE(linesOf(sent.out).size() == 2);
    CHECK(Json::parse(linesOf(sent.out)[0]).at("sopInstanceUid") == "1.2.3.1.1.1");
    CHECK(Json::parse(linesOf(sent.out)[1]).at("error").at("code") == "fileNotFound");
    CHECK(run(with({"pacs", "send", file.string()}, node)).exitCode == 0);
    const RunResult received = receiver.finish();
    CHECK(received.exitCode == 0);
    REQUIRE(linesOf(received.out).size() == 2);
    CHECK(Json::parse(linesOf(received.out)[0]).at("arrival") == "new");
    CHECK(Json::parse(linesOf(received.out)[1]).at("arrival") == "alreadyThere");
    CHECK(namesIn(folder / "in") == std::vector<std::string>{"1.2.3.1.1.1.dcm"});
}

TEST_CASE("Ctrl-C ends a receiver", "[cli][pacs]") {
    TemporaryFolder folder;
    const int port = freePort();
    RunningProgram receiver({"pacs", "receive", "--local", "--own-port", std::to_string(port), "--out",
                             (folder / "in").string()});
    while (run(with({"pacs", "echo"}, localNode("VERTESCORE", port))).exitCode != 0) {
    }
    receiver.interrupt();
    CHECK(receiver.finish().exitCode == 1);
}

TEST_CASE("Orthanc is asked and a study fetched by the name of the node", "[cli][pacs]") {
    const auto archive = startOrthanc();
    if (!archive) VERTESCORE_SKIP("Orthanc is not installed");
    REQUIRE(archive->isReady);
    TemporaryFolder folder;
    pacs::PacsNode node = archive->node;
    node.name = "Archive";
    REQUIRE(pacs::writeNodes(folder / "nodes.json", {node}).has_value());
    const std::string list = (folder / "nodes.json").string();
    const auto named = [&](std::vector<std::string> command) {
        for (const std::string& word :
             {std::string("--node"), std::string("Archive"), std::string("--nodes"), list})
            command.push_back(word);
        return run(command);
    };
    writeSeries(folder / "out", {}, 3);
    CHECK(named({"pacs", "send", (folder / "out").string()}).exitCode == 0);
    const RunResult found = named({"pacs", "find", "--patient-id", "P1", "--json"});
    CHECK(found.exitCode == 0);
    REQUIRE(linesOf(found.out).size() == 1);
    const std::string study = Json::parse(found.out).at("studyUid");
    CHECK(study == studyUid(1));
    const bool isMove = GENERATE(false, true);
    const RunResult fetched = named(
        {"pacs", isMove ? "move" : "get", "--study", study, "--out", (folder / "in").string(), "--json"});
    CHECK(fetched.exitCode == 0);
    CHECK(linesOf(fetched.out).size() == 3);
    CHECK(namesIn(folder / "in").size() == 3);
    CHECK(named({"pacs", "get", "--study", "1.9.9", "--out", (folder / "in").string()}).exitCode == 1);
}
