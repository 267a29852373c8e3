// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cuda/GreyPacking.h"

#include <algorithm>
#include <cstring>

namespace vertescore {
namespace {

constexpr std::size_t kAlignment = 16;
constexpr std::size_t kMostSizes = 64;

template <class Value>
std::size_t bytesOf(const std::vector<Value>& values) {
    return values.size() * sizeof(Value);
}

template <class Value>
void copy(const std::vector<Value>& values, std::uint8_t* target) {
    std::memcpy(target, values.data(), bytesOf(values));
}

} // namespace

GreySource PackedGrey::at(const std::uint8_t* bytes) const {
    return {bytes + pixels,
            width,
            reinterpret_cast<const TapSpan*>(bytes + columns),
            reinterpret_cast<const float*>(bytes + columnWeights),
            reinterpret_cast<const TapSpan*>(bytes + rows),
            reinterpret_cast<const float*>(bytes + rowWeights)};
}

void GreyPacking::clear() {
    m_byteCount = 0;
    m_pictures.clear();
    m_sources.clear();
    if (m_columns.size() > kMostSizes) m_columns.clear();
    if (m_rows.size() > kMostSizes) m_rows.clear();
}

const Taps& GreyPacking::tapsOf(std::vector<AxisTaps>& known, int from, int to) const {
    const auto same =
        std::find_if(known.begin(), known.end(), [&](const AxisTaps& a) { return a.from == from; });
    if (same != known.end()) return same->taps;
    return known.emplace_back(AxisTaps{from, tapsFor(from, to)}).taps;
}

std::size_t GreyPacking::reserve(std::size_t bytes) {
    const std::size_t start = m_byteCount;
    m_byteCount += (bytes + kAlignment - 1) / kAlignment * kAlignment;
    return start;
}

void GreyPacking::add(const DisplayImage& picture) {
    const Taps& columns = tapsOf(m_columns, picture.width, m_inputWidth);
    const Taps& rows = tapsOf(m_rows, picture.height, m_inputHeight);
    PackedGrey packed;
    packed.columns = reserve(bytesOf(columns.spans));
    packed.columnWeights = reserve(bytesOf(columns.weights));
    packed.rows = reserve(bytesOf(rows.spans));
    packed.rowWeights = reserve(bytesOf(rows.weights));
    packed.pixels = reserve(bytesOf(picture.pixels));
    packed.width = picture.width;
    m_pictures.push_back(packed);
    m_sources.push_back(&picture);
}

void GreyPacking::write(std::uint8_t* bytes) const {
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const PackedGrey& packed = m_pictures[i];
        const Taps& columns = tapsOf(m_columns, m_sources[i]->width, m_inputWidth);
        const Taps& rows = tapsOf(m_rows, m_sources[i]->height, m_inputHeight);
        copy(columns.spans, bytes + packed.columns);
        copy(columns.weights, bytes + packed.columnWeights);
        copy(rows.spans, bytes + packed.rows);
        copy(rows.weights, bytes + packed.rowWeights);
        copy(m_sources[i]->pixels, bytes + packed.pixels);
    }
}

} // namespace vertescore
