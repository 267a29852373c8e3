// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pacs/Query.h"

#include "app/cli/Counted.h"
#include "app/cli/pacs/NodeArguments.h"
#include "app/cli/pacs/PacsCommands.h"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct EchoOptions {
    NodeArguments node;
    bool json = false;
};

struct FindOptions {
    NodeArguments node;
    pacs::Query query;
    std::string date;
    std::string level = "study";
    bool json = false;
};

void echo(const EchoOptions& options, Console& console) {
    const auto node = nodeOf(options.node, console, options.json);
    if (!node) return;
    const Status status = pacs::echoNode(*node, {console.stopToken()});
    if (!status) return console.failed(status.error(), options.json);
    if (options.json)
        console.printObject({{"node", pacs::describeNode(*node)}, {"answers", true}});
    else
        console.print(pacs::describeNode(*node) + " answers");
}

Json optionalNumber(const std::optional<int>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json rowJson(const pacs::QueryRow& row) {
    return {{"studyUid", row.studyUid},
            {"seriesUid", row.seriesUid},
            {"sopInstanceUid", row.instanceUid},
            {"sopClassUid", row.classUid},
            {"patientId", row.patientId},
            {"patientName", row.patientName},
            {"date", row.date},
            {"time", row.time},
            {"accession", row.accession},
            {"modality", row.modality},
            {"description", row.description},
            {"number", optionalNumber(row.number)},
            {"images", optionalNumber(row.images)}};
}

/// What is known, with two spaces between; the UID that the next question needs comes last.
std::string rowInWords(const pacs::QueryRow& row) {
    const std::string number = row.number ? "no. " + std::to_string(*row.number) : "";
    const std::string images = row.images ? std::to_string(*row.images) + " images" : "";
    const std::string& uid = !row.instanceUid.empty() ? row.instanceUid
                             : !row.seriesUid.empty() ? row.seriesUid
                                                      : row.studyUid;
    std::string words;
    for (const std::string& word : {row.patientId, row.patientName, row.date, row.accession, row.modality,
                                    row.description, number, images, uid})
        if (!word.empty()) words += (words.empty() ? "" : "  ") + word;
    return words;
}

/// "20240607", "20240101-", "-20241231" or "20240101-20241231"; anything else is left to the library to
/// refuse.
void takeDates(const std::string& text, pacs::Query& query) {
    const std::size_t dash = text.find('-');
    query.dateFrom = text.substr(0, dash);
    query.dateTo = dash == std::string::npos ? text : text.substr(dash + 1);
}

void find(const FindOptions& options, Console& console) {
    static const std::map<std::string, pacs::QueryLevel> levels{{"study", pacs::QueryLevel::Study},
                                                                {"series", pacs::QueryLevel::Series},
                                                                {"image", pacs::QueryLevel::Image}};
    const auto node = nodeOf(options.node, console, options.json);
    if (!node) return;
    pacs::Query query = options.query;
    query.level = levels.at(options.level);
    takeDates(options.date, query);
    const auto found = pacs::findAt(*node, query, {console.stopToken()});
    if (!found && found.error().code == ErrorCode::InvalidArgument)
        return console.wrongUsage(found.error().detail);
    if (!found) return console.failed(found.error(), options.json);
    for (const pacs::QueryRow& row : found->rows) {
        if (options.json)
            console.printObject(rowJson(row));
        else
            console.print(rowInWords(row));
    }
    console.note(counted(found->rows.size(), "answer", "answers") +
                 (found->isCutOff ? ", and there are more: ask for less, or raise --most" : ""));
}

} // namespace

void addPacsEchoCommand(CLI::App& pacs, ChosenWork& chosen) {
    auto options = std::make_shared<EchoOptions>();
    CLI::App* command = pacs.add_subcommand("echo", "Asks whether a node answers us (C-ECHO)");
    addNodeOptions(*command, options->node);
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { echo(*options, console); });
}

void addPacsFindCommand(CLI::App& pacs, ChosenWork& chosen) {
    auto options = std::make_shared<FindOptions>();
    options->query.mostRows = 1000;
    CLI::App* command =
        pacs.add_subcommand("find", "Lists what a node holds (C-FIND); * and ? match anything");
    addNodeOptions(*command, options->node);
    command->add_option("--level", options->level, "What to list")
        ->check(CLI::IsMember({"study", "series", "image"}));
    command->add_option("--patient-id", options->query.patientId, "The patient's id");
    command->add_option("--patient-name", options->query.patientName, "FAMILY^GIVEN");
    command->add_option("--date", options->date, "Of the study: YYYYMMDD, FROM-, -TO or FROM-TO");
    command->add_option("--modality", options->query.modality, "OT, CR, DX ...");
    command->add_option("--accession", options->query.accession, "Accession number");
    command->add_option("--study", options->query.studyUid, "Study Instance UID; needed below studies");
    command->add_option("--series", options->query.seriesUid, "Series Instance UID; needed for images");
    command->add_option("--most", options->query.mostRows, "At most so many answers")
        ->check(CLI::Range(1, 1000000));
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { find(*options, console); });
}

} // namespace vertescore::cli
