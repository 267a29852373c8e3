// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/support/Deflated.h"

#include <zlib.h>

namespace vertescore::fuzz {
namespace {

using namespace std::string_literals;

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

std::string deflatedFile(std::string_view dataSet) {
    const std::string syntax = "\x02\0\x10\0UI\x16\0"s + "1.2.840.10008.1.2.1.99"s;
    const std::string group = "\x02\0\0\0UL\x04\0"s + static_cast<char>(syntax.size()) + "\0\0\0"s;
    return std::string(128, '\0') + "DICM" + group + syntax + deflated(dataSet);
}

} // namespace vertescore::fuzz
