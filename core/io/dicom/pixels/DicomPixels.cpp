// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/DicomPixels_p.h"

#include "core/dicom/DicomElements.h"
#include "core/io/ScanReader.h"
#include "core/io/dicom/pixels/Jpeg2000_p.h"
#include "core/io/dicom/pixels/Rle_p.h"
#include "core/io/raster/JpegHeader_p.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>

#include <algorithm>
#include <array>
#include <mutex>

namespace vertescore::dicom {
namespace {

constexpr std::array<std::string_view, 10> kPhotometrics{
    "MONOCHROME1",  "MONOCHROME2",     "PALETTE COLOR",   "RGB",     "YBR_FULL",
    "YBR_FULL_422", "YBR_PARTIAL_422", "YBR_PARTIAL_420", "YBR_RCT", "YBR_ICT"};

void registerCodecs() {
    static std::once_flag once;
    std::call_once(once, [] {
        DJDecoderRegistration::registerCodecs(EDC_photometricInterpretation, EUC_never, EPC_colorByPixel);
        DJLSDecoderRegistration::registerCodecs(EJLSUC_never, EJLSPC_colorByPixel);
    });
}

Status checkDepth(const PixelLayout& layout) {
    if (layout.bitsAllocated != 1 && layout.bitsAllocated != 8 && layout.bitsAllocated != 16)
        return failure(ErrorCode::UnsupportedPixels,
                       std::to_string(layout.bitsAllocated) + " bits a pixel value; 1, 8 and 16 are read");
    if (layout.bitsAllocated == 1 && (layout.samplesPerPixel != 1 || layout.isSigned))
        return failure(ErrorCode::UnsupportedPixels, "one bit a value, in colour or with a sign");
    if (layout.bitsStored < 1 || layout.bitsStored > layout.bitsAllocated)
        return failure(ErrorCode::CorruptPixels, std::to_string(layout.bitsStored) + " bits stored in " +
                                                     std::to_string(layout.bitsAllocated));
    const bool isColour = layout.samplesPerPixel == 3;
    if (layout.samplesPerPixel != 1 && !isColour)
        return failure(ErrorCode::UnsupportedPixels,
                       std::to_string(layout.samplesPerPixel) + " values a pixel");
    if (std::find(kPhotometrics.begin(), kPhotometrics.end(), layout.photometric) == kPhotometrics.end())
        return failure(ErrorCode::UnsupportedPixels, "photometric interpretation not known");
    const bool isGreyName =
        layout.photometric.starts_with("MONOCHROME") || layout.photometric == "PALETTE COLOR";
    if (isColour == isGreyName)
        return failure(ErrorCode::CorruptPixels, std::to_string(layout.samplesPerPixel) +
                                                     " values a pixel do not go with " + layout.photometric);
    return {};
}

/// Its decoder fills cells as the data set says, whatever the stream's depth.
bool isJpegLs(E_TransferSyntax syntax) {
    return syntax == EXS_JPEGLSLossless || syntax == EXS_JPEGLSLossy;
}

DcmPixelData* pixelElement(DcmDataset& dataset) {
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad()) return nullptr;
    return dynamic_cast<DcmPixelData*>(element);
}

/// DCMTK looks for each piece from the first one.
constexpr std::size_t kMostPieces = 10'000;

/// The compressed bytes of one frame where each has a piece of its own, else of all frames one after another.
std::string codestream(const std::vector<DcmPixelItem*>& pieces, const PixelLayout& layout, int frame) {
    const auto wanted = static_cast<std::size_t>(frame);
    const bool isPieceEach =
        layout.frameCount > 1 && pieces.size() == static_cast<std::size_t>(layout.frameCount);
    std::string bytes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Uint8* piece = nullptr;
        if ((isPieceEach && i != wanted) || pieces[i]->getUint8Array(piece).bad() || piece == nullptr)
            continue;
        bytes.append(piece, piece + pieces[i]->getLength());
    }
    return bytes;
}

/// What the JPEG says of itself must be what the data set says: the decoders take memory and time for the
/// former.
Result<JpegHeader> checkJpeg(const std::string& stream, const PixelLayout& layout) {
    const auto header = readJpegHeader(stream);
    if (!header && header.error().code == ErrorCode::FileTooLarge) return failure(header.error());
    if (!header) return failure(ErrorCode::CorruptPixels, header.error().detail);
    const bool isAsSaid = header->width == static_cast<std::uint64_t>(layout.columns) &&
                          header->height == static_cast<std::uint64_t>(layout.rows);
    if (!isAsSaid)
        return failure(ErrorCode::CorruptPixels, "the JPEG picture has another size than the data set says");
    return header;
}

