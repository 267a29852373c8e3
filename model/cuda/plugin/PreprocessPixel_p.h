// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Resample.h"
#include "model/kernels/DeviceFunction.h"

namespace vertescore {

/// 8-bit grey in row order, and what each target column and row mixes (tapsFor).
struct GreySource {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    const TapSpan* columns = nullptr;
    const float* columnWeights = nullptr;
    const TapSpan* rows = nullptr;
    const float* rowWeights = nullptr;
};

struct InputShape {
    int width = 0;
    int height = 0;
    bool isMirrored = false;
};

/// One pixel of resized(), the sums in the same order.
VERTESCORE_DEVICE_FUNCTION float resizedPixel(const GreySource& source, int x, int y) {
    const TapSpan column = source.columns[x];
    const TapSpan row = source.rows[y];
    float sum = 0;
    for (int j = 0; j < row.count; ++j) {
        const std::uint8_t* line =
            source.pixels + static_cast<std::size_t>(row.first + j) * static_cast<std::size_t>(source.width) +
            column.first;
        float across = 0;
        for (int i = 0; i < column.count; ++i)
            across += source.columnWeights[column.weight + i] * static_cast<float>(line[i]);
        sum += source.rowWeights[row.weight + j] * across;
    }
    return sum;
}

/// One pixel of toInput(resized()).
VERTESCORE_DEVICE_FUNCTION float inputPixel(const GreySource& source, const InputShape& shape, int x, int y) {
    return resizedPixel(source, shape.isMirrored ? shape.width - 1 - x : x, y) / 255.0F - 0.5F;
}

} // namespace vertescore
