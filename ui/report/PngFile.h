// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>

class QImage;

namespace vertescore {

/// A picture as a PNG file, written atomically. Errors: FileNotWritable, DiskFull.
Status writePngFile(const std::filesystem::path& path, const QImage& picture);

} // namespace vertescore
