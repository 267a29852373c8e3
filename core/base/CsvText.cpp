// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CsvText.h"

namespace vertescore {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separatorOf(std::string_view text) {
    const auto firstLine = text.substr(0, text.find('\n'));
    const auto found = firstLine.find_first_of(",;\t");
    return found == std::string_view::npos ? ',' : firstLine[found];
}

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

/// Reads one row after another; m_line counts the line breaks passed.
class CsvScanner {
public:
    explicit CsvScanner(std::string_view text) : m_text(text), m_separator(separatorOf(text)) {}

    bool isAtEnd() const { return m_at >= m_text.size(); }

    Result<CsvRow> nextRow() {
        CsvRow row{m_line, {}};
        for (bool more = true; more;) {
            auto field = nextField();
            if (!field) return failure(std::move(field.error()));
            row.fields.push_back(std::move(*field));
            more = !isAtEnd() && m_text[m_at] == m_separator;
            if (!isAtEnd()) {
                if (m_text[m_at] == '\n') ++m_line;
                ++m_at;
            }
        }
        return row;
    }

private:
    /// Ends at the separator or line break, or at the end of the text.
    Result<std::string> nextField() {
        const auto content = m_text.find_first_not_of(' ', m_at);
        if (content != std::string_view::npos && m_text[content] == '"') {
            m_at = content + 1;
            return quotedField();
        }
        const std::string stops{m_separator, '\n'};
        const auto end = std::min(m_text.find_first_of(stops, m_at), m_text.size());
        auto field = trimmed(m_text.substr(m_at, end - m_at));
        m_at = end;
        return field;
    }

    Result<std::string> quotedField() {
        const std::size_t startLine = m_line;
        std::string field;
        for (; !isAtEnd(); ++m_at) {
            if (m_text[m_at] == '\n') ++m_line;
            if (m_text[m_at] != '"') {
                field += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                field += m_text[++m_at];
            } else {
                ++m_at;
                return afterQuotation(std::move(field));
            }
        }
        return failure(ErrorCode::FileMalformed,
                       "line " + std::to_string(startLine) + ": a quotation does not end");
    }

    Result<std::string> afterQuotation(std::string field) {
        while (!isAtEnd() && (m_text[m_at] == ' ' || m_text[m_at] == '\r'))
            ++m_at;
        if (isAtEnd() || m_text[m_at] == m_separator || m_text[m_at] == '\n') return field;
        return failure(ErrorCode::FileMalformed,
                       "line " + std::to_string(m_line) + ": text after a quotation");
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

} // namespace

Result<std::vector<CsvRow>> parseCsv(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    CsvScanner scanner(text);
    std::vector<CsvRow> rows;
    while (!scanner.isAtEnd()) {
        auto row = scanner.nextRow();
        if (!row) return failure(std::move(row.error()));
        const bool isBlank = row->fields.size() == 1 && row->fields.front().empty();
        if (!isBlank) rows.push_back(std::move(*row));
    }
    return rows;
}

std::string csvField(std::string_view text) {
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos && trimmed(text) == text)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

} // namespace vertescore
