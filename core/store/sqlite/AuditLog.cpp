// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/AuditLog_p.h"

#include "core/store/sqlite/Database_p.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>

namespace vertescore {

namespace {

Sha256 hashOf(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash;
}

} // namespace

const std::string kSelectLinks =
    "SELECT id, person_id, subject_row, at, action, subject_table, before, after,"
    " reason, row_sha256, hash FROM audit_log";

void readLink(const Statement& row, int first, AuditLink& link) {
    link.number = row.getColumn(first).getInt64();
    link.person = row.getColumn(first + 1).getInt64();
    link.row = row.getColumn(first + 2).getInt64();
    int column = first + 3;
    for (auto* text :
         {&link.at, &link.action, &link.table, &link.before, &link.after, &link.reason, &link.rowSha256})
        text->assign(row.getColumn(column++).getText());
}

void addField(std::string& bytes, std::string_view field) {
    std::array<char, 24> length{};
    char* end = std::to_chars(length.data(), length.data() + length.size(), field.size()).ptr;
    *end++ = ':';
    bytes.append(length.data(), static_cast<std::size_t>(end - length.data())).append(field);
}

void addNumber(std::string& bytes, std::int64_t number) {
    std::array<char, 24> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    addField(bytes, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

HashedColumn::HashedColumn(std::string_view name) {
    for (const int type : {SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB}) {
        auto& begin = m_begins[static_cast<std::size_t>(type)];
        addField(begin, name);
        addNumber(begin, type);
    }
}

void RowBytes::addInteger(const HashedColumn& column, std::int64_t value) {
    m_bytes.append(column.begin(SQLITE_INTEGER));
    addNumber(m_bytes, value);
}

void RowBytes::addText(const HashedColumn& column, std::string_view value) {
    m_bytes.append(column.begin(SQLITE_TEXT));
    addField(m_bytes, value);
}

void RowBytes::add(const HashedColumn& column, const Column& value) {
    const int type = value.getType();
    if (type == SQLITE_NULL) return;
    if (type == SQLITE_INTEGER) return addInteger(column, value.getInt64());
    m_bytes.append(column.begin(type));
    addField(m_bytes, value.getText());
}

Sha256Digest rowDigest(std::int64_t id, const RowBytes& others) {
    static const HashedColumn number("id");
    std::string digits;
    addNumber(digits, id);
    auto hash = hashOf(number.begin(SQLITE_INTEGER));
    hash.add(digits);
    hash.add(others.bytes());
    return hash.digest();
}

RowHasher::RowHasher(const Statement& rows) {
    const int columns = rows.getColumnCount();
    for (int column = 0; column < columns; ++column)
        m_columns.emplace_back(rows.getColumn(column).getName());
}

Sha256Digest RowHasher::digest(const Statement& row) {
    m_bytes.clear();
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        m_bytes.add(m_columns[column], row.getColumn(static_cast<int>(column)));
    return hashOf(m_bytes.bytes()).digest();
}

std::optional<std::string> rowSha256(Database& database, std::string_view table, std::int64_t row) {
    auto found = database.statement("SELECT * FROM " + std::string(table) + " WHERE id = ?", row);
    if (!found.executeStep()) return std::nullopt;
    return sha256Hex(RowHasher(found).digest(found));
}

std::string chainHash(std::string_view previousHash, const AuditLink& link) {
    std::string bytes;
    bytes.reserve(1024);
    addField(bytes, previousHash);
    for (const auto number : {link.number, link.person, link.row})
        addNumber(bytes, number);
    for (const auto* text :
         {&link.at, &link.action, &link.table, &link.before, &link.after, &link.reason, &link.rowSha256})
        addField(bytes, *text);
    return hashOf(bytes).hex();
}

void writeAudit(Database& database, const AuditNote& note) {
    AuditLink link;
    std::string previousHash;
    auto newest = database.statement("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1");
    if (newest.executeStep()) {
        link.number = newest.getColumn(0).getInt64();
        previousHash = newest.getColumn(1).getString();
    }
    ++link.number;
    link.person = static_cast<std::int64_t>(note.person);
    link.row = note.row;
    link.at = database.utcNow();
    link.action = note.action;
    link.table = note.table;
    link.before = note.before;
    link.after = note.after;
    link.reason = note.reason;
    link.rowSha256 = rowSha256(database, note.table, note.row).value();
    database.run(
        "INSERT INTO audit_log (id, at, person_id, action, subject_table, subject_row, before, after,"
        " reason, row_sha256, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        link.number, link.at, link.person, link.action, link.table, link.row, link.before, link.after,
        link.reason, link.rowSha256, chainHash(previousHash, link));
}

std::vector<AuditEntry> readAudit(Database& database) {
    auto row = database.statement(
        "SELECT a.id, a.at, p.name, a.action, a.subject_table || ' ' || a.subject_row, a.before, a.after,"
        " a.reason, a.hash, '', 0 AS merge, a.id AS place FROM audit_log a JOIN people p ON p.id = "
        "a.person_id"
        " UNION ALL SELECT a.number, a.at, p.name, a.action,"
        " a.subject_table || coalesce(' ' || a.subject_row, ''), a.before, a.after, a.reason, a.hash,"
        " m.source_name, m.id, a.id FROM merged_log a JOIN people p ON p.id = a.person_id JOIN merges m ON "
        "m.id ="
        " a.merge_id ORDER BY merge, place");
    struct Dated {
        std::string
            latest; ///< of it and those before it in its log: a clock that was set back changes no order
        AuditEntry entry;
    };
    std::vector<Dated> dated;
    std::int64_t log = -1;
    while (row.executeStep()) {
        AuditEntry entry{row.getColumn(0).getInt64(),  row.getColumn(1).getString(),
                         row.getColumn(2).getString(), row.getColumn(3).getString(),
                         row.getColumn(4).getString(), row.getColumn(5).getString(),
                         row.getColumn(6).getString(), row.getColumn(7).getString(),
                         row.getColumn(8).getString(), row.getColumn(9).getString()};
        const bool goesOn = std::exchange(log, row.getColumn(10).getInt64()) == row.getColumn(10).getInt64();
        auto latest = goesOn ? std::max(dated.back().latest, entry.atUtc) : entry.atUtc;
        dated.push_back({std::move(latest), std::move(entry)});
    }
    std::ranges::stable_sort(dated, {}, &Dated::latest);
    std::vector<AuditEntry> entries;
    for (Dated& one : dated)
        entries.push_back(std::move(one.entry));
    return entries;
}

void sodiumReady() {
    if (sodium_init() < 0) refuse(ErrorCode::Internal, "no source of randomness");
}

std::string utcText(std::chrono::system_clock::time_point point) {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(point);
    const auto day = floor<days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return text;
}

std::string newUuid() {
    sodiumReady();
    unsigned char bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < sizeof bytes; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(bytes[i]));
        text += digits;
    }
    return text;
}

} // namespace vertescore
