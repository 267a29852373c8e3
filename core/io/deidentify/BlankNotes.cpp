// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/BlankNotes_p.h"

#include "core/io/dicom/pixels/DicomPixels_p.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace vertescore::dicom {
namespace {

// Second bytes of markers (ISO/IEC 10918-1 B.1, 14495-1 C.1, 15444-1 A.2).
constexpr std::uint8_t kStartOfJpeg = 0xd8;
constexpr std::uint8_t kStartOfJpeg2000 = 0x4f;
constexpr std::uint8_t kStartOfScan = 0xda;
constexpr std::uint8_t kStartOfTile = 0x90;
constexpr std::uint8_t kComment = 0xfe;
constexpr std::uint8_t kComment2000 = 0x64;
constexpr std::uint8_t kFirstApplication = 0xe0;
constexpr std::uint8_t kLastApplication = 0xef;
constexpr std::uint8_t kJfif = 0xe0, kSpiff = 0xe8, kAdobe = 0xee; ///< how colours are meant

bool isNote(std::uint8_t marker, bool is2000) {
    if (is2000) return marker == kComment2000;
    const bool isApplication = marker >= kFirstApplication && marker <= kLastApplication && marker != kJfif &&
                               marker != kSpiff && marker != kAdobe;
    return marker == kComment || isApplication;
}

} // namespace

std::size_t blankStreamNotes(std::span<std::uint8_t> stream) {
    if (stream.size() < 2 || stream[0] != 0xff) return 0;
    const bool is2000 = stream[1] == kStartOfJpeg2000;
    if (!is2000 && stream[1] != kStartOfJpeg) return 0;
    std::size_t blanked = 0;
    for (std::size_t at = 2; at + 4 <= stream.size() && stream[at] == 0xff;) {
        const std::uint8_t marker = stream[at + 1];
        if (marker == kStartOfScan || (is2000 && marker == kStartOfTile)) break;
        const std::size_t length = static_cast<std::size_t>(stream[at + 2] << 8 | stream[at + 3]);
        const std::size_t end = at + 2 + length;
        if (length < 2 || end > stream.size()) break;
        // What kind of comment it is stands before it in JPEG 2000.
        const std::size_t start = std::min(end, at + (is2000 ? 6 : 4));
        const auto note = stream.subspan(start, end - start);
        if (isNote(marker, is2000) &&
            std::any_of(note.begin(), note.end(), [](auto byte) { return byte != 0; })) {
            std::fill(note.begin(), note.end(), std::uint8_t{0});
            ++blanked;
        }
        at = end;
    }
    return blanked;
}

std::size_t blankNotes(DcmDataset& dataset) {
    std::size_t blanked = 0;
    for (DcmPixelItem* item : compressedPieces(dataset)) {
        Uint8* bytes = nullptr;
        if (item->getUint8Array(bytes).bad() || bytes == nullptr) continue;
        blanked += blankStreamNotes({bytes, item->getLength()});
    }
    return blanked;
}

} // namespace vertescore::dicom
