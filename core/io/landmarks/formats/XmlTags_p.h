// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore::formats {

/// The beginning of an element, or its end; an element without content is both, one after the other.
struct XmlTag {
    std::string name;
    std::map<std::string, std::string> attributes; ///< of a beginning
    bool isEnd = false;
    std::string text; ///< what stands between this tag and the next, without entities
};

/// The tags of an XML text in order; comments, CDATA and declarations are passed over, nothing outside is
/// opened, and no entities but the five of XML are known. Errors: LandmarksMalformed (a tag does
/// not end, ends do not fit beginnings).
Result<std::vector<XmlTag>> parseXml(std::string_view text);

/// A text as it goes into an attribute or between tags.
std::string xmlText(std::string_view text);

} // namespace vertescore::formats
