// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/ClipLine_p.h"

#include "core/geometry/ScanGeometry.h"

#include <algorithm>
#include <optional>

namespace vertescore::results {
namespace {

/// The shares of a segment between which it is inside.
struct Share {
    double from = 0;
    double to = 1;
};

/// Cuts a share at the two bounds of one axis (Liang and Barsky 1984).
bool cut(double start, double step, double low, double high, Share& share) {
    if (step == 0) return start >= low && start <= high;
    double in = (low - start) / step, out = (high - start) / step;
    if (in > out) std::swap(in, out);
    share.from = std::max(share.from, in);
    share.to = std::min(share.to, out);
    return share.from < share.to;
}

std::optional<Share> shareInside(PixelPoint a, PixelPoint b, int width, int height) {
    Share share;
    const bool isInside =
        cut(a.x, b.x - a.x, -0.5, width - 0.5, share) && cut(a.y, b.y - a.y, -0.5, height - 0.5, share);
    return isInside ? std::optional(share) : std::nullopt;
}

} // namespace

std::vector<std::vector<PixelPoint>> insidePicture(const std::vector<PixelPoint>& line, int width,
                                                   int height) {
    std::vector<std::vector<PixelPoint>> pieces;
    bool goesOn = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto share = shareInside(line[i - 1], line[i], width, height);
        if (!share) {
            goesOn = false;
            continue;
        }
        if (!goesOn || share->from > 0) pieces.push_back({between(line[i - 1], line[i], share->from)});
        pieces.back().push_back(share->to < 1 ? between(line[i - 1], line[i], share->to) : line[i]);
        goesOn = share->to >= 1;
    }
    return pieces;
}

} // namespace vertescore::results
