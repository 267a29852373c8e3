// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/Deidentify.h"
#include "app/cli/Command.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace vertescore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct DeidentifyCommandOptions {
    std::string in;
    std::string out;
    std::string secret;
    bool blank = false;
    bool pixelsChecked = false;
    bool json = false;
};

Json placesOf(const std::vector<TextPlace>& places) {
    Json list = Json::array();
    for (const TextPlace& place : places)
        list.push_back({{"frame", place.frame},
                        {"x", place.area.x},
                        {"y", place.area.y},
                        {"width", place.area.width},
                        {"height", place.area.height}});
    return list;
}

std::string recordJson(const std::filesystem::path& path, const DeidentificationRecord& record) {
    Json json;
    json["path"] = toUtf8(path);
    json["out"] = toUtf8(record.written);
    json["removed"] = record.removed;
    json["emptied"] = record.emptied;
    json["replaced"] = record.replaced;
    json["privateElements"] = record.privateElements;
    json["uids"] = record.uidsReplaced;
    json["dates"] = record.datesShifted;
    json["notes"] = record.notesBlanked;
    json["text"] = placesOf(record.text);
    json["blanked"] = record.isBlanked;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string recordInWords(const std::filesystem::path& path, const DeidentificationRecord& record) {
    const auto number = [](std::size_t count) { return std::to_string(count); };
    std::string words = toUtf8(path) + " -> " + toUtf8(record.written) + ": " +
                        number(record.removed.size()) + " attributes removed, " +
                        number(record.emptied.size()) + " emptied, " + number(record.replaced.size()) +
                        " replaced, " + number(record.privateElements) + " private elements dropped, " +
                        number(record.uidsReplaced) + " UIDs replaced, " + number(record.datesShifted) +
                        " dates moved";
    if (record.isBlanked) words += ", " + number(record.text.size()) + " places blanked";
    return words;
}

Result<Pseudonyms> pseudonymsOf(const DeidentifyCommandOptions& options) {
    if (options.secret.empty()) return Pseudonyms::once();
    return Pseudonyms::fromFile(pathFromUtf8(options.secret));
}

PixelText choiceOf(const DeidentifyCommandOptions& options) {
    if (options.pixelsChecked) return PixelText::Keep;
    return options.blank ? PixelText::Blank : PixelText::Refuse;
}

void deidentify(const DeidentifyCommandOptions& options, Console& console) {
    const auto pseudonyms = pseudonymsOf(options);
    if (!pseudonyms) return console.failed(pseudonyms.error(), options.json);
    std::size_t written = 0;
    bool isTextRefused = false, isBlanked = false;
    DeidentifyOptions work;
    work.text = choiceOf(options);
    work.stop = console.stopToken();
    work.progress = [&console](std::size_t done, std::size_t total) {
        console.progress("de-identifying", done, total);
    };
    work.done = [&](const std::filesystem::path& path, const Result<DeidentificationRecord>& record) {
        isTextRefused = isTextRefused || (!record && record.error().code == ErrorCode::NotAllowed);
        if (!record) return console.failed(record.error(), options.json);
        ++written;
        isBlanked = isBlanked || record->isBlanked;
        console.print(options.json ? recordJson(path, *record) : recordInWords(path, *record));
    };
    const Status all = deidentifyAll(pathFromUtf8(options.in), pathFromUtf8(options.out), *pseudonyms, work);
    if (!all && all.error().code == ErrorCode::InvalidArgument) return console.wrongUsage(all.error().detail);
    if (!all && all.error().code != ErrorCode::Cancelled) return console.failed(all.error(), options.json);
    if (isTextRefused)
        console.note("look at the pictures that were refused, then add --blank or --pixels-checked");
    if (isBlanked)
        console.note("some writing may have been missed: look at the blanked copies before they leave");
    if (options.secret.empty() && written > 0)
        console.note("without --secret no later run will give the same pseudonyms, UIDs and dates");
    console.note("wrote " + std::to_string(written) + " files. For research use only. Not for diagnosis.");
}

} // namespace

void addDeidentifyCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<DeidentifyCommandOptions>();
    CLI::App* command = program.add_subcommand(
        "deidentify", "Copy DICOM images without identity (PS3.15 basic profile, dates moved)");
    command->add_option("IN", options->in, "A file or a folder; only read")->required();
    command->add_option("OUT", options->out, "Folder for PATIENT/UID.dcm, both pseudonyms")->required();
    command->add_option(
        "--secret", options->secret,
        "File with the secret of the study, made where there is none: the same secret gives the "
        "same pseudonyms; keep it away from the copies");
    auto* blank = command->add_flag("--blank", options->blank, "Make the places with writing black");
    command
        ->add_flag("--pixels-checked", options->pixelsChecked,
                   "You have looked: no picture shows who it is; the search for writing is left out")
        ->excludes(blank);
    command->add_flag("--json", options->json, "JSON Lines on stdout: what was done to each file, no values");
    whenChosen(command, chosen, [options](Console& console) { deidentify(*options, console); });
}

} // namespace vertescore::cli
