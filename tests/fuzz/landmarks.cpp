// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFormat.h"
#include "tests/fuzz/support/InputFile.h"

#include <cmath>

namespace vertescore::fuzz {
namespace {

constexpr std::string_view kBetweenFiles = "\n%%\n"; ///< YOLO: data.yaml, this, the labels

LandmarkReadOptions readOptions(unsigned side) {
    LandmarkReadOptions options;
    if (side == 1) options.anterior = AnteriorSide::Left;
    options.findScan = [](const std::string& name) {
        const PixelSpacing spacing{0.5, 0.6, SpacingSource::PixelSpacing};
        return std::optional(NamedScan{name, {512, 1024, spacing}});
    };
    return options;
}

bool isNear(double a, double b) {
    return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool haveSamePlaces(const Landmarks& a, const Landmarks& b) {
    for (const Level level : kLevels)
        for (const Corner corner : kCorners) {
            const auto one = a.at(level).at(corner).position, other = b.at(level).at(corner).position;
            if (one.has_value() != other.has_value()) return false;
            if (one && (!isNear(one->x, other->x) || !isNear(one->y, other->y))) return false;
        }
    return true;
}

/// What LandmarkFormat.h promises of every format that is written.
void writeAndReadBack(const InputFolder& folder, LandmarkFormat format, const ExchangedLandmarks& scan,
                      const LandmarkReadOptions& options) {
    const auto target = folder.path() / "written";
    std::filesystem::remove_all(target);
    if (scan.record.landmarks.isEmpty() || !writeLandmarks(format, target, {scan})) return;
    const auto again = readLandmarks(format, target, options);
    if (!again) std::fprintf(stderr, "%s\n", describeError(again.error()).c_str());
    expect(again.has_value(), "what was written can be read");
    expect(again->size() == 1, "one scan comes back as one");
    expect(haveSamePlaces(scan.record.landmarks, again->front().record.landmarks), "at the same places");
}

void readFormat(const InputFolder& folder, LandmarkFormat format, Bytes bytes, unsigned side) {
    const auto options = readOptions(side);
    if (format == LandmarkFormat::YoloPose) {
        const std::size_t end = std::min(bytes.find(kBetweenFiles), bytes.size());
        folder.write("data.yaml", bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + kBetweenFiles.size(), bytes.size()));
    }
    const auto path = folder.write("scan.txt", bytes);
    const auto scans = readLandmarks(format, path, options);
    if (!scans) {
        expect(scans.error().path == path, "an error names its file");
        return;
    }
    for (const ExchangedLandmarks& scan : *scans)
        if (isWritable(format)) writeAndReadBack(folder, format, scan, options);
}

void readOwn(Bytes bytes) {
    const auto record = landmarksFromJson(std::string(bytes));
    if (!record) return;
    const auto again = landmarksFromJson(landmarksToJson(*record, true));
    expect(again.has_value(), "what was written can be read");
    expect(haveSamePlaces(record->landmarks, again->landmarks), "at the same places");
    findProblems(record->landmarks);
}

} // namespace

void landmarks(Bytes bytes) {
    static const InputFolder folder;
    const unsigned format = choose(bytes, kLandmarkFormats.size() + 1);
    const unsigned side = choose(bytes, 2);
    if (format < kLandmarkFormats.size())
        readFormat(folder, kLandmarkFormats[format], bytes, side);
    else
        readOwn(bytes);
}

} // namespace vertescore::fuzz
