// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vertescore {

/// What one operation on one shape cost in all its calls.
struct OperationTime {
    std::string name;  ///< of torch's operator, or of our kernel
    std::string shape; ///< of its first input, and of its weights where it has any
    std::int64_t calls = 0;
    double ms = 0;                 ///< without the operations that it calls itself
    std::int64_t multiplyAdds = 0; ///< of convolutions and linear layers; of others 0
};

/// Times every operation that this thread starts on the CPU while the profile lives. One at a time per
/// thread.
class OperationProfile {
public:
    OperationProfile();
    ~OperationProfile();
    OperationProfile(const OperationProfile&) = delete;
    OperationProfile& operator=(const OperationProfile&) = delete;

    std::vector<OperationTime> times() const; ///< the longest first

    class Recorder;

private:
    std::unique_ptr<Recorder> m_recorder;
};

} // namespace vertescore
