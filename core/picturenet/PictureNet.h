// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/image/GreyImage.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

inline constexpr int kPictureRows = 128;
inline constexpr int kPictureColumns = 64;
inline constexpr int kPictureChannels = 2;
inline constexpr int kPictureKernel = 3;

/// Channels of one size; all channels of a cell lie beside each other, cells row-major.
struct PictureFeatures {
    int height = 0;
    int width = 0;
    int channels = 0;
    std::vector<float> values;

    PictureFeatures() = default;
    PictureFeatures(int rows, int columns, int count)
        : height(rows), width(columns), channels(count),
          values(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns * count)) {}
    const float* cell(int y, int x) const { return values.data() + (y * width + x) * channels; }
    float* cell(int y, int x) { return values.data() + (y * width + x) * channels; }
};

/// What a small network of the program is asked about a displayed scan.
enum class PictureQuestion : std::uint8_t {
    UnscannedRegions, ///< whether it has regions that were never scanned
    FrontalView       ///< whether it shows the patient from the front
};
inline constexpr std::array kPictureQuestions{PictureQuestion::UnscannedRegions,
                                              PictureQuestion::FrontalView};
std::string_view
pictureQuestionKey(PictureQuestion question); ///< "blackregions", "frontal"; stable, for files

/// What a network looks at: a scan in 128 x 64 cells, of each its mean and the square root of its
/// brightest pixel, 0...1. Unscanned cells are black throughout; where tissue is clipped to black some grain
/// is left, which the root makes visible. scan: at least one pixel. Pure; any
/// thread.
PictureFeatures pictureCells(const DisplayImage& scan);

/// A 3 x 3 convolution with a border of zeros, then ReLU.
struct PictureLayer {
    int inputs = 0;
    int outputs = 0; ///< at most 32
    int stride = 1;
    std::vector<float> weights; ///< 3 rows x 3 columns x inputs x outputs
    std::vector<float> biases;  ///< outputs

    PictureFeatures apply(const PictureFeatures& in) const;
};

/// A small network that answers one question with yes or no. A value; any thread.
struct PictureNet {
    PictureQuestion question = PictureQuestion::UnscannedRegions;
    std::vector<PictureLayer> layers;
    std::vector<float> dense; ///< of the last channels' means, of their maxima, and one bias

    /// Reads what toText wrote. Error WeightsMalformed, with what is wrong.
    static Result<PictureNet> fromText(std::string_view text);
    std::string toText() const; ///< six significant digits, about 50 kB

    /// The one that ships with the program (resources/weights/KEY.txt), built in.
    static const PictureNet& shipped(PictureQuestion question);

    /// That the answer is yes, 0...1, of the cells of a scan.
    double probability(const PictureFeatures& cells) const;

    std::size_t parameterCount() const;
};

} // namespace vertescore
