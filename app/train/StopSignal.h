// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace vertescore {

/// A token that Ctrl-C (SIGINT) and SIGTERM set; a second Ctrl-C ends the program at once. Call once, from
/// main's thread.
std::stop_token stopOnSignals();

} // namespace vertescore