Result<RawFrame> decodeCompressed(DcmDataset& dataset, DcmPixelData& pixels, const PixelLayout& layout,
                                  int frame) {
    const auto pieces = compressedPieces(dataset);
    if (pieces.empty()) return failure(ErrorCode::CorruptPixels, "no compressed pixels");
    if (layout.bitsAllocated == 1) return failure(ErrorCode::UnsupportedPixels, "compressed single bits");
    if (pieces.size() > kMostPieces)
        return failure(ErrorCode::FileTooLarge,
                       "pixels in more than " + std::to_string(kMostPieces) + " pieces");
    const E_TransferSyntax syntax = dataset.getOriginalXfer();
    if (syntax == EXS_JPEG2000 || syntax == EXS_JPEG2000LosslessOnly) {
        if (layout.frameCount > 1 && pieces.size() != static_cast<std::size_t>(layout.frameCount))
            return failure(ErrorCode::UnsupportedPixels, "JPEG 2000 frames in several pieces each");
        return decodeJpeg2000(codestream(pieces, layout, frame), layout);
    }
    if (syntax == EXS_RLELossless) {
        if (layout.frameCount > 1 && pieces.size() != static_cast<std::size_t>(layout.frameCount))
            return failure(ErrorCode::UnsupportedPixels, "RLE frames in several pieces each");
        return decodeRle(codestream(pieces, layout, frame), layout);
    }
    if (!DcmCodecList::canChangeCoding(syntax, EXS_LittleEndianExplicit))
        return failure(ErrorCode::UnsupportedPixels, DcmXfer(syntax).getXferName());

    RawFrame raw;
    raw.cellBytes = layout.bitsAllocated / 8;
    const auto header = checkJpeg(codestream(pieces, layout, frame), layout);
    if (!header) return failure(header.error());
    if (!isJpegLs(syntax) && header->bits <= 8) raw.cellBytes = 1;
    raw.bytes.resize(layout.pixels() * static_cast<std::size_t>(layout.samplesPerPixel * raw.cellBytes));
    if (raw.bytes.size() % 2 != 0) raw.bytes.push_back(0);
    Uint32 startFragment = 0;
    OFString photometric;
    const OFCondition status =
        pixels.getUncompressedFrame(&dataset, static_cast<Uint32>(frame), startFragment, raw.bytes.data(),
                                    static_cast<Uint32>(raw.bytes.size()), photometric);
    if (status.bad()) return failure(ErrorCode::CorruptPixels, status.text());
    raw.photometric = photometric.c_str();
    return raw;
}

Error tooFewBytes(std::size_t available, int frame, std::size_t needed) {
    return {ErrorCode::FileTruncated,
            std::to_string(available) + " bytes of pixels, frame " + std::to_string(frame) + " needs " +
                std::to_string(needed),
            {}};
}

/// Eight pixels in a byte, the first in its lowest bit; frames follow each other without a gap (PS3.5 8.1.1).
Result<RawFrame> readBits(DcmPixelData& pixels, const PixelLayout& layout, int frame) {
    const std::size_t begin = layout.pixels() * static_cast<std::size_t>(frame);
    const std::size_t firstByte = begin / 8, endByte = (begin + layout.pixels() + 7) / 8;
    if (pixels.getLengthField() < endByte)
        return failure(tooFewBytes(pixels.getLengthField(), frame, endByte));
    std::vector<std::uint8_t> packed(endByte - firstByte);
    const OFCondition status =
        pixels.getPartialValue(packed.data(), static_cast<Uint32>(firstByte),
                               static_cast<Uint32>(packed.size()), nullptr, EBO_LittleEndian);
    if (status.bad()) return failure(ErrorCode::FileTruncated, status.text());
    RawFrame raw;
    raw.photometric = layout.photometric;
    raw.bytes.resize(layout.pixels());
    for (std::size_t i = 0; i < raw.bytes.size(); ++i) {
        const std::size_t bit = begin % 8 + i;
        raw.bytes[i] = packed[bit / 8] >> (bit % 8) & 1;
    }
    return raw;
}

