// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementFiles.h"

#include "core/base/CsvText.h"

#include <charconv>

namespace vertescore {
namespace {

std::string csvLine(const AgreementReport& report, const ReportedStatistic& one) {
    const bool isDefined = one.value.isDefined();
    std::string line;
    for (const std::string& field :
         {report.study, one.condition, one.readers, one.unit, one.stratum, one.name,
          isDefined ? numberText(*one.value) : std::string(),
          isDefined ? std::string() : std::string(undefinedName(one.value.reason())), std::to_string(one.n),
          std::to_string(one.excludedNotRead), std::to_string(one.excludedNotReadable), one.method,
          std::string(report.synthetic ? "yes" : "no")})
        line += csvField(field) + ',';
    return line + "For research use only. Not for diagnosis.\n";
}

/// "total"; of a stratum "total@burden:low".
std::string unitKey(const ReportedStatistic& one) {
    return one.stratum.empty() ? one.unit : one.unit + '@' + one.stratum;
}

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (code < 0x20) {
            result += "\\u00";
            result += digits[code >> 4];
            result += digits[code & 15];
        } else {
            result += letter;
        }
    }
    return result;
}

} // namespace

std::string numberText(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string agreementToJson(const AgreementReport& report) {
    std::string text = "{";
    for (const ReportedStatistic& one : listStatistics(report)) {
        if (text.size() > 1) text += ',';
        text += '"' +
                escaped(report.study + '/' + one.condition + '/' + one.readers + '/' + unitKey(one) + '/' +
                        one.name) +
                "\":" + (one.value.isDefined() ? numberText(*one.value) : std::string("null"));
    }
    return text + '}';
}

std::string agreementToCsv(std::span<const AgreementReport> reports) {
    std::string text = "study,condition,readers,unit,stratum,statistic,value,undefined,n,excluded_not_read,"
                       "excluded_not_readable,method,synthetic,notice\n";
    for (const AgreementReport& report : reports)
        for (const ReportedStatistic& one : listStatistics(report))
            text += csvLine(report, one);
    return text;
}

} // namespace vertescore
