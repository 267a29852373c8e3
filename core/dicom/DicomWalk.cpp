// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomWalk_p.h"

#include "core/io/ByteReader_p.h"

#include <dcmtk/dcmdata/dctag.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace vertescore::dicom {
namespace {

constexpr std::size_t kMostDepth = 64; ///< the deepest reports of practice stay below 20
constexpr std::size_t kMostElements = 1'000'000;
constexpr std::uint32_t kUndefinedLength = 0xffffffff;
constexpr std::uint64_t kOpenEnd = ~std::uint64_t{0};
constexpr std::uint64_t kShortSkip = 1U << 16; ///< reading on is cheaper than moving

constexpr std::uint32_t kItem = 0xfffee000;
constexpr std::uint32_t kItemEnd = 0xfffee00d;
constexpr std::uint32_t kSequenceEnd = 0xfffee0dd;
constexpr std::uint32_t kPixelData = 0x7fe00010;

enum class Inside { DataSet, Sequence, Fragments };

struct Level {
    Inside inside = Inside::DataSet;
    std::uint64_t end = kOpenEnd; ///< open: until its delimiter
    bool isImplicit = false;
};

struct Element {
    std::uint32_t tag = 0;
    std::uint32_t length = 0;
    bool isSequence = false;
    bool isUnknown = false;
};

class Walk {
public:
    Walk(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax) : m_stream(stream), m_size(size) {
        const DcmXfer transfer(syntax);
        m_order = transfer.isBigEndian() ? std::endian::big : std::endian::little;
        m_levels.push_back({Inside::DataSet, size, syntax == EXS_LittleEndianImplicit});
    }

    Status run() {
        for (;;) {
            while (!m_levels.empty() && m_at >= m_levels.back().end)
                m_levels.pop_back();
            if (m_levels.empty() || m_at >= m_size) return {};
            if (++m_elements > kMostElements)
                return failure(ErrorCode::FileMalformed,
                               "more than " + std::to_string(kMostElements) + " elements");
            const Status step = m_levels.back().inside == Inside::DataSet ? enterElement()
                                                                          : enterItem(m_levels.back().inside);
            if (!step) return step;
        }
    }

private:
    Status enterElement() {
        const auto element = readElement();
        if (!element) return truncated();
        if (element->tag == kItemEnd || element->tag == kSequenceEnd) return leave();
        const bool isOpen = element->length == kUndefinedLength;
        if (!isOpen && !element->isSequence) return skip(element->length);
        if (isOpen && element->tag == kPixelData) return enter({Inside::Fragments, kOpenEnd, false});
        const bool isImplicit = m_levels.back().isImplicit || element->isUnknown; // PS3.5 6.2.2
        return enter({Inside::Sequence, isOpen ? kOpenEnd : m_at + element->length, isImplicit});
    }

    Status enterItem(Inside inside) {
        const auto tag = readTag();
        const auto length = number(4);
        if (!tag || !length) return truncated();
        if (*tag == kSequenceEnd) return leave();
        if (*tag != kItem) return failure(ErrorCode::FileMalformed, "something else where an item should be");
        const bool isOpen = *length == kUndefinedLength;
        if (inside == Inside::Fragments) return isOpen ? truncated() : skip(*length);
        return enter({Inside::DataSet, isOpen ? kOpenEnd : m_at + *length, m_levels.back().isImplicit});
    }

    std::optional<Element> readElement() {
        const auto tag = readTag();
        std::array<char, 4> next{};
        if (!tag || !read(next.data(), next.size())) return std::nullopt;
        const std::string_view bytes(next.data(), next.size());
        const ByteReader reader(bytes, m_order);
        Element element{*tag, static_cast<std::uint32_t>(*reader.number(0, 4)), false, false};
        const DcmVR vr(std::string(bytes.substr(0, 2)).c_str());
        if (m_levels.back().isImplicit || *tag >> 16 == 0xfffe || !vr.isStandard()) {
            DcmTag known(static_cast<Uint16>(*tag >> 16), static_cast<Uint16>(*tag & 0xffff));
            element.isSequence = known.getEVR() == EVR_SQ;
            return element;
        }
        element.isSequence = vr.getEVR() == EVR_SQ;
        element.isUnknown = vr.getEVR() == EVR_UN;
        if (!vr.usesExtendedLengthEncoding()) {
            element.length = static_cast<std::uint32_t>(*reader.number(2, 2));
            return element;
        }
        const auto length = number(4);
        if (!length) return std::nullopt;
        element.length = *length;
        return element;
    }

    std::optional<std::uint32_t> readTag() {
        const auto group = number(2), element = number(2);
        if (!group || !element) return std::nullopt;
        return *group << 16 | *element;
    }

    std::optional<std::uint32_t> number(std::size_t bytes) {
        std::array<char, 4> buffer{};
        if (!read(buffer.data(), bytes)) return std::nullopt;
        return static_cast<std::uint32_t>(*ByteReader({buffer.data(), bytes}, m_order).number(0, bytes));
    }

    bool read(char* to, std::size_t bytes) {
        if (!m_stream.read(to, static_cast<std::streamsize>(bytes))) return false;
        m_at += bytes;
        return true;
    }

    Status skip(std::uint64_t bytes) {
        if (bytes > m_size - m_at) return truncated();
        if (bytes < kShortSkip)
            m_stream.ignore(static_cast<std::streamsize>(bytes));
        else
            m_stream.seekg(static_cast<std::streamoff>(bytes), std::ios::cur);
        m_at += bytes;
        return {};
    }

    Status enter(const Level& level) {
        if (m_levels.size() >= 2 * kMostDepth) // a sequence and its item are two
            return failure(ErrorCode::FileMalformed,
                           "sequences in each other more than " + std::to_string(kMostDepth) + " deep");
        m_levels.push_back(level);
        return {};
    }

    Status leave() {
        if (m_levels.size() == 1) return failure(ErrorCode::FileMalformed, "an end without a beginning");
        // The delimiter of an item has been read by readElement, that of a sequence by enterItem, both whole.
        m_levels.pop_back();
        return {};
    }

    static Status truncated() { return failure(ErrorCode::FileTruncated, "it ends within an element"); }

    std::istream& m_stream;
    std::uint64_t m_size;
    std::uint64_t m_at = 0;
    std::size_t m_elements = 0;
    std::endian m_order = std::endian::little;
    std::vector<Level> m_levels;
};

/// Where no header says: the element number of a first element in a low group tells the byte order, two
/// capitals after it an explicit VR.
E_TransferSyntax guessSyntax(std::istream& stream) {
    std::array<char, 6> first{};
    const auto from = stream.tellg();
    stream.read(first.data(), first.size());
    stream.clear();
    stream.seekg(from);
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool isExplicit = isCapital(first[4]) && isCapital(first[5]);
    if (first[0] == 0 && first[1] != 0) return EXS_BigEndianExplicit;
    return isExplicit ? EXS_LittleEndianExplicit : EXS_LittleEndianImplicit;
}

} // namespace

Status walkDataSet(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax) {
    return Walk(stream, size, syntax == EXS_Unknown ? guessSyntax(stream) : syntax).run();
}

} // namespace vertescore::dicom
