// SPDX-License-Identifier: GPL-3.0-or-later
// Attention inside one window in bf16 by products of matrix tiles; see WindowAttentionTask.
#pragma once

#include "model/kernels/sets/TileLayout_p.h"

#include <memory>

namespace vertescore {
namespace {

constexpr std::int64_t kTileRows = 16;
constexpr std::int64_t kKeysPerTile = 16;   ///< columns of a tile of scores
constexpr std::int64_t kValuesPerTile = 32; ///< summed by one product of shares and values

/// One head of one window. A product takes its second matrix by pairs of rows: (0,0) (1,0) (0,1) (1,1) ...
struct Tiles {
    std::int64_t tokens = 0;
    std::int64_t keys = 0;   ///< tokens, up to whole tiles of scores
    std::int64_t values = 0; ///< tokens, up to whole tiles of shares
    alignas(64) Bf16 query[kLargestWindow * kHeadWidth];
    alignas(64) Bf16 key[kLargestWindow * kHeadWidth];   ///< [tile][channel pair][key][2]
    alignas(64) Bf16 value[kLargestWindow * kHeadWidth]; ///< [tile][token pair][channel][2]
    alignas(64) float scores[kTileRows * kLargestWindow];
    alignas(64) Bf16 shares[kTileRows * kLargestWindow];
    alignas(64) float sums[kTileRows * kHeadWidth];
    float inverse[kTileRows]; ///< of each row's sum of shares
};

// The compiler wants the tiles' numbers as text.
#define VERTESCORE_TILE_QUERY 0
#define VERTESCORE_TILE_KEYS 1
#define VERTESCORE_TILE_SCORES 2
#define VERTESCORE_TILE_MORE_KEYS 3
#define VERTESCORE_TILE_MORE_SCORES 4
#define VERTESCORE_TILE_SHARES 5
#define VERTESCORE_TILE_VALUES 6
#define VERTESCORE_TILE_SUMS 7

void describeTiles() {
    TileLayout layout;
    layout.describe(VERTESCORE_TILE_QUERY, 16, 32); // 16 queries, 16 channels
    layout.describe(VERTESCORE_TILE_KEYS, 8, 64);
    layout.describe(VERTESCORE_TILE_MORE_KEYS, 8, 64);
    layout.describe(VERTESCORE_TILE_SCORES, 16, 64);
    layout.describe(VERTESCORE_TILE_MORE_SCORES, 16, 64);
    layout.describe(VERTESCORE_TILE_SHARES, 16, 64); // 16 queries, 32 tokens
    layout.describe(VERTESCORE_TILE_VALUES, 16, 64);
    layout.describe(VERTESCORE_TILE_SUMS, 16, 64);
    layout.use();
}

/// Where a token of the window lies on the map.
std::int64_t placeOf(const WindowAttentionTask& task, std::int64_t token) {
    return token / task.width * task.rowTokens + token % task.width;
}

__m256i headAt(const void* map, std::int64_t element) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(static_cast<const Bf16*>(map) + element));
}

void gatherQueryAndKey(const WindowAttentionTask& task, std::int64_t head, std::int64_t token, Tiles& to) {
    const std::int64_t place = placeOf(task, token), channel = head * kHeadWidth;
    _mm256_store_si256(reinterpret_cast<__m256i*>(to.query + token * kHeadWidth),
                       headAt(task.query, place * task.queryStride + channel));
    std::array<std::uint32_t, kHeadWidth / 2> pairs;
    std::memcpy(pairs.data(), static_cast<const Bf16*>(task.key) + place * task.keyValueStride + channel,
                sizeof pairs);
    Bf16* key = to.key + token / kKeysPerTile * kKeysPerTile * kHeadWidth + token % kKeysPerTile * 2;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
        std::memcpy(key + pair * 2 * kKeysPerTile, &pairs[pair], sizeof pairs[pair]);
}

