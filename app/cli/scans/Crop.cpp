// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/scans/LandmarkSource.h"
#include "app/cli/scans/ScanBatch.h"
#include "core/base/AtomicFile.h"

#include <memory>

namespace vertescore::cli {
namespace {

struct CropCommandOptions {
    std::vector<std::string> paths;
    LandmarkChoice landmarks;
    double factor = 1;
    std::string out;
    bool json = false;
};

void crop(const CropCommandOptions& options, Console& console) {
    auto source = LandmarkSource::open(options.landmarks);
    if (!source) return console.failed(source.error(), options.json);
    if (!options.out.empty())
        if (const Status made = makeFolder(pathFromUtf8(options.out)); !made)
            return console.failed(made.error(), options.json);
    ResultNames names;
    forEachScan({options.paths, options.json, "cropping"}, console, [&](const Scan& scan) {
        const std::string name = names.nameFor(scan.source.path);
        auto record = source->landmarksOf(scan, name, console);
        if (!record && record.error().code == ErrorCode::Cancelled) return;
        if (!record && options.json &&
            record.error().path != scan.source.path) // the input, and why it failed
            record = failure(record.error().code, describeError(record.error()), scan.source.path);
        if (!record) return console.failed(record.error(), options.json);
        const CropFinding finding = findCrop(scan, record->landmarks, options.factor);
        if (!finding.roi) return console.failed(finding.roi.error(), options.json);
        if (!options.out.empty()) {
            const auto file = pathFromUtf8(options.out) / pathFromUtf8(name + ".crop.json");
            const std::string text = cropToJson(scan.source.path, finding.guides, *finding.roi, false);
            if (const Status saved = writeFileAtomically(file, text + "\n"); !saved)
                return console.failed(saved.error(), options.json);
        }
        console.print(options.json ? cropToJson(scan.source.path, finding.guides, *finding.roi, true)
                                   : toUtf8(scan.source.path) + ": " + cropInOneLine(finding.roi));
    });
}

} // namespace

void addCropCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<CropCommandOptions>();
    CLI::App* command = program.add_subcommand("crop", "Guides, aorta region, and how much of it is cut off");
    command->add_option("PATH", options->paths, "Files or folders")->required();
    command->add_option("--factor", options->factor, "Width of the region in mean vertebral widths")
        ->check(CLI::Range(kSmallestFactor, kLargestFactor))
        ->capture_default_str();
    addLandmarkOptions(*command, options->landmarks);
    command->add_option("--out", options->out, "Folder for NAME.crop.json");
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { crop(*options, console); });
}

} // namespace vertescore::cli
