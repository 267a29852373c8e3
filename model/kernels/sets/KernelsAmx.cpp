// SPDX-License-Identifier: GPL-3.0-or-later
// Processors with matrix tiles: attention, linear layers and convolutions in bf16 by their products,
// everything else as with AVX-512 BF16.
#define VERTESCORE_KERNEL_LANES 16
#define VERTESCORE_KERNEL_NAME "amx"
#include "model/kernels/sets/KernelLoops_p.h"

#include "model/kernels/sets/TileAttention_p.h"
#include "model/kernels/sets/TileLayers_p.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace vertescore {
namespace {

constexpr KernelSet kAmxSet = [] {
    KernelSet set = kThisSet;
    set.attendWindow = [](const WindowAttentionTask& task, KernelType type) {
        type == KernelType::Float ? attendWindow<float>(task) : attendWindowByTiles(task);
    };
    set.multiplyRows = multiplyRowsByTiles;
    set.convolveRows = convolveRowsByTiles;
    return set;
}();

} // namespace

const KernelSet& amxKernels() {
    return kAmxSet;
}

bool mayUseTiles() {
    constexpr int kRequestPermission = 0x1023; // ARCH_REQ_XCOMP_PERM
    constexpr int kTileState = 18;             // XFEATURE_XTILEDATA
    return __builtin_cpu_supports("amx-tile") && __builtin_cpu_supports("amx-bf16") &&
           __builtin_cpu_supports("avx512bf16") &&
           syscall(SYS_arch_prctl, kRequestPermission, kTileState) == 0;
}

} // namespace vertescore
