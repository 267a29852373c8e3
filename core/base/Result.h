// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

namespace vertescore {

/// A value, or the Error that kept it from being made. Every function that can fail for an expected reason
/// returns one.
template <typename T>
using Result = tl::expected<T, Error>;

/// Result of a function that only succeeds or fails.
using Status = Result<void>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {},
                                     std::optional<std::filesystem::path> path = std::nullopt) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(path)});
}

/// Hands an error on to the caller unchanged.
inline tl::unexpected<Error> failure(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace vertescore
