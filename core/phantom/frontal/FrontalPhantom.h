// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/phantom/Phantom.h"

namespace vertescore {

/// A synthetic frontal (AP) spine scan, for testing that such scans are told from lateral ones. It has no
/// truth: nothing of this program is placed on a frontal scan.
struct FrontalPhantom {
    GreyImage image;
    int bitsStored = 8;
    PhantomStyle style = PhantomStyle::A;
};

/// About T10 to the pelvis, spine in the middle part: bodies with pedicles, transverse and spinous processes,
/// ribs, iliac bones and lungs on both sides, none quite like its fellow; liver and bowel gas on one side
/// alone; a slight scoliosis. Greys and scanner as the lateral phantom of the same seed, index, style and
/// domain has them. Of the options extent, anterior, cropped, blackRegions and minimumCalcification do not
/// matter. The same on any machine; any thread; about 40 ms.
FrontalPhantom makeFrontalPhantom(const PhantomOptions& options, std::uint64_t index);

} // namespace vertescore
