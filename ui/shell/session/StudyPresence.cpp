// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session/StudyPresence.h"

#include "ui/shell/Say.h"

namespace vertescore {

void StudyPresence::enter(const std::filesystem::path& study) {
    leave();
    m_lock = std::make_unique<QLockFile>(toQString(study) + QStringLiteral(".open"));
    m_lock->setStaleLockTime(0); // the program that made it is alive, or the file means nothing
    if (!m_lock->tryLock(0)) m_isShared = m_lock->error() == QLockFile::LockFailedError;
}

void StudyPresence::leave() {
    m_lock.reset();
    m_isShared = false;
}

} // namespace vertescore
