// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <catch2/catch.hpp>

#include <string>

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
