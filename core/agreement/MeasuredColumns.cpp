// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/MeasuredColumns.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vertescore {

namespace {

constexpr std::string_view kMeasured = "measured";
constexpr std::string_view kTyped = "typed";

/// A length that is all of the text.
std::optional<double> lengthFromText(const std::string& text) {
    double length = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return length > 0 && std::isfinite(length) ? std::optional(length) : std::nullopt;
}

} // namespace

std::string measuredText(const ScoreCell& cell) {
    if (!cell.measured) return {};
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), *cell.measured);
    return {text.data(), end.ptr};
}

std::string sourceText(const ScoreCell& cell) {
    if (!cell.measured) return {};
    return std::string(cell.followsMeasured ? kMeasured : kTyped);
}

Status takeMeasured(const CsvRecord& row, const MeasuredColumns& columns, bool isAac8, ScoreCell& cell) {
    const std::string& measured = row.text(columns.measured);
    const std::string& source = row.text(columns.source);
    if (!measured.empty()) {
        cell.measured = lengthFromText(measured);
        if (!cell.measured || (!isAac8 && *cell.measured > 1))
            return row.wrong(columns.measured,
                             inQuotes(measured) +
                                 (isAac8 ? " is no length" : " is no share above 0 up to 1"));
    }
    if (source.empty()) return {};
    if (source != kMeasured && source != kTyped)
        return row.wrong(columns.source, inQuotes(source) + " is neither measured nor typed");
    if (!cell.measured) return row.wrong(columns.source, "nothing was measured");
    cell.followsMeasured = source == kMeasured;
    if (cell.followsMeasured && !cell.grade) return row.wrong(columns.source, "there is no score");
    return {};
}

} // namespace vertescore
