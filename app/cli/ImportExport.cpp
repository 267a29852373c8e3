// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/SignIn.h"
#include "core/io/landmarks/LandmarkFiles.h"

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

namespace vertescore::cli {
namespace {

struct ExchangeOptions {
    std::string format;
    std::string file; ///< read by import, written by export
    std::string study;
    std::string person;
    bool passwordFromStdin = false;
    std::string anterior = "auto";
};

Result<AnnotatorSession> signIn(StudyStore& store, const ExchangeOptions& options) {
    const auto person = actingPerson(store, options.person);
    if (!person) return failure(person.error());
    return store.openAnnotatorSession(
        {*person, passwordFromStdin(options.passwordFromStdin).value_or(std::string())});
}

/// The scan of a study that a record names by its file, whichever folder that lies in.
Result<ScanId> scanNamed(const LandmarkRecord& record, const Worklist& worklist) {
    const std::string wanted = toUtf8(record.scanPath.filename());
    std::vector<ScanId> found;
    for (const WorklistRow& row : worklist)
        if (row.fileName == wanted) found.push_back(row.scan);
    if (found.size() == 1) return found.front();
    if (found.empty())
        return failure(ErrorCode::InvalidArgument, "the study has no such scan", record.scanPath);
    return failure(ErrorCode::InvalidArgument, "the study has several scans of that name", record.scanPath);
}

Status importRecord(const LandmarkRecord& record, const Worklist& worklist, AnnotatorSession& session) {
    const auto id = scanNamed(record, worklist);
    if (!id) return failure(id.error());
    const auto scan = session.scan(*id);
    if (!scan) return failure(scan.error());
    if (scan->geometry.width != record.width || scan->geometry.height != record.height)
        return failure(ErrorCode::LandmarksMalformed, "the size of the image is not that of the scan",
                       record.scanPath);
    const auto saved = session.saveImport(*id, record.landmarks);
    if (!saved) return failure(saved.error());
    return {};
}

void importFile(const ExchangeOptions& options, Console& console) {
    const auto records = readMakeSense(pathFromUtf8(options.file), anteriorSideFromName(options.anterior));
    if (!records) return console.failed(records.error());
    auto store = StudyStore::open(pathFromUtf8(options.study));
    if (!store) return console.failed(store.error());
    auto session = signIn(*store, options);
    if (!session) return console.failed(session.error());
    const auto worklist = session->worklist();
    if (!worklist) return console.failed(worklist.error());
    std::size_t imported = 0;
    for (const LandmarkRecord& record : *records) {
        if (console.isStopped()) break;
        const Status done = importRecord(record, *worklist, *session);
        if (done)
            ++imported;
        else
            console.failed(done.error());
    }
    console.print("imported the landmarks of " + std::to_string(imported) + " scans");
}

bool isComplete(const Landmarks& landmarks) {
    return std::all_of(landmarks.vertebrae.begin(), landmarks.vertebrae.end(),
                       [](const VertebraLandmarks& vertebra) { return vertebra.isComplete(); });
}

/// The newest landmarks of every scan that has all of them; the others are told.
Result<std::vector<LandmarkRecord>> recordsOf(AnnotatorSession& session, Console& console) {
    const auto worklist = session.worklist();
    if (!worklist) return failure(worklist.error());
    std::vector<LandmarkRecord> records;
    for (const WorklistRow& row : *worklist) {
        const auto scan = session.scan(row.scan);
        if (!scan) return failure(scan.error());
        const auto version = session.landmarks(row.scan);
        if (!version) return failure(version.error());
        if (!*version || !isComplete((*version)->landmarks)) {
            console.failed({ErrorCode::LandmarksMissing, "left out", scan->path});
            continue;
        }
        records.push_back({scan->path, scan->geometry.width, scan->geometry.height, (*version)->landmarks,
                           (*version)->model});
    }
    return records;
}

void exportFile(const ExchangeOptions& options, Console& console) {
    auto store = StudyStore::open(pathFromUtf8(options.study));
    if (!store) return console.failed(store.error());
    auto session = signIn(*store, options);
    if (!session) return console.failed(session.error());
    const auto records = recordsOf(*session, console);
    if (!records) return console.failed(records.error());
    if (const Status written = writeMakeSense(pathFromUtf8(options.file), *records); !written)
        return console.failed(written.error());
    console.print("exported the landmarks of " + std::to_string(records->size()) + " scans");
}

void addCommonOptions(CLI::App& command, ExchangeOptions& options) {
    command.add_option("FORMAT", options.format, "makesense: points as CSV")
        ->required()
        ->check(CLI::IsMember({"makesense"}));
    command.add_option("--study", options.study, "The study")->required();
    command.add_option("--as", options.person,
                       "Coordinator or annotator who does it (the first coordinator)");
    command.add_flag("--password-stdin", options.passwordFromStdin,
                     "That person's password is the first line of standard input");
}

} // namespace

void addImportCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<ExchangeOptions>();
    CLI::App* command = program.add_subcommand("import", "Bring landmarks of another program into a study");
    addCommonOptions(*command, *options);
    command->add_option("FILE", options->file, "The file to read")->required();
    command->add_option("--anterior", options->anterior, "The patient's front in the pictures")
        ->check(CLI::IsMember({"auto", "left", "right"}))
        ->capture_default_str();
    whenChosen(command, chosen, [options](Console& console) { importFile(*options, console); });
}

void addExportCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<ExchangeOptions>();
    CLI::App* command =
        program.add_subcommand("export", "Write the landmarks of a study for another program");
    addCommonOptions(*command, *options);
    command->add_option("--out", options->file, "The file to write")->required();
    whenChosen(command, chosen, [options](Console& console) { exportFile(*options, console); });
}

} // namespace vertescore::cli
