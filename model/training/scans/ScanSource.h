// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/phantom/Phantom.h"
#include "model/training/scans/TrainingScan.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace vertescore {

/// Scans by number. scan() may be called from any number of threads; the same number gives the same scan.
class ScanSource {
public:
    virtual ~ScanSource() = default;
    virtual TrainingScan scan(std::uint64_t index) const = 0;
    /// Nothing when there is no end to them.
    virtual std::optional<std::uint64_t> count() const = 0;
    /// In words, for the weights' card; names seeds, never patients.
    virtual std::string description() const = 0;
};

/// Phantoms of one seed and domain, made when asked for. count: of them; nothing: no end.
std::unique_ptr<ScanSource> makePhantomSource(const PhantomOptions& options,
                                              std::optional<std::uint64_t> count = std::nullopt);

/// Some scans of a source that outlives this, by their numbers there.
std::unique_ptr<ScanSource> makeSubset(const ScanSource& source, std::vector<std::uint64_t> numbers);

/// An endless mixture of a source that has an end and one that has none; both outlive it. phantomShare:
/// 0...1, of the second. Which scan stands at a number depends on the number alone.
std::unique_ptr<ScanSource> makeMixture(const ScanSource& scans, const ScanSource& phantoms,
                                        double phantomShare);

} // namespace vertescore
