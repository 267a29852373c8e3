// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scans/LandmarkSource.h"

#include "core/io/landmarks/LandmarkFiles.h"

#include <CLI/CLI.hpp>

namespace vertescore::cli {

void addLandmarkOptions(CLI::App& command, LandmarkChoice& choice) {
    command.add_option(
        "--landmarks", choice.path,
        "Landmark file, or a folder of NAME.landmarks.json; without it the network places them");
    addDetectorOptions(command, choice.detector);
}

Result<LandmarkSource> LandmarkSource::open(const LandmarkChoice& choice) {
    LandmarkSource source;
    source.m_path = pathFromUtf8(choice.path);
    source.m_choice = choice.detector;
    if (!choice.path.empty()) return source;
    auto detector = loadChosenDetector(choice.detector);
    if (!detector) return failure(detector.error());
    source.m_detector = std::move(*detector);
    return source;
}

Result<LandmarkRecord> LandmarkSource::landmarksOf(const Scan& scan, const std::string& name,
                                                   Console& console) {
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

} // namespace vertescore::cli
