// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vertescore {

/// Numbers that depend on (seed, stream) alone, the same on every machine: what a sample looks like must not
/// depend on which thread made it or on where training was interrupted. SplitMix64 (Steele, Lea, Flood 2014).
/// One thread.
class SampleRandom {
public:
    SampleRandom(std::uint64_t seed, std::uint64_t stream)
        : m_state(mixed(seed ^ mixed(stream + 0x51ed2701))) {}

    std::uint64_t next() { return mixed(m_state += 0x9e3779b97f4a7c15ULL); }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; } ///< [0, 1)
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }
    std::uint64_t below(std::uint64_t count) { return next() % count; }

private:
    static std::uint64_t mixed(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

} // namespace vertescore
