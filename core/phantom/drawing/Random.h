// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vertescore {

/// A stream of random numbers, the same bits on every machine. Streams with different keys are independent,
/// so a part of a phantom that draws more numbers than before changes no other part. Not thread-safe; make
/// one per use. Generator: SplitMix64 (Steele, Lea, Flood 2014).
class RandomStream {
public:
    /// Purpose: one number per user of randomness.
    RandomStream(std::uint64_t seed, std::uint64_t index, std::uint64_t purpose, std::uint64_t attempt = 0);

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mix(m_state);
    }
    double uniform() {
        return static_cast<double>(next() >> 11) * (1.0 / 9007199254740992.0);
    } ///< 0 <= u < 1
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    int integer(int low, int high); ///< both ends included
    bool chance(double probability) { return uniform() < probability; }

    /// Sum of twelve uniforms: normal to within 1 % of its density inside 2.5 standard deviations, never
    /// beyond 6.
    double normal(double mean, double deviation);
    double normalWithin(double mean, double deviation, double low, double high); ///< clipped

    /// Uniform on each side of the median, which halves the draws.
    double aroundMedian(double low, double median, double high);

private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

} // namespace vertescore
