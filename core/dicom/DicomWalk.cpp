// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomWalk_p.h"

#include "core/io/ByteReader_p.h"

#include <dcmtk/dcmdata/dctag.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace vertescore::dicom {
namespace {

constexpr std::size_t kMostDepth = 64; ///< the deepest reports of practice stay below 20
constexpr std::size_t kMostElements = 300'000;
/// The library sorts each element in from the end of those that it has: so many looks take half a second.
constexpr std::uint64_t kMostSortingSteps = 50'000'000;
constexpr std::uint32_t kUndefinedLength = 0xffffffff;
constexpr std::uint64_t kOpenEnd = ~std::uint64_t{0};
constexpr std::uint64_t kShortSkip = 1U << 16; ///< reading on is cheaper than moving

constexpr std::uint32_t kItem = 0xfffee000;
constexpr std::uint32_t kItemEnd = 0xfffee00d;
constexpr std::uint32_t kSequenceEnd = 0xfffee0dd;
constexpr std::uint32_t kPixelData = 0x7fe00010;
constexpr std::uint32_t kMetaGroup = 0x0002;

enum class Inside { DataSet, Sequence, Fragments };

/// How elements are written; the library reads some parts of a data set otherwise than its whole.
struct Encoding {
    bool isImplicit = false;
    std::endian order = std::endian::little;
};

constexpr Encoding kLittleImplicit{true, std::endian::little};

struct Level {
    Inside inside = Inside::DataSet;
    std::uint64_t end = kOpenEnd; ///< open: until its delimiter
    Encoding encoding;
    std::uint32_t highestTag = 0;
    std::uint64_t elements = 0;
};

enum class Extent { Whole, MetaHeader };

struct Element {
    std::uint32_t tag = 0;
    std::uint32_t length = 0;
    DcmEVR vr = EVR_UNKNOWN;
};

DcmEVR vrOf(std::uint32_t tag) {
    return DcmTag(static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xffff)).getEVR();
}

bool isUnknown(DcmEVR vr) {
    return vr == EVR_UN || vr == EVR_UNKNOWN || vr == EVR_UNKNOWN2B;
}

class Walk {
public:
    Walk(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax, Extent extent)
        : m_stream(stream), m_size(size), m_extent(extent) {
        const DcmXfer transfer(syntax);
        const Encoding encoding{syntax == EXS_LittleEndianImplicit || syntax == EXS_BigEndianImplicit,
                                transfer.isBigEndian() ? std::endian::big : std::endian::little};
        m_levels.push_back({Inside::DataSet, size, encoding});
    }

