// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Log.h"

namespace vertescore {

namespace {
LogSink& sink() {
    static LogSink theSink;
    return theSink;
}
} // namespace

void setLogSink(LogSink newSink) {
    sink() = std::move(newSink);
}

void logMessage(LogLevel level, std::string_view message) {
    if (sink()) sink()(level, message);
}

} // namespace vertescore
