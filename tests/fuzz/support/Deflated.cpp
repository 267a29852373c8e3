// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/support/Deflated.h"

#include "tests/support/Deflate.h"

namespace vertescore::fuzz {
using namespace std::string_literals;

std::string deflatedFile(std::string_view dataSet) {
    const std::string syntax = "\x02\0\x10\0UI\x16\0"s + "1.2.840.10008.1.2.1.99"s;
    const std::string group = "\x02\0\0\0UL\x04\0"s + static_cast<char>(syntax.size()) + "\0\0\0"s;
    return std::string(128, '\0') + "DICM" + group + syntax + test::deflated(dataSet, Z_BEST_SPEED);
}

} // namespace vertescore::fuzz
