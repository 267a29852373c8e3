// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QImage>

namespace vertescore {

class DocumentKeeper;
class ScanView;

/// The scan on the desk as an annotated picture, with the greys of the view: as it is, or into a PNG file
/// (FileNotWritable, DiskFull). GUI thread.
QImage currentPicture(DocumentKeeper& keeper, const ScanView& view, bool isSynthetic);
Status savePicture(DocumentKeeper& keeper, const ScanView& view, bool isSynthetic,
                   const std::filesystem::path& path);

} // namespace vertescore
