// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <type_traits>

namespace vertescore {

/// Thrown inside core/store where a rule forbids what was asked; attempt() makes a Result of it at the
/// border.
struct Refusal {
    ErrorCode code;
    std::string detail;
    std::filesystem::path file = {}; ///< when it is another one than the one worked on
};

[[noreturn]] void refuse(ErrorCode code, std::string detail = {});

/// The error of the exception in flight (SQLite, Refusal, file system, JSON, memory). Only inside a catch
/// block.
Error errorInFlight(const std::filesystem::path& path);

/// Runs work and makes a Result of what it returns or throws. Every public function of the folder is one of
/// these.
template <typename Work>
auto attempt(const std::filesystem::path& path, Work&& work) -> Result<std::invoke_result_t<Work>> {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (...) {
        return failure(errorInFlight(path));
    }
}

} // namespace vertescore
