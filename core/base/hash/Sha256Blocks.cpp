// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash/Sha256Blocks_p.h"

#include <bit>

#if defined(__x86_64__) && defined(__GNUC__)
#define VERTESCORE_SHA_INSTRUCTIONS
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace vertescore {

namespace {

// FIPS 180-4, 4.2.2.
alignas(16) constexpr std::array<std::uint32_t, 64> kRoundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t kBlockBytes = 64;

std::array<std::uint32_t, 64> messageSchedule(const unsigned char* block) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i) {
        const unsigned char* byte = block + 4 * i;
        w[i] = static_cast<std::uint32_t>(byte[0]) << 24 | static_cast<std::uint32_t>(byte[1]) << 16 |
               static_cast<std::uint32_t>(byte[2]) << 8 | static_cast<std::uint32_t>(byte[3]);
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
        const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    return w;
}

void digestBlock(Sha256State& state, const unsigned char* block) {
    const std::array<std::uint32_t, 64> w = messageSchedule(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t first = h + s1 + ((e & f) ^ (~e & g)) + kRoundConstants[i] + w[i];
        const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t second = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const Sha256State round{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i)
        state[i] += round[i];
}

#ifdef VERTESCORE_SHA_INSTRUCTIONS

#define VERTESCORE_WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

const __m128i* vectorAt(const void* bytes) {
    return static_cast<const __m128i*>(bytes);
}

/// The instructions keep the state as the words a, b, e, f and c, d, g, h, each highest first.
struct ShaRegisters {
    __m128i abef;
    __m128i cdgh;
};

VERTESCORE_WITH_SHA ShaRegisters toRegisters(const Sha256State& state) {
    const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(vectorAt(state.data())), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(vectorAt(state.data() + 4)), 0x1B);
    return {_mm_alignr_epi8(badc, hgfe, 8), _mm_blend_epi16(hgfe, badc, 0xF0)};
}

VERTESCORE_WITH_SHA void fromRegisters(const ShaRegisters& registers, Sha256State& state) {
    const __m128i feba = _mm_shuffle_epi32(registers.abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(registers.cdgh, 0xB1);
    alignas(16) std::array<std::uint32_t, 8> words;
    _mm_store_si128(static_cast<__m128i*>(static_cast<void*>(words.data())),
                    _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_store_si128(static_cast<__m128i*>(static_cast<void*>(words.data() + 4)),
                    _mm_alignr_epi8(dchg, feba, 8));
    state = words;
}

/// Sixteen groups of four rounds; the four vectors of the schedule go round.
VERTESCORE_WITH_SHA ShaRegisters digestRounds(ShaRegisters registers, const unsigned char* block) {
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i w[4];
#pragma GCC unroll 16
    for (std::size_t group = 0; group < 16; ++group) {
        __m128i& now = w[group % 4];
        if (group < 4) {
            now = _mm_shuffle_epi8(_mm_loadu_si128(vectorAt(block + 16 * group)), bigEndian);
        } else {
            const __m128i& last = w[(group + 3) % 4];
            const __m128i seventh = _mm_alignr_epi8(last, w[(group + 2) % 4], 4);
            now = _mm_add_epi32(_mm_sha256msg1_epu32(now, w[(group + 1) % 4]), seventh);
            now = _mm_sha256msg2_epu32(now, last);
        }
        const __m128i terms =
            _mm_add_epi32(now, _mm_load_si128(vectorAt(kRoundConstants.data() + 4 * group)));
        registers.cdgh = _mm_sha256rnds2_epu32(registers.cdgh, registers.abef, terms);
        registers.abef =
            _mm_sha256rnds2_epu32(registers.abef, registers.cdgh, _mm_shuffle_epi32(terms, 0x0E));
    }
    return registers;
}

VERTESCORE_WITH_SHA void digestByInstructions(Sha256State& state, const unsigned char* bytes,
                                              std::size_t blocks) {
    ShaRegisters registers = toRegisters(state);
    for (; blocks > 0; --blocks, bytes += kBlockBytes) {
        const ShaRegisters round = digestRounds(registers, bytes);
        registers = {_mm_add_epi32(registers.abef, round.abef), _mm_add_epi32(registers.cdgh, round.cdgh)};
    }
    fromRegisters(registers, state);
}

/// Not every compiler knows "sha" as a feature to ask for.
bool hasShaInstructions() {
    constexpr unsigned int kExtendedFeatures = 7;
    constexpr unsigned int kSha = 1U << 29; // of EBX
    unsigned int eax = 0, ebx = 0, ecx = 0, edx = 0;
    return __get_cpuid_count(kExtendedFeatures, 0, &eax, &ebx, &ecx, &edx) != 0 && (ebx & kSha) != 0;
}

#endif

} // namespace

void digestSha256Portably(Sha256State& state, const unsigned char* bytes, std::size_t blocks) {
    for (; blocks > 0; --blocks, bytes += kBlockBytes)
        digestBlock(state, bytes);
}

Sha256Blocks sha256ByInstructions() {
#ifdef VERTESCORE_SHA_INSTRUCTIONS
    if (hasShaInstructions() && __builtin_cpu_supports("sse4.1")) return digestByInstructions;
#endif
    return nullptr;
}

Sha256Blocks fastestSha256() {
    static const Sha256Blocks fastest =
        sha256ByInstructions() ? sha256ByInstructions() : digestSha256Portably;
    return fastest;
}

} // namespace vertescore
