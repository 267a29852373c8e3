// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scans/Detecting.h"

#include "app/Resources.h"
#include "core/guides/BuildGuides.h"
#include "core/io/ViewCheck.h"
#include "core/roi/CropRoi.h"
#include "model/LoadDetector.h"
#include "ui/report/AnnotatedPicture.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

namespace vertescore::cli {
namespace {

std::string fixed(double value, int digits) {
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

/// Of its corners; nothing where none has one.
std::optional<double> largestUncertainty(const VertebraLandmarks& vertebra) {
    std::optional<double> largest;
    for (const Landmark& corner : vertebra.corners)
        if (corner.uncertaintyPx) largest = std::max(largest.value_or(0), *corner.uncertaintyPx);
    return largest;
}

} // namespace

void addDetectorOptions(CLI::App& command, DetectorChoice& choice) {
    command.add_option("--weights", choice.weights, "Weights file (the one that ships with the program)");
    command.add_option("--device", choice.device, "Where the network runs")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command.add_option("--precision", choice.precision, "auto: bf16 where it is faster")
        ->check(CLI::IsMember({"auto", "fp32", "bf16"}))
        ->capture_default_str();
    command.add_option("--anterior", choice.anterior, "The patient's front in the picture")
        ->check(CLI::IsMember({"auto", "left", "right"}))
        ->capture_default_str();
    command
        .add_option("--view", choice.view,
                    "auto: scans that are frontal, by the file's word or their look, are refused")
        ->check(CLI::IsMember({"auto", "lateral"}))
        ->capture_default_str();
    command.add_flag("--frontal-too", choice.frontalToo, "The same as --view lateral");
}

Result<std::unique_ptr<LandmarkDetector>> loadChosenDetector(const DetectorChoice& choice) {
    const auto weights = choice.weights.empty() ? defaultWeights()
                                                : Result<std::filesystem::path>(pathFromUtf8(choice.weights));
    if (!weights) return failure(weights.error());
    LoadDetectorOptions options;
    options.device =
        deviceChoiceFromName(choice.device).value_or(DeviceChoice::Auto); // CLI11 has checked both
    options.precision = precisionChoiceFromName(choice.precision).value_or(PrecisionChoice::Auto);
    auto detector = loadDetector(*weights, options);
    if (!detector && !detector.error().path) detector.error().path = *weights;
    return detector;
}

Result<LandmarkRecord> detectOn(const Scan& scan, LandmarkDetector& detector, const DetectorChoice& choice,
                                Console& console) {
    const DisplayImage picture = renderDisplay(scan.image, scan.pipeline);
    if (choice.view == "auto" && !choice.frontalToo)
        if (const Status view = checkLateral(scan, picture); !view)
            return failure(view.error().code, view.error().detail + "; --view lateral overrides",
                           scan.source.path);
    DetectionOptions options;
    options.anterior = anteriorSideFromName(choice.anterior); // nothing for "auto"
    options.stop = console.stopToken();
    const auto detection = detector.detect(picture, options);
    if (!detection) return failure(detection.error().code, detection.error().detail, scan.source.path);
    return LandmarkRecord{scan.source.path, scan.image.width, scan.image.height, detection->landmarks,
                          detection->model};
}

CropFinding findCrop(const Scan& scan, const Landmarks& landmarks, double factor) {
    return std::move(findCrops(scan, landmarks, {factor}).front());
}

std::vector<CropFinding> findCrops(const Scan& scan, const Landmarks& landmarks,
                                   const std::vector<double>& factors) {
    const Guides guides = buildGuides(landmarks);
    const BlackMask black = findBlackRegions(renderDisplay(scan.image, scan.pipeline));
    std::vector<CropFinding> findings;
    for (const double factor : factors) {
        auto roi = cropRoi(guides, scan.geometry, black, CropOptions{factor, 1});
        if (!roi) roi.error().path = scan.source.path;
        findings.push_back({guides, std::move(roi)});
    }
    return findings;
}

Status saveOverlay(const std::filesystem::path& path, const Scan& scan, const LandmarkRecord& record,
                   const CropFinding& crop) {
    AnnotatedPictureOptions options;
    options.model = record.model;
    options.synthetic = scan.source.isPhantom;
    return saveAnnotatedPicture(path, renderDisplay(scan.image, scan.pipeline), scan.geometry,
                                record.landmarks, crop.guides, crop.roi ? &*crop.roi : nullptr, options);
}

std::string landmarksInWords(const Landmarks& landmarks) {
    std::string words;
    for (const Level level : kLevels) {
        const VertebraLandmarks& vertebra = landmarks.at(level);
        if (!words.empty()) words += ", ";
        words += levelName(level);
        if (!vertebra.isComplete())
            words += " missing";
        else if (vertebra.confidence)
            words += " " + fixed(*vertebra.confidence, 2);
        if (const auto radius = largestUncertainty(vertebra); radius && vertebra.isComplete())
            words += " (within " + fixed(*radius, 1) + " px)";
    }
    return words;
}

std::string cropInOneLine(const Result<Roi>& roi) {
    if (!roi) return "crop unknown: " + describeError({roi.error().code, roi.error().detail, std::nullopt});
    if (!roi->isCropped) return "not cropped";
    const auto has = [&roi](CropCause cause) {
        return std::find(roi->causes.begin(), roi->causes.end(), cause) != roi->causes.end();
    };
    std::string words = "cropped " + fixed(roi->percent, 1) + " %:";
    if (has(CropCause::Border)) words += " border";
    if (has(CropCause::BlackRegion)) words += " black region";
    return words;
}

} // namespace vertescore::cli
