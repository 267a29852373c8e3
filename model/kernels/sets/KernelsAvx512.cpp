// SPDX-License-Identifier: GPL-3.0-or-later
#define VERTESCORE_KERNEL_LANES 16
#define VERTESCORE_KERNEL_NAME "avx512"
#include "model/kernels/sets/KernelLoops_p.h"

namespace vertescore {

const KernelSet& avx512Kernels() {
    return kThisSet;
}

} // namespace vertescore
