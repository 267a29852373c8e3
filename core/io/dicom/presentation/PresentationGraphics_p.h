// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/dicom/presentation/PresentationState_p.h"

class DcmItem;

namespace vertescore::dicom {

/// Whether the image references of an item name the frame; no frame numbers mean every frame.
bool refersTo(DcmItem& holder, const PresentedImage& image);

/// Appends the points and polylines that a state draws over an image in its pixels (PS3.3 C.10.5). False when
/// it draws other shapes there as well; text, and what hangs on the display and not on the picture, are no
/// shapes.
bool readGraphics(DcmItem& state, const PresentedImage& image, std::vector<ScanGraphic>& graphics);

} // namespace vertescore::dicom
