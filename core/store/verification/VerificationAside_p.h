// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StudyStore.h"

#include <future>
#include <stop_token>

namespace vertescore {

/// Verifies a study file on a thread and a connection of its own, while the caller works. The destructor
/// stops it.
class VerificationAside {
public:
    explicit VerificationAside(std::filesystem::path path);
    ~VerificationAside();
    VerificationAside(const VerificationAside&) = delete;
    VerificationAside& operator=(const VerificationAside&) = delete;

    /// Waits for it. Throws what opening and verifying throw.
    const StudyCheck& check() { return m_check.get(); }

private:
    std::stop_source m_stop;
    std::shared_future<StudyCheck> m_check;
};

} // namespace vertescore
