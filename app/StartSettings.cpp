// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings that libraries read once, in their constructors, before main(): so this file starts the program
// anew with them, before any library is initialised, at the cost of a few milliseconds. Whoever sets one of
// the variables keeps their choice in all. Linux only; elsewhere, and where it cannot start anew, the program
// goes on as it is.
//
// Threads of OpenMP spin while they wait for each other. On a machine where something else runs as well, the
// ones that spin take the core from the one that is waited for, and a detection takes many times as long. To
// sleep at once costs a fifth on an idle machine instead, so they spin for some tens of microseconds only.
//
// A training step allocates and frees the same hundreds of megabytes again and again. The allocator gives
// them back to the system each time and gets them cleared, page by page: a third of all time. Where
// VERTESCORE_KEEPS_MEMORY is defined it keeps them, in large pages.

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <algorithm>
#include <array>
#include <climits>
#include <cstddef>
#include <string_view>

#include <unistd.h>

namespace {

constexpr std::size_t kMostVariables = 8192;

char waitPolicy[] = "OMP_WAIT_POLICY=passive";
char spins[] = "GOMP_SPINCOUNT=20000";
#ifdef VERTESCORE_KEEPS_MEMORY
char allocator[] = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:"
                   "glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=268435456";
std::array<char*, 3> settings{waitPolicy, spins, allocator};
#else
std::array<char*, 2> settings{waitPolicy, spins};
#endif

bool isOneOfOurs(std::string_view variable) {
    return std::any_of(settings.begin(), settings.end(), [variable](std::string_view setting) {
        return variable.starts_with(setting.substr(0, setting.find('=') + 1));
    });
}

/// Runs before constructors: neither memory nor streams may be used here, system calls only.
void startWithSettings(int, char** arguments, char** environment) {
    static std::array<char, PATH_MAX> program;
    static std::array<char*, kMostVariables + settings.size() + 1> next;
    std::size_t count = 0;
    for (; environment[count]; ++count) {
        if (count == kMostVariables || isOneOfOurs(environment[count])) return;
        next[count] = environment[count];
    }
    for (char* setting : settings)
        next[count++] = setting;
    // By its own name: a process called "exe" could not be found in any list.
    if (readlink("/proc/self/exe", program.data(), program.size() - 1) <= 0) return;
    execve(program.data(), arguments, next.data());
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const kStart)(int, char**, char**) = startWithSettings;

} // namespace

#endif
