// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/evaluation/Reliability.h"

#include "model/training/samples/SampleRandom.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vertescore {
namespace {

constexpr double kLowerShare = 0.025; ///< of resamples, left out at each end of a 95 % interval

struct Kept {
    double count = 0;
    double kept = 0;
};

} // namespace

double quantileOf(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (sorted[high] - sorted[low]) * (place - static_cast<double>(low));
}

Reliability Reliability::ofConfidence() {
    return Reliability({0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9});
}

Reliability Reliability::ofRadius() {
    return Reliability({0.0, 3.0, 4.5, 6.0, 8.0, 11.0, 16.0, 24.0});
}

std::size_t Reliability::rowOf(double size) const {
    const auto above = std::upper_bound(m_edges.begin(), m_edges.end(), size);
    return above == m_edges.begin() ? 0 : static_cast<std::size_t>(above - m_edges.begin()) - 1;
}

void Reliability::add(double promise, bool isKept, std::size_t patient) {
    m_promises.push_back({promise, isKept, patient});
}

std::vector<ReliabilityRow> Reliability::rows() const {
    std::vector<ReliabilityRow> rows(m_edges.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].from = m_edges[i];
        if (i + 1 < rows.size()) rows[i].to = m_edges[i + 1];
    }
    for (const Promise& promise : m_promises) {
        ReliabilityRow& row = rows[rowOf(promise.size)];
        const auto before = static_cast<double>(row.count++);
        row.mean += (promise.size - row.mean) / (before + 1);
        row.share += ((promise.isKept ? 1.0 : 0.0) - row.share) / (before + 1);
    }
    return rows;
}

std::vector<ReliabilityRow> Reliability::rowsWithIntervals(const IntervalOptions& options) const {
    std::vector<ReliabilityRow> rows = this->rows();
    std::map<std::size_t, std::vector<Kept>> byPatient;
    for (const Promise& promise : m_promises) {
        auto& kept = byPatient.try_emplace(promise.patient, rows.size()).first->second[rowOf(promise.size)];
        kept.count += 1;
        kept.kept += promise.isKept ? 1 : 0;
    }
    if (byPatient.size() < 2) return rows; // one says nothing about how others would differ
    std::vector<const std::vector<Kept>*> patients;
    for (const auto& [patient, kept] : byPatient)
        patients.push_back(&kept);
    std::vector<std::vector<double>> drawn(rows.size());
    for (int i = 0; i < options.resamples; ++i) {
        SampleRandom random(options.seed, static_cast<std::uint64_t>(i));
        std::vector<Kept> sum(rows.size());
        for (std::size_t k = 0; k < patients.size(); ++k) {
            const std::vector<Kept>& patient = *patients[random.below(patients.size())];
            for (std::size_t row = 0; row < sum.size(); ++row) {
                sum[row].count += patient[row].count;
                sum[row].kept += patient[row].kept;
            }
        }
        for (std::size_t row = 0; row < sum.size(); ++row)
            if (sum[row].count > 0) drawn[row].push_back(sum[row].kept / sum[row].count);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].count == 0) continue;
        std::sort(drawn[row].begin(), drawn[row].end());
        rows[row].interval = {quantileOf(drawn[row], kLowerShare), quantileOf(drawn[row], 1 - kLowerShare)};
    }
    return rows;
}

double Reliability::calibrationError() const {
    double sum = 0;
    for (const ReliabilityRow& row : rows())
        sum += static_cast<double>(row.count) * std::abs(row.mean - row.share);
    return m_promises.empty() ? 0 : sum / static_cast<double>(m_promises.size());
}

} // namespace vertescore
