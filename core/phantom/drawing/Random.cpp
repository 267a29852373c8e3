// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phantom/drawing/Random.h"

#include <algorithm>

namespace vertescore {

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t index, std::uint64_t purpose,
                           std::uint64_t attempt)
    : m_state(mix(seed + 0x632BE59BD9B4E019ULL)) {
    m_state = mix(m_state ^ (index * 0xD6E8FEB86659FD93ULL + 0x2545F4914F6CDD1DULL));
    m_state = mix(m_state ^ (purpose * 0xA0761D6478BD642FULL + 0xE7037ED1A0B428DBULL));
    m_state = mix(m_state ^ (attempt * 0x8EBC6AF09C88C6E3ULL + 0x589965CC75374CC3ULL));
}

int RandomStream::integer(int low, int high) {
    const int span = high - low + 1;
    return low + std::min(span - 1, static_cast<int>(uniform() * span));
}

double RandomStream::normal(double mean, double deviation) {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += uniform();
    return mean + deviation * sum;
}

double RandomStream::normalWithin(double mean, double deviation, double low, double high) {
    return std::clamp(normal(mean, deviation), low, high);
}

double RandomStream::aroundMedian(double low, double median, double high) {
    const double u = uniform();
    return u < 0.5 ? low + (median - low) * (2 * u) : median + (high - median) * (2 * u - 1);
}

} // namespace vertescore
