// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cuda/plugin/CudaKernels.h"

namespace vertescore::test {

/// The GPU's kernels run by loops on the CPU: the very functions that the .cu files call, one index after the
/// other. What they leave untested is how a kernel is launched, and the GPU's own memory.
const CudaKernels& hostKernels();

/// A team of one, which does everything itself; backwards, because a team's order is not promised.
struct HostTeam {
    template <class Work>
    void each(int count, Work work) const {
        for (int i = count - 1; i >= 0; --i)
            work(i);
    }
    template <class Work>
    void once(Work work) const {
        work();
    }
    int add(int& place, int value) const {
        const int before = place;
        place += value;
        return before;
    }
    void raise(unsigned long long& place, unsigned long long value) const {
        if (value > place) place = value;
    }
};

} // namespace vertescore::test
