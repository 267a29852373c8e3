// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/scans/Detecting.h"
#include "app/cli/scans/ScanBatch.h"
#include "app/demo/DemoStudy.h"
#include "core/base/AtomicFile.h"
#include "core/roi/CropRoi.h"
#include "ui/report/OffscreenApplication.h"

#include <memory>

namespace vertescore::cli {
namespace {

struct DemoOptions {
    std::string out;
    DetectorChoice detector;
};

/// The crop JSON, or the contract's error object when the region cannot be told.
std::string cropText(const Scan& scan, const CropFinding& finding) {
    if (finding.roi) return cropToJson(scan.source.path, finding.guides, *finding.roi, false);
    Error error = finding.roi.error();
    error.path = scan.source.path;
    return errorJson(error);
}

/// Writes the three files of a scan. A region that cannot be told is no failure: picture, summary and crop
/// file say why.
Status saveDemoFiles(const std::filesystem::path& base, const Scan& scan, const LandmarkRecord& record,
                     const CropFinding& finding) {
    const auto file = [&base](const char* ending) { return std::filesystem::path(base) += ending; };
    if (auto saved = writeFileAtomically(file(".landmarks.json"), landmarksToJson(record, false) + "\n");
        !saved)
        return saved;
    if (auto saved = writeFileAtomically(file(".crop.json"), cropText(scan, finding) + "\n"); !saved)
        return saved;
    return saveOverlay(file(".overlay.png"), scan, record, finding);
}

void showDemo(const DemoOptions& options, Console& console) {
    const auto folder = pathFromUtf8(options.out);
    const auto study = makeDemoStudy(folder, [&console](double share) {
        console.progress("making the demo study, percent", static_cast<std::size_t>(100 * share), 100);
    });
    if (!study) return console.failed(study.error());
    auto detector = loadChosenDetector(options.detector);
    if (!detector) return console.failed(detector.error());
    const auto results = folder / "results";
    if (const Status made = makeFolder(results); !made) return console.failed(made.error());
    const OffscreenApplication drawing;

    console.print("Demo study of synthetic scans: " + toUtf8(*study));
    ResultNames names;
    const std::string scans = toUtf8(study->parent_path() / "scans");
    forEachScan({{scans}, false, "detecting"}, console, [&](const Scan& scan) {
        const auto record = detectOn(scan, **detector, options.detector, console);
        if (!record && record.error().code == ErrorCode::Cancelled) return;
        if (!record) return console.failed(record.error());
        const CropFinding finding = findCrop(scan, record->landmarks, CropOptions{}.factor);
        const std::string name = names.nameFor(scan.source.path);
        if (const Status saved = saveDemoFiles(results / pathFromUtf8(name), scan, *record, finding); !saved)
            return console.failed(saved.error());
        console.print(name + ": " + landmarksInWords(record->landmarks) + "; " + cropInOneLine(finding.roi));
    });
    console.print("Landmarks, crop and pictures: " + toUtf8(results));
    console.print("For research use only. Not for diagnosis.");
}

} // namespace

void addDemoCommand(CLI::App& program, ChosenWork& chosen) {
    auto options = std::make_shared<DemoOptions>();
    CLI::App* command =
        program.add_subcommand("demo", "Make the demo study and do the main job on it, without a window");
    command->add_option("--out", options->out, "Folder for the study and the results")->required();
    addDetectorOptions(*command, options->detector);
    whenChosen(command, chosen, [options](Console& console) { showDemo(*options, console); });
}

} // namespace vertescore::cli
