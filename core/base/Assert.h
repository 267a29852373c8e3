// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vertescore {
/// Prints the broken promise and aborts. Only VERTESCORE_ASSERT calls it.
[[noreturn]] void assertionFailed(const char* expression, const char* file, int line);
} // namespace vertescore

/// A promise that our own code makes to itself; on in every build, because a wrong landmark is worse than a
/// stop.
#define VERTESCORE_ASSERT(expression)                                                                        \
    ((expression) ? static_cast<void>(0) : ::vertescore::assertionFailed(#expression, __FILE__, __LINE__))
