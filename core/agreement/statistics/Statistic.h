// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Assert.h"
#include "core/base/NormalQuantile.h"

#include <optional>
#include <string_view>

namespace vertescore {

/// Why a statistic has no value.
enum class Undefined {
    TooFewImages,            ///< fewer images scored by the readers than the formula needs
    ConstantReader,          ///< a reader gave every image the same score
    NoExpectedDisagreement,  ///< all scores are equal: chance alone would agree as well
    NoVarianceBetweenImages, ///< the images do not differ in their mean score
    NoVariance,              ///< a mean square in a denominator is zero
    DenominatorNotPositive,  ///< the estimated variances add up to nothing or less
    NotComputed,             ///< left out by the options
};
std::string_view undefinedName(Undefined reason); ///< "tooFewImages", ...; stable, for files

/// A number, or the reason why there is none. Never NaN, never a stand-in zero.
class Statistic {
public:
    Statistic() = default;
    Statistic(Undefined reason) : m_reason(reason) {}
    /// A result that is not finite is our own mistake: the undefined cases are told apart before.
    Statistic(double value);

    bool isDefined() const { return m_value.has_value(); }
    const std::optional<double>& value() const { return m_value; }
    /// Only when isDefined().
    double operator*() const {
        VERTESCORE_ASSERT(m_value.has_value());
        return *m_value;
    }
    /// Only when not isDefined().
    Undefined reason() const {
        VERTESCORE_ASSERT(!m_value.has_value());
        return m_reason;
    }
    friend bool operator==(const Statistic&, const Statistic&) = default;

private:
    std::optional<double> m_value;
    Undefined m_reason = Undefined::NotComputed;
};

/// Two-sided 95 % limits; not clipped to the range of the statistic.
struct Interval {
    Statistic low;
    Statistic high;
    static Interval undefined(Undefined reason) { return {reason, reason}; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

} // namespace vertescore
