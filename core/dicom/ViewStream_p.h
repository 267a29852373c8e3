// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <streambuf>
#include <string_view>

namespace vertescore::dicom {

/// Bytes that lie in memory as a stream that one can look around in. Borrows them.
class ViewStream : private std::streambuf, public std::istream {
public:
    explicit ViewStream(std::string_view bytes) : std::istream(static_cast<std::streambuf*>(this)) {
        char* begin = const_cast<char*>(bytes.data()); // a get area is never written to
        setg(begin, begin, begin + bytes.size());
    }

private:
    std::streampos seekoff(std::streamoff offset, std::ios_base::seekdir from,
                           std::ios_base::openmode) override {
        const std::streamoff start = from == std::ios_base::beg   ? 0
                                     : from == std::ios_base::cur ? gptr() - eback()
                                                                  : egptr() - eback();
        const std::streamoff at = start + offset;
        if (at < 0 || at > egptr() - eback()) return std::streamoff{-1};
        setg(eback(), eback() + at, egptr());
        return at;
    }
    std::streampos seekpos(std::streampos position, std::ios_base::openmode which) override {
        return seekoff(static_cast<std::streamoff>(position), std::ios_base::beg, which);
    }
};

} // namespace vertescore::dicom
