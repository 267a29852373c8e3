// SPDX-License-Identifier: GPL-3.0-or-later
// All kernels, written once over a vector of VERTESCORE_KERNEL_LANES floats, and the table of them.
#pragma once

#include "model/kernels/sets/AttentionLoop_p.h"
#include "model/kernels/sets/ChannelLoops_p.h"
#include "model/kernels/sets/DepthwiseLoops_p.h"

namespace vertescore {
namespace {

/// Runs the loop of the element type.
#define VERTESCORE_BY_TYPE(loop)                                                                             \
    [](const auto& task, KernelType type) {                                                                  \
        type == KernelType::Float ? loop<float>(task) : loop<Bf16>(task);                                    \
    }

constexpr KernelSet kThisSet{VERTESCORE_KERNEL_NAME,           VERTESCORE_BY_TYPE(attendWindow),
                             VERTESCORE_BY_TYPE(gatedRow),     VERTESCORE_BY_TYPE(depthwiseRow),
                             VERTESCORE_BY_TYPE(channelNorm),  VERTESCORE_BY_TYPE(addToSums),
                             VERTESCORE_BY_TYPE(scaleRows),    VERTESCORE_BY_TYPE(addRows),
                             VERTESCORE_BY_TYPE(matrixVector), VERTESCORE_BY_TYPE(raiseRow)};

} // namespace
} // namespace vertescore
