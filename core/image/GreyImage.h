// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace vertescore {

/// Stored pixel values of one frame, kept at 16 bits. Row-major, top row first. Stored value = sample +
/// storedOffset (the offset is -32768 for signed data, else 0).
struct GreyImage {
    int width = 0;
    int height = 0;
    int storedOffset = 0;
    std::vector<std::uint16_t> samples;

    int stored(int x, int y) const {
        return samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                       static_cast<std::size_t>(x)] +
               storedOffset;
    }
    friend bool operator==(const GreyImage&, const GreyImage&) = default;
};

/// Eight bits per pixel as displayed: after the whole grey pipeline, 0 black to 255 white, row-major.
/// The border to screens and to the network.
struct DisplayImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint8_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
    friend bool operator==(const DisplayImage&, const DisplayImage&) = default;
};

} // namespace vertescore
