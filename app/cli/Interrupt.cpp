// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupt.h"

#include <csignal>
#include <cstdlib>

#if defined(_WIN32)
#include <windows.h>
#endif

namespace vertescore::cli {

#if defined(_WIN32)

namespace {
std::stop_source* g_stop = nullptr;

BOOL WINAPI onControl(DWORD event) {
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) return FALSE;
    return g_stop != nullptr && g_stop->request_stop() ? TRUE : FALSE;
}
} // namespace

Interrupt::Interrupt() {
    g_stop = &m_stop;
    SetConsoleCtrlHandler(onControl, TRUE);
}

Interrupt::~Interrupt() {
    SetConsoleCtrlHandler(onControl, FALSE);
    g_stop = nullptr;
}

void Interrupt::waitForSignals() {}

#else

namespace {
sigset_t watchedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}
} // namespace

Interrupt::Interrupt() {
    const sigset_t signals = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::thread([this] { waitForSignals(); });
}

Interrupt::~Interrupt() {
    m_isOver = true;
    pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
}

void Interrupt::waitForSignals() {
    const sigset_t signals = watchedSignals();
    for (;;) {
        int signal = 0;
        sigwait(&signals, &signal);
        if (m_isOver) return;
        if (!m_stop.request_stop()) std::_Exit(128 + signal);
    }
}

#endif

} // namespace vertescore::cli
