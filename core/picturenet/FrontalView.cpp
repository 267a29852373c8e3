// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picturenet/FrontalView.h"

#include "core/picturenet/PictureNet.h"

namespace vertescore {

double frontalProbability(const DisplayImage& scan) {
    if (scan.width < 1 || scan.height < 1) return 0;
    return PictureNet::shipped(PictureQuestion::FrontalView).probability(pictureCells(scan));
}

} // namespace vertescore
