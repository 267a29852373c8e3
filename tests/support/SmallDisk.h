// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

namespace vertescore::test {

/// How a disk of a test behaves.
struct SmallDisk {
    std::size_t bytes = 256 << 10;
    bool isReadOnly = false;                                        ///< from the moment that `use` begins
    std::function<void(const std::filesystem::path&)> prepare = {}; ///< puts files on it first
};

namespace disk {

inline bool becomeOwnRoot() {
    const auto uid = std::to_string(getuid()), gid = std::to_string(getgid());
    if (getuid() == 0) return ::unshare(CLONE_NEWNS) == 0;
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << "0 " + uid + " 1";
    std::ofstream("/proc/self/gid_map") << "0 " + gid + " 1";
    return getuid() == 0;
}

inline constexpr int kNoDisk = 77; ///< the child's word that it may not mount one

} // namespace disk

/// Runs `use` in a process of its own with a new disk at the folder, which nobody else sees: one that can be
/// full or read-only for root, too. use: true when all is as it should be; what it says goes to stderr.
/// Nothing where the system does not allow it: then the test must skip.
inline std::optional<bool> onDisk(const std::filesystem::path& folder, const SmallDisk& options,
                                  const std::function<bool(const std::filesystem::path&)>& use) {
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string size = "size=" + std::to_string(options.bytes);
        if (!disk::becomeOwnRoot() || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) != 0)
            ::_exit(disk::kNoDisk);
        if (options.prepare) options.prepare(folder);
        if (options.isReadOnly &&
            ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, size.c_str()) != 0)
            ::_exit(disk::kNoDisk);
        ::_exit(use(folder) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == disk::kNoDisk) return std::nullopt;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace vertescore::test
