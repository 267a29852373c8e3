// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/landmarks/formats/XmlTags_p.h"

#include "core/io/landmarks/formats/Formats_p.h"

#include <array>

namespace vertescore::formats {
namespace {

struct Entity {
    std::string_view name;
    char letter;
};
constexpr std::array kEntities{Entity{"&amp;", '&'}, Entity{"&lt;", '<'}, Entity{"&gt;", '>'},
                               Entity{"&quot;", '"'}, Entity{"&apos;", '\''}};
constexpr std::string_view kBlank = " \t\r\n";

std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char letter = text[i];
        if (letter == '&')
            for (const Entity& entity : kEntities)
                if (text.substr(i).starts_with(entity.name)) {
                    letter = entity.letter;
                    i += entity.name.size() - 1;
                    break;
                }
        result.push_back(letter);
    }
    return result;
}

/// Reads one tag after another.
class XmlScanner {
public:
    explicit XmlScanner(std::string_view text) : m_text(text) {}

    Result<std::vector<XmlTag>> run() {
        for (std::size_t open = m_text.find('<'); open != std::string_view::npos;
             open = m_text.find('<', m_at)) {
            if (!m_tags.empty()) m_tags.back().text += plain(m_text.substr(m_at, open - m_at));
            m_at = open;
            if (skipOther()) continue;
            if (const Status read = readTag(); !read) return failure(read.error());
        }
        if (!m_open.empty()) return malformed("<" + m_open.back() + "> does not end");
        if (m_tags.empty()) return malformed("no XML");
        return std::move(m_tags);
    }

private:
    /// Comments, CDATA and declarations; one that does not end takes the rest.
    bool skipOther() {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOthers{
            {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}};
        for (const auto& [begin, end] : kOthers) {
            if (!m_text.substr(m_at).starts_with(begin)) continue;
            const std::size_t found = m_text.find(end, m_at);
            m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
            return true;
        }
        return false;
    }

    Status readTag() {
        const std::size_t close = endOfTag();
        if (close == std::string_view::npos) return malformed("a tag does not end");
        std::string_view inner = m_text.substr(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        if (inner.starts_with('/')) return readEnd(inner.substr(1));
        const bool isEmpty = inner.ends_with('/');
        if (isEmpty) inner.remove_suffix(1);
        XmlTag tag;
        const std::size_t nameEnd = std::min(inner.find_first_of(kBlank), inner.size());
        tag.name = inner.substr(0, nameEnd);
        readAttributes(inner.substr(nameEnd), tag);
        m_open.push_back(tag.name);
        m_tags.push_back(std::move(tag));
        return isEmpty ? readEnd(m_open.back()) : Status();
    }

    /// A '>' within quotes does not end the tag.
    std::size_t endOfTag() const {
        char quote = '\0';
        for (std::size_t i = m_at; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '>')
                return i;
        }
        return std::string_view::npos;
    }

    static void readAttributes(std::string_view text, XmlTag& tag) {
        for (std::size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos;
             at = text.find_first_not_of(kBlank, at)) {
            const std::size_t equals = text.find('=', at);
            const std::size_t open = text.find_first_of("\"'", at);
            if (equals == std::string_view::npos || open == std::string_view::npos) return;
            const std::size_t close = text.find(text[open], open + 1);
            if (close == std::string_view::npos) return;
            std::string name(text.substr(at, equals - at));
            name.erase(name.find_last_not_of(kBlank) + 1);
            tag.attributes[name] = plain(text.substr(open + 1, close - open - 1));
            at = close + 1;
        }
    }

    Status readEnd(std::string_view text) {
        const std::string name(text.substr(0, std::min(text.find_first_of(kBlank), text.size())));
        if (m_open.empty() || m_open.back() != name) return malformed("</" + name + "> does not fit");
        m_open.pop_back();
        m_tags.push_back({name, {}, true, {}});
        return {};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
    std::vector<XmlTag> m_tags;
};

} // namespace

Result<std::vector<XmlTag>> parseXml(std::string_view text) {
    return XmlScanner(text).run();
}

std::string xmlText(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        std::string_view written(&letter, 1);
        for (const Entity& entity : kEntities)
            if (entity.letter == letter) written = entity.name;
        result += written;
    }
    return result;
}

} // namespace vertescore::formats
