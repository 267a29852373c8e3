// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace vertescore {

enum class LogLevel { Debug, Note, Warning, Error };

using LogSink = std::function<void(LogLevel, std::string_view)>;

/// Where messages go. Set once by the program before threads start; without a sink messages are dropped.
void setLogSink(LogSink sink);

/// Writes one line. Never pass a patient's name or id, or a path that may hold one. Any thread, if the sink
/// allows it.
void logMessage(LogLevel level, std::string_view message);

} // namespace vertescore
