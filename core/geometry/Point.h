// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {

/// A place in the scan as it was read, in source pixels: x to the right, y down, pixel centres at integers,
/// (0, 0) the centre of the top-left pixel. May lie outside the picture.
struct PixelPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

/// A place in the network's frame (kNetworkWidth x kNetworkHeight, anterior to the right), pixel centres at
/// integers. Only ScanGeometry converts between this and PixelPoint: the resize stretches x and y
/// differently.
struct NetworkPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const NetworkPoint&, const NetworkPoint&) = default;
};

/// A place in millimetres from the centre of the top-left pixel; exists only where the spacing is known.
struct MmPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const MmPoint&, const MmPoint&) = default;
};

} // namespace vertescore
