// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/GreyImage.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vertescore {

/// VOI LUT function, DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3.
enum class VoiFunction { Linear, LinearExact, Sigmoid };

/// Window in modality units. width > 0 (>= 1 for Linear).
struct WindowLevel {
    double centre = 0;
    double width = 1;
    VoiFunction function = VoiFunction::Linear;
    friend bool operator==(const WindowLevel&, const WindowLevel&) = default;
};

/// A lookup table of DICOM (modality LUT or VOI LUT): input below firstMapped takes the first entry, above
/// the last.
struct GreyTable {
    int firstMapped = 0;
    int bits = 16; ///< of one entry
    std::vector<std::uint16_t> entries;
    friend bool operator==(const GreyTable&, const GreyTable&) = default;
};

/// Everything between a stored value and a grey on the screen, in the order of DICOM PS3.4 N.2:
/// modality (table, else slope and intercept), VOI (table, else window, else data range), inversion last.
struct GreyPipeline {
    double rescaleSlope = 1;
    double rescaleIntercept = 0;
    std::optional<GreyTable> modalityTable;
    std::optional<GreyTable> voiTable; ///< used when no window is given
    std::optional<WindowLevel> window;
    std::optional<std::pair<int, int>> padding; ///< stored values, inclusive range, that are no tissue
    bool inverted = false; ///< MONOCHROME1 (or the viewer's invert, applied by exclusive or)
    friend bool operator==(const GreyPipeline&, const GreyPipeline&) = default;
};

/// Stored to modality value.
double modalityValue(const GreyPipeline& pipeline, int stored);

/// Modality value to display grey, 0...1, without inversion. dataRange is used when there is neither window
/// nor table.
double voiValue(const GreyPipeline& pipeline, double modality, std::pair<double, double> dataRange);

/// Smallest and largest modality value over the image, padding left out. {0, 1} when all is padding.
std::pair<double, double> modalityRange(const GreyImage& image, const GreyPipeline& pipeline);

/// The window between two percentiles (0...100) of the modality values, padding left out.
WindowLevel percentileWindow(const GreyImage& image, const GreyPipeline& pipeline, double low, double high);

/// The whole pipeline at 8 and at 16 bits; padding becomes 0. Any thread.
DisplayImage renderDisplay(const GreyImage& image, const GreyPipeline& pipeline);
std::vector<std::uint16_t> renderDisplay16(const GreyImage& image, const GreyPipeline& pipeline);

} // namespace vertescore
