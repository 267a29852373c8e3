// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/CropSweep.h"

#include "core/base/CsvColumns.h"
#include "core/base/NormalQuantile.h"
#include "core/roi/Roi.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <tuple>

namespace vertescore {
namespace {

constexpr std::size_t kMostFactors = 200;
constexpr double kRounding = 1e-9; ///< of a factor that was added up

enum Column : std::size_t { kScan, kCropped };
constexpr std::array<std::string_view, 2> kColumns{"scan", "cropped"};

std::optional<bool> yesOrNo(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (text == "yes" || text == "true" || text == "1") return true;
    if (text == "no" || text == "false" || text == "0") return false;
    return std::nullopt;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

Result<std::vector<CropLabel>> parseCropLabels(std::string_view csv) {
    const auto table = CsvTable::parse(csv, kColumns, kColumns.size());
    if (!table) return failure(table.error());
    std::vector<CropLabel> labels;
    std::set<std::string> known;
    for (const CsvRow& row : table->rows) {
        const auto record = table->columns.record(row);
        if (!record) return failure(record.error());
        const auto isCropped = yesOrNo(record->text(kCropped));
        if (record->text(kScan).empty()) return record->wrong(kScan, "no scan is named");
        if (!isCropped)
            return record->wrong(kCropped, inQuotes(record->text(kCropped)) + " is neither yes nor no");
        if (!known.insert(record->text(kScan)).second)
            return record->wrong(kScan, inQuotes(record->text(kScan)) + " is there twice");
        labels.push_back({record->text(kScan), *isCropped});
    }
    return labels;
}

std::optional<CountedShare> countedShare(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    const auto n = static_cast<double>(whole);
    const double p = static_cast<double>(part) / n;
    const double z = kNormalQuantile975;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return CountedShare{p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

void CropAgreement::add(bool isCalledCropped, bool isCropped) {
    if (isCropped)
        ++(isCalledCropped ? truePositives : falseNegatives);
    else
        ++(isCalledCropped ? falsePositives : trueNegatives);
}

std::optional<CountedShare> CropAgreement::accuracy() const {
    return countedShare(truePositives + trueNegatives, scans());
}

std::optional<CountedShare> CropAgreement::sensitivity() const {
    return countedShare(truePositives, truePositives + falseNegatives);
}

std::optional<CountedShare> CropAgreement::specificity() const {
    return countedShare(trueNegatives, trueNegatives + falsePositives);
}

std::optional<CountedShare> CropAgreement::f1() const {
    const auto overlap = countedShare(truePositives, truePositives + falsePositives + falseNegatives);
    if (!overlap) return std::nullopt;
    const auto f1Of = [](double j) { return 2 * j / (1 + j); };
    return CountedShare{f1Of(overlap->value), f1Of(overlap->low), f1Of(overlap->high)};
}

const CropAgreement* bestFactor(const std::vector<CropAgreement>& sweep) {
    const auto worth = [](const CropAgreement& row) {
        const auto valueOf = [](const std::optional<CountedShare>& share) {
            return share ? share->value : 0;
        };
        return std::tuple(valueOf(row.accuracy()), valueOf(row.sensitivity()) + valueOf(row.specificity()),
                          -std::abs(row.factor - 1));
    };
    const auto best = std::max_element(sweep.begin(), sweep.end(),
                                       [&](const auto& a, const auto& b) { return worth(a) < worth(b); });
    return best == sweep.end() || best->scans() == 0 ? nullptr : &*best;
}

Result<std::vector<double>> parseFactors(std::string_view text) {
    const auto bad = [&] {
        return failure(ErrorCode::InvalidArgument,
                       inQuotes(text) + " is no range of factors; write FROM:TO:STEP, such as 0.8:1.5:0.1");
    };
    const auto first = text.find(':');
    const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos) return bad();
    const auto from = number(text.substr(0, first));
    const auto to = number(text.substr(first + 1, second - first - 1));
    const auto step = number(text.substr(second + 1));
    if (!from || !to || !step || !(*step > 0) || !(*from <= *to)) return bad();
    if (*from < kSmallestFactor || *to > kLargestFactor)
        return failure(ErrorCode::InvalidArgument, "a factor lies between 0.5 and 1.6");
    const double count = std::floor((*to - *from) / *step + kRounding) + 1;
    if (count > static_cast<double>(kMostFactors)) return bad();
    std::vector<double> factors;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        factors.push_back(*from + static_cast<double>(i) * *step);
    return factors;
}

} // namespace vertescore
