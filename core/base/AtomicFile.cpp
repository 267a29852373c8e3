// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#ifdef _WIN32
#include <process.h>
#define VERTESCORE_GETPID _getpid
#else
#include <fcntl.h>
#include <unistd.h>
#define VERTESCORE_GETPID getpid
#endif

namespace vertescore {

namespace {

std::filesystem::path temporaryBeside(const std::filesystem::path& path) {
    static std::atomic<unsigned> counter{0};
    auto name = path.filename();
    name += "." + std::to_string(VERTESCORE_GETPID()) + "." + std::to_string(counter++) + ".tmp";
    return path.parent_path() / name;
}

Error writeError(const std::filesystem::path& path, int errorNumber) {
    const auto code =
        errorNumber == ENOSPC || errorNumber == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
    return {code, std::generic_category().message(errorNumber), path};
}

#ifndef _WIN32
/// 0, or the errno of the write that failed.
int writeAll(int file, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(file, content.data(), content.size());
        if (written >= 0)
            content.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}
#endif

/// 0, or the errno of the step that failed.
int writeAndFlush(const std::filesystem::path& path, const std::vector<std::string_view>& pieces) {
#ifdef _WIN32
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    for (const std::string_view piece : pieces)
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    out.close();
    return out ? 0 : (errno ? errno : EIO);
#else
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    int problem = 0;
    for (const std::string_view piece : pieces)
        if (problem == 0) problem = writeAll(file, piece);
    if (problem == 0 && ::fsync(file) != 0) problem = errno;
    if (::close(file) != 0 && problem == 0) problem = errno;
    return problem;
#endif
}

} // namespace

Status writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    return writeFileAtomically(path, std::vector<std::string_view>{content});
}

Status writeFileAtomically(const std::filesystem::path& path, const std::vector<std::string_view>& pieces) {
    const auto temporary = temporaryBeside(path);
    std::error_code ignored;
    if (const int problem = writeAndFlush(temporary, pieces)) {
        std::filesystem::remove(temporary, ignored);
        return failure(writeError(path, problem));
    }
    std::error_code renamed;
    std::filesystem::rename(temporary, path, renamed);
    if (renamed) {
        std::filesystem::remove(temporary, ignored);
        return failure(writeError(path, renamed.value()));
    }
    return {};
}

Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t maxBytes) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status)) return failure(ErrorCode::FileNotFound, {}, path);
    if (!std::filesystem::is_regular_file(status))
        return failure(ErrorCode::FileUnreadable, "not a file", path);
    const auto size = std::filesystem::file_size(path, problem);
    if (problem) return failure(ErrorCode::FileUnreadable, problem.message(), path);
    if (size > maxBytes)
        return failure(ErrorCode::FileTooLarge,
                       std::to_string(size) + " bytes, at most " + std::to_string(maxBytes) + " are read",
                       path);
    std::ifstream in(path, std::ios::binary);
    std::string content(static_cast<std::size_t>(size), '\0');
    if (!in.read(content.data(), static_cast<std::streamsize>(size)))
        return failure(ErrorCode::FileUnreadable, std::generic_category().message(errno), path);
    return content;
}

} // namespace vertescore
