// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/support/InputFile.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace vertescore::fuzz {
namespace {

namespace fs = std::filesystem;

/// Where VERTESCORE_FUZZ_INPUTS says: a name without a process number in it is the same in every run, and so
/// are the comparisons that a fuzzer learns from.
fs::path newFolder() {
    static std::atomic<int> count = 0;
    const std::string number = std::to_string(count++);
    if (const char* given = std::getenv("VERTESCORE_FUZZ_INPUTS")) return fs::path(given) / number;
    const fs::path inMemory = "/dev/shm";
    const bool hasMemory = ::access(inMemory.c_str(), W_OK | X_OK) == 0;
    const fs::path root = hasMemory ? inMemory : fs::temp_directory_path();
    return root / ("vertescore-fuzz-" + std::to_string(getpid()) + "-" + number);
}

} // namespace

InputFolder::InputFolder() : m_path(newFolder()) {
    fs::remove_all(m_path); // of a process that had the same number and crashed
    fs::create_directories(m_path);
}

InputFolder::~InputFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

fs::path InputFolder::write(const fs::path& name, Bytes bytes) const {
    const fs::path path = m_path / name;
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

void expect(bool isKept, const char* promise) {
    if (isKept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

unsigned choose(Bytes& bytes, unsigned count) {
    if (bytes.empty()) return 0;
    const unsigned choice = static_cast<unsigned char>(bytes.front()) % count;
    bytes.remove_prefix(1);
    return choice;
}

} // namespace vertescore::fuzz
