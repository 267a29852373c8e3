// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonDepth.h"

#include <algorithm>

namespace vertescore {

std::size_t jsonDepth(std::string_view text) {
    std::size_t depth = 0, deepest = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted && c == '\\')
            ++i; // what follows is part of the text, a quotation mark too
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == '[' || c == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!isQuoted && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return deepest;
}

} // namespace vertescore
