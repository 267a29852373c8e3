// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/Detecting.h"
#include "app/cli/ScanBatch.h"
#include "core/base/AtomicFile.h"
#include "core/io/landmarks/LandmarkFiles.h"

#include <memory>

namespace vertescore::cli {
namespace {

struct CropCommandOptions {
    std::vector<std::string> paths;
    std::string landmarks;
    double factor = 1;
    DetectorChoice detector;
    std::string out;
    bool json = false;
};

/// Where the landmarks of a scan come from: a file, a folder of NAME.landmarks.json, or the network.
class LandmarkSource {
public:
    static Result<LandmarkSource> open(const CropCommandOptions& options) {
        LandmarkSource source;
        source.m_path = pathFromUtf8(options.landmarks);
        source.m_choice = options.detector;
        if (!options.landmarks.empty()) return source;
        auto detector = loadChosenDetector(options.detector);
        if (!detector) return failure(detector.error());
        source.m_detector = std::move(*detector);
        return source;
    }

    Result<LandmarkRecord> landmarksOf(const Scan& scan, const std::string& name, Console& console) {
        if (m_detector) return detectOn(scan, *m_detector, m_choice, console);
        std::error_code ignored;
        const bool isFolder = std::filesystem::is_directory(m_path, ignored);
        const auto file = isFolder ? m_path / pathFromUtf8(name + ".landmarks.json") : m_path;
        auto record = readLandmarkFile(file);
        if (!record) return record;
        if (record->width != scan.image.width || record->height != scan.image.height)
            return failure(ErrorCode::LandmarksMalformed, "they are of a scan of another size", file);
        return record;
    }

private:
    std::filesystem::path m_path;
    DetectorChoice m_choice;
    std::unique_ptr<LandmarkDetector> m_detector; ///< null: read from m_path
};

void crop(const CropCommandOptions& options, Console& console) {
    auto source = LandmarkSource::open(options);
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
    command->add_option(
        "--landmarks", options->landmarks,
        "Landmark file, or a folder of NAME.landmarks.json; without it the network places them");
    command->add_option("--factor", options->factor, "Width of the region in mean vertebral widths")
        ->check(CLI::Range(kSmallestFactor, kLargestFactor))
        ->capture_default_str();
    addDetectorOptions(*command, options->detector);
    command->add_option("--out", options->out, "Folder for NAME.crop.json");
    command->add_flag("--json", options->json, "JSON Lines on stdout");
    whenChosen(command, chosen, [options](Console& console) { crop(*options, console); });
}

} // namespace vertescore::cli
