// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "core/io/deidentify/files/DeidentificationReport.h"
#include "core/io/deidentify/files/DeidentifyFiles.h"

#include <charconv>
#include <memory>
#include <optional>

namespace vertescore::cli {
namespace {

struct DeidentifyCommandOptions {
    std::string in;
    std::string out;
    std::string secret;
    bool blank = false;
    bool pixelsChecked = false;
    std::vector<std::string> blankAreas;
    std::string dates = "modified";
    ProfileOptions profile;
    bool json = false;
};

std::optional<PixelArea> areaOf(const std::string& text) {
    PixelArea area;
    const char *at = text.data(), *end = text.data() + text.size();
    for (int* number : {&area.x, &area.y, &area.width, &area.height}) {
        if (number != &area.x && (at == end || *at++ != ',')) return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, *number);
        if (error != std::errc()) return std::nullopt;
        at = next;
    }
    const bool isArea = at == end && area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0;
    return isArea ? std::optional(area) : std::nullopt;
}

std::string checkArea(const std::string& text) {
    return areaOf(text) ? std::string() : text + " is no X,Y,WIDTH,HEIGHT in pixels";
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

DeidentifyChoices choicesOf(const DeidentifyCommandOptions& options) {
    DeidentifyChoices choices;
    choices.profile = options.profile;
    choices.profile.dates = options.dates == "full"      ? DateChoice::Full
                            : options.dates == "removed" ? DateChoice::Removed
                                                         : DateChoice::Modified;
    for (const std::string& text : options.blankAreas)
        if (const auto area = areaOf(text)) choices.blank.push_back(*area);
    if (options.blank) choices.text = PixelText::Blank;
    if (options.pixelsChecked) choices.text = PixelText::Keep;
    return choices;
}

void deidentify(const DeidentifyCommandOptions& options, Console& console) {
    const auto pseudonyms = pseudonymsOf(options);
    if (!pseudonyms) return console.failed(pseudonyms.error(), options.json);
    std::size_t written = 0;
    bool isTextRefused = false, isBlanked = false;
    DeidentifyWatch work;
    work.stop = console.stopToken();
    work.progress = [&console](std::size_t done, std::size_t total) {
        console.progress("de-identifying", done, total);
    };
    const auto given = pathFromUtf8(options.in);
    work.done = [&](const std::filesystem::path& path, Result<DeidentificationRecord> record) {
        if (!record && record.error().path == path) record.error().path = pathBelow(path, given);
        isTextRefused = isTextRefused || (!record && record.error().code == ErrorCode::NotAllowed);
        if (!record) return console.failed(record.error(), options.json);
        ++written;
        isBlanked = isBlanked || record->isBlanked;
        const auto shown = pathBelow(path, given);
        console.print(options.json ? recordToJson(shown, *record) : recordInWords(shown, *record));
    };
    const Status all = deidentifyAll(given, pathFromUtf8(options.out), *pseudonyms, choicesOf(options), work);
    if (!all && all.error().code == ErrorCode::InvalidArgument) return console.wrongUsage(all.error().detail);
    if (!all && all.error().code != ErrorCode::Cancelled) return console.failed(all.error(), options.json);
    if (isTextRefused)
        console.note(
            "look at the pictures that were refused, then add --blank, --blank-area or --pixels-checked");
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
        "deidentify",
        "Copy DICOM images, and results of this program, without identity (PS3.15 basic profile)");
    command->add_option("IN", options->in, "A file, a folder or a zip archive; only read")->required();
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
    command
        ->add_option(
            "--blank-area", options->blankAreas,
            "X,Y,WIDTH,HEIGHT in pixels: a place that you found, black in every frame of every file; "
            "may be given several times")
        ->check(checkArea);
    command->add_option("--dates", options->dates, "What becomes of dates and times")
        ->check(CLI::IsMember({"modified", "full", "removed"}))
        ->capture_default_str();
    command->add_flag("--retain-uids", options->profile.uids, "Keep the UIDs");
    command->add_flag("--retain-device", options->profile.deviceIdentity,
                      "Keep which scanner it was: station name, serial numbers");
    command->add_flag("--retain-institution", options->profile.institutionIdentity, "Keep where it was");
    command->add_flag("--retain-patient-characteristics", options->profile.patientCharacteristics,
                      "Keep age, sex, size, weight and such");
    command->add_flag("--clean-descriptors", options->profile.descriptors,
                      "Of descriptions keep common words (LATERAL, SPINE, DXA ...) instead of nothing");
    command->add_flag("--json", options->json, "JSON Lines on stdout: what was done to each file, no values");
    whenChosen(command, chosen, [options](Console& console) { deidentify(*options, console); });
}

} // namespace vertescore::cli
