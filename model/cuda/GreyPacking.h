// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/PreprocessPixel_p.h"

namespace vertescore {

/// Where the parts of one picture lie in the bytes that go to the GPU in one copy.
struct PackedGrey {
    std::size_t columns = 0;
    std::size_t columnWeights = 0;
    std::size_t rows = 0;
    std::size_t rowWeights = 0;
    std::size_t pixels = 0;
    int width = 0;

    /// bytes: the start of the copy, on whichever side it is to be read.
    GreySource at(const std::uint8_t* bytes) const;
};

/// Pictures and what they need to be resized to one input size, laid out one after the other.
class GreyPacking {
public:
    GreyPacking(int inputWidth, int inputHeight) : m_inputWidth(inputWidth), m_inputHeight(inputHeight) {}
    void clear();
    void add(const DisplayImage& picture); ///< must outlive write()
    std::size_t byteCount() const { return m_byteCount; }
    void write(std::uint8_t* bytes) const; ///< byteCount() of them, aligned as for any number
    const std::vector<PackedGrey>& pictures() const { return m_pictures; }

private:
    struct AxisTaps {
        int from = 0;
        Taps taps;
    };
    const Taps& tapsOf(std::vector<AxisTaps>& known, int from, int to) const;
    std::size_t reserve(std::size_t bytes);

    int m_inputWidth;
    int m_inputHeight;
    std::size_t m_byteCount = 0;
    std::vector<PackedGrey> m_pictures;
    std::vector<const DisplayImage*> m_sources;
    mutable std::vector<AxisTaps>
        m_columns; ///< of the last picture sizes: scans of one machine have one size
    mutable std::vector<AxisTaps> m_rows;
};

} // namespace vertescore
