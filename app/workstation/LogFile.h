// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace vertescore {

/// Sends core's log messages to a file that never grows beyond a few megabytes. Messages hold no patient's
/// name, id or path by contract. Errors: FileNotWritable; then messages are dropped.
Status logToFile(const std::filesystem::path& path);

} // namespace vertescore
