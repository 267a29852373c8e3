// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/Point.h"
#include "core/results/content/Codes_p.h"

#include <optional>
#include <string>
#include <vector>

class DcmItem;

namespace vertescore::results {

/// A coded concept as it was read. Empty: there is none.
struct ReadCode {
    std::string value;
    std::string scheme;
    bool is(const Code& code) const { return value == code.value && scheme == code.scheme; }
};

/// A content item of any structured report, as plain values.
struct ContentNode {
    ReadCode name;
    std::string text; ///< of TEXT, PNAME and UIDREF
    ReadCode code;    ///< of CODE
    std::optional<double> number;
    std::vector<PixelPoint> points; ///< of SCOORD, source pixels
    std::string imageUid;           ///< of IMAGE
    int frame = 0;                  ///< of IMAGE, from 0
    std::vector<ContentNode> children;

    /// The first child of that name, or nullptr.
    const ContentNode* child(const Code& wanted) const;
    std::vector<const ContentNode*> all(const Code& wanted) const;
    std::string textOf(const Code& wanted) const; ///< of the first child of that name; "" without one
    std::optional<double> numberOf(const Code& wanted) const;

    /// The value of a coded child as its place in a list of codes.
    template <std::size_t count>
    std::optional<std::size_t> indexOf(const Code& wanted, const std::array<Code, count>& codes) const {
        const ContentNode* found = child(wanted);
        for (std::size_t i = 0; found != nullptr && i < count; ++i)
            if (found->code.is(codes[i])) return i;
        return std::nullopt;
    }
};

/// The content tree of a data set, or of an item of one.
ContentNode readContent(DcmItem& item);

} // namespace vertescore::results
