// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"

#include <array>
#include <optional>
#include <string_view>

namespace vertescore {

/// What is measured on one picture, with the definitions by which real scans were measured. Greys are shares
/// of full scale; tissues are (value - 1st percentile) / (99th - 1st percentile), medians over T12-L4.
enum class PhantomMeasure {
    Grey5,
    Grey25,
    Grey50,
    Grey75,
    Grey95,     ///< percentiles; black regions left out
    BlackShare, ///< pixels at 8 of 255 or less
    WhiteShare, ///< pixels at 250 of 255 or more
    Body,
    BodyMinusDisc,
    BodyMinusFront,
    RimMinusBody,
    Facets,
    L5MinusL3,
    PedicleBrighter,
    ForamenDarker, ///< share of T12-L4
    CnrDisc,
    CnrFront, ///< difference / root mean variance after quadratic detrend
    Noise,    ///< standard deviation in flat windows, share of range
    BlobX,
    BlobY,         ///< lag of 1/e of the autocorrelation, pixels at 512 x 1024
    RowOverColumn, ///< variance of row means / of column means in those windows
    Texture,       ///< standard deviation within bodies / just before them
    T12Top,
    L4Bottom,
    L5Bottom,
    L4Across,
    T12Across, ///< shares of the frame
    DepthOverWidth,
    HeightOverHeight,
    DepthOverHeight,
    DiscOverHeight, ///< the third in pixels of 512 x 1024
    LeanDegrees,
    T12Degrees,
    L4Degrees,
    L5Degrees, ///< in pixels; positive = descending towards the front
};
inline constexpr std::size_t kPhantomMeasureCount = static_cast<std::size_t>(PhantomMeasure::L5Degrees) + 1;
std::string_view phantomMeasureName(PhantomMeasure measure);

/// Nothing where a measure does not exist (hidden, outside the picture, a cut-out's place in the frame).
struct PhantomMeasures {
    std::array<std::optional<double>, kPhantomMeasureCount> values;
    std::optional<double> operator[](PhantomMeasure measure) const {
        return values[static_cast<std::size_t>(measure)];
    }
    std::optional<double>& operator[](PhantomMeasure measure) {
        return values[static_cast<std::size_t>(measure)];
    }
};

/// Needs the picture. Pure; any thread.
PhantomMeasures measurePhantom(const Phantom& phantom);

} // namespace vertescore
