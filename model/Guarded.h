// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <torch/torch.h>

#include <new>
#include <type_traits>

namespace vertescore {

/// Runs something that calls torch and turns what it throws into an Error: no exception of torch leaves this
/// folder.
template <typename Work>
std::invoke_result_t<Work> guarded(Work&& work) {
    try {
        return work();
    } catch (const c10::OutOfMemoryError& error) {
        return failure(ErrorCode::OutOfMemory, error.what_without_backtrace());
    } catch (const std::bad_alloc& error) {
        return failure(ErrorCode::OutOfMemory, error.what());
    } catch (const c10::Error& error) {
        return failure(ErrorCode::ModelFailure, error.what_without_backtrace());
    } catch (const std::exception& error) {
        return failure(ErrorCode::ModelFailure, error.what());
    }
}

} // namespace vertescore
