// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace vertescore {

/// Thrown inside core/agreement once somebody has asked to stop; ends in makeAgreementReport().
struct Stopped {};

inline void stopIfAsked(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Stopped{};
}

} // namespace vertescore
