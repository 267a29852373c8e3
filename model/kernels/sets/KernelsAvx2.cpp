// SPDX-License-Identifier: GPL-3.0-or-later
#define VERTESCORE_KERNEL_LANES 8
#define VERTESCORE_KERNEL_NAME "avx2"
#include "model/kernels/sets/KernelLoops_p.h"

namespace vertescore {

const KernelSet& avx2Kernels() {
    return kThisSet;
}

} // namespace vertescore
