// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <torch/torch.h>

#include <new>
#include <type_traits>

namespace vertescore {

/// The device's memory is full. The CPU has more and computes the same, but only a person may choose it.
inline tl::unexpected<Error> gpuIsFull(const std::string& text) {
    return failure(ErrorCode::OutOfMemory,
                   "on the GPU; close what else uses it, or compute on the processor (--device cpu): " +
                       text);
}

/// Runs something that calls torch and turns what it throws into an Error: no exception of torch leaves this
/// folder.
template <typename Work>
std::invoke_result_t<Work> guarded(Work&& work) {
    try {
        return work();
    } catch (const c10::OutOfMemoryError& error) {
        return gpuIsFull(error.what_without_backtrace()); // torch throws it for accelerators alone
    } catch (const c10::AcceleratorError& error) {
        constexpr int kMemoryAllocation = 2; // cudaErrorMemoryAllocation
        if (error.get_error_code() == kMemoryAllocation) return gpuIsFull(error.what_without_backtrace());
        return failure(ErrorCode::ModelFailure, error.what_without_backtrace());
    } catch (const std::bad_alloc& error) {
        return failure(ErrorCode::OutOfMemory, error.what());
    } catch (const c10::Error& error) {
        return failure(ErrorCode::ModelFailure, error.what_without_backtrace());
    } catch (const std::exception& error) {
        return failure(ErrorCode::ModelFailure, error.what());
    }
}

} // namespace vertescore
