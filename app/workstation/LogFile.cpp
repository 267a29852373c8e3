// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/LogFile.h"

#include "core/base/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace vertescore {
namespace {

constexpr std::size_t kMostBytes = 2U << 20U;
constexpr std::size_t kOldFiles = 2;

spdlog::level::level_enum levelOf(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Note:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

} // namespace

Status logToFile(const std::filesystem::path& path) {
    try {
        auto logger = spdlog::rotating_logger_mt("vertescore", path.string(), kMostBytes, kOldFiles);
        logger->flush_on(spdlog::level::info);
        setLogSink([logger = std::move(logger)](LogLevel level, std::string_view message) {
            logger->log(levelOf(level), "{}", message);
        });
    } catch (const spdlog::spdlog_ex& problem) {
        return failure(ErrorCode::FileNotWritable, problem.what(), path);
    }
    return {};
}

} // namespace vertescore
