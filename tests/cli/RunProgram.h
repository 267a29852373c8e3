// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScanFiles.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

namespace vertescore::test {

struct RunResult {
    int exitCode = -1; ///< -1: ended by a signal
    std::string out;
    std::string err;
};

/// The command line program in a process of its own; stdout comes through a pipe, stderr through a file.
class RunningProgram {
public:
    explicit RunningProgram(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), VERTESCORE_CLI);
        std::vector<char*> raw;
        for (std::string& argument : arguments)
            raw.push_back(argument.data());
        raw.push_back(nullptr);
        int ends[2];
        if (pipe(ends) != 0) return;
        const std::string err = (m_folder / "stderr").string();
        m_process = fork();
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            close(ends[1]);
            if (std::freopen(err.c_str(), "w", stderr) != nullptr) execv(VERTESCORE_CLI, raw.data());
            _exit(127);
        }
        close(ends[1]);
        m_out = fdopen(ends[0], "r");
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram() {
        if (m_out != nullptr) std::fclose(m_out);
    }

    /// The next line of stdout without its end; "" at the end.
    std::string nextLine() {
        std::string line;
        for (int c = std::fgetc(m_out); c != EOF && c != '\n'; c = std::fgetc(m_out))
            line.push_back(static_cast<char>(c));
        return line;
    }
    void interrupt() const { kill(m_process, SIGINT); }

    /// Reads what is left and waits for the end.
    RunResult finish() {
        RunResult result;
        for (int c = std::fgetc(m_out); c != EOF; c = std::fgetc(m_out))
            result.out.push_back(static_cast<char>(c));
        int status = 0;
        waitpid(m_process, &status, 0);
        if (WIFEXITED(status)) result.exitCode = WEXITSTATUS(status);
        result.err = readBytes(m_folder / "stderr");
        return result;
    }

private:
    TemporaryFolder m_folder;
    pid_t m_process = -1;
    FILE* m_out = nullptr;
};

inline RunResult run(std::vector<std::string> arguments) {
    return RunningProgram(std::move(arguments)).finish();
}

inline std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

} // namespace vertescore::test
