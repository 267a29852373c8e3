// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/merge/MergeReport.h"
#include "core/store/sqlite/Refusal_p.h"

namespace vertescore {

/// Counts the steps of merging one file and tells whoever watches. Refers to the watch.
class MergeSteps {
public:
    MergeSteps(const MergeWatch& watch, std::filesystem::path file)
        : m_watch(watch), m_file(std::move(file)) {
        tell(); // it begins by being verified
    }

    bool isStopped() const { return m_watch.stop.stop_requested(); }
    void expect(std::size_t total) { m_total = total; }
    /// Refuses with Cancelled once somebody has asked to stop.
    void step() {
        constexpr std::size_t kOften = 256;
        if (++m_done % kOften == 0 || m_done == m_total) tell();
    }

private:
    void tell() const {
        if (m_watch.stop.stop_requested()) refuse(ErrorCode::Cancelled);
        if (m_watch.progress) m_watch.progress(m_file, m_done, m_total);
    }

    const MergeWatch& m_watch;
    std::filesystem::path m_file;
    std::size_t m_done = 0;
    std::size_t m_total = 0;
};

} // namespace vertescore
