// SPDX-License-Identifier: GPL-3.0-or-later
#define VERTESCORE_KERNEL_LANES 4
#define VERTESCORE_KERNEL_NAME "portable"
#include "model/kernels/sets/KernelLoops_p.h"

namespace vertescore {

const KernelSet& portableKernels() {
    return kThisSet;
}

} // namespace vertescore
