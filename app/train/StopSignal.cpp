// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignal.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

namespace vertescore {
namespace {

volatile std::sig_atomic_t g_signals = 0;

void onSignal(int number) {
    g_signals = g_signals + 1;
    if (g_signals > 1) {
        std::signal(number, SIG_DFL);
        std::raise(number);
    }
}

} // namespace

std::stop_token stopOnSignals() {
    static std::stop_source source;
    // A handler may hardly do anything; a watcher passes the wish on.
    static const std::jthread watcher([](const std::stop_token& end) {
        while (!end.stop_requested()) {
            if (g_signals > 0) source.request_stop();
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    return source.get_token();
}

} // namespace vertescore
