// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcerror.h>
#include <dcmtk/dcmdata/dcostrma.h>

#include <string>
#include <utility>

namespace vertescore::pacs {

/// Keeps what is written in memory, up to a bound; beyond it, nothing more is taken.
class MemoryConsumer : public DcmConsumer {
public:
    explicit MemoryConsumer(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

    OFBool good() const override { return m_isGood; }
    OFCondition status() const override { return m_isGood ? EC_Normal : EC_InvalidStream; }
    OFBool isFlushed() const override { return OFTrue; }
    offile_off_t avail() const override { return static_cast<offile_off_t>(m_mostBytes - m_bytes.size()); }
    offile_off_t write(const void* bytes, offile_off_t count) override {
        if (count > avail()) {
            m_isGood = false;
            return 0;
        }
        m_bytes.append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
        return count;
    }
    void flush() override {}

    std::string take() { return std::move(m_bytes); }

private:
    std::size_t m_mostBytes;
    std::string m_bytes;
    bool m_isGood = true;
};

template <typename Consumer>
struct ConsumerOwner {
    template <typename... Arguments>
    explicit ConsumerOwner(Arguments&&... arguments) : owned(std::forward<Arguments>(arguments)...) {}
    Consumer owned;
};

/// A stream of the library that ends in a consumer of its own. The consumer is part of the first base, so
/// that it lives longer than the stream.
template <typename Consumer>
class OutputTo : private ConsumerOwner<Consumer>, public DcmOutputStream {
public:
    template <typename... Arguments>
    explicit OutputTo(Arguments&&... arguments)
        : ConsumerOwner<Consumer>(std::forward<Arguments>(arguments)...), DcmOutputStream(&this->owned) {}

    Consumer& consumer() { return this->owned; }
};

} // namespace vertescore::pacs
