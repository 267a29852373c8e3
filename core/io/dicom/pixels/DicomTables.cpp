// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/DicomTables_p.h"

#include "core/dicom/DicomElements.h"

namespace vertescore::dicom {
namespace {

constexpr std::size_t kMostEntries = 65536;

struct Descriptor {
    std::size_t entries = 0;
    int firstMapped = 0;
    int bits = 16;
};

std::optional<Descriptor> readDescriptor(DcmItem& item, const DcmTagKey& tag, bool isSigned) {
    const auto values = numbers(item, tag);
    if (!values || values->size() != 3) return std::nullopt;
    const auto wrapped = [](double value) {
        return static_cast<std::uint16_t>(static_cast<std::int64_t>(value));
    };
    Descriptor descriptor;
    descriptor.entries = wrapped((*values)[0]) == 0 ? kMostEntries : wrapped((*values)[0]);
    descriptor.firstMapped = wrapped((*values)[1]);
    if (isSigned) descriptor.firstMapped = static_cast<std::int16_t>(wrapped((*values)[1]));
    descriptor.bits = wrapped((*values)[2]);
    if (descriptor.bits < 8 || descriptor.bits > 16) return std::nullopt;
    return descriptor;
}

/// 16-bit words of an element of VR US, SS or OW (or UN, when a private dictionary is missing).
std::vector<std::uint16_t> wordsOf(DcmItem& item, const DcmTagKey& tag) {
    const Uint16* array = nullptr;
    unsigned long count = 0;
    if (item.findAndGetUint16Array(tag, array, &count).good() && array != nullptr)
        return {array, array + count};
    const Sint16* signedArray = nullptr;
    if (item.findAndGetSint16Array(tag, signedArray, &count).good() && signedArray != nullptr)
        return {signedArray, signedArray + count};
    return {};
}

/// Two 8-bit entries in each word, the lower byte first.
std::vector<std::uint16_t> unpacked(const std::vector<std::uint16_t>& words, std::size_t entries) {
    std::vector<std::uint16_t> bytes;
    bytes.reserve(entries + 1);
    for (const std::uint16_t word : words) {
        bytes.push_back(word & 0xff);
        bytes.push_back(word >> 8);
    }
    bytes.resize(std::min(entries, bytes.size()));
    return bytes;
}

/// Expands palette segments: 0 discrete (count, values), 1 linear (count, last value), 2 indirect (count of
/// segments, offset in two words).
class SegmentReader {
public:
    SegmentReader(const std::vector<std::uint16_t>& words, std::size_t entries)
        : m_words(words), m_entries(entries) {}

    std::optional<std::vector<std::uint16_t>> expand() {
        std::size_t at = 0;
        while (at < m_words.size() && m_result.size() < m_entries)
            if (!readSegment(at, true)) return std::nullopt;
        return m_result;
    }

private:
    bool readSegment(std::size_t& at, bool mayBeIndirect) {
        if (at + 2 > m_words.size()) return false;
        const std::uint16_t kind = m_words[at];
        const std::size_t count = m_words[at + 1];
        at += 2;
        if (kind == 0) return readDiscrete(at, count);
        if (kind == 1) return readLinear(at, count);
        return kind == 2 && mayBeIndirect && readIndirect(at, count);
    }

    bool readDiscrete(std::size_t& at, std::size_t count) {
        if (at + count > m_words.size() || m_result.size() + count > m_entries) return false;
        for (std::size_t i = 0; i < count; ++i)
            m_result.push_back(m_words[at++]);
        return true;
    }

    bool readLinear(std::size_t& at, std::size_t count) {
        if (at >= m_words.size() || m_result.empty() || m_result.size() + count > m_entries) return false;
        const double from = m_result.back();
        const double to = m_words[at++];
        for (std::size_t i = 1; i <= count; ++i) {
            const double share = static_cast<double>(i) / static_cast<double>(count);
            m_result.push_back(static_cast<std::uint16_t>(from + (to - from) * share + 0.5));
        }
        return true;
    }

    bool readIndirect(std::size_t& at, std::size_t count) {
        if (at + 2 > m_words.size()) return false;
        std::size_t target = m_words[at] | static_cast<std::size_t>(m_words[at + 1]) << 16;
        at += 2;
        target /= 2; // the offset counts bytes
        for (std::size_t i = 0; i < count; ++i)
            if (!readSegment(target, false)) return false;
        return true;
    }

    const std::vector<std::uint16_t>& m_words;
    std::size_t m_entries;
    std::vector<std::uint16_t> m_result;
};

} // namespace

Result<GreyTable> readTable(DcmItem& item, const DcmTagKey& descriptorTag, const DcmTagKey& entriesTag,
                            bool isSigned) {
    const auto descriptor = readDescriptor(item, descriptorTag, isSigned);
    if (!descriptor) return failure(ErrorCode::CorruptPixels, "a lookup table has no valid descriptor");
    GreyTable table{descriptor->firstMapped, descriptor->bits, wordsOf(item, entriesTag)};
    if (table.entries.size() * 2 == descriptor->entries + descriptor->entries % 2 && descriptor->bits == 8)
        table.entries = unpacked(table.entries, descriptor->entries);
    if (table.entries.size() < descriptor->entries)
        return failure(ErrorCode::CorruptPixels, "a lookup table is shorter than it says");
    table.entries.resize(descriptor->entries);
    return table;
}

Result<GreyTable> readPalette(DcmItem& item, const DcmTagKey& descriptorTag, const DcmTagKey& entriesTag,
                              const DcmTagKey& segmentsTag) {
    if (!has(item, segmentsTag)) return readTable(item, descriptorTag, entriesTag, false);
    const auto descriptor = readDescriptor(item, descriptorTag, false);
    if (!descriptor) return failure(ErrorCode::CorruptPixels, "a palette has no valid descriptor");
    const std::vector<std::uint16_t> words = wordsOf(item, segmentsTag);
    auto expanded = SegmentReader(words, descriptor->entries).expand();
    if (!expanded || expanded->size() != descriptor->entries)
        return failure(ErrorCode::CorruptPixels, "the segments of a palette do not fill it");
    return GreyTable{descriptor->firstMapped, descriptor->bits, std::move(*expanded)};
}

} // namespace vertescore::dicom