/// The values of an even token and the next one, channel by channel.
void gatherValuePair(const WindowAttentionTask& task, std::int64_t head, std::int64_t token, Tiles& to) {
    const auto valueOf = [&](std::int64_t of) {
        if (of >= to.tokens) return _mm512_setzero_si512();
        const std::int64_t element = placeOf(task, of) * task.keyValueStride + head * kHeadWidth;
        return _mm512_maskz_cvtepu16_epi32(0xFFFF, headAt(task.value, element));
    };
    const __m512i second = _mm512_maskz_slli_epi32(0xFFFF, valueOf(token + 1), 16);
    _mm512_store_si512(to.value + token * kHeadWidth, _mm512_or_si512(valueOf(token), second));
}

void gatherTiles(const WindowAttentionTask& task, std::int64_t head, Tiles& to) {
    to.tokens = task.height * task.width;
    to.keys = roundedUp(to.tokens, kKeysPerTile);
    to.values = roundedUp(to.tokens, kValuesPerTile);
    // What is no token must be a number: zeros times anything finite add nothing.
    std::fill(to.query + to.tokens * kHeadWidth, to.query + to.keys * kHeadWidth, Bf16{0});
    std::fill(to.key + (to.keys - kKeysPerTile) * kHeadWidth, to.key + to.keys * kHeadWidth, Bf16{0});
    for (std::int64_t token = 0; token < to.tokens; ++token)
        gatherQueryAndKey(task, head, token, to);
    for (std::int64_t token = 0; token < to.values; token += 2)
        gatherValuePair(task, head, token, to);
}

/// Products of 16 queries with all keys: scores [16, keys].
void scoreTile(Tiles& tiles, std::int64_t first) {
    settleMemory();
    const auto stride = static_cast<std::size_t>(tiles.keys) * sizeof(float);
    const auto keyTile = [&](std::int64_t key) { return tiles.key + key * kHeadWidth; };
    _tile_loadd(VERTESCORE_TILE_QUERY, tiles.query + first * kHeadWidth, kHeadWidth * sizeof(Bf16));
    std::int64_t key = 0;
    for (; key + kKeysPerTile < tiles.keys; key += 2 * kKeysPerTile) {
        _tile_zero(VERTESCORE_TILE_SCORES);
        _tile_zero(VERTESCORE_TILE_MORE_SCORES);
        _tile_loadd(VERTESCORE_TILE_KEYS, keyTile(key), 64);
        _tile_loadd(VERTESCORE_TILE_MORE_KEYS, keyTile(key + kKeysPerTile), 64);
        _tile_dpbf16ps(VERTESCORE_TILE_SCORES, VERTESCORE_TILE_QUERY, VERTESCORE_TILE_KEYS);
        _tile_dpbf16ps(VERTESCORE_TILE_MORE_SCORES, VERTESCORE_TILE_QUERY, VERTESCORE_TILE_MORE_KEYS);
        _tile_stored(VERTESCORE_TILE_SCORES, tiles.scores + key, stride);
        _tile_stored(VERTESCORE_TILE_MORE_SCORES, tiles.scores + key + kKeysPerTile, stride);
    }
    if (key == tiles.keys) return;
    _tile_zero(VERTESCORE_TILE_SCORES);
    _tile_loadd(VERTESCORE_TILE_KEYS, keyTile(key), 64);
    _tile_dpbf16ps(VERTESCORE_TILE_SCORES, VERTESCORE_TILE_QUERY, VERTESCORE_TILE_KEYS);
    _tile_stored(VERTESCORE_TILE_SCORES, tiles.scores + key, stride);
}

constexpr std::int64_t kRowsTogether = 4; ///< each would wait for its own maximum and sum

/// Which lanes from `key` on are tokens.
__mmask16 tokensFrom(const Tiles& tiles, std::int64_t key) {
    const std::int64_t left = tiles.tokens - key;
    return static_cast<__mmask16>(left >= kLanes ? 0xFFFF : (1 << left) - 1);
}

