// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace vertescore {

/// Looks at the records at the end of an archive that say how large its list of files is, before the library
/// keeps that list: each that could be meant must be within bounds. Errors: FileTooLarge, FileUnreadable.
Status checkZipEnd(const std::filesystem::path& path);

} // namespace vertescore
