// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/RatingFormat.h"
#include "tests/fuzz/support/InputFile.h"

#include <cstdio>

namespace vertescore::fuzz {

void ratings(Bytes bytes) {
    const RatingFormat format = kRatingFormats[choose(bytes, kRatingFormats.size())];
    const auto found = parseRatings(format, bytes);
    if (!found) return;
    const auto again = parseRatings(format, writeRatings(format, found->table, {}));
    if (found->table.isEmpty()) return;
    if (!again) std::fprintf(stderr, "%s\n", describeError(again.error()).c_str());
    expect(again.has_value(), "what was written can be read");
    expect(again->table == found->table, "and is the same table");
}

} // namespace vertescore::fuzz
