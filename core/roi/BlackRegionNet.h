// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/GreyImage.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

inline constexpr int kBlackRegionRows = 128;
inline constexpr int kBlackRegionColumns = 64;
inline constexpr int kBlackRegionChannels = 2;
inline constexpr int kBlackRegionKernel = 3;

/// Channels of one size; all channels of a cell lie beside each other, cells row-major.
struct BlackRegionFeatures {
    int height = 0;
    int width = 0;
    int channels = 0;
    std::vector<float> values;

    BlackRegionFeatures() = default;
    BlackRegionFeatures(int rows, int columns, int count)
        : height(rows), width(columns), channels(count),
          values(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns * count)) {}
    const float* cell(int y, int x) const { return values.data() + (y * width + x) * channels; }
    float* cell(int y, int x) { return values.data() + (y * width + x) * channels; }
};

/// What the classifier looks at: a scan in 128 x 64 cells, of each its mean and the square root of its
/// brightest pixel, 0...1. Unscanned cells are black throughout; where tissue is clipped to black some grain
/// is left, which the root makes visible. scan: at least one pixel. Pure; any
/// thread.
BlackRegionFeatures blackRegionCells(const DisplayImage& scan);

/// A 3 x 3 convolution with a border of zeros, then ReLU.
struct BlackRegionLayer {
    int inputs = 0;
    int outputs = 0; ///< at most 32
    int stride = 1;
    std::vector<float> weights; ///< 3 rows x 3 columns x inputs x outputs
    std::vector<float> biases;  ///< outputs

    BlackRegionFeatures apply(const BlackRegionFeatures& in) const;
};

/// The small network that says whether a scan has unscanned black regions. A value; any thread.
struct BlackRegionNet {
    std::vector<BlackRegionLayer> layers;
    std::vector<float> dense; ///< of the last channels' means, of their maxima, and one bias

    /// Reads what toText wrote. Error WeightsMalformed, with what is wrong.
    static Result<BlackRegionNet> fromText(std::string_view text);
    std::string toText() const; ///< six significant digits, about 50 kB

    /// The one that ships with the program (resources/weights/blackregions.txt), built in.
    static const BlackRegionNet& shipped();

    /// 0...1, of the cells of a scan.
    double probability(const BlackRegionFeatures& cells) const;

    std::size_t parameterCount() const;
};

} // namespace vertescore
