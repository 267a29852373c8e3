// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/exchange/ExchangeRatings.h"
#include "app/cli/exchange/ExportBundle.h"
#include "app/cli/exchange/ResultExchange.h"
#include "app/cli/study/SignIn.h"
#include "core/intake/ImportLandmarks.h"
#include "core/roi/Roi.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace vertescore::cli {
namespace {

constexpr const char* kBundleFormat = "training-bundle";

struct ExchangeOptions {
    std::string format;
    std::vector<std::string> paths; ///< scans of a training bundle, instead of a study
    std::string landmarks;          ///< folder of their landmark files; empty: beside them
    std::string file;               ///< read by import, written by export
    std::string marks;              ///< of readings: file of marked stretches beside it; empty: none
    std::string study;
    std::string person;
    bool passwordFromStdin = false;
    std::string anterior = "auto";
    std::string arm;   ///< of a reader whose grades or readings they are; empty: the first, or none (sr)
    int session = 1;   ///< in that arm
    double factor = 1; ///< of sr and gsps
    bool withPatient = false; ///< of sr and gsps with an arm
};

bool isResultFormat(const std::string& format) {
    return format == kReportFormat || format == kPresentationFormat;
}

ResultExchange resultExchange(const ExchangeOptions& options) {
    return {options.format, options.paths,      options.landmarks,
            options.study,  options.person,     options.passwordFromStdin,
            options.arm,    options.session,    options.factor,
            options.file,   options.withPatient};
}

/// When the format is one of readings.
std::optional<RatingExchange> ratingExchange(const ExchangeOptions& options) {
    const auto format = ratingFormatFromName(options.format);
    if (!format) return std::nullopt;
    return RatingExchange{*format,       options.file,   options.marks,
                          options.study, options.person, options.passwordFromStdin,
                          options.arm,   options.session};
}

Result<AnnotatorSession> openSession(StudyStore& store, const ExchangeOptions& options) {
    const auto signIn = actingSignIn(store, options.person, options.passwordFromStdin);
    if (!signIn) return failure(signIn.error());
    return store.openAnnotatorSession(*signIn);
}

/// The names of the formats that can be read, or of those that can be written.
std::vector<std::string> formatNames(bool forWriting) {
    std::vector<std::string> names;
    for (const LandmarkFormat format : kLandmarkFormats)
        if (!forWriting || isWritable(format)) names.emplace_back(landmarkFormatName(format));
    for (auto& name : ratingFormatNames())
        names.push_back(std::move(name));
    return names;
}

LandmarkKind landmarkKind(const std::string& name) {
    if (name == kReportFormat) return DicomLandmarks::Reports;
    if (name == kPresentationFormat) return DicomLandmarks::PresentationStates;
    return landmarkFormatFromName(name).value(); // CLI11 has checked it
}

void importFile(const ExchangeOptions& options, Console& console) {
    const bool isOfReader = options.format == kReportFormat && !options.arm.empty();
    if (isOfReader) return importReportedGrades(resultExchange(options), console);
    if (const auto ratings = ratingExchange(options)) return importRatings(*ratings, console);
    auto store = StudyStore::open(pathFromUtf8(options.study));
    if (!store) return console.failed(store.error());
    auto session = openSession(*store, options);
    if (!session) return console.failed(session.error());
    LandmarkIntakeOptions watch;
    watch.stop = console.stopToken();
    watch.progress = [&console](std::size_t done, std::size_t total) {
        console.progress("importing", done, total);
    };
    const LandmarkFiles files{landmarkKind(options.format), pathFromUtf8(options.file),
                              anteriorSideFromName(options.anterior)}; // nothing for "auto"
    const auto incoming = readIncomingLandmarks(*session, files, watch);
    if (!incoming) return console.failed(incoming.error());
    for (const Error& refused : incoming->refused)
        console.failed(refused);
    std::size_t imported = 0;
    for (const IncomingLandmarks& one : incoming->scans) {
        if (console.isStopped()) break;
        const auto saved = session->saveImport(one.scan.id, one.landmarks);
        if (!saved) return console.failed(saved.error());
        ++imported;
        if (one.isRounded) console.note(one.fileName + ": the source holds whole pixels only");
    }
    console.print("imported the landmarks of " + std::to_string(imported) + " scans");
}

bool isComplete(const Landmarks& landmarks) {
    return std::all_of(landmarks.vertebrae.begin(), landmarks.vertebrae.end(),
                       [](const VertebraLandmarks& vertebra) { return vertebra.isComplete(); });
}

/// The newest landmarks of every scan that has some, or with makesense all of them; the others are told.
Result<std::vector<ExchangedLandmarks>> landmarksOf(AnnotatorSession& session, LandmarkFormat format,
                                                    Console& console) {
    const auto worklist = session.worklist();
    if (!worklist) return failure(worklist.error());
    std::vector<ExchangedLandmarks> landmarks;
    for (const WorklistRow& row : *worklist) {
        const auto scan = session.scan(row.scan);
        if (!scan) return failure(scan.error());
        const auto version = session.landmarks(row.scan);
        if (!version) return failure(version.error());
        const bool isEnough =
            *version && (format == LandmarkFormat::MakeSense ? isComplete((*version)->landmarks)
                                                             : !(*version)->landmarks.isEmpty());
        if (!isEnough) {
            console.failed({ErrorCode::LandmarksMissing, "left out", scan->path});
            continue;
        }
        landmarks.push_back({{scan->path, scan->geometry.width, scan->geometry.height, (*version)->landmarks,
                              (*version)->model},
                             scan->geometry.spacing,
                             false});
    }
    return landmarks;
}

void exportFolder(const ExchangeOptions& options, Console& console) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& path : options.paths)
        paths.push_back(pathFromUtf8(path));
    exportBundle(bundleItemsOf(paths, pathFromUtf8(options.landmarks)), pathFromUtf8(options.file), console);
}

