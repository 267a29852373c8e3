// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/support/Targets.h"

#include <filesystem>

namespace vertescore::fuzz {

/// A folder of this process for inputs that are read from files, in memory where the system has such a place;
/// removed with everything in it at the end of the program.
class InputFolder {
public:
    InputFolder();
    ~InputFolder();
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;

    /// Puts the bytes into a file of that name, in place of what was in it, and gives its path.
    std::filesystem::path write(const std::filesystem::path& name, Bytes bytes) const;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Ends the program when a promise is broken.
void expect(bool isKept, const char* promise);

/// The first byte as a choice among so many, taken off the bytes; 0 when there is none.
unsigned choose(Bytes& bytes, unsigned count);

} // namespace vertescore::fuzz
