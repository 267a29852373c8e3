// SPDX-License-Identifier: GPL-3.0-or-later
//
// Threads of OpenMP spin while they wait for each other. On a machine where something else runs as well, the
// ones that spin take the core from the one that is waited for, and a detection takes many times as long. To
// sleep at once costs a fifth on an idle machine instead, so they spin for some tens of microseconds only.
// The library reads OMP_WAIT_POLICY and GOMP_SPINCOUNT once, in its constructor, before main(): so this file
// starts the program anew with the policy set, before any library is initialised, at the cost of a few
// milliseconds. Whoever sets the variable keeps their choice. Linux only; elsewhere, and where it cannot
// start anew, the program goes on as it is.

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <array>
#include <climits>
#include <cstddef>
#include <string_view>

#include <unistd.h>

namespace {

constexpr std::string_view kVariable = "OMP_WAIT_POLICY=";
constexpr std::size_t kMostVariables = 8192;

/// Runs before constructors: neither memory nor streams may be used here, system calls only.
void startWithPassiveWaiting(int, char** arguments, char** environment) {
    static std::array<char, PATH_MAX> program;
    static std::array<char*, kMostVariables + 3> next;
    static char passive[] = "OMP_WAIT_POLICY=passive";
    static char spins[] = "GOMP_SPINCOUNT=20000";
    std::size_t count = 0;
    for (; environment[count]; ++count) {
        if (count == kMostVariables || std::string_view(environment[count]).starts_with(kVariable)) return;
        next[count] = environment[count];
    }
    next[count] = passive;
    next[count + 1] = spins;
    // By its own name: a process called "exe" could not be found in any list.
    if (readlink("/proc/self/exe", program.data(), program.size() - 1) <= 0) return;
    execve(program.data(), arguments, next.data());
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const kStart)(int, char**,
                                                                   char**) = startWithPassiveWaiting;

} // namespace

#endif
