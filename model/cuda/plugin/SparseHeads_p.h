// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/PeakSelection_p.h"

#include <cstdint>

namespace vertescore {

/// As many channels of a feature map as one memory access moves: 8 in bf16, 4 in fp32.
struct alignas(16) FeatureChunk {
    std::uint32_t words[4];
};

/// A head of two convolutions on a [.,height,width,.] map.
struct HeadShape {
    int width = 0;
    int height = 0;
    int chunks = 0;     ///< per cell of the map
    int firstReach = 0; ///< a kernel of 2 reach + 1
    int lastReach = 0;
};

VERTESCORE_HOST_DEVICE_FUNCTION constexpr int squareOf(int reach) {
    return (2 * reach + 1) * (2 * reach + 1);
}

struct CellPlace {
    int x;
    int y;
};
/// The cell at a step of the square of this reach around a place, steps in row order.
VERTESCORE_DEVICE_FUNCTION CellPlace stepped(CellPlace middle, int step, int reach) {
    const int side = 2 * reach + 1;
    return {middle.x + step % side - reach, middle.y + step / side - reach};
}
VERTESCORE_DEVICE_FUNCTION bool isOnMap(CellPlace place, const HeadShape& shape) {
    return place.x >= 0 && place.y >= 0 && place.x < shape.width && place.y < shape.height;
}
VERTESCORE_DEVICE_FUNCTION CellPlace placeOf(const FoundPeaks& found, int slot, const HeadShape& shape) {
    return {found.cells[slot] % shape.width, found.cells[slot] / shape.width};
}

/// Chunks of one picture's patches.
VERTESCORE_HOST_DEVICE_FUNCTION int patchChunks(const HeadShape& shape) {
    return kPeakSlots * squareOf(shape.lastReach) * squareOf(shape.firstReach) * shape.chunks;
}

/// One chunk of one picture's patches [slot, hidden cell, first kernel's cell, chunk]; zero outside the map.
VERTESCORE_DEVICE_FUNCTION FeatureChunk patchChunk(const FeatureChunk* features, const FoundPeaks& found,
                                                   const HeadShape& shape, int index) {
    const int chunk = index % shape.chunks;
    const int tap = index / shape.chunks % squareOf(shape.firstReach);
    const int row = index / shape.chunks / squareOf(shape.firstReach);
    const int hiddenCell = row % squareOf(shape.lastReach);
    const int slot = row / squareOf(shape.lastReach);
    const CellPlace hidden = stepped(placeOf(found, slot, shape), hiddenCell, shape.lastReach);
    const CellPlace place = stepped(hidden, tap, shape.firstReach);
    if (!isOnMap(place, shape)) return FeatureChunk{{0, 0, 0, 0}};
    return features[(place.y * shape.width + place.x) * shape.chunks + chunk];
}

/// The second convolution: weights [outputs, cells, hidden], bias [outputs].
struct LastLayer {
    int hidden = 0; ///< channels
    int outputs = 0;
    const float* weights = nullptr;
    const float* bias = nullptr;
};

/// The part that one of `lanes` threads adds to one output of one slot, without the bias. hidden: of this
/// slot, [cells, channels] before the ReLU. A hidden value outside the map is 0, as the dense head's padding.
template <class Value>
VERTESCORE_DEVICE_FUNCTION float lastLayerPart(const Value* hidden, CellPlace peak, const HeadShape& shape,
                                               const LastLayer& layer, int output, int lane, int lanes) {
    const int cells = squareOf(shape.lastReach);
    const float* weights = layer.weights + output * cells * layer.hidden;
    float sum = 0;
    for (int cell = 0; cell < cells; ++cell) {
        if (!isOnMap(stepped(peak, cell, shape.lastReach), shape)) continue;
        for (int c = lane; c < layer.hidden; c += lanes) {
            const float value = static_cast<float>(hidden[cell * layer.hidden + c]);
            if (value > 0) sum += value * weights[cell * layer.hidden + c];
        }
    }
    return sum;
}

} // namespace vertescore
