// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace vertescore::cli {
namespace {

bool stderrIsTerminal() {
#if defined(_WIN32)
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

/// One line stays one line, and a terminal is not told what to do: a file's name, or text from within a file,
/// may hold anything.
std::string withoutControls(std::string_view line) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string shown;
    for (const char c : line) {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x20 && code != 0x7f)
            shown += c;
        else
            shown += {'\\', 'x', kDigits[code >> 4], kDigits[code & 0xf]};
    }
    return shown;
}

std::string jsonLine(const nlohmann::ordered_json& object) {
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

Console::Console(std::stop_token stop) : m_stop(std::move(stop)), m_isTerminal(stderrIsTerminal()) {}

void Console::print(std::string_view line) {
    clearProgress();
    std::cout << withoutControls(line) << '\n' << std::flush;
}

void Console::printObject(const nlohmann::ordered_json& object) {
    print(jsonLine(object));
}

void Console::note(std::string_view line) {
    clearProgress();
    std::cerr << withoutControls(line) << '\n';
}

void Console::failed(const Error& error, bool json) {
    if (json) print(errorJson(error));
    note("vertescore-cli: " + describeError(error));
    if (m_exitCode == ExitCode::Fine) m_exitCode = ExitCode::SomeFailed;
}

void Console::skipped(const Error& error, bool json) {
    if (json) print(errorJson(error));
    note("skipped: " + describeError(error));
}

void Console::wrongUsage(std::string_view reason) {
    note("vertescore-cli: " + std::string(reason) + " (--help says more)");
    m_exitCode = ExitCode::WrongUsage;
}

void Console::progress(std::string_view what, std::size_t done, std::size_t total) {
    if (!m_isTerminal) return;
    std::cerr << "\r\x1b[K" << what << ' ' << done << '/' << total << std::flush;
    m_progressShown = true;
}

ExitCode Console::exitCode() const {
    if (m_exitCode == ExitCode::Fine && isStopped()) return ExitCode::SomeFailed;
    return m_exitCode;
}

void Console::clearProgress() {
    if (m_progressShown) std::cerr << "\r\x1b[K" << std::flush;
    m_progressShown = false;
}

std::string errorJson(const Error& error) {
    nlohmann::ordered_json json;
    json["path"] = nullptr;
    if (error.path) json["path"] = toUtf8(*error.path);
    json["error"] = {{"code", errorCodeName(error.code)}, {"detail", error.detail}};
    return jsonLine(json);
}

std::filesystem::path pathFromUtf8(std::string_view text) {
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

} // namespace vertescore::cli
