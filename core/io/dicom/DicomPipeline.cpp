// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/DicomPipeline_p.h"

#include "core/io/dicom/DicomElements_p.h"
#include "core/io/dicom/DicomTables_p.h"

#include <algorithm>

namespace vertescore::dicom {
namespace {

Status readModality(DcmItem& dataset, const PixelLayout& layout, int frame, GreyPipeline& pipeline) {
    if (DcmItem* item = firstItem(dataset, DCM_ModalityLUTSequence)) {
        auto table = readTable(*item, DCM_LUTDescriptor, DCM_LUTData, layout.isSigned);
        if (!table) return failure(table.error());
        pipeline.modalityTable = std::move(*table);
        return {};
    }
    DcmItem& holder = holderOf(dataset, DCM_RescaleSlope, DCM_PixelValueTransformationSequence, frame);
    const double slope = number(holder, DCM_RescaleSlope).value_or(1);
    pipeline.rescaleSlope = slope == 0 ? 1 : slope; // a slope of nothing would make every pixel the same
    pipeline.rescaleIntercept = number(holder, DCM_RescaleIntercept).value_or(0);
    return {};
}

std::optional<WindowLevel> readWindow(DcmItem& dataset, int frame) {
    DcmItem& holder = holderOf(dataset, DCM_WindowCenter, DCM_FrameVOILUTSequence, frame);
    const auto centre = number(holder, DCM_WindowCenter);
    const auto width = number(holder, DCM_WindowWidth);
    if (!centre || !width) return std::nullopt;
    WindowLevel window{*centre, *width, VoiFunction::Linear};
    const std::string function = text(holder, DCM_VOILUTFunction);
    if (function == "LINEAR_EXACT") window.function = VoiFunction::LinearExact;
    if (function == "SIGMOID") window.function = VoiFunction::Sigmoid;
    const bool isValid = window.function == VoiFunction::Linear ? window.width >= 1 : window.width > 0;
    return isValid ? std::optional(window) : std::nullopt;
}

/// Stored values of the padding, as the pixels are read: bits outside the stored ones do not count.
std::optional<std::pair<int, int>> readPadding(DcmItem& dataset, const PixelLayout& layout) {
    const auto value = integer(dataset, DCM_PixelPaddingValue);
    if (!value) return std::nullopt;
    const auto stored = [&layout](int raw) {
        const int lowBit = layout.highBit + 1 - layout.bitsStored;
        return layout.value(static_cast<std::uint16_t>(raw << lowBit));
    };
    const int first = stored(*value);
    const int second = stored(integer(dataset, DCM_PixelPaddingRangeLimit).value_or(*value));
    return std::minmax(first, second);
}

} // namespace

Result<GreyPipeline> readPipeline(DcmItem& dataset, const PixelLayout& layout, int frame) {
    GreyPipeline pipeline;
    const bool isMonochrome = layout.photometric.starts_with("MONOCHROME");
    if (isMonochrome) {
        if (const Status modality = readModality(dataset, layout, frame, pipeline); !modality)
            return failure(modality.error());
        pipeline.padding = readPadding(dataset, layout);
        pipeline.inverted = layout.photometric == "MONOCHROME1";
        if (DcmItem* item = firstItem(dataset, DCM_VOILUTSequence)) {
            const bool isSigned = layout.isSigned || pipeline.rescaleIntercept < 0;
            if (auto table = readTable(*item, DCM_LUTDescriptor, DCM_LUTData, isSigned)) {
                pipeline.voiTable = std::move(*table);
                return pipeline;
            }
        }
    }
    pipeline.window = readWindow(dataset, frame);
    return pipeline;
}

} // namespace vertescore::dicom
