// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/Safetensors.h"

#include "core/base/Assert.h"
#include "core/base/AtomicFile.h"
#include "core/base/Sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>

namespace vertescore {
namespace {

static_assert(std::endian::native == std::endian::little,
              "tensors are stored and used in little-endian order");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kLargestHeader = 16ULL << 20;
constexpr std::uintmax_t kLargestFile = 64ULL << 30;
constexpr std::size_t kMostDimensions = 8;

struct TypeEntry {
    TensorType type;
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array<TypeEntry, 7> kTypes{{{TensorType::U8, "U8", 1},
                                           {TensorType::U16, "U16", 2},
                                           {TensorType::I64, "I64", 8},
                                           {TensorType::F16, "F16", 2},
                                           {TensorType::BF16, "BF16", 2},
                                           {TensorType::F32, "F32", 4},
                                           {TensorType::F64, "F64", 8}}};

std::optional<TensorType> typeFromName(const std::string& name) {
    for (const TypeEntry& entry : kTypes)
        if (entry.name == name) return entry.type;
    return std::nullopt;
}

tl::unexpected<Error> malformed(std::string detail) {
    return failure(ErrorCode::WeightsMalformed, std::move(detail));
}

/// A whole number of the header, or nothing when it is anything else or does not fit.
std::optional<std::uint64_t> wholeNumber(const nlohmann::json& value) {
    if (!value.is_number_unsigned()) return std::nullopt;
    return value.get<std::uint64_t>();
}

/// Bytes that the shape needs; nothing when that overflows.
std::optional<std::uint64_t> bytesOf(TensorType type, const std::vector<std::int64_t>& shape) {
    std::uint64_t bytes = bytesPerElement(type);
    for (const std::int64_t side : shape) {
        const auto factor = static_cast<std::uint64_t>(side);
        if (factor != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / 2 / factor)
            return std::nullopt;
        bytes *= factor;
    }
    return bytes;
}

Result<TensorView> viewOf(const std::string& name, const nlohmann::json& entry, std::string_view buffer) {
    if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") ||
        !entry.contains("data_offsets"))
        return malformed("tensor " + name + " lacks dtype, shape or data_offsets");
    const nlohmann::json& shape = entry["shape"];
    const nlohmann::json& offsets = entry["data_offsets"];
    if (!entry["dtype"].is_string() || !shape.is_array() || !offsets.is_array() || offsets.size() != 2)
        return malformed("tensor " + name + " has a header entry of the wrong form");
    TensorView view;
    const auto type = typeFromName(entry["dtype"].get<std::string>());
    if (!type) return malformed("tensor " + name + " has the unknown type " + entry["dtype"].dump());
    view.type = *type;
    if (shape.size() > kMostDimensions) return malformed("tensor " + name + " has too many dimensions");
    for (const nlohmann::json& side : shape) {
        const auto length = wholeNumber(side);
        if (!length || *length > std::numeric_limits<std::int32_t>::max())
            return malformed("tensor " + name + " has an impossible shape");
        view.shape.push_back(static_cast<std::int64_t>(*length));
    }
    const auto begin = wholeNumber(offsets[0]);
    const auto end = wholeNumber(offsets[1]);
    if (!begin || !end || *begin > *end || *end > buffer.size())
        return malformed("tensor " + name + " lies outside the file");
    const auto needed = bytesOf(view.type, view.shape);
    if (!needed || *needed != *end - *begin)
        return malformed("tensor " + name + " has a length that its shape forbids");
    view.bytes = buffer.substr(*begin, *end - *begin);
    return view;
}

Result<std::map<std::string, std::string>> metadataOf(const nlohmann::json& entry) {
    std::map<std::string, std::string> metadata;
    if (!entry.is_object()) return malformed("the metadata is no object");
    for (const auto& [key, value] : entry.items()) {
        if (!value.is_string()) return malformed("the metadata entry " + key + " is no text");
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// Each byte of the buffer belongs to exactly one tensor.
Status checkLayout(const std::map<std::string, TensorView>& tensors, std::string_view buffer) {
    std::vector<std::string_view> pieces;
    for (const auto& [name, view] : tensors)
        if (!view.bytes.empty()) pieces.push_back(view.bytes);
    std::sort(pieces.begin(), pieces.end(),
              [](std::string_view a, std::string_view b) { return a.data() < b.data(); });
    const char* expected = buffer.data();
    for (const std::string_view piece : pieces) {
        if (piece.data() != expected) return malformed("tensors overlap or leave gaps");
        expected += piece.size();
    }
    if (expected != buffer.data() + buffer.size()) return malformed("bytes after the last tensor");
    return {};
}

} // namespace

std::string_view tensorTypeName(TensorType type) {
    return kTypes[static_cast<std::size_t>(type)].name;
}

std::size_t bytesPerElement(TensorType type) {
    return kTypes[static_cast<std::size_t>(type)].bytes;
}

Result<SafetensorsFile> SafetensorsFile::read(const std::filesystem::path& path) {
    auto content = MappedFile::open(path, kLargestFile);
    if (!content) {
        Error error = content.error();
        if (error.code == ErrorCode::FileNotFound) error.code = ErrorCode::WeightsMissing;
        return failure(std::move(error));
    }
    auto file = parse(std::move(*content));
    if (!file) return failure(file.error().code, file.error().detail, path);
    return file;
}

Result<SafetensorsFile> SafetensorsFile::parse(std::string content) {
    return parse(MappedFile::holding(std::move(content)));
}

Result<SafetensorsFile> SafetensorsFile::parse(MappedFile content) {
    SafetensorsFile file;
    file.m_content = std::move(content);
    const std::string_view all = file.m_content.bytes();
    if (all.size() < kLengthBytes) return malformed("shorter than its header's length");
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, all.data(), kLengthBytes);
    if (headerBytes > kLargestHeader || headerBytes > all.size() - kLengthBytes)
        return malformed("the header is longer than the file or than any honest one");
    const nlohmann::json header =
        nlohmann::json::parse(all.substr(kLengthBytes, headerBytes), nullptr, false);
    if (!header.is_object()) return malformed("the header is no JSON object");
    const std::string_view buffer = all.substr(kLengthBytes + headerBytes);
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            auto metadata = metadataOf(entry);
            if (!metadata) return failure(metadata.error());
            file.m_metadata = std::move(*metadata);
            continue;
        }
        auto view = viewOf(name, entry, buffer);
        if (!view) return failure(view.error());
        file.m_tensors.emplace(name, std::move(*view));
    }
    if (const Status layout = checkLayout(file.m_tensors, buffer); !layout) return failure(layout.error());
    return file;
}

std::string SafetensorsFile::sha256() const {
    return sha256Hex(m_content.bytes());
}

Status writeSafetensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
                        const std::map<std::string, std::string>& metadata) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    header["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const auto& [name, view] : tensors) {
        VERTESCORE_ASSERT(bytesOf(view.type, view.shape) == view.bytes.size());
        header[name] = {{"dtype", tensorTypeName(view.type)},
                        {"shape", view.shape},
                        {"data_offsets", {offset, offset + view.bytes.size()}}};
        offset += view.bytes.size();
    }
    std::string text = header.dump();
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');
    const std::uint64_t length = text.size();
    std::string content(kLengthBytes, '\0');
    std::memcpy(content.data(), &length, kLengthBytes);
    content += text;
    std::vector<std::string_view> pieces{content};
    for (const NamedTensor& tensor : tensors)
        pieces.push_back(tensor.tensor.bytes);
    return writeFileAtomically(path, pieces);
}

} // namespace vertescore
