// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dicom/pixels/DicomPipeline_p.h"

#include "core/dicom/DicomElements.h"
#include "core/io/dicom/pixels/DicomTables_p.h"

#include <algorithm>

namespace vertescore::dicom {
namespace {

std::optional<WindowLevel> readWindow(DcmItem& item) {
    const auto centre = number(item, DCM_WindowCenter);
    const auto width = number(item, DCM_WindowWidth);
    if (!centre || !width) return std::nullopt;
    WindowLevel window{*centre, *width, VoiFunction::Linear};
    const std::string function = text(item, DCM_VOILUTFunction);
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

Status readModality(DcmItem& item, bool isSigned, GreyPipeline& pipeline) {
    if (DcmItem* tableItem = firstItem(item, DCM_ModalityLUTSequence)) {
        auto table = readTable(*tableItem, DCM_LUTDescriptor, DCM_LUTData, isSigned);
        if (!table) return failure(table.error());
        pipeline.modalityTable = std::move(*table);
        return {};
    }
    const double slope = number(item, DCM_RescaleSlope).value_or(1);
    pipeline.rescaleSlope = slope == 0 ? 1 : slope; // a slope of nothing would make every pixel the same
    pipeline.rescaleIntercept = number(item, DCM_RescaleIntercept).value_or(0);
    return {};
}

void readVoi(DcmItem& item, bool isSigned, GreyPipeline& pipeline) {
    if (DcmItem* tableItem = firstItem(item, DCM_VOILUTSequence))
        if (auto table = readTable(*tableItem, DCM_LUTDescriptor, DCM_LUTData, isSigned)) {
            pipeline.voiTable = std::move(*table);
            return;
        }
    pipeline.window = readWindow(item);
}

Result<GreyPipeline> readPipeline(DcmItem& dataset, const PixelLayout& layout, int frame) {
    GreyPipeline pipeline;
    DcmItem& voi = holderOf(dataset, DCM_WindowCenter, DCM_FrameVOILUTSequence, frame);
    if (!layout.photometric.starts_with("MONOCHROME")) {
        pipeline.window = readWindow(voi);
        return pipeline;
    }
    DcmItem& rescale = holderOf(dataset, DCM_RescaleSlope, DCM_PixelValueTransformationSequence, frame);
    if (const Status modality = readModality(rescale, layout.isSigned, pipeline); !modality)
        return failure(modality.error());
    pipeline.padding = readPadding(dataset, layout);
    pipeline.inverted = layout.photometric == "MONOCHROME1";
    readVoi(voi, layout.isSigned || pipeline.rescaleIntercept < 0, pipeline);
    return pipeline;
}

} // namespace vertescore::dicom
