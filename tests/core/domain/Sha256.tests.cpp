// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"
#include "core/base/hash/Sha256Blocks_p.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

using namespace vertescore;

// The example messages of FIPS 180-4 as published with their digests by NIST ("SHA256.pdf", Cryptographic
// Standards and Guidelines, Examples with Intermediate Values), and two of its additional ones.
TEST_CASE("SHA-256 gives the digests that the standard publishes", "[base]") {
    CHECK(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256Hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 of pieces is that of the whole, wherever it is cut", "[base]") {
    const std::string whole(200, 'x');
    const std::string expected = sha256Hex(whole);
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        Sha256 hash;
        hash.add(std::string_view(whole).substr(0, cut));
        hash.add(std::string_view(whole).substr(cut));
        REQUIRE(hash.hex() == expected);
    }
}

TEST_CASE("the processor's own instructions digest to the same as the portable way", "[base]") {
    const auto quick = sha256ByInstructions();
    if (!quick) return; // this processor has none
    std::mt19937 random(1);
    std::vector<unsigned char> bytes(64 * 40);
    for (auto& byte : bytes)
        byte = static_cast<unsigned char>(random());
    for (std::size_t blocks = 0; blocks <= 40; ++blocks) {
        Sha256State portable{1, 2, 3, 4, 5, 6, 7, 0xffffffff};
        auto other = portable;
        digestSha256Portably(portable, bytes.data(), blocks);
        quick(other, bytes.data(), blocks);
        REQUIRE(other == portable);
    }
}

TEST_CASE("the digits of a digest give it back, and no other text does", "[base]") {
    Sha256 hash;
    hash.add("abc");
    CHECK(sha256FromHex(hash.hex()) == hash.digest());
    CHECK(!sha256FromHex(hash.hex().substr(1)));
    CHECK(!sha256FromHex(hash.hex() + "0"));
    CHECK(!sha256FromHex("g" + hash.hex().substr(1)));
    CHECK(!sha256FromHex("B" + hash.hex().substr(1)));
}

// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
TEST_CASE("a keyed hash is that of the published examples", "[base]") {
    CHECK(hmacSha256Hex(std::string(20, '\x0b'), "Hi There") ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hmacSha256Hex("Jefe", "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hmacSha256Hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
