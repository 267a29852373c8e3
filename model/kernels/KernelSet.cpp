// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/KernelSet.h"

namespace vertescore {

const KernelSet& kernelSet() {
#if defined(__x86_64__)
    static const KernelSet& best =
        mayUseTiles()                                                                ? amxKernels()
        : __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512bw") ? avx512Bf16Kernels()
        : __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")   ? avx512Kernels()
        : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")            ? avx2Kernels()
                                                                                     : portableKernels();
    return best;
#else
    return portableKernels();
#endif
}

} // namespace vertescore
