// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TrainingBundle.h"

#include "core/base/Assert.h"
#include "core/tensors/TrainingBundleEntry_p.h"

#include <cstring>
#include <set>

namespace vertescore {
namespace {

constexpr std::size_t kNameDigits = 6;
constexpr int kSixteenToEight = 257; ///< 65535 / 255

std::string entryName(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(kNameDigits - std::min(kNameDigits, digits.size()), '0') + digits;
}

template <typename Number, std::size_t count>
std::string_view bytesOf(const std::array<Number, count>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), sizeof(numbers)};
}

/// The names of all entries: what stands before the dot of a tensor's name.
Result<std::set<std::string>> entriesOf(const SafetensorsFile& file) {
    std::set<std::string> names;
    for (const auto& [name, view] : file.tensors()) {
        const auto dot = name.find('.');
        if (dot == std::string::npos)
            return failure(ErrorCode::FileMalformed, "tensor " + name + " is of no scan");
        names.insert(name.substr(0, dot));
    }
    return names;
}

Result<std::vector<BundleScan>> scansOf(const SafetensorsFile& file) {
    const auto format = file.metadata().find("format");
    if (format == file.metadata().end() || format->second != TrainingBundle::kFormat)
        return failure(ErrorCode::FileMalformed,
                       "no training bundle: no format " + std::string(TrainingBundle::kFormat));
    const auto names = entriesOf(file);
    if (!names) return failure(names.error());
    std::vector<BundleScan> scans;
    for (const std::string& name : *names) {
        auto scan = readEntry(file, name);
        if (!scan) return failure(scan.error());
        scans.push_back(std::move(*scan));
    }
    if (const auto count = file.metadata().find("count");
        count == file.metadata().end() || count->second != std::to_string(scans.size()))
        return failure(ErrorCode::FileMalformed,
                       std::to_string(scans.size()) +
                           " scans are there, and the metadata gives another count");
    return scans;
}

/// The codes of a file that cannot be read, said of a bundle.
Error asBundleError(Error error) {
    if (error.code == ErrorCode::WeightsMissing) error.code = ErrorCode::FileNotFound;
    if (error.code == ErrorCode::WeightsMalformed) error.code = ErrorCode::FileMalformed;
    return error;
}

} // namespace

Result<TrainingBundle> TrainingBundle::read(const std::filesystem::path& path) {
    auto file = SafetensorsFile::read(path);
    if (!file) return failure(asBundleError(file.error()));
    auto scans = scansOf(*file);
    if (!scans) return failure(scans.error().code, scans.error().detail, path);
    return TrainingBundle(std::move(*file), std::move(*scans));
}

Status writeTrainingBundle(const std::filesystem::path& path, const std::vector<BundleScan>& scans) {
    if (scans.empty()) return failure(ErrorCode::InvalidArgument, "a bundle needs at least one scan", path);
    std::vector<BundlePoints> points;
    for (const BundleScan& scan : scans)
        points.push_back(pointsOf(scan.landmarks));
    std::map<std::string, std::string> metadata{{"format", std::string(TrainingBundle::kFormat)},
                                                {"count", std::to_string(scans.size())},
                                                {"version", VERTESCORE_VERSION},
                                                {"notice", "For research use only. Not for diagnosis."}};
    // Wide numbers first: each tensor then begins at a multiple of its own number's size.
    std::vector<NamedTensor> wide, middle, narrow;
    for (std::size_t i = 0; i < scans.size(); ++i) {
        const BundleScan& scan = scans[i];
        VERTESCORE_ASSERT(scan.bits == 8 || scan.bits == 16);
        const std::string name = entryName(i + 1);
        constexpr auto count = static_cast<std::int64_t>(kPointCount);
        metadata[name] = entryText(scan);
        wide.push_back({name + ".landmarks", {TensorType::F64, {count, 2}, bytesOf(points[i].places)}});
        narrow.push_back({name + ".placed", {TensorType::U8, {count}, bytesOf(points[i].placed)}});
        narrow.push_back({name + ".states", {TensorType::U8, {count}, bytesOf(points[i].states)}});
        const TensorType type = scan.bits == 8 ? TensorType::U8 : TensorType::U16;
        (scan.bits == 8 ? narrow : middle)
            .push_back({name + ".image", {type, {scan.geometry.height, scan.geometry.width}, scan.pixels}});
    }
    wide.insert(wide.end(), middle.begin(), middle.end());
    wide.insert(wide.end(), narrow.begin(), narrow.end());
    return writeSafetensors(path, wide, metadata);
}

DisplayImage displayOf(const BundleScan& scan) {
    DisplayImage picture{scan.geometry.width, scan.geometry.height, {}};
    if (scan.bits == 8) {
        picture.pixels.assign(scan.pixels.begin(), scan.pixels.end());
        return picture;
    }
    std::vector<std::uint16_t> fine(scan.pixels.size() / sizeof(std::uint16_t));
    std::memcpy(fine.data(), scan.pixels.data(), scan.pixels.size());
    picture.pixels.reserve(fine.size());
    for (const std::uint16_t grey : fine)
        picture.pixels.push_back(static_cast<std::uint8_t>((grey + kSixteenToEight / 2) / kSixteenToEight));
    return picture;
}

} // namespace vertescore