    Status run() {
        for (;;) {
            while (!m_levels.empty() && m_at >= m_levels.back().end)
                m_levels.pop_back();
            if (m_levels.empty() || m_at >= m_size || m_isPastHeader) return {};
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
        m_isPastHeader = m_extent == Extent::MetaHeader && element->tag >> 16 != kMetaGroup;
        if (m_isPastHeader) return {};
        if (const Status sorted = sortIn(element->tag); !sorted) return sorted;
        return element->length == kUndefinedLength ? enterOpen(*element) : enterClosed(*element);
    }

    Status enterClosed(const Element& element) {
        if (element.vr != EVR_SQ) return skip(element.length);
        return enter({Inside::Sequence, m_at + element.length, m_levels.back().encoding});
    }

    /// An unknown element without a length is a sequence, which is written as PS3.5 6.2.2 says.
    Status enterOpen(const Element& element) {
        const Encoding encoding = m_levels.back().encoding;
        if (element.vr == EVR_SQ) return enter({Inside::Sequence, kOpenEnd, encoding});
        if (isUnknown(element.vr)) return enter({Inside::Sequence, kOpenEnd, kLittleImplicit});
        const bool isBytes =
            element.vr == EVR_OB || element.vr == EVR_OW || element.vr == EVR_ox || element.vr == EVR_px;
        if (isBytes && element.tag == kPixelData) return enter({Inside::Fragments, kOpenEnd, encoding});
        return failure(ErrorCode::FileMalformed, "a value of unknown length");
    }

    Status sortIn(std::uint32_t tag) {
        Level& level = m_levels.back();
        if (tag <= level.highestTag) m_sortingSteps += level.elements;
        level.highestTag = std::max(level.highestTag, tag);
        ++level.elements;
        if (m_sortingSteps > kMostSortingSteps)
            return failure(ErrorCode::FileMalformed, "too many elements out of order");
        return {};
    }

    Status enterItem(Inside inside) {
        const auto tag = readTag();
        const auto length = number(4);
        if (!tag || !length) return truncated();
        if (*tag == kSequenceEnd) return leave();
        if (*tag != kItem) return failure(ErrorCode::FileMalformed, "something else where an item should be");
        const bool isOpen = *length == kUndefinedLength;
        if (inside == Inside::Fragments) return isOpen ? truncated() : skip(*length);
        return enter({Inside::DataSet, isOpen ? kOpenEnd : m_at + *length, m_levels.back().encoding});
    }

    std::optional<Element> readElement() {
        std::array<char, 8> head{};
        if (!read(head.data(), head.size())) return std::nullopt;
        const std::string_view bytes(head.data(), head.size());
        const Encoding encoding = m_levels.back().encoding;
        const std::uint32_t tag = tagIn(bytes, encoding.order);
        if (encoding.isImplicit || vrOf(tag) == EVR_na) return implicitElement(bytes, encoding.order);
        const DcmVR vr(std::string(bytes.substr(4, 2)).c_str());
        // The library reads such a head once more, as that of an implicit element, whatever the order was.
        if (!vr.isStandard()) return implicitElement(bytes, std::endian::little);
        if (!vr.usesExtendedLengthEncoding()) {
            const auto length = *ByteReader(bytes, encoding.order).number(6, 2);
            return Element{tag, static_cast<std::uint32_t>(length), vr.getEVR()};
        }
        const auto length = number(4);
        if (!length) return std::nullopt;
        return Element{tag, *length, vr.getEVR()};
    }

    static Element implicitElement(std::string_view head, std::endian order) {
        const std::uint32_t tag = tagIn(head, order);
        return {tag, static_cast<std::uint32_t>(*ByteReader(head, order).number(4, 4)), vrOf(tag)};
    }

    static std::uint32_t tagIn(std::string_view head, std::endian order) {
        const ByteReader reader(head, order);
        return static_cast<std::uint32_t>(*reader.number(0, 2) << 16 | *reader.number(2, 2));
    }

    std::optional<std::uint32_t> readTag() {
        const auto group = number(2), element = number(2);
        if (!group || !element) return std::nullopt;
        return *group << 16 | *element;
    }

    std::optional<std::uint32_t> number(std::size_t bytes) {
        std::array<char, 4> buffer{};
        if (!read(buffer.data(), bytes)) return std::nullopt;
        return static_cast<std::uint32_t>(
            *ByteReader({buffer.data(), bytes}, m_levels.back().encoding.order).number(0, bytes));
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
    Extent m_extent;
    bool m_isPastHeader = false;
    std::uint64_t m_at = 0;
    std::uint64_t m_sortingSteps = 0;
    std::size_t m_elements = 0;
    std::vector<Level> m_levels;
};

/// Two letters that name a kind of value.
bool isVr(const char* letters) {
    return DcmVR(std::string(letters, 2).c_str()).isStandard();
}

/// As the library finds out how a data set is written, whatever its header says
/// (DcmItem::checkTransferSyntax): two letters of a VR after the first tag tell an explicit one; the order of
/// bytes is that in which the tag is one that the dictionary knows. If it knows both, the one with a low
/// group; if it knows neither, little-endian.
E_TransferSyntax guessSyntax(std::istream& stream) {
    std::array<char, 6> first{};
    const auto from = stream.tellg();
    stream.read(first.data(), first.size());
    stream.clear();
    stream.seekg(from);
    const auto number = [&](std::size_t high, std::size_t low) {
        return static_cast<Uint16>(static_cast<unsigned char>(first[high]) << 8 |
                                   static_cast<unsigned char>(first[low]));
    };
    const DcmTag little(number(1, 0), number(3, 2)), big(number(0, 1), number(2, 3));
    const bool isLowGroupIfBig = little.getGTag() > 0xff && big.getGTag() <= 0xff;
    const bool isBig = big.error().good() && (little.error().bad() || isLowGroupIfBig);
    if (isVr(&first[4])) return isBig ? EXS_BigEndianExplicit : EXS_LittleEndianExplicit;
    return isBig ? EXS_BigEndianImplicit : EXS_LittleEndianImplicit;
}

bool isPlain(E_TransferSyntax syntax) {
    return syntax == EXS_Unknown || syntax == EXS_LittleEndianExplicit ||
           syntax == EXS_LittleEndianImplicit || syntax == EXS_BigEndianExplicit;
}

} // namespace

Status walkDataSet(std::istream& stream, std::uint64_t size, E_TransferSyntax syntax) {
    return Walk(stream, size, isPlain(syntax) ? guessSyntax(stream) : syntax, Extent::Whole).run();
}

Status walkMetaHeader(std::istream& stream, std::uint64_t size) {
    return Walk(stream, size, guessSyntax(stream), Extent::MetaHeader).run();
}

} // namespace vertescore::dicom
