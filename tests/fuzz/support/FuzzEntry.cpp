// SPDX-License-Identifier: GPL-3.0-or-later
// Joins one target, VERTESCORE_FUZZ_TARGET, to libFuzzer.
#include "tests/fuzz/support/Targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    vertescore::fuzz::VERTESCORE_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
