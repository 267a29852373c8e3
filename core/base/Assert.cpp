// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Assert.h"

#include <cstdio>
#include <cstdlib>

namespace vertescore {

void assertionFailed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, expression);
    std::abort();
}

} // namespace vertescore