Result<RawFrame> readUncompressed(DcmPixelData& pixels, const PixelLayout& layout, int frame) {
    if (layout.bitsAllocated == 1) return readBits(pixels, layout, frame);
    RawFrame raw;
    raw.cellBytes = layout.bitsAllocated / 8;
    raw.isPlanar = layout.isPlanar;
    raw.photometric = layout.photometric;
    std::size_t frameBytes =
        layout.pixels() * static_cast<std::size_t>(layout.samplesPerPixel * raw.cellBytes);
    const auto frames = static_cast<std::size_t>(layout.frameCount);
    const std::size_t available = pixels.getLengthField();
    // Subsampled by name; but some writers leave the name and store every value.
    raw.isSubsampled = layout.photometric == "YBR_FULL_422" && available < frameBytes * frames;
    if (raw.isSubsampled) frameBytes = layout.pixels() * 2;
    const std::size_t offset = frameBytes * static_cast<std::size_t>(frame);
    if (available < offset + frameBytes) return failure(tooFewBytes(available, frame, offset + frameBytes));
    raw.bytes.resize(frameBytes);
    const OFCondition status =
        pixels.getPartialValue(raw.bytes.data(), static_cast<Uint32>(offset), static_cast<Uint32>(frameBytes),
                               nullptr, EBO_LittleEndian);
    if (status.bad()) return failure(ErrorCode::FileTruncated, status.text());
    return raw;
}

} // namespace

int PixelLayout::value(std::uint16_t cell) const {
    const int lowBit = highBit + 1 - bitsStored;
    const int stored = cell >> lowBit & ((1 << bitsStored) - 1);
    const bool isNegative = isSigned && (stored >> (bitsStored - 1) & 1) != 0;
    return isNegative ? stored - (1 << bitsStored) : stored;
}

Result<PixelLayout> readLayout(DcmItem& dataset, std::uint64_t maxPixels) {
    PixelLayout layout;
    layout.rows = integer(dataset, DCM_Rows).value_or(0);
    layout.columns = integer(dataset, DCM_Columns).value_or(0);
    layout.samplesPerPixel = integer(dataset, DCM_SamplesPerPixel).value_or(1);
    layout.bitsAllocated = integer(dataset, DCM_BitsAllocated).value_or(0);
    layout.bitsStored = integer(dataset, DCM_BitsStored).value_or(layout.bitsAllocated);
    layout.highBit = integer(dataset, DCM_HighBit).value_or(layout.bitsStored - 1);
    layout.isSigned = integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
    layout.isPlanar = integer(dataset, DCM_PlanarConfiguration).value_or(0) == 1;
    layout.frameCount = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1));
    layout.photometric = text(dataset, DCM_PhotometricInterpretation);
    if (layout.photometric.empty() && layout.samplesPerPixel == 1) layout.photometric = "MONOCHROME2";
    if (layout.rows < 1 || layout.columns < 1)
        return failure(ErrorCode::CorruptPixels, "rows and columns are missing");
    if (layout.pixels() > maxPixels)
        return failure(ErrorCode::FileTooLarge,
                       std::to_string(layout.columns) + " x " + std::to_string(layout.rows) + " pixels");
    if (const Status depth = checkDepth(layout); !depth) return failure(depth.error());
    if (layout.highBit < layout.bitsStored - 1 || layout.highBit >= layout.bitsAllocated)
        layout.highBit = layout.bitsStored - 1;
    return layout;
}

std::vector<DcmPixelItem*> compressedPieces(DcmDataset& dataset) {
    DcmPixelData* pixels = pixelElement(dataset);
    if (pixels == nullptr || !DcmXfer(dataset.getOriginalXfer()).isEncapsulated()) return {};
    E_TransferSyntax syntax = EXS_Unknown;
    const DcmRepresentationParameter* parameter = nullptr;
    pixels->getOriginalRepresentationKey(syntax, parameter);
    DcmPixelSequence* sequence = nullptr;
    if (pixels->getEncapsulatedRepresentation(syntax, parameter, sequence).bad() || sequence == nullptr)
        return {};
    std::vector<DcmPixelItem*> pieces;
    DcmObject* offsetTable = sequence->nextInContainer(nullptr);
    if (offsetTable == nullptr) return {};
    for (DcmObject* next = sequence->nextInContainer(offsetTable); next != nullptr;
         next = sequence->nextInContainer(next))
        pieces.push_back(static_cast<DcmPixelItem*>(next));
    return pieces;
}

Result<RawFrame> decodeFrame(DcmDataset& dataset, const PixelLayout& layout, int frame) {
    registerCodecs();
    DcmPixelData* pixels = pixelElement(dataset);
    if (pixels == nullptr) return failure(ErrorCode::CorruptPixels, "the pixel element is malformed");
    if (DcmXfer(dataset.getOriginalXfer()).isEncapsulated())
        return decodeCompressed(dataset, *pixels, layout, frame);
    return readUncompressed(*pixels, layout, frame);
}

} // namespace vertescore::dicom
