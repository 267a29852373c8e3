// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/LandmarkFormat.h"

#include "core/base/AtomicFile.h"
#include "core/io/landmarks/formats/Formats_p.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace vertescore {
namespace {

namespace fs = std::filesystem;
using namespace formats;

constexpr std::uintmax_t kMaxFileBytes = 256U << 20;

const FormatCode& codeOf(LandmarkFormat format) {
    static const std::array kCodes{&kMakeSense, &kCoco,   &kCvat, &kLabelme,
                                   &kYoloPose,  &kSlicer, &kVott, &kCsv};
    return *kCodes[static_cast<std::size_t>(format)];
}

/// The file itself, or the files of a folder that end as the format's do, by name.
std::vector<fs::path> filesOf(const FormatCode& code, const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path};
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::error_code ignored;
        if (toUtf8(entry->path().filename()).ends_with(code.ending) && entry->is_regular_file(ignored))
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The labels lie at most two folders below: labels/train/SCAN.txt.
std::optional<std::string> yoloNamesFor(const fs::path& file) {
    fs::path folder = file.parent_path();
    for (int up = 0; up < 3; ++up, folder /= "..")
        if (auto text = readFile(folder / "data.yaml", kMaxFileBytes)) return *text;
    return std::nullopt;
}

Status readOne(const FormatCode& code, const fs::path& path, const LandmarkReadOptions& options,
               std::vector<ExchangedLandmarks>& scans) {
    const auto text = readFile(path, kMaxFileBytes);
    if (!text) return failure(text.error());
    const Surroundings around{options,
                              code.format == LandmarkFormat::YoloPose ? yoloNamesFor(path) : std::nullopt};
    const auto images = code.read({toUtf8(path.filename()), *text}, around);
    if (!images) return failure(images.error());
    for (const ImagePoints& image : *images) {
        if (image.points.empty()) continue;
        auto scan = assemble(image, options.anterior);
        if (!scan) return failure(scan.error());
        scans.push_back(std::move(*scan));
    }
    return {};
}

} // namespace

std::string_view landmarkFormatName(LandmarkFormat format) {
    return codeOf(format).name;
}

std::optional<LandmarkFormat> landmarkFormatFromName(std::string_view name) {
    for (const LandmarkFormat format : kLandmarkFormats)
        if (landmarkFormatName(format) == name) return format;
    return std::nullopt;
}

bool isWritable(LandmarkFormat format) {
    return codeOf(format).write != nullptr;
}

bool writesFolder(LandmarkFormat format) {
    return codeOf(format).isFolder;
}

Result<std::vector<ExchangedLandmarks>> readLandmarks(LandmarkFormat format, const fs::path& path,
                                                      const LandmarkReadOptions& options) {
    std::vector<ExchangedLandmarks> scans;
    for (const fs::path& file : filesOf(codeOf(format), path)) {
        const Status read = readOne(codeOf(format), file, options, scans);
        if (!read) return failure(read.error().code, read.error().detail, file);
    }
    if (scans.empty()) return failure(ErrorCode::LandmarksMalformed, "no point of T12 to L5 in it", path);
    return scans;
}

Status writeLandmarks(LandmarkFormat format, const fs::path& path,
                      const std::vector<ExchangedLandmarks>& scans) {
    const FormatCode& code = codeOf(format);
    if (code.write == nullptr)
        return failure(ErrorCode::InvalidArgument, std::string(code.name) + " is read and not written", path);
    const auto files = code.write(scans);
    if (!files) return failure(files.error());
    if (!code.isFolder) return writeFileAtomically(path, files->front().text);
    std::set<std::string> names;
    for (const NamedText& file : *files)
        if (!names.insert(file.name).second)
            return failure(ErrorCode::DuplicateEntry, "two scans would be written as " + file.name, path);
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return failure(ErrorCode::FileNotWritable, error.message(), path);
    for (const NamedText& file : *files) {
        const fs::path target = path / std::u8string(file.name.begin(), file.name.end());
        if (const Status written = writeFileAtomically(target, file.text); !written) return written;
    }
    return {};
}

namespace formats {

std::optional<double> numberFrom(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<int> integerFrom(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string shortest(double value) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return std::string(text.data(), end);
}

std::string imageName(const ExchangedLandmarks& scan) {
    return toUtf8(scan.record.scanPath.filename());
}

} // namespace formats
} // namespace vertescore