/// softmax(scores * scale) of some rows, as bf16 that their sums still have to divide.
void shareRows(Tiles& tiles, std::int64_t first, float scale) {
    const float* scores = tiles.scores + first * tiles.keys;
    Bf16* shares = tiles.shares + first * tiles.values;
    const __m512 factor = _mm512_set1_ps(scale * 1.44269504F); // the exponent to the base 2
    const __m512 least = _mm512_set1_ps(-std::numeric_limits<float>::max());
    std::array<Floats, kRowsTogether> most;
    most.fill(std::bit_cast<Floats>(least));
    for (std::int64_t key = 0; key < tiles.keys; key += kLanes) {
        const __mmask16 isToken = tokensFrom(tiles, key);
        for (std::int64_t row = 0; row < kRowsTogether; ++row)
            most[row] = larger(most[row],
                               std::bit_cast<Floats>(_mm512_mask_mul_ps(
                                   least, isToken, factor, _mm512_load_ps(scores + row * tiles.keys + key))));
    }
    std::array<Floats, kRowsTogether> largest, sums{};
    for (std::int64_t row = 0; row < kRowsTogether; ++row)
        largest[row] = all(largestOf(most[row]));
    for (std::int64_t key = 0; key < tiles.keys; key += kLanes) {
        const __mmask16 isToken = tokensFrom(tiles, key);
        for (std::int64_t row = 0; row < kRowsTogether; ++row) {
            const __m512 exponent = _mm512_fmsub_ps(_mm512_load_ps(scores + row * tiles.keys + key), factor,
                                                    std::bit_cast<__m512>(largest[row]));
            const __m512 share = _mm512_maskz_mov_ps(isToken, powerOfTwo(exponent));
            sums[row] += std::bit_cast<Floats>(share);
            _mm256_store_si256(reinterpret_cast<__m256i*>(shares + row * tiles.values + key),
                               std::bit_cast<__m256i>(_mm512_cvtneps_pbh(share)));
        }
    }
    for (std::int64_t row = 0; row < kRowsTogether; ++row) {
        std::fill(shares + row * tiles.values + tiles.keys, shares + (row + 1) * tiles.values, Bf16{0});
        tiles.inverse[first + row] = 1.0F / sumOf(sums[row]);
    }
}

void sumValues(Tiles& tiles) {
    settleMemory();
    _tile_zero(VERTESCORE_TILE_SUMS);
    for (std::int64_t token = 0; token < tiles.values; token += kValuesPerTile) {
        _tile_loadd(VERTESCORE_TILE_SHARES, tiles.shares + token,
                    static_cast<std::size_t>(tiles.values) * sizeof(Bf16));
        _tile_loadd(VERTESCORE_TILE_VALUES, tiles.value + token * kHeadWidth, 64);
        _tile_dpbf16ps(VERTESCORE_TILE_SUMS, VERTESCORE_TILE_SHARES, VERTESCORE_TILE_VALUES);
    }
    _tile_stored(VERTESCORE_TILE_SUMS, tiles.sums, kHeadWidth * sizeof(float));
}

void attendWindowByTiles(const WindowAttentionTask& task) {
    static thread_local const std::unique_ptr<Tiles> s_tiles = std::make_unique<Tiles>();
    Tiles& tiles = *s_tiles;
    describeTiles();
    for (std::int64_t head = 0; head < task.heads; ++head) {
        gatherTiles(task, head, tiles);
        for (std::int64_t first = 0; first < tiles.tokens; first += kTileRows) {
            const std::int64_t rows = std::min(kTileRows, tiles.tokens - first);
            scoreTile(tiles, first);
            for (std::int64_t row = 0; row < rows; row += kRowsTogether)
                shareRows(tiles, row, task.inverseBeta[head]);
            sumValues(tiles);
            for (std::int64_t row = 0; row < rows; ++row) {
                const std::int64_t place = placeOf(task, first + row);
                store(static_cast<Bf16*>(task.out) + place * task.queryStride + head * kHeadWidth,
                      load(tiles.sums + row * kHeadWidth) * tiles.inverse[row]);
            }
        }
    }
    _tile_release();
}

} // namespace
} // namespace vertescore
