// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/deidentify/BlankPixels_p.h"

#include "core/dicom/DatasetWriter.h"
#include "core/io/ScanReader.h"
#include "core/io/dicom/pixels/DicomPipeline_p.h"
#include "core/io/dicom/pixels/DicomPixels_p.h"

#include <algorithm>
#include <cstring>

namespace vertescore::dicom {
namespace {

constexpr std::uint64_t kMostPixels = 128ULL << 20; ///< of all frames: some seconds of looking
constexpr std::uint64_t kMostBytes = 128ULL << 20;  ///< of all frames uncompressed; four copies at the worst

/// The cell of black: the darkest in a grey or palette picture, as it is shown.
std::uint16_t blackCell(const RawFrame& frame, const PixelLayout& layout) {
    std::vector<std::uint16_t> cells(frame.bytes.size() / static_cast<std::size_t>(frame.cellBytes));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = frame.bytes[i * static_cast<std::size_t>(frame.cellBytes)];
        if (frame.cellBytes == 2)
            cells[i] = static_cast<std::uint16_t>(cells[i] | frame.bytes[2 * i + 1] << 8);
    }
    const auto isDarker = [&](std::uint16_t a, std::uint16_t b) { return layout.value(a) < layout.value(b); };
    if (layout.photometric == "MONOCHROME1") return *std::max_element(cells.begin(), cells.end(), isDarker);
    return *std::min_element(cells.begin(), cells.end(), isDarker);
}

/// Sets every sample of the pixels in an area; black of YBR has its chroma in the middle.
void blankArea(RawFrame& frame, const PixelLayout& layout, const PixelArea& area) {
    const bool isColour = layout.samplesPerPixel == 3;
    const std::uint16_t grey = isColour ? std::uint16_t{0} : blackCell(frame, layout);
    const bool isYbr = isColour && frame.photometric.starts_with("YBR");
    const auto samples = static_cast<std::size_t>(layout.samplesPerPixel);
    const auto cellBytes = static_cast<std::size_t>(frame.cellBytes);
    for (int y = area.y; y < std::min(area.y + area.height, layout.rows); ++y)
        for (int x = area.x; x < std::min(area.x + area.width, layout.columns); ++x) {
            const std::size_t pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(layout.columns) +
                                      static_cast<std::size_t>(x);
            for (std::size_t sample = 0; sample < samples; ++sample) {
                const std::size_t cell =
                    frame.isPlanar ? sample * layout.pixels() + pixel : pixel * samples + sample;
                const std::uint16_t middle = isYbr && sample > 0 ? 128 : 0;
                const auto value = static_cast<std::uint16_t>(isColour ? middle : grey);
                for (std::size_t byte = 0; byte < cellBytes; ++byte)
                    frame.bytes[cell * cellBytes + byte] =
                        static_cast<std::uint8_t>(value >> (8 * byte) & 0xff);
            }
        }
}

Result<DisplayImage> shownFrame(DcmDataset& dataset, const PixelLayout& layout, int frame) {
    const auto raw = decodeFrame(dataset, layout, frame);
    if (!raw) return failure(raw.error());
    const auto image = greyOf(dataset, layout, *raw);
    if (!image) return failure(image.error());
    // The whole range of the data: a window could hide what is written.
    return renderDisplay(*image, GreyPipeline{});
}

Status putPixels(DcmDataset& dataset, const PixelLayout& layout, const RawFrame& first,
                 const std::vector<std::uint8_t>& bytes) {
    dataset.findAndDeleteElement(DCM_PixelData);
    DatasetWriter writer(dataset);
    writer.text(DCM_PhotometricInterpretation, first.photometric);
    writer.number(DCM_BitsAllocated, first.cellBytes * 8);
    if (layout.samplesPerPixel == 3) writer.number(DCM_PlanarConfiguration, first.isPlanar ? 1 : 0);
    if (first.cellBytes == 1) {
        writer.samples(DCM_PixelData, bytes);
    } else {
        std::vector<Uint16> cells(bytes.size() / 2);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = static_cast<Uint16>(bytes[2 * i] | bytes[2 * i + 1] << 8);
        writer.samples(DCM_PixelData, cells);
    }
    if (writer.status().bad()) return failure(ErrorCode::Internal, writer.status().text());
    return {};
}

} // namespace

Status lookAtFrames(DcmDataset& dataset, const std::function<void(int, const DisplayImage&)>& look) {
    const auto layout = readLayout(dataset, ReadOptions{}.maxPixels);
    if (!layout) return failure(layout.error());
    if (layout->pixels() * static_cast<std::uint64_t>(layout->frameCount) > kMostPixels)
        return failure(ErrorCode::FileTooLarge, std::to_string(layout->frameCount) + " frames");
    for (int i = 0; i < layout->frameCount; ++i) {
        const auto picture = shownFrame(dataset, *layout, i);
        if (!picture) return failure(picture.error());
        look(i, *picture);
    }
    return {};
}

Result<DisplayImage> frameToLookAt(DcmDataset& dataset, int frame) {
    const auto layout = readLayout(dataset, ReadOptions{}.maxPixels);
    if (!layout) return failure(layout.error());
    if (frame < 0 || frame >= layout->frameCount)
        return failure(ErrorCode::InvalidArgument,
                       "it has " + std::to_string(layout->frameCount) + " frames");
    return shownFrame(dataset, *layout, frame);
}

Status blankPlaces(DcmDataset& dataset, const std::vector<TextPlace>& places) {
    const auto layout = readLayout(dataset, ReadOptions{}.maxPixels);
    if (!layout) return failure(layout.error());
    std::vector<std::uint8_t> all;
    RawFrame first;
    for (int i = 0; i < layout->frameCount; ++i) {
        auto frame = decodeFrame(dataset, *layout, i);
        if (!frame) return failure(frame.error());
        if (frame->isSubsampled)
            return failure(ErrorCode::UnsupportedPixels,
                           "pixels share their colours and cannot be blanked alone");
        frame->bytes.resize(layout->pixels() * static_cast<std::size_t>(layout->samplesPerPixel *
                                                                        frame->cellBytes)); // no padding
        for (const TextPlace& place : places)
            if (place.frame == i) blankArea(*frame, *layout, place.area);
        all.insert(all.end(), frame->bytes.begin(), frame->bytes.end());
        frame->bytes.clear();
        if (i == 0) first = std::move(*frame);
        if (all.size() > kMostBytes) return failure(ErrorCode::FileTooLarge, "its pixels, uncompressed");
    }
    if (all.size() % 2 != 0) all.push_back(0);
    return putPixels(dataset, *layout, first, all);
}

} // namespace vertescore::dicom
