// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace vertescore {

/// How often each of n cases is in each of several resamples. In which order a resample took its cases means
/// nothing, so only counts are kept: those of kSideBySide resamples beside each other, case by case. A value.
class Resamples {
public:
    static constexpr std::size_t kSideBySide = 32;

    Resamples() = default;
    /// Rows of 0-based indices, all below `cases` (asserted).
    Resamples(std::size_t cases, std::span<const std::vector<std::uint32_t>> rows);

    /// Row r depends on the seed and on r alone: the same for any number of threads and on any machine.
    static Resamples drawn(std::size_t cases, std::size_t size, std::uint64_t seed);
    static Resamples whole(std::size_t cases); ///< one, with every case once

    std::size_t cases() const { return m_cases; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    std::optional<std::uint64_t> seed() const { return m_seed; } ///< when drawn here
    std::uint32_t count(std::size_t resample, std::size_t oneCase) const {
        return m_counts[placeOf(resample, oneCase)];
    }
    std::size_t blocks() const { return (m_size + kSideBySide - 1) / kSideBySide; }
    /// Of resamples block * kSideBySide and on: kSideBySide counts of the first case, then of the next; 0
    /// beyond the last resample.
    const std::uint32_t* block(std::size_t number) const {
        return m_counts.data() + number * m_cases * kSideBySide;
    }
    friend bool operator==(const Resamples&, const Resamples&) = default;

private:
    Resamples(std::size_t cases, std::size_t size, std::optional<std::uint64_t> seed);
    std::size_t placeOf(std::size_t resample, std::size_t oneCase) const {
        return (resample / kSideBySide * m_cases + oneCase) * kSideBySide + resample % kSideBySide;
    }
    void draw(std::size_t resample);

    std::size_t m_cases = 0;
    std::size_t m_size = 0;
    std::optional<std::uint64_t> m_seed;
    std::vector<std::uint32_t> m_counts;
};

/// Resamples of n cases, or nullptr when there are none for that n: then the interval stays NotComputed. They
/// belong to the source and live as long as it and its copies do. May be asked from several threads at once.
using ResampleSource = std::function<const Resamples*(std::size_t cases)>;

/// Draws for each n once, and keeps it.
ResampleSource drawnResamples(std::size_t size, std::uint64_t seed);

} // namespace vertescore
