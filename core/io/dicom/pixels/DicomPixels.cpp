// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/DicomPixels_p.h"

#include "core/dicom/DicomElements.h"
#include "core/io/ScanReader.h"
#include "core/io/dicom/pixels/Jpeg2000_p.h"
#include "core/io/raster/JpegHeader_p.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrledrg.h>
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
        DcmRLEDecoderRegistration::registerCodecs();
    });
}

Status checkDepth(const PixelLayout& layout) {
    if (layout.bitsAllocated != 8 && layout.bitsAllocated != 16)
        return failure(ErrorCode::UnsupportedPixels,
                       std::to_string(layout.bitsAllocated) + " bits a pixel value; 8 and 16 are read");
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

DcmPixelData* pixelElement(DcmDataset& dataset) {
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad()) return nullptr;
    return dynamic_cast<DcmPixelData*>(element);
}

std::string fragment(DcmPixelSequence& sequence, unsigned long index) {
    DcmPixelItem* item = nullptr;
    Uint8* bytes = nullptr;
    if (sequence.getItem(item, index).bad() || item->getUint8Array(bytes).bad() || bytes == nullptr)
        return {};
    return std::string(bytes, bytes + item->getLength());
}

/// The compressed bytes of one frame where each has a piece of its own, else of all frames one after another
/// (item 0 is the offset table).
std::string codestream(DcmPixelSequence& sequence, const PixelLayout& layout, int frame) {
    const unsigned long items = sequence.card();
    if (layout.frameCount > 1 && items - 1 == static_cast<unsigned long>(layout.frameCount))
        return fragment(sequence, static_cast<unsigned long>(frame) + 1);
    std::string bytes;
    for (unsigned long i = 1; i < items; ++i)
        bytes += fragment(sequence, i);
    return bytes;
}

Result<RawFrame> decodeCompressed(DcmDataset& dataset, DcmPixelData& pixels, const PixelLayout& layout,
                                  int frame) {
    DcmPixelSequence* sequence = compressedPieces(dataset);
    if (sequence == nullptr || sequence->card() < 2)
        return failure(ErrorCode::CorruptPixels, "no compressed pixels");
    const E_TransferSyntax syntax = dataset.getOriginalXfer();
    if (syntax == EXS_JPEG2000 || syntax == EXS_JPEG2000LosslessOnly) {
        if (layout.frameCount > 1 && sequence->card() - 1 != static_cast<unsigned long>(layout.frameCount))
            return failure(ErrorCode::UnsupportedPixels, "JPEG 2000 frames in several pieces each");
        return decodeJpeg2000(codestream(*sequence, layout, frame), layout);
    }
    if (!DcmCodecList::canChangeCoding(syntax, EXS_LittleEndianExplicit))
        return failure(ErrorCode::UnsupportedPixels, DcmXfer(syntax).getXferName());

    RawFrame raw;
    const bool isRle = syntax == EXS_RLELossless;
    raw.cellBytes = layout.bitsAllocated / 8;
    if (!isRle) {
        const auto header = readJpegHeader(codestream(*sequence, layout, frame));
        if (!header && header.error().code == ErrorCode::FileTooLarge) return failure(header.error());
        if (!header) return failure(ErrorCode::CorruptPixels, header.error().detail);
        if (header->bits > 0 && header->bits <= 8) raw.cellBytes = 1; // JPEG-LS has no such header
    }
    raw.isPlanar = isRle && layout.isPlanar;
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

Result<RawFrame> readUncompressed(DcmPixelData& pixels, const PixelLayout& layout, int frame) {
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
    if (available < offset + frameBytes)
        return failure(ErrorCode::FileTruncated, std::to_string(available) + " bytes of pixels, frame " +
                                                     std::to_string(frame) + " needs " +
                                                     std::to_string(offset + frameBytes));
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

DcmPixelSequence* compressedPieces(DcmDataset& dataset) {
    DcmPixelData* pixels = pixelElement(dataset);
    if (pixels == nullptr || !DcmXfer(dataset.getOriginalXfer()).isEncapsulated()) return nullptr;
    E_TransferSyntax syntax = EXS_Unknown;
    const DcmRepresentationParameter* parameter = nullptr;
    pixels->getOriginalRepresentationKey(syntax, parameter);
    DcmPixelSequence* sequence = nullptr;
    if (pixels->getEncapsulatedRepresentation(syntax, parameter, sequence).bad()) return nullptr;
    return sequence;
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
