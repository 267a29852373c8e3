// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>

#include <filesystem>
#include <memory>

namespace vertescore {

/// Says, by a small file beside a study, that a window has it open; keeps nobody out. Gone with the window, a
/// crash included. Where no file can be written, nobody is told. GUI thread.
class StudyPresence {
public:
    void enter(const std::filesystem::path& study);
    void leave();
    /// Another window had the study open already when this one entered.
    bool isShared() const { return m_isShared; }

private:
    std::unique_ptr<QLockFile> m_lock;
    bool m_isShared = false;
};

} // namespace vertescore
