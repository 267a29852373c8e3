// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/scans/Detecting.h"
#include "app/cli/scans/ScanBatch.h"
#include "core/base/AtomicFile.h"
#include "core/roi/CropRoi.h"
#include "ui/report/OffscreenApplication.h"

#include <memory>
#include <optional>

namespace vertescore::cli {
namespace {

struct DetectOptions {
    std::vector<std::string> paths;
    DetectorChoice detector;
    std::string out;
    bool overlay = false;
    bool json = false;
};

/// Writes what was asked for into the folder of results.
Status saveResults(const DetectOptions& options, const std::string& name, const Scan& scan,
                   const LandmarkRecord& record) {
    const auto base = pathFromUtf8(options.out);
    if (auto saved = writeFileAtomically(base / pathFromUtf8(name + ".landmarks.json"),
                                         landmarksToJson(record, false) + "\n");
        !saved || !options.overlay)
        return saved;
    return saveOverlay(base / pathFromUtf8(name + ".overlay.png"), scan, record,
                       findCrop(scan, record.landmarks, CropOptions{}.factor));
}

void detect(const DetectOptions& options, Console& console) {
    if (options.overlay && options.out.empty()) return console.wrongUsage("--overlay needs --out");
    auto detector = loadChosenDetector(options.detector);
    if (!detector) return console.failed(detector.error(), options.json);
    if (!options.out.empty())
        if (const Status made = makeFolder(pathFromUtf8(options.out)); !made)
            return console.failed(made.error(), options.json);
    std::optional<OffscreenApplication> drawing;
    if (options.overlay) drawing.emplace();

    ResultNames names;
    forEachScan({options.paths, options.json, "detecting"}, console, [&](const Scan& scan) {
        const auto record = detectOn(scan, **detector, options.detector, console);
        if (!record && record.error().code == ErrorCode::Cancelled) return;
        if (!record) return console.failed(record.error(), options.json);
        if (!options.out.empty())
            if (const Status saved = saveResults(options, names.nameFor(scan.source.path), scan, *record);
                !saved)
                return console.failed(saved.error(), options.json);
        console.print(options.json ? landmarksToJson(*record, true)
                                   : toUtf8(scan.source.path) + ": " + landmarksInWords(record->landmarks));
    });
}

} // namespace

void addDetectCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<DetectOptions>();
    CLI::App* command = program.add_subcommand("detect", "Let the network place the corners of T12 to L5");
    command->add_option("PATH", options->paths, "Files or folders")->required();
    addDetectorOptions(*command, options->detector);
    command->add_option("--out", options->out, "Folder for NAME.landmarks.json");
    command->add_flag("--overlay", options->overlay,
                      "Also NAME.overlay.png: the scan with landmarks and guides");
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { detect(*options, console); });
}

} // namespace vertescore::cli
