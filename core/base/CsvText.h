// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

struct CsvRow {
    std::size_t line = 0; ///< in the text, from 1
    std::vector<std::string> fields;
};

/// RFC 4180 text as rows; blank lines left out, a byte order mark dropped, line ends LF or CRLF, a lone field
/// trimmed of blanks unless quoted. The separator is the first of comma, semicolon and tabulator in the first
/// line. FileMalformed names the line of a quotation that does not end.
Result<std::vector<CsvRow>> parseCsv(std::string_view text);

/// A field as it goes into a CSV file: quoted when it has to be.
std::string csvField(std::string_view text);

} // namespace vertescore
