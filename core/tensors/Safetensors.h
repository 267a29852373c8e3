// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/MappedFile.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

enum class TensorType { U8, U16, I64, F16, BF16, F32, F64 };
std::string_view tensorTypeName(TensorType type); ///< as in the file: "F32"
std::size_t bytesPerElement(TensorType type);

/// A named array inside a file that stays open.
struct TensorView {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::string_view bytes; ///< little-endian, row order; points into the SafetensorsFile
};

/// A safetensors file: eight bytes of header length, a JSON header, then the tensors without gaps.
/// Reading checks everything that a damaged or hostile file could get wrong: lengths, ranges, overlaps, gaps,
/// overflow.
class SafetensorsFile {
public:
    /// The file is mapped, not copied: its pages come in as they are used. Errors: WeightsMissing (no such
    /// file), FileUnreadable, FileTooLarge, WeightsMalformed (says what).
    static Result<SafetensorsFile> read(const std::filesystem::path& path);
    /// Takes over the content of a file. Errors: WeightsMalformed.
    static Result<SafetensorsFile> parse(std::string content);

    const std::map<std::string, TensorView>& tensors() const { return m_tensors; }
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    std::string sha256() const; ///< of the whole file

    SafetensorsFile(SafetensorsFile&&) = default;
    SafetensorsFile& operator=(SafetensorsFile&&) = default;
    SafetensorsFile(const SafetensorsFile&) = delete;
    SafetensorsFile& operator=(const SafetensorsFile&) = delete;

private:
    SafetensorsFile() = default;
    static Result<SafetensorsFile> parse(MappedFile content);

    MappedFile m_content; ///< its bytes stay where they are when it is moved
    std::map<std::string, TensorView> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// A tensor to be written; the bytes stay the caller's until writeSafetensors returns.
struct NamedTensor {
    std::string name;
    TensorView tensor;
};

/// Atomically and without a second copy of the tensors; their order is kept. Errors: FileNotWritable,
/// DiskFull.
Status writeSafetensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
                        const std::map<std::string, std::string>& metadata);

} // namespace vertescore
