// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picturenet/PictureNet.h"

namespace vertescore {

/// The text of resources/weights/KEY.txt, built in so that nothing can be missing at run time.
std::string_view shippedPictureNet(PictureQuestion question);

} // namespace vertescore
