// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/DicomElements.h"
#include "core/io/dicom/pixels/DicomPixels_p.h"
#include "core/io/dicom/pixels/DicomTables_p.h"
#include "core/io/raster/Luminance_p.h"

#include <algorithm>
#include <cmath>

namespace vertescore::dicom {
namespace {

constexpr int kSignedOffset = -32768;

/// Cell by running number, whatever the depth.
std::uint16_t cellAt(const RawFrame& frame, std::size_t index) {
    if (frame.cellBytes == 1) return frame.bytes[index];
    return static_cast<std::uint16_t>(frame.bytes[2 * index] | frame.bytes[2 * index + 1] << 8);
}

GreyImage emptyImage(const PixelLayout& layout, int storedOffset) {
    return {layout.columns, layout.rows, storedOffset, std::vector<std::uint16_t>(layout.pixels())};
}

GreyImage greyOfMonochrome(const PixelLayout& layout, const RawFrame& frame) {
    GreyImage image = emptyImage(layout, layout.isSigned ? kSignedOffset : 0);
    for (std::size_t i = 0; i < image.samples.size(); ++i)
        image.samples[i] = static_cast<std::uint16_t>(layout.value(cellAt(frame, i)) - image.storedOffset);
    return image;
}

/// Y of YBR is the luminance already; the PARTIAL kinds keep it between 16 and 235 (of 8 bits).
GreyImage greyOfLuma(const PixelLayout& layout, const RawFrame& frame) {
    GreyImage image = emptyImage(layout, 0);
    const bool isPartial = frame.photometric.starts_with("YBR_PARTIAL");
    const double unit = std::ldexp(1.0, layout.bitsStored - 8);
    const double highest = std::ldexp(1.0, layout.bitsStored) - 1;
    for (std::size_t i = 0; i < image.samples.size(); ++i) {
        const std::size_t cell = frame.isSubsampled ? i / 2 * 4 + i % 2 : frame.isPlanar ? i : 3 * i;
        double grey = layout.value(cellAt(frame, cell));
        if (isPartial) grey = std::clamp((grey - 16 * unit) / (219 * unit), 0.0, 1.0) * highest;
        image.samples[i] = static_cast<std::uint16_t>(std::lround(grey));
    }
    return image;
}

GreyImage greyOfRgb(const PixelLayout& layout, const RawFrame& frame) {
    GreyImage image = emptyImage(layout, 0);
    const std::size_t pixelStep = frame.isPlanar ? 1 : 3;
    const std::size_t channelStep = frame.isPlanar ? layout.pixels() : 1;
    for (std::size_t i = 0; i < image.samples.size(); ++i) {
        const auto channel = [&](std::size_t c) {
            return layout.value(cellAt(frame, i * pixelStep + c * channelStep));
        };
        image.samples[i] = luminance(channel(0), channel(1), channel(2));
    }
    return image;
}

Result<GreyImage> greyOfPalette(DcmItem& dataset, const PixelLayout& layout, const RawFrame& frame) {
    const auto red =
        readPalette(dataset, DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
                    DCM_SegmentedRedPaletteColorLookupTableData);
    const auto green =
        readPalette(dataset, DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
                    DCM_SegmentedGreenPaletteColorLookupTableData);
    const auto blue =
        readPalette(dataset, DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
                    DCM_SegmentedBluePaletteColorLookupTableData);
    for (const auto* table : {&red, &green, &blue})
        if (!*table) return failure(table->error());
    if (red->entries.size() != green->entries.size() || red->entries.size() != blue->entries.size())
        return failure(ErrorCode::CorruptPixels, "the palettes of the three colours differ in length");

    GreyImage image = emptyImage(layout, 0);
    const int last = static_cast<int>(red->entries.size()) - 1;
    for (std::size_t i = 0; i < image.samples.size(); ++i) {
        const auto entry =
            static_cast<std::size_t>(std::clamp(layout.value(cellAt(frame, i)) - red->firstMapped, 0, last));
        image.samples[i] = luminance(red->entries[entry], green->entries[entry], blue->entries[entry]);
    }
    return image;
}

} // namespace

Result<GreyImage> greyOf(DcmItem& dataset, const PixelLayout& layout, const RawFrame& frame) {
    if (layout.photometric == "PALETTE COLOR") return greyOfPalette(dataset, layout, frame);
    if (layout.samplesPerPixel == 1) return greyOfMonochrome(layout, frame);
    if (layout.isSigned) return failure(ErrorCode::UnsupportedPixels, "signed colours");
    if (frame.photometric.starts_with("YBR_FULL") || frame.photometric.starts_with("YBR_PARTIAL"))
        return greyOfLuma(layout, frame);
    return greyOfRgb(layout, frame);
}

} // namespace vertescore::dicom
