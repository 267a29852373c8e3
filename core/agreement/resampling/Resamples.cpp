// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resampling/Resamples.h"

#include "core/base/Assert.h"

#include <map>
#include <memory>
#include <mutex>

namespace vertescore {
namespace {

/// SplitMix64 (Steele, Lea & Flood 2014): the same sequence on every machine.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    /// 0...n - 1, n < 2^32; the high half of a 32-bit product, biased by less than n / 2^32.
    std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(((next() >> 32) * n) >> 32); }

private:
    std::uint64_t m_state;
};

/// What is drawn so far, for threads that ask for it; drawing of one n waits for no other.
class DrawnResamples {
public:
    DrawnResamples(std::size_t size, std::uint64_t seed) : m_size(size), m_seed(seed) {}

    const Resamples* of(std::size_t cases) {
        Slot& slot = slotOf(cases);
        std::call_once(slot.drawn, [&] { slot.resamples = Resamples::drawn(cases, m_size, m_seed); });
        return &slot.resamples;
    }

private:
    struct Slot {
        std::once_flag drawn;
        Resamples resamples;
    };
    Slot& slotOf(std::size_t cases) {
        const std::lock_guard lock(m_guard);
        return m_slots[cases]; // a map's elements stay where they are
    }

    const std::size_t m_size;
    const std::uint64_t m_seed;
    std::mutex m_guard;
    std::map<std::size_t, Slot> m_slots;
};

} // namespace

Resamples::Resamples(std::size_t cases, std::size_t size, std::optional<std::uint64_t> seed)
    : m_cases(cases), m_size(size), m_seed(seed), m_counts(blocks() * kSideBySide * cases) {}

Resamples::Resamples(std::size_t cases, std::span<const std::vector<std::uint32_t>> rows)
    : Resamples(cases, rows.size(), std::nullopt) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const std::uint32_t index : rows[row]) {
            VERTESCORE_ASSERT(index < cases);
            ++m_counts[placeOf(row, index)];
        }
    }
}

void Resamples::draw(std::size_t resample) {
    Generator generator(Generator(*m_seed ^ (0xD1B54A32D192ED03ULL * (resample + 1))).next());
    for (std::size_t taken = 0; taken < m_cases; ++taken)
        ++m_counts[placeOf(resample, generator.below(m_cases))];
}

Resamples Resamples::drawn(std::size_t cases, std::size_t size, std::uint64_t seed) {
    Resamples resamples(cases, size, seed);
    for (std::size_t resample = 0; resample < size; ++resample)
        resamples.draw(resample);
    return resamples;
}

Resamples Resamples::whole(std::size_t cases) {
    Resamples one(cases, 1, std::nullopt);
    for (std::size_t i = 0; i < cases; ++i)
        one.m_counts[one.placeOf(0, i)] = 1;
    return one;
}

ResampleSource drawnResamples(std::size_t size, std::uint64_t seed) {
    // Shared by the copies of the function.
    return [drawn = std::make_shared<DrawnResamples>(size, seed)](std::size_t cases) {
        return drawn->of(cases);
    };
}

} // namespace vertescore
