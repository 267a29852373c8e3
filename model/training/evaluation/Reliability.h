// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vertescore {

struct FigureInterval {
    double low = 0;
    double high = 0;
};

struct IntervalOptions {
    int resamples = 1000;
    std::uint64_t seed = 20250101;
};

/// Linear between the two nearest of the sorted numbers, of which there is one at least. share: 0...1.
double quantileOf(const std::vector<double>& sorted, double share);

/// Promises of about the same size, and how many of them were kept.
struct ReliabilityRow {
    double from = 0;          ///< promised this much or more
    std::optional<double> to; ///< and less; nothing: without end
    std::size_t count = 0;
    double mean = 0;                        ///< of what was promised
    double share = 0;                       ///< of the promises that were kept
    std::optional<FigureInterval> interval; ///< of the share, 95 %; only when asked for
};

/// A table of promises: a confidence and whether the vertebra was right, or a radius and whether the corner
/// lay within. One thread.
class Reliability {
public:
    /// edges: where rows begin, ascending. The last row has no end. A promise below the first belongs to the
    /// first row.
    explicit Reliability(std::vector<double> edges) : m_edges(std::move(edges)) {}
    static Reliability ofConfidence(); ///< ten rows of a tenth
    static Reliability ofRadius();     ///< network pixels of the picture's aspect

    /// patient: promises about one are not independent, the bootstrap draws patients.
    void add(double promise, bool isKept, std::size_t patient);
    std::size_t count() const { return m_promises.size(); }
    /// All rows; those without a promise stay in, with count 0.
    std::vector<ReliabilityRow> rows() const;
    /// With intervals: percentiles over resamples in which patients are drawn with replacement.
    std::vector<ReliabilityRow> rowsWithIntervals(const IntervalOptions& options = {}) const;
    /// Mean distance of a promised probability from the share that was kept, weighed by count.
    double calibrationError() const;

private:
    struct Promise {
        double size = 0;
        bool isKept = false;
        std::size_t patient = 0;
    };
    std::size_t rowOf(double size) const;

    std::vector<double> m_edges;
    std::vector<Promise> m_promises;
};

} // namespace vertescore