void exportFile(const ExchangeOptions& options, Console& console) {
    if (isResultFormat(options.format)) return exportResults(resultExchange(options), console);
    const bool isBundle = options.format == kBundleFormat;
    if (!options.paths.empty() && (!isBundle || !options.study.empty()))
        return console.wrongUsage(
            "scans are named for a training bundle, sr or gsps only, and instead of --study");
    if (!options.paths.empty()) return exportFolder(options, console);
    if (options.study.empty()) return console.wrongUsage("--study is missing");
    if (const auto ratings = ratingExchange(options)) return exportRatings(*ratings, console);
    auto store = StudyStore::open(pathFromUtf8(options.study));
    if (!store) return console.failed(store.error());
    auto session = openSession(*store, options);
    if (!session) return console.failed(session.error());
    if (isBundle) {
        const auto items = bundleItemsOf(*session);
        if (!items) return console.failed(items.error());
        return exportBundle(*items, pathFromUtf8(options.file), console);
    }
    const auto format = landmarkFormatFromName(options.format).value(); // CLI11 has checked it
    const auto landmarks = landmarksOf(*session, format, console);
    if (!landmarks) return console.failed(landmarks.error());
    if (const Status written = writeLandmarks(format, pathFromUtf8(options.file), *landmarks); !written)
        return console.failed(written.error());
    console.print("exported the landmarks of " + std::to_string(landmarks->size()) + " scans");
}

void addCommonOptions(CLI::App& command, ExchangeOptions& options) {
    command.add_option("--as", options.person,
                       "Who does it (the first coordinator); readings: coordinators all, readers their own");
    command.add_flag("--password-stdin", options.passwordFromStdin,
                     "That person's password is the first line of standard input");
    command.add_option(
        "--marks", options.marks,
        "Of readings: a CSV file of the stretches that were marked in them (ratings-json holds "
        "them itself)");
    command.add_option(
        "--arm", options.arm,
        "Of a reader: sr with the grades that this person gave in it; readings: their own (the first)");
    command.add_option("--session", options.session, "In that arm")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
}

} // namespace

void addImportCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<ExchangeOptions>();
    CLI::App* command =
        program.add_subcommand("import", "Bring landmarks, readings or results from a file into a study");
    auto read = formatNames(false);
    read.emplace_back(kReportFormat);
    read.emplace_back(kPresentationFormat);
    command
        ->add_option(
            "FORMAT", options->format,
            "Of the file; ratings: readings; sr: results as a DICOM structured report; gsps: corners that a "
            "DICOM presentation state marks")
        ->required()
        ->check(CLI::IsMember(read));
    command->add_option("--study", options->study, "The study")->required();
    addCommonOptions(*command, *options);
    command->add_option("FILE", options->file, "The file to read, or a folder of files")->required();
    command->add_option("--anterior", options->anterior, "The patient's front in the pictures")
        ->check(CLI::IsMember({"auto", "left", "right"}))
        ->capture_default_str();
    whenChosen(command, chosen, [options](Console& console) { importFile(*options, console); });
}

void addExportCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<ExchangeOptions>();
    CLI::App* command =
        program.add_subcommand("export", "Write the landmarks, readings or results of a study into a file");
    auto written = formatNames(true);
    for (const char* format : {kReportFormat, kPresentationFormat, kBundleFormat})
        written.emplace_back(format);
    command
        ->add_option("FORMAT", options->format,
                     "Of the file; ratings: readings; sr, gsps: results as DICOM objects; training-bundle: "
                     "pictures and "
                     "points to train the network on")
        ->required()
        ->check(CLI::IsMember(written));
    command->add_option(
        "PATH", options->paths,
        "For a training bundle, sr or gsps without a study: scans, or folders of them, with landmark files");
    command->add_option("--landmarks", options->landmarks,
                        "Folder of those landmark files (beside the scans)");
    command->add_option("--study", options->study, "The study");
    addCommonOptions(*command, *options);
    command
        ->add_option("--out", options->file,
                     "The file to write; labelme, yolo-pose, slicer, sr and gsps: the folder")
        ->required();
    command->add_flag("--with-patient", options->withPatient,
                      "For sr and gsps with --arm: name the patient, whom a blind reader must not know");
    command->add_option("--factor", options->factor, "For sr and gsps: width of the region, as for crop")
        ->check(CLI::Range(kSmallestFactor, kLargestFactor))
        ->capture_default_str();
    whenChosen(command, chosen, [options](Console& console) { exportFile(*options, console); });
}

} // namespace vertescore::cli
