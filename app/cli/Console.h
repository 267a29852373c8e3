// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>

namespace vertescore::cli {

/// How the program ends (command line contract).
enum class ExitCode { Fine = 0, SomeFailed = 1, WrongUsage = 2, Internal = 3 };

/// What a running subcommand says, and how the program will end because of it. One thread.
class Console {
public:
    explicit Console(std::stop_token stop);

    /// Set by Ctrl-C. Ask between two pieces of work, then leave; the program ends with SomeFailed.
    const std::stop_token& stopToken() const { return m_stop; }
    bool isStopped() const { return m_stop.stop_requested(); }

    /// One line on stdout: a result, or with --json one JSON object. Here and in all that follows control
    /// characters come out as \xNN.
    void print(std::string_view line);
    /// A JSON object as one line; what in it is no UTF-8 (names of files may be anything) is replaced.
    void printObject(const nlohmann::ordered_json& object);
    /// One line on stderr that is no failure.
    void note(std::string_view line);

    /// This input could not be done, the rest goes on: one line on stderr, exit code SomeFailed. With json
    /// also the error object of the contract on stdout.
    void failed(const Error& error, bool json = false);
    /// Like failed, but not the program's failure: a folder held something that is no scan.
    void skipped(const Error& error, bool json = false);
    /// The arguments make no sense together: one line on stderr, exit code WrongUsage.
    void wrongUsage(std::string_view reason);

    /// "what 3/24" on stderr, overwritten by the next line; nothing unless stderr is a terminal.
    void progress(std::string_view what, std::size_t done, std::size_t total);

    ExitCode exitCode() const;

private:
    void clearProgress();

    std::stop_token m_stop;
    ExitCode m_exitCode = ExitCode::Fine;
    bool m_isTerminal = false;
    bool m_progressShown = false;
};

/// {"path": ..., "error": {"code": ..., "detail": ...}}; without a path that field is null.
std::string errorJson(const Error& error);

/// UTF-8 text from the command line as a path, and the other way for printing (core's toUtf8).
std::filesystem::path pathFromUtf8(std::string_view text);

} // namespace vertescore::cli
