// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification/LogClock_p.h"

#include "core/store/sqlite/AuditLog_p.h"
#include "core/store/sqlite/Database_p.h"

#include <array>
#include <charconv>

namespace vertescore {

namespace {

using Milliseconds = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Milliseconds>;

constexpr std::string_view kPattern = "0000-00-00T00:00:00.000Z"; // 0: any digit

bool hasPattern(std::string_view text) {
    if (text.size() != kPattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (kPattern[i] == '0' ? !isDigit : text[i] != kPattern[i]) return false;
    }
    return true;
}

int numberAt(std::string_view text, std::size_t from, std::size_t digits) {
    int number = 0;
    std::from_chars(text.data() + from, text.data() + from + digits, number);
    return number;
}

} // namespace

std::optional<Time> timeFromUtc(std::string_view text) {
    using namespace std::chrono;
    if (!hasPattern(text)) return std::nullopt;
    const year_month_day date{year{numberAt(text, 0, 4)}, month{static_cast<unsigned>(numberAt(text, 5, 2))},
                              day{static_cast<unsigned>(numberAt(text, 8, 2))}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date} + hours{numberAt(text, 11, 2)} + minutes{numberAt(text, 14, 2)} +
           seconds{numberAt(text, 17, 2)} + Milliseconds{numberAt(text, 20, 3)};
}

std::optional<std::chrono::minutes> clockBehindLog(Database& database) {
    const auto latest = timeFromUtc(database.text("SELECT max(at) FROM (SELECT max(at) AS at FROM audit_log "
                                                  "UNION ALL SELECT max(at) FROM merged_log)"));
    const auto now = timeFromUtc(database.utcNow());
    if (!latest || !now || *latest - *now < kClockTolerance) return std::nullopt;
    return std::chrono::floor<std::chrono::minutes>(*latest - *now);
}

std::string lastKeystroke(Database& database, PersonId reader) {
    auto row = database.statement(
        "WITH own AS (SELECT e.id, e.at FROM reading_events e JOIN readings r ON r.id = e.reading_id"
        " JOIN reading_passes q ON q.id = r.pass_id WHERE q.reader_id = ?1 AND e.kind <> 'disputed'),"
        " ends AS (SELECT m.merge_id, max(m.id) AS last FROM merged_log m JOIN own ON own.id = m.subject_row"
        " WHERE m.subject_table = 'reading_events' GROUP BY m.merge_id)"
        " SELECT max(at) FROM (SELECT max(at) AS at FROM own"
        " UNION ALL SELECT max(at) FROM audit_log WHERE id <= (SELECT max(a.id) FROM audit_log a"
        " JOIN own ON own.id = a.subject_row WHERE a.subject_table = 'reading_events')"
        " UNION ALL SELECT max(m.at) FROM ends JOIN merged_log m ON m.id BETWEEN"
        " (SELECT min(r.id) FROM merged_runs r WHERE r.merge_id = ends.merge_id) AND ends.last)",
        reader);
    row.executeStep();
    return optionalText(row, 0).value_or("");
}

void ClockWatch::take(std::int64_t entry, std::string_view at, std::vector<ClockSetBack>& found) {
    const auto now = timeFromUtc(at);
    if (!now) return; // a forged time breaks the chain, which is told
    if (m_before && *m_before - *now >= kClockTolerance)
        found.push_back({entry, std::chrono::floor<std::chrono::minutes>(*m_before - *now)});
    m_before = now;
}

} // namespace vertescore
