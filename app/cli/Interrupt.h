// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace vertescore::cli {

/// Turns Ctrl-C (and SIGTERM) into a stop request, so that work ends between two inputs and leaves whole
/// files behind. A second Ctrl-C ends the program at once. Make it first in main, before any thread starts:
/// threads inherit that they do not take the signals themselves.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void waitForSignals();

    std::stop_source m_stop;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace vertescore::cli
